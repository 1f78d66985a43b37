import { is, objectRule } from "../object-rule";

export const exchangeSpammersUnnoticed = objectRule({
  id: "exchange-spammers-unnoticed",
  kind: "hosted-outbound-spam-filter-policy",
  title: "nobody is told of mailboxes that send spam",
  why: "A mailbox that sends spam has been broken into; without a message nobody looks.",
  level: "warning",
  controls: { cis: ["2.1.6"] },
  recommended: false,
  says: "tells nobody of mailboxes that send spam",
  wants: [is("notifyOutboundSpam", true), is("bccSuspiciousOutboundMail", true)],
});
