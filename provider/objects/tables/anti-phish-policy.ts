import { flag, word } from "../attribute";
import type { ObjectTable } from "../table";
import { IMPERSONATION, IMPERSONATION_RULES } from "./impersonation";
import { adminDisplayName, policyName, quarantineTag, SECURITY_ROLE } from "./parts";

export const antiPhishPolicy: ObjectTable = {
  noun: "AntiPhishPolicy",
  kind: "object",
  about: "Protection from mail that passes for somebody else's.",
  builtIn: ["Office365 AntiPhish Default"],
  attributes: {
    name: policyName,
    admin_display_name: adminDisplayName,
    enable_spoof_intelligence: flag("EnableSpoofIntelligence", "Is spoofing looked for?", { default: true }),
    authentication_fail_action: word(
      "AuthenticationFailAction",
      ["MoveToJmf", "Quarantine"],
      "What happens to spoofed mail.",
      { default: "MoveToJmf" },
    ),
    spoof_quarantine_tag: quarantineTag("SpoofQuarantineTag", "spoofed mail"),
    honor_dmarc_policy: flag("HonorDmarcPolicy", "Does the sender's DMARC policy decide?", { default: true }),
    dmarc_quarantine_action: word(
      "DmarcQuarantineAction",
      ["Quarantine", "MoveToJmf"],
      "What p=quarantine means.",
      { default: "Quarantine" },
    ),
    dmarc_reject_action: word("DmarcRejectAction", ["Reject", "Quarantine"], "What p=reject means.", {
      default: "Reject",
    }),
    enable_first_contact_safety_tips: flag(
      "EnableFirstContactSafetyTips",
      "Are users told when a sender is new to them?",
      { default: false },
    ),
    enable_unauthenticated_sender: flag(
      "EnableUnauthenticatedSender",
      "Do senders who were not authenticated get a question mark?",
      { default: true },
    ),
    enable_via_tag: flag("EnableViaTag", "Does Outlook say via whom mail came?", { default: true }),
    ...IMPERSONATION,
  },
  rules: IMPERSONATION_RULES,
  source: "https://learn.microsoft.com/defender-office-365/anti-phishing-policies-mdo-configure",
  role: SECURITY_ROLE,
  notes: ["Spoofing and DMARC need no licence; what tells of impersonation does."],
  example: {
    name: "Office365 AntiPhish Default",
    honor_dmarc_policy: true,
    authentication_fail_action: "Quarantine",
  },
};
