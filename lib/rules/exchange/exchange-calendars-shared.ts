import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeCalendarsShared = tenantRule({
  id: "exchange-calendars-shared",
  reads: "sharing-policy",
  title: "calendars may be shared with everybody outside",
  why: "Users give strangers where they are and whom they meet with two clicks, and attackers who are in give it to themselves.",
  level: "warning",
  recommended: false,
  sources: [],
  controls: { scuba: ["MS.EXO.6.2v1"], cis: ["1.3.3"] },
  check(tenant) {
    return objectsOf(tenant, "sharing-policy").flatMap((object) => {
      const domains = valueIn(object, "domains");
      if (valueIn(object, "enabled") !== true || !Array.isArray(domains)) return [];
      const open = domains.filter((entry) => /^(?:\*|anonymous):.*Calendar/i.test(entry));
      if (open.length === 0) return [];
      return [
        {
          message: `${titled(object)} shares calendars with everybody outside`,
          received: `domains: ${open.join(", ")}`,
          expected: "domains by name",
          fix: "name the domains that it is meant for",
          where: object.where,
        },
      ];
    });
  },
});
