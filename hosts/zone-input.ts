import { type DnsName, isWithin, parseName } from "../lib/dns/name";
import { type Path, shown } from "../lib/fault";
import type { Report } from "./host";

/**
 * The name of the zone that a domain lies in: the given one, else the domain's own.
 * @param at the path of the host's key, below which the name stands
 */
export function zoneName(
  given: string | undefined,
  domain: { readonly name: DnsName },
  at: Path,
  report: Report,
): DnsName | undefined {
  if (given === undefined) return domain.name;
  const path = [...at, "zoneName"];
  const parsed = parseName(given);
  if (!parsed.ok) {
    for (const fault of parsed.faults) report({ ...fault, path: [...path, ...(fault.path ?? [])] });
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

/** What is wrong with a `create` that none of a host's ways to create a zone is meant by. */
export function notCreation(input: unknown, expected: string) {
  return {
    message: "not a way to create a zone",
    received: shown(input),
    expected,
    ...(input === false ? { fix: "leave the key out" } : {}),
  };
}
