import { is, objectRule } from "../object-rule";

export const exchangeDirectSendOpen = objectRule({
  id: "exchange-direct-send-open",
  kind: "organization-config",
  title: "anonymous mail in the organization's own name is taken in",
  why: "Anybody may hand mail for the organization to Exchange Online directly, with a sender of the organization: scanners do it, and phishers. Refused, it has to come over a connector or be authenticated.",
  level: "warning",
  controls: { cis: ["6.5.5"] },
  recommended: false,
  says: "take anonymous mail in the organization's own name",
  wants: [is("rejectDirectSend", true)],
});
