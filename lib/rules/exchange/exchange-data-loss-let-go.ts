import { actingRules, looksForAll } from "../../posture/facts/data-loss";
import { valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeDataLossLetGo = tenantRule({
  id: "exchange-data-loss-let-go",
  reads: "dlp-compliance-rule",
  title: "personal data is seen and let go",
  why: "A rule that only tells leaves the message on its way.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.3.3v1"] },
  recommended: false,
  check(tenant) {
    const whole = actingRules(tenant).filter(looksForAll);
    const blocks = ({ rule }: (typeof whole)[number]) =>
      ["blockAccess", "blockAccessScope"].some((name) => rule.unknown?.includes(name)) ||
      (valueIn(rule, "blockAccess") === true && valueIn(rule, "blockAccessScope") === "All");
    const [first] = whole;
    if (whole.some(blocks)) return [];
    return [
      {
        message: "no rule that looks for all personal data keeps it from everybody",
        received: first
          ? `blockAccess: ${String(valueIn(first.rule, "blockAccess"))}, blockAccessScope: ${String(valueIn(first.rule, "blockAccessScope") ?? "nobody")}`
          : "no such rule",
        expected: "blockAccess: true, blockAccessScope: All",
        fix: "set both in the rule",
        ...(first ? { where: first.rule.where } : {}),
      },
    ];
  },
});
