import { exchangeMailTipsOff } from "../../../../lib/rules/exchange/exchange-mail-tips-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeMailTipsOff,
  kind: "organization-config",
  name: "the organization's settings",
  good: {
    mailTipsAllTipsEnabled: true,
    mailTipsExternalRecipientsTipsEnabled: true,
    mailTipsGroupMetricsEnabled: true,
    mailTipsLargeAudienceThreshold: 25,
  },
  bad: { mailTipsAllTipsEnabled: false },
  finds: [
    {
      level: "warning",
      message: "the organization's settings do not show all MailTips",
      received: "mailTipsAllTipsEnabled: false",
      expected: "true",
      fix: "set mailTipsAllTipsEnabled to true",
    },
  ],
});
