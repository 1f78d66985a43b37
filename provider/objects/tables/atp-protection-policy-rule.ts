import { enabled, word } from "../attribute";
import type { ObjectTable } from "../table";
import { DEFENDER, FIRST_FITS, PRESETS, presetAbsent, recipientScope, SECURITY_ROLE } from "./parts";

export const atpProtectionPolicyRule: ObjectTable = {
  noun: "ATPProtectionPolicyRule",
  kind: "object",
  about: "The same preset's Safe Links, Safe Attachments and impersonation: on or off, and for whom.",
  builtIn: PRESETS,
  absent: presetAbsent,
  attributes: {
    name: word("Name", PRESETS, "The preset.", { required: true, replaces: true, example: PRESETS[0] ?? "" }),
    enabled,
    ...recipientScope,
  },
  source: "https://learn.microsoft.com/defender-office-365/preset-security-policies",
  licence: DEFENDER,
  role: SECURITY_ROLE,
  notes: [
    FIRST_FITS,
    "Belongs to m365_eop_protection_policy_rule of the same name: both are switched. Destroy switches it off.",
  ],
  example: { name: PRESETS[1] ?? "", sent_to_member_of: ["executives@contoso.com"] },
};
