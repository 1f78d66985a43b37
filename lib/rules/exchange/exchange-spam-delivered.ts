import { objectRule, oneOf } from "../object-rule";

export const exchangeSpamDelivered = objectRule({
  id: "exchange-spam-delivered",
  kind: "hosted-content-filter-policy",
  title: "spam or phishing reaches inboxes",
  why: "What was found to be spam or phishing is delivered to the inbox with a mark that few people see.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.6.1v1"] },

  says: "delivers spam or phishing to inboxes",
  wants: [
    oneOf("spamAction", ["MoveToJmf", "Quarantine", "Redirect", "Delete"]),
    oneOf("highConfidenceSpamAction", ["MoveToJmf", "Quarantine", "Redirect", "Delete"]),
    oneOf("phishSpamAction", ["MoveToJmf", "Quarantine", "Redirect", "Delete"]),
  ],
});
