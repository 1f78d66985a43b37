import type { ObjectTable } from "../table";
import { DEFENDER, FIRST_FITS, presetRule } from "./parts";

export const atpProtectionPolicyRule: ObjectTable = {
  ...presetRule,
  noun: "ATPProtectionPolicyRule",
  about: "The same preset's Safe Links, Safe Attachments and impersonation: on or off, and for whom.",
  licence: DEFENDER,
  needs: "defender-p1",
  notes: [
    FIRST_FITS,
    "Belongs to m365_eop_protection_policy_rule of the same name: both are switched. Destroy switches it off.",
  ],
};
