import { is, objectRule, oneOf } from "../object-rule";

export const exchangeAttachmentsUnchecked = objectRule({
  id: "exchange-attachments-unchecked",
  kind: "safe-attachment-policy",
  title: "attachments are not opened in a sandbox first",
  why: "Malware that no scanner knows is found by what it does. A policy that is off, or only records, delivers it.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.1.3v1"], cis: ["2.1.4"] },
  recommended: false,
  says: "delivers attachments that misbehave",
  wants: [is("enable", true), oneOf("action", ["Block", "DynamicDelivery"])],
});
