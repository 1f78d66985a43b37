import type { ObjectTable } from "../table";
import { FIRST_FITS, presetRule } from "./parts";

export const eopProtectionPolicyRule: ObjectTable = {
  ...presetRule,
  noun: "EOPProtectionPolicyRule",
  about: "Whether the standard or the strict preset is on, and whom it is for: spam, malware and spoofing.",
  notes: [
    FIRST_FITS,
    "Without anybody named it is for everyone. The values of a preset are Microsoft's.",
    "Where the tenant has Defender for Office 365, m365_atp_protection_policy_rule belongs to it: both are switched.",
    "The standard preset comes after the strict one; destroy switches it off.",
  ],
};
