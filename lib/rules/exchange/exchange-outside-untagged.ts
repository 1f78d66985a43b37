import { objectsOf, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeOutsideUntagged = tenantRule({
  id: "exchange-outside-untagged",
  reads: "transport-rule",
  asks: ["enabled", "mode", "fromScope", "prependSubject"],
  title: "no mail flow rule marks mail from outside",
  why: "Outlook's own tag is not seen in other programs, and CISA counts only a mark before the subject.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.EXO.7.1v1"] },
  recommended: false,
  check(tenant) {
    const rules = objectsOf(tenant, "transport-rule");
    const marks = (rule: (typeof rules)[number]) => {
      const values = ["enabled", "mode", "fromScope", "prependSubject"].map((name) => valueIn(rule, name));
      const [enabled, mode, fromScope, prependSubject] = values;
      if (rule.unknown?.some((name) => ["fromScope", "prependSubject"].includes(name))) return true;
      return (
        enabled === true &&
        mode === "Enforce" &&
        fromScope === "NotInOrganization" &&
        typeof prependSubject === "string" &&
        prependSubject !== ""
      );
    };
    if (rules.some(marks)) return [];
    return [
      {
        message: "no mail flow rule that is on puts a mark before the subject of mail from outside",
        received: `${rules.length} ${rules.length === 1 ? "rule" : "rules"}, none of which does`,
        expected: "fromScope: NotInOrganization, prependSubject",
        fix: "add the ready rule external-tag",
      },
    ];
  },
});
