import { actingRules, kindsIn, PERSONAL_DATA } from "../../posture/facts/data-loss";
import { tenantRule } from "../rule";

export const exchangeDataLossKinds = tenantRule({
  id: "exchange-data-loss-kinds",
  reads: "dlp-compliance-rule",
  asks: ["contentContainsSensitiveInformation", "disabled"],
  title: "no policy looks for personal data as CISA counts it",
  why: "CISA asks that social security numbers, taxpayer numbers and payment cards do not leave; elsewhere other kinds matter.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.3.1v1"] },
  recommended: false,
  check(tenant) {
    const sets = actingRules(tenant).map(kindsIn);
    if (sets.includes(undefined)) return [];
    const missing = PERSONAL_DATA.filter((kind) => !sets.some((kinds) => kinds?.has(kind)));
    if (missing.length === 0) return [];
    return [
      {
        message: "no rule against the loss of data that acts looks for all personal data",
        received: `without ${missing.join(", ")}`,
        expected: PERSONAL_DATA.join(", "),
        fix: "add them to contentContainsSensitiveInformation of a rule, or take baseline scuba of dataLoss",
      },
    ];
  },
});
