import { type DnsName, isWithin, parseName } from "../../dns/name";
import type { Path } from "../../fault";
import type { EstateFault } from "../estate-fault";
import type { NamedKey } from "./names";
import { placed } from "./tenants";

export type Report = (fault: EstateFault) => void;

/**
 * The name of the zone that a domain lies in: the given one, else the domain's own.
 * @param at the path of the host's key, below which the name stands
 */
export function zoneName(
  given: string | undefined,
  domain: NamedKey,
  at: Path,
  report: Report,
): DnsName | undefined {
  if (given === undefined) return domain.name;
  const path = [...at, "zoneName"];
  const parsed = parseName(given);
  if (!parsed.ok) {
    for (const fault of parsed.faults) report(placed(fault, path));
    return undefined;
  }
  if (isWithin(domain.name, parsed.value)) return parsed.value;
  report({
    path,
    message: "the domain does not lie in this zone",
    received: JSON.stringify(given),
    expected: `${domain.name} or a parent of it`,
  });
  return undefined;
}
