import type { ObjectTable } from "../table";
import { DEFENDER, FIRST_FITS, SECURITY_ROLE, scopeRule, someRecipients } from "./parts";

export const safeAttachmentRule: ObjectTable = {
  noun: "SafeAttachmentRule",
  kind: "rule",
  about: "Whom a Safe Attachments policy is for.",
  attributes: scopeRule("SafeAttachment", "safe_attachment_policy"),
  rules: [someRecipients],
  source: "https://learn.microsoft.com/defender-office-365/safe-attachments-policies-configure",
  licence: DEFENDER,
  needs: "defender-p1",
  role: SECURITY_ROLE,
  notes: [FIRST_FITS],
  example: {
    name: "Staff",
    safe_attachment_policy: "${m365_safe_attachment_policy.staff.name}",
    recipient_domain_is: ["contoso.com"],
  },
};
