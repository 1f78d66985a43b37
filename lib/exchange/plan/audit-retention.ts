import { objectFacts, type Values } from "../objects";
import type { AuditRetentionOptions } from "../options";
import type { BaseValues } from "./base-values";
import type { Draft } from "./draft";
import { covers, type Licensed, licenceOf, unlicensed } from "./licences";

const KIND = "unified-audit-log-retention-policy";

/** The policy that a baseline makes, and what it is called. */
const OF_BASELINE = { key: "default", name: "Mail and sign-ins for a year" };

/** Plans how long records of the audit log are kept. */
export function planAuditRetention(
  { policies = {}, baseline = "none" }: AuditRetentionOptions,
  base: BaseValues,
  { licence }: Licensed,
  draft: Draft,
): void {
  const needed = licenceOf(KIND);
  if (!covers(licence, needed)) {
    draft.faults.push(unlicensed(["auditRetention"], needed, objectFacts(KIND).licence));
    return;
  }
  const hasBaseline = baseline !== "none";
  const keys = [...new Set([...Object.keys(policies), ...(hasBaseline ? [OF_BASELINE.key] : [])])].sort();
  for (const key of keys) {
    const { name, allow, ...own } = policies[key] ?? {};
    const path = ["auditRetention", "policies", key];
    const isBaseline = hasBaseline && key === OF_BASELINE.key;
    const called = draft.nameOf(key, name ?? (isBaseline ? OF_BASELINE.name : undefined), path);
    const values: Values = { name: called, ...(isBaseline ? base.of(KIND) : {}), ...(own as Values) };
    draft.add({ id: `AuditRetention-${key}`, kind: KIND, values, path, allow });
  }
}
