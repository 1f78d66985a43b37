import { type Diagnostic, isUnknown } from "../plugin/index";
import { faultDiagnostic, givenSet } from "../resources/attributes";
import type { GivenValues, Table } from "./table";
import { valuesOf } from "./values";

/** What Exchange would refuse, or take and silently not do, of a configuration in which some may not be known yet. */
export function crossFaults(table: Table, config: Readonly<Record<string, unknown>>): readonly Diagnostic[] {
  const given = givenValues(table, config);
  return (table.rules ?? []).flatMap((rule) => [...rule(given)]).map(faultDiagnostic);
}

/** What is known of a configuration, with what leaving out means. */
export function givenValues(table: Table, config: Readonly<Record<string, unknown>>): GivenValues {
  const settled = Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      if (isUnknown(value)) return [name, undefined];
      return [name, Array.isArray(value) ? givenSet(value) : value];
    }),
  );
  const values = valuesOf(table, settled);
  return Object.fromEntries(
    Object.entries(table.attributes).map(([name, attribute]) => {
      const value = values[name];
      // What is left out of a singleton is whatever the tenant has.
      if (value !== null || table.kind === "singleton" || attribute.decided)
        return [name, value ?? undefined];
      return [name, attribute.default ?? null];
    }),
  );
}
