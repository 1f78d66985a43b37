import type { DeclaredDomain } from "../../lib/declare/estate";
import { type DnsRecord, recordData } from "../../lib/dns/record";
import type { RoleOf } from "../../lib/review/existing/words";

/** By stack, which role a planned record has in the estate. */
export function roleFinder(domains: readonly DeclaredDomain[]): (stack: string) => RoleOf {
  const byName = new Map<string, DeclaredDomain>(domains.map((domain) => [domain.estate.name, domain]));
  return (stack) => {
    const records = byName.get(stack)?.declaration.records ?? [];
    return ({ name, type, record }) => {
      const here = records.filter((one) => one.record.name === name && one.record.type === type);
      // Where Exchange says the value, the estate only has one that stands for it.
      const [only, ...others] = here;
      if (only && others.length === 0) return only.rolePath;
      return record && here.find((one) => isSame(one.record, record))?.rolePath;
    };
  };
}

function isSame(a: DnsRecord, b: DnsRecord): boolean {
  return recordData(a) === recordData(b);
}
