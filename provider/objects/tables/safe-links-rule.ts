import type { ObjectTable } from "../table";
import { DEFENDER, FIRST_FITS, SECURITY_ROLE, scopeRule, someRecipients } from "./parts";

export const safeLinksRule: ObjectTable = {
  noun: "SafeLinksRule",
  kind: "rule",
  about: "Whom a Safe Links policy is for.",
  attributes: scopeRule("SafeLinks", "safe_links_policy"),
  rules: [someRecipients],
  source: "https://learn.microsoft.com/defender-office-365/safe-links-policies-configure",
  licence: DEFENDER,
  needs: "defender-p1",
  role: SECURITY_ROLE,
  notes: [FIRST_FITS],
  example: {
    name: "Staff",
    safe_links_policy: "${m365_safe_links_policy.staff.name}",
    recipient_domain_is: ["contoso.com"],
  },
};
