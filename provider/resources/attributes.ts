import { parseName } from "../../lib/dns/name";
import { type Fault, formatFault } from "../../lib/fault";
import { type Diagnostic, isUnknown, type Unknown } from "../plugin/index";

/** For `validate` of an attribute: one of these, in this spelling. */
export function oneOf<T extends string | number>(...choices: readonly T[]): (value: T) => string | undefined {
  return (value) => {
    if (choices.includes(value)) return undefined;
    return `got ${JSON.stringify(value)}; expected ${choices.join(" | ")}`;
  };
}

/** For `validate` of an attribute: a domain in the form that Microsoft writes it, which is also ours. */
export function domainName(value: string): string | undefined {
  const name = parseName(value);
  if (!name.ok) return name.faults.map(formatFault).join("; ");
  return name.value === value ? undefined : `got ${JSON.stringify(value)}; write ${name.value}`;
}

/** For `validate` of an attribute: whole seconds, 0 for a single look. */
export function seconds(value: number): string | undefined {
  return Number.isInteger(value) && value >= 0 ? undefined : `got ${value}; expected whole seconds`;
}

/** A value while planning as the rules take it: `undefined` for one that is not known yet. */
export function given<T>(value: T | Unknown): T | undefined {
  return isUnknown(value) ? undefined : value;
}

/** A set while planning: one unknown member makes the whole unknown to the rules. */
export function givenSet(
  value: readonly (string | Unknown)[] | Unknown | null,
): readonly string[] | null | undefined {
  if (value === null) return null;
  if (isUnknown(value)) return undefined;
  const known = value.filter((member): member is string => !isUnknown(member));
  return known.length === value.length ? known : undefined;
}

/** A fault as Terraform shows it, at its attribute. */
export function faultDiagnostic(fault: Fault): Diagnostic {
  const { path, ...bare } = fault;
  return {
    summary: path?.length ? `${path.join(".")}: ${fault.message}` : fault.message,
    detail: `${formatFault(bare)}.`,
    ...(path && { path }),
  };
}
