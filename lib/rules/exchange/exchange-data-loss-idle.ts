import { objectRule, oneOf } from "../object-rule";

export const exchangeDataLossIdle = objectRule({
  id: "exchange-data-loss-idle",
  kind: "dlp-compliance-policy",
  title: "a policy against the loss of data does not act",
  why: "A policy in test records what would have been stopped, and stops nothing.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.3.1v1"], cis: ["3.2.1"] },
  recommended: false,
  says: "stops nothing",
  wants: [oneOf("mode", ["Enable"])],
});
