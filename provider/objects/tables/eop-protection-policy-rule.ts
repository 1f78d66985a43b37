import { enabled, word } from "../attribute";
import type { ObjectTable } from "../table";
import { FIRST_FITS, PRESETS, presetAbsent, recipientScope, SECURITY_ROLE } from "./parts";

export const eopProtectionPolicyRule: ObjectTable = {
  noun: "EOPProtectionPolicyRule",
  kind: "object",
  about: "Whether the standard or the strict preset is on, and whom it is for: spam, malware and spoofing.",
  builtIn: PRESETS,
  absent: presetAbsent,
  attributes: {
    name: word("Name", PRESETS, "The preset.", { required: true, replaces: true, example: PRESETS[0] ?? "" }),
    enabled,
    ...recipientScope,
  },
  source: "https://learn.microsoft.com/defender-office-365/preset-security-policies",
  role: SECURITY_ROLE,
  notes: [
    FIRST_FITS,
    "Without anybody named it is for everyone. The values of a preset are Microsoft's.",
    "Where the tenant has Defender for Office 365, m365_atp_protection_policy_rule belongs to it: both are switched.",
    "The standard preset comes after the strict one; destroy switches it off.",
  ],
  example: { name: PRESETS[1] ?? "", sent_to_member_of: ["executives@contoso.com"] },
};
