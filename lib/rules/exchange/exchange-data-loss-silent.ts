import { actingRules, looksForAll } from "../../posture/facts/data-loss";
import { valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeDataLossSilent = tenantRule({
  id: "exchange-data-loss-silent",
  reads: "dlp-compliance-rule",
  title: "nobody is told why personal data was stopped",
  why: "Whoever is not told tries again another way.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.3.4v1"] },
  recommended: false,
  check(tenant) {
    const whole = actingRules(tenant).filter(looksForAll);
    const tells = ({ rule }: (typeof whole)[number]) => {
      const whom = valueIn(rule, "notifyUser");
      return rule.unknown?.includes("notifyUser") || (Array.isArray(whom) && whom.length > 0);
    };
    const [first] = whole;
    if (whole.some(tells)) return [];
    return [
      {
        message: "no rule that looks for all personal data tells users",
        received: first ? "notifyUser: nobody" : "no such rule",
        expected: "Owner, LastModifier or addresses",
        fix: "set notifyUser of the rule",
        ...(first ? { where: first.rule.where } : {}),
      },
    ];
  },
});
