import type { ObjectTable } from "../table";
import { FIRST_FITS, SECURITY_ROLE, scopeRule, someRecipients } from "./parts";

export const hostedContentFilterRule: ObjectTable = {
  noun: "HostedContentFilterRule",
  kind: "rule",
  about: "Whom an anti-spam policy is for.",
  attributes: scopeRule("HostedContentFilter", "hosted_content_filter_policy"),
  rules: [someRecipients],
  source: "https://learn.microsoft.com/defender-office-365/anti-spam-policies-configure",
  role: SECURITY_ROLE,
  notes: [FIRST_FITS],
  example: {
    name: "Executives",
    hosted_content_filter_policy: "${m365_hosted_content_filter_policy.strict.name}",
    sent_to_member_of: ["executives@contoso.com"],
  },
};
