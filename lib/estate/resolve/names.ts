import { below, type DnsName, isWithin, parseName } from "../../dns/name";
import type { Path } from "../../fault";
import type { EstateFault } from "../estate-fault";
import { placed } from "./tenants";

/** A key of the estate together with the name it stands for. */
export interface NamedKey {
  readonly key: string;
  readonly name: DnsName;
  readonly path: Path;
}

/** The domains by their keys; a key that is no domain name is reported. */
export function domainNames(keys: readonly string[], report: (fault: EstateFault) => void): NamedKey[] {
  return keys.flatMap((key) => {
    const path = ["domains", key];
    const parsed = parseName(key);
    if (!parsed.ok) {
      for (const fault of parsed.faults) report({ ...placed(fault, path), atKey: true });
      return [];
    }
    if (!parsed.value.includes(".")) {
      report({
        path,
        atKey: true,
        message: "a domain name of one label",
        received: JSON.stringify(key),
        expected: "a full name such as contoso.com",
      });
      return [];
    }
    return [{ key, name: parsed.value, path }];
  });
}

/** The subdomains of a domain by their keys, which are relative names. */
export function subdomainNames(
  keys: readonly string[],
  parent: NamedKey,
  report: (fault: EstateFault) => void,
): NamedKey[] {
  return keys.flatMap((key) => {
    const path = [...parent.path, "subdomains", key];
    const parsed = parseName(key);
    if (!parsed.ok) {
      for (const fault of parsed.faults) report({ ...placed(fault, path), atKey: true });
      return [];
    }
    const label = parsed.value;
    const received = JSON.stringify(key);
    if (isWithin(label, parent.name)) {
      const relative = label.slice(0, -(parent.name.length + 1));
      report({
        path,
        atKey: true,
        message: "a subdomain is named relative to its domain",
        received,
        ...(relative === "" ? {} : { fix: `write ${relative}` }),
      });
      return [];
    }
    const full = parseName(below(label, parent.name));
    if (!full.ok) {
      for (const fault of full.faults) report({ ...placed(fault, path), atKey: true, received });
      return [];
    }
    return [{ key, name: full.value, path }];
  });
}

/** Reports every name that two keys stand for. The first key, in the order given, is the one to keep. */
export function reportRepeated(names: readonly NamedKey[], report: (fault: EstateFault) => void): void {
  const first = new Map<DnsName, NamedKey>();
  for (const entry of names) {
    const other = first.get(entry.name);
    if (!other) {
      first.set(entry.name, entry);
      continue;
    }
    report({
      path: entry.path,
      atKey: true,
      message: `the mail domain ${entry.name} is declared twice`,
      received: JSON.stringify(entry.key),
      other: { path: other.path, relation: "the other is" },
    });
  }
}
