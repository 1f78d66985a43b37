import { objectsOf, valueIn } from "../../posture/facts/exchange-objects";
import { missingLicence } from "../../posture/facts/licences";
import { tenantRule } from "../rule";

const A_YEAR = ["TwelveMonths", "ThreeYears", "FiveYears", "SevenYears", "TenYears"];

export const exchangeAuditKeptShort = tenantRule({
  id: "exchange-audit-kept-short",
  reads: "unified-audit-log-retention-policy",
  asks: ["retentionDuration"],
  title: "no policy keeps the audit log for a year",
  why: "Intruders are often found after months; what is left of the log then does not tell how they came in.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.5.2v1"] },
  recommended: false,
  check(tenant) {
    if (missingLicence(tenant, "unified-audit-log-retention-policy") !== undefined) return [];
    const policies = objectsOf(tenant, "unified-audit-log-retention-policy");
    const kept = policies.map((one) => valueIn(one, "retentionDuration"));
    if (kept.some((one) => one === undefined || A_YEAR.includes(String(one)))) return [];
    const [first] = policies;
    return [
      {
        message: "no policy keeps records of the audit log for a year",
        received: kept.length > 0 ? `retentionDuration: ${kept.map(String).join(", ")}` : "no policy",
        expected: "TwelveMonths or more",
        fix: "set retentionDuration to TwelveMonths, or take baseline scuba of auditRetention",
        ...(first ? { where: first.where } : {}),
      },
    ];
  },
});
