import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeContactsShared = tenantRule({
  id: "exchange-contacts-shared",
  reads: "sharing-policy",
  title: "contacts may be shared with everybody outside",
  why: "Users give strangers the names and numbers of everybody they know with two clicks, and attackers who are in give it to themselves.",
  level: "warning",
  recommended: false,
  sources: [],
  controls: { scuba: ["MS.EXO.6.1v1"] },
  check(tenant) {
    return objectsOf(tenant, "sharing-policy").flatMap((object) => {
      const domains = valueIn(object, "domains");
      if (valueIn(object, "enabled") !== true || !Array.isArray(domains)) return [];
      const open = domains.filter((entry) => /^(?:\*|anonymous):.*Contact/i.test(entry));
      if (open.length === 0) return [];
      return [
        {
          message: `${titled(object)} shares contacts with everybody outside`,
          received: `domains: ${open.join(", ")}`,
          expected: "domains by name",
          fix: "name the domains that it is meant for",
          where: object.where,
        },
      ];
    });
  },
});
