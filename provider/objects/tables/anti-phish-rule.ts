import type { ObjectTable } from "../table";
import { FIRST_FITS, SECURITY_ROLE, scopeRule, someRecipients } from "./parts";

export const antiPhishRule: ObjectTable = {
  noun: "AntiPhishRule",
  kind: "rule",
  about: "Whom an anti-phishing policy is for.",
  attributes: scopeRule("AntiPhish", "anti_phish_policy"),
  rules: [someRecipients],
  source: "https://learn.microsoft.com/defender-office-365/anti-phishing-policies-mdo-configure",
  role: SECURITY_ROLE,
  notes: [FIRST_FITS],
  example: {
    name: "Executives",
    anti_phish_policy: "${m365_anti_phish_policy.strict.name}",
    sent_to_member_of: ["executives@contoso.com"],
  },
};
