import { MailDomainSchema } from "../domain/schema";
import { isResolved } from "../estate/check";
import type { Estate } from "../estate/model";
import { TenantSchema } from "../estate/schema/domain";
import { StateBackendSchema } from "../estate/schema/state";
import { type Fault, FaultError, type Path, shown, within } from "../fault";
import { isMapping } from "../mapping";
import { readOptions } from "../schema/read-options";

/**
 * An estate that a program hands over: one that was resolved, or one that the program made of its parts.
 * @throws FaultError with what it lacks
 */
export function requireEstate(given: Estate): void {
  if (isResolved(given)) return;
  let faults: readonly Fault[];
  try {
    faults = estateFaults(given);
  } catch {
    faults = [notAnEstate("a value that cannot be read")];
  }
  if (faults.length > 0) throw new FaultError("estate", faults);
}

function estateFaults(given: unknown): readonly Fault[] {
  if (!isMapping(given) || !Array.isArray(given.domains)) return [notAnEstate(shown(given))];
  const { tenants, state, domains } = given;
  const backend = readOptions(StateBackendSchema, state);
  return [
    ...["locate", "locateTenant", "locateRules"].flatMap((key) => unless(isFunction(given[key]), key)),
    ...["rules", "review"].flatMap((key) => unless(isMapping(given[key]), key)),
    ...(backend.ok ? [] : backend.faults.map((fault) => within(fault, "state"))),
    ...(isMapping(tenants)
      ? Object.entries(tenants).flatMap(([name, tenant]) => tenantFaults(tenant, ["tenants", name]))
      : unless(false, "tenants")),
    ...domains.flatMap((domain, index) => domainFaults(domain, ["domains", index])),
  ];
}

function tenantFaults(tenant: unknown, path: Path): readonly Fault[] {
  const read = readOptions(TenantSchema, tenant);
  return read.ok ? [] : read.faults.map((fault) => within(fault, ...path));
}

function domainFaults(domain: unknown, path: Path): readonly Fault[] {
  if (isResolved(domain)) return [];
  if (!isMapping(domain)) return unless(false, ...path);
  const { name, zone, import: ids, keep, source, options } = domain;
  const read = readOptions(MailDomainSchema, options);
  return [
    ...unless(typeof name === "string", ...path, "name"),
    ...unless(isMapping(zone) && typeof zone.host === "string", ...path, "zone"),
    ...unless(isMapping(ids), ...path, "import"),
    ...unless(isMapping(keep), ...path, "keep"),
    ...unless(isFunction(source), ...path, "source"),
    ...(read.ok ? [] : read.faults.map((fault) => within(fault, ...path, "options"))),
  ];
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

function unless(isThere: boolean, ...path: Path): readonly Fault[] {
  return isThere
    ? []
    : [{ path, message: "missing, or of another form", expected: "what the estate answered here" }];
}

function notAnEstate(received: string): Fault {
  return {
    message: "not an estate",
    received,
    expected: "what defineEstate answers, or the `estate` of what loadEstate answers",
  };
}
