import { openings } from "../../exchange/loosening";
import { objectsOf, titled } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeFilterBypass = tenantRule({
  id: "exchange-filter-bypass",
  reads: "transport-rule",
  title: "a mail flow rule lets mail past the filters",
  why: "Whoever fits the rule's conditions gets through, and a sender's domain is easily forged. Filters can be told that mail is wanted without being switched off for it.",
  level: "warning",
  sources: [],
  controls: { cis: ["6.2.2"] },
  check(tenant) {
    return objectsOf(tenant, "transport-rule").flatMap((object) =>
      openings(object.kind, object.values).map(({ attribute, words }) => ({
        message: `${titled(object)}: ${words}`,
        received: `${attribute}: ${String(object.values[attribute])}`,
        expected: "no rule that skips a filter",
        fix: "take the action out, and report what was caught wrongly to Microsoft",
        where: object.where,
      })),
    );
  },
});
