import { DISPOSITIONS, type DmarcDisposition, type DmarcRecord } from "./record";

/** Whose mail a policy is asked for: the domain's own, an existing subdomain's, or a non-existent one's. */
export type PolicyScope = "domain" | "subdomain" | "non-existent";

/**
 * What a receiver that follows RFC 9989 applies to failing mail: `np` falls back on `sp`, that on `p`,
 * and test mode makes the answer one step milder (§4.7). `undefined` if it ignores the record,
 * which it does when there is neither `p` nor `rua` (§4.10.1).
 */
export function effectivePolicy(
  record: DmarcRecord,
  scope: PolicyScope = "domain",
): DmarcDisposition | undefined {
  if (record.policy === undefined) return record.rua.length > 0 ? "none" : undefined;
  const declared = declaredPolicy(record, record.policy, scope);
  return record.test === true ? milder(declared) : declared;
}

function declaredPolicy(record: DmarcRecord, policy: DmarcDisposition, scope: PolicyScope): DmarcDisposition {
  if (scope === "domain") return policy;
  const subdomain = record.subdomainPolicy ?? policy;
  return scope === "subdomain" ? subdomain : (record.nonExistentPolicy ?? subdomain);
}

function milder(policy: DmarcDisposition): DmarcDisposition {
  return DISPOSITIONS[DISPOSITIONS.indexOf(policy) - 1] ?? "none";
}
