import { DISPOSITIONS } from "./parse";
import type { DmarcDisposition, DmarcRecord } from "./record";

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

/**
 * What a receiver that knows RFC 7489 alone applies, which many do: 0 none, 1 quarantine, 2 reject, and between them where
 * `pct` asks for a share, since the rest gets the next milder policy (RFC 7489 §6.6.4). It knows neither `np` nor `t`.
 */
export function policyByOldRule(record: DmarcRecord, scope: PolicyScope = "domain"): number {
  if (record.policy === undefined) return 0;
  const declared = scope === "domain" ? record.policy : (record.subdomainPolicy ?? record.policy);
  const strength = DISPOSITIONS.indexOf(declared);
  return strength === 0 ? 0 : strength - 1 + percentOf(record) / 100;
}

/** `pct`, 100 unless a legal value says otherwise. */
export function percentOf({ obsolete }: DmarcRecord): number {
  const text = obsolete.find(({ name }) => name === "pct")?.value ?? "";
  return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : 100;
}
