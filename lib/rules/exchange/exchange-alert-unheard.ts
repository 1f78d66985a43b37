import { alertsAskedFor } from "../../posture/facts/alerts";
import { titled, valueIn } from "../../posture/facts/exchange-objects";
import { type Hit, tenantRule } from "../rule";

export const exchangeAlertUnheard = tenantRule({
  id: "exchange-alert-unheard",
  reads: "protection-alert",
  asks: ["disabled", "notificationEnabled", "notifyUser"],
  title: "an alert goes to nobody",
  why: "An alert that is only listed in a portal is seen when somebody looks, which is after the damage.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.4.2v1"] },
  check: (tenant) =>
    alertsAskedFor(tenant).flatMap((object): readonly Hit[] => {
      if (valueIn(object, "disabled") === true) return [];
      const [sent, whom] = [valueIn(object, "notificationEnabled"), valueIn(object, "notifyUser")];
      const isKnown = !object.unknown?.includes("notifyUser");
      const isUnheard = sent === false || (isKnown && (!Array.isArray(whom) || whom.length === 0));
      if (!isUnheard) return [];
      return [
        {
          message: `${titled(object)} tells nobody`,
          received: sent === false ? "notificationEnabled: false" : "notifyUser: nobody",
          expected: "an address that somebody reads",
          fix: "name who is told in notifyUser, and leave notificationEnabled on",
          where: object.where,
        },
      ];
    }),
});
