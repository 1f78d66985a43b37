import { type AttributeFacts, type ObjectAttribute, recipients, text, wholeNames, word } from "../attribute";
import { PLACES } from "../codec/structures";
import { onlyWith, someOf } from "../cross-rules";
import type { CrossRule, ObjectTable } from "../table";
import { policyName } from "./parts";

/** `Set-` has no parameter for the whole of it, but one for what comes in and one for what goes. */
const places = (parameter: string, about: string, facts: AttributeFacts = {}): ObjectAttribute => ({
  ...wholeNames(parameter, about, { inAndOut: true, ...facts }),
  codec: PLACES,
});
const all = (parameter: string, what: string, facts: AttributeFacts = {}): ObjectAttribute => ({
  ...places(parameter, `${what}: All, or nothing.`, facts),
  codec: {
    ...PLACES,
    fault: (value) => (value === "All" ? undefined : `got ${JSON.stringify(value)}; expected All`),
  },
});
const groups = { example: ["sales@contoso.com"] } as const;
const sites = { example: ["https://contoso.sharepoint.com/sites/hr"] } as const;
const everywhere = { example: ["All"] } as const;
const DEVICES = "Microsoft 365 E5 or the Purview suite";

/** One or the other, in the same policy. */
function notBoth(one: string, other: string): CrossRule {
  return function* (values) {
    const [a, b] = [values[one], values[other]];
    if (!Array.isArray(a) || a.length === 0 || !Array.isArray(b) || b.length === 0) return;
    yield { path: [one], message: `cannot stand beside ${other}`, fix: "keep one of them" };
  };
}

const LOCATIONS = [
  "exchange_location",
  "sharepoint_location",
  "one_drive_location",
  "teams_location",
  "endpoint_dlp_location",
];

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
    exchange_location: all("ExchangeLocation", "Mail", everywhere),
    exchange_sender_member_of: recipients(
      "ExchangeSenderMemberOf",
      "Only mail of members of these groups.",
      groups,
    ),
    exchange_sender_member_of_exception: recipients(
      "ExchangeSenderMemberOfException",
      "Not the mail of members of these groups.",
      groups,
    ),
    sharepoint_location: places(
      "SharePointLocation",
      "Sites of SharePoint by their URL, or All.",
      everywhere,
    ),
    sharepoint_location_exception: places(
      "SharePointLocationException",
      "Sites that are left out of All.",
      sites,
    ),
    one_drive_location: all("OneDriveLocation", "OneDrive", everywhere),
    one_drive_shared_by: recipients("OneDriveSharedBy", "Only the OneDrive of these people.", {
      example: ["anna@contoso.com"],
    }),
    except_if_one_drive_shared_by: recipients(
      "ExceptIfOneDriveSharedBy",
      "Not the OneDrive of these people.",
      {
        example: ["bert@contoso.com"],
      },
    ),
    teams_location: places("TeamsLocation", "Chats and channels of Teams: people, groups, or All.", {
      ...everywhere,
      licence: DEVICES,
      needs: "e5",
    }),
    teams_location_exception: places(
      "TeamsLocationException",
      "People and groups that are left out of All.",
      { ...groups, licence: DEVICES, needs: "e5" },
    ),
    endpoint_dlp_location: places("EndpointDlpLocation", "Devices of these people, or All.", {
      ...everywhere,
      licence: DEVICES,
      needs: "e5",
    }),
    endpoint_dlp_location_exception: places(
      "EndpointDlpLocationException",
      "People whose devices are left out of All.",
      { ...groups, licence: DEVICES, needs: "e5" },
    ),
  },
  rules: [
    someOf(LOCATIONS, "the policy holds nowhere"),
    notBoth("exchange_sender_member_of", "exchange_sender_member_of_exception"),
    notBoth("one_drive_shared_by", "except_if_one_drive_shared_by"),
    ...[
      ["exchange_sender_member_of", "exchange_location"],
      ["exchange_sender_member_of_exception", "exchange_location"],
      ["sharepoint_location_exception", "sharepoint_location"],
      ["one_drive_shared_by", "one_drive_location"],
      ["except_if_one_drive_shared_by", "one_drive_location"],
      ["teams_location_exception", "teams_location"],
      ["endpoint_dlp_location_exception", "endpoint_dlp_location"],
    ].map(([one = "", other = ""]) => onlyWith(one, other, ["All"])),
  ],
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
