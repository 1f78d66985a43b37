import { text, word } from "../attribute";
import type { ObjectTable } from "../table";
import { LOCATION_RULES, LOCATIONS } from "./dlp-locations";
import { policyName } from "./parts";

export const dlpCompliancePolicy: ObjectTable = {
  noun: "DlpCompliancePolicy",
  kind: "rule",
  service: "purview",
  about: "A policy against data loss: where its rules hold, and whether they act.",
  attributes: {
    name: policyName,
    comment: text("Comment", "A note for administrators."),
    mode: word(
      "Mode",
      ["Enable", "TestWithNotifications", "TestWithoutNotifications", "Disable"],
      "Do the rules act, or only tell what they would do?",
      { default: "Enable" },
    ),
    ...LOCATIONS,
  },
  rules: LOCATION_RULES,
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/new-dlpcompliancepolicy",
  licence:
    "Microsoft Purview Data Loss Prevention: Microsoft 365 E3 for mail, SharePoint and OneDrive, E5 for Teams and devices",
  role: "Compliance Administrator",
  effect: "an hour, up to a day",
  notes: [
    "Which policy comes first is said by m365_dlp_compliance_policy_order.",
    "One that was removed is shown as pending deletion for a while, and counts as gone.",
    "Locations of Copilot, Power BI, other clouds and scanners, adaptive scopes and administrative units are not managed.",
  ],
  example: { name: "Payment cards", exchange_location: ["All"], one_drive_location: ["All"] },
};
