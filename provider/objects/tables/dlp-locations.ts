import { type AttributeFacts, type ObjectAttribute, recipients, wholeNames } from "../attribute";
import { PLACES } from "../codec/structures";
import { onlyWith, someOf } from "../cross-rules";
import type { CrossRule } from "../table";

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

/** Where the rules of a policy hold, and where not. */
export const LOCATIONS = {
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
  sharepoint_location: places("SharePointLocation", "Sites of SharePoint by their URL, or All.", everywhere),
  sharepoint_location_exception: places(
    "SharePointLocationException",
    "Sites that are left out of All.",
    sites,
  ),
  one_drive_location: all("OneDriveLocation", "OneDrive", everywhere),
  one_drive_shared_by: recipients("OneDriveSharedBy", "Only the OneDrive of these people.", {
    example: ["anna@contoso.com"],
  }),
  except_if_one_drive_shared_by: recipients("ExceptIfOneDriveSharedBy", "Not the OneDrive of these people.", {
    example: ["bert@contoso.com"],
  }),
  teams_location: places("TeamsLocation", "Chats and channels of Teams: people, groups, or All.", {
    ...everywhere,
    licence: DEVICES,
    needs: "e5",
  }),
  teams_location_exception: places("TeamsLocationException", "People and groups that are left out of All.", {
    ...groups,
    licence: DEVICES,
    needs: "e5",
  }),
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
};

/** One or the other, in the same policy. */
function notBoth(one: string, other: string): CrossRule {
  return function* (values) {
    const [a, b] = [values[one], values[other]];
    if (!Array.isArray(a) || a.length === 0 || !Array.isArray(b) || b.length === 0) return;
    yield { path: [one], message: `cannot stand beside ${other}`, fix: "keep one of them" };
  };
}

/** It holds somewhere, and what is left out is left out of all. */
export const LOCATION_RULES: readonly CrossRule[] = [
  someOf(
    [
      "exchange_location",
      "sharepoint_location",
      "one_drive_location",
      "teams_location",
      "endpoint_dlp_location",
    ],
    "the policy holds nowhere",
  ),
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
];
