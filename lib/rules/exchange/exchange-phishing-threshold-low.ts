import { between, is, objectRule } from "../object-rule";

export const exchangePhishingThresholdLow = objectRule({
  id: "exchange-phishing-threshold-low",
  kind: "anti-phish-policy",
  title: "phishing is acted on only where it is sure",
  why: "At the lowest threshold much phishing is delivered; mailbox intelligence knows whom people really write with.",
  level: "warning",
  controls: { cis: ["2.1.7"] },
  recommended: false,
  says: "acts on less phishing than it could",
  wants: [
    between("phishThresholdLevel", 2),
    is("enableSpoofIntelligence", true),
    is("enableMailboxIntelligence", true),
    is("enableMailboxIntelligenceProtection", true),
  ],
});
