import { between, is, objectRule } from "../object-rule";

export const exchangeMailTipsOff = objectRule({
  id: "exchange-mail-tips-off",
  kind: "organization-config",
  title: "MailTips are not shown",
  why: "Users are not told that a recipient is outside, or that a group reaches many, before they send.",
  level: "warning",
  controls: { cis: ["6.5.2"] },
  recommended: false,
  says: "do not show all MailTips",
  wants: [
    is("mailTipsAllTipsEnabled", true),
    is("mailTipsExternalRecipientsTipsEnabled", true),
    is("mailTipsGroupMetricsEnabled", true),
    between("mailTipsLargeAudienceThreshold", 0, 25),
  ],
});
