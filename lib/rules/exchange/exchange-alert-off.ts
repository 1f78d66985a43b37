import { alertsAskedFor, alertsMissing } from "../../posture/facts/alerts";
import { titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

export const exchangeAlertOff = tenantRule({
  id: "exchange-alert-off",
  reads: "protection-alert",
  asks: ["disabled"],
  title: "an alert policy is off",
  why: "What the policy looks for happens, and nobody hears of it: mailboxes that forward to the outside, accounts that send spam, connectors that are misused.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.4.1v1"] },
  check: (tenant) => [
    ...alertsMissing(tenant).map((name) => ({
      message: `${titled({ kind: "protection-alert", name })} is not there`,
      expected: "there, on, and heard by somebody",
      fix: "look in the Defender portal, under Alert policy: Microsoft makes it, and a licence may be missing",
    })),
    ...alertsAskedFor(tenant).flatMap((object) =>
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
  ],
});
