import type { DnsName } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import type { SpfTree } from "../mail/spf/tree";
import { inferredIntent } from "../posture/intent";
import type { Posture, StrayText } from "../posture/model";
import { RULES } from "./";
import { evaluate } from "./evaluate";
import type { Finding } from "./finding";

/**
 * What the rules about SPF find at a domain of which no estate says anything: the same as in a posture that was observed.
 * @param records those at the domain itself; what it is for is read from them
 * @param tree what its SPF record leads to
 * @param astray texts that may have been meant as its record, where it has none
 */
export function spfFindings(
  domain: DnsName,
  records: readonly DnsRecord[],
  tree: SpfTree,
  astray: readonly StrayText[] = [],
): readonly Finding[] {
  const posture: Posture = {
    source: "observed",
    domains: [
      {
        domain,
        intent: inferredIntent(domain, records),
        records: records.map((record) => ({ record, where: { address: `${domain} ${record.type}` } })),
        unknown: [],
        spf: tree,
        ...(astray.length > 0 ? { astray } : {}),
        where: { address: domain },
      },
    ],
    tenants: [],
    outside: (["TXT", "MX", "CNAME"] as const).map((type) => ({
      name: domain,
      type,
      records: records.filter((record) => record.type === type),
    })),
  };
  const rules = RULES.filter(({ id }) => id.startsWith("spf-") || id === "near-miss-record");
  return evaluate(
    posture,
    rules.map((rule) => ({ rule, level: rule.level })),
  );
}
