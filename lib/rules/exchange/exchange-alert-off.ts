import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeAlertOff = tenantRule({
  id: "exchange-alert-off",
  reads: "protection-alert",
  title: "an alert policy is off",
  why: "What the policy looks for happens, and nobody hears of it: mailboxes that forward to the outside, accounts that send spam, connectors that are misused.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.4.1v1"] },
  check: (tenant) =>
    objectsOf(tenant, "protection-alert").flatMap((object) =>
      valueIn(object, "disabled") === true
        ? [
            {
              message: `${titled(object)} is off`,
              received: "disabled: true",
              expected: "false",
              fix: "set disabled to false; policies that Microsoft made are switched on in the Defender portal",
              where: object.where,
            },
          ]
        : [],
    ),
});
