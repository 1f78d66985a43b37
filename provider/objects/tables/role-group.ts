import type { ObjectAttribute } from "../attribute";
import { name, shortText, wholeNames, word } from "../attribute";
import { isTexts } from "../codec/codec";
import { NAMES } from "../codec/lists";
import { type ObjectTable, SERVICES } from "../table";
import { ruleName } from "./parts";

const roles = wholeNames("Roles", "Management roles that its members have, by name.", {
  required: true,
  replaces: true,
  example: ["View-Only Recipients"],
});

/** Security & Compliance shows roles by their whole path. */
const byName: ObjectAttribute = {
  ...roles,
  codec: {
    ...NAMES,
    decode: (raw) => {
      const shown = NAMES.decode(raw);
      return shown !== null && isTexts(shown) ? shown.map((role) => role.replace(/^.*\//, "")) : shown;
    },
  },
};

/** Which of the services a role group is at. */
const service = word(
  "service",
  SERVICES,
  "Where it is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). Groups of the same name are not the same.",
  { required: true, replaces: true, local: true },
);

export const roleGroup: ObjectTable = {
  noun: "RoleGroup",
  kind: "object",
  service: "chosen",
  about: "A role group: what its members may administer.",
  attributes: {
    service,
    name: { ...ruleName, about: "Name of the group, at most 64 characters." },
    roles: byName,
    display_name: shortText(256)("DisplayName", "Its name in the portal."),
    description: shortText(1024)("Description", "What it is for."),
    managed_by: wholeNames("ManagedBy", "Who may change it.", {
      decided: true,
      example: ["Organization Management"],
    }),
    custom_recipient_write_scope: name(
      "CustomRecipientWriteScope",
      "Management scope of the recipients that its members may change; of Exchange.",
      { replaces: true, example: "Sales" },
    ),
  },
  removal: { Confirm: false, BypassSecurityGroupManagerCheck: true },
  alongside: () => ({ BypassSecurityGroupManagerCheck: true }),
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/new-rolegroup",
  role: "Organization Management, which has Role Management; in Purview, Purview Administrators",
  notes: [
    "Who is in it: m365_role_group_member for one, m365_role_group_members for all. Both take groups that Microsoft made, by their name.",
    "Roles of a group that exists change by management role assignments, which are not managed: a change of roles replaces the group, and its members are added again.",
    "Groups that Microsoft made cannot be removed. Import by service and name: purview/Service Assurance User.",
  ],
  example: {
    service: "purview",
    name: "Service assurance readers",
    roles: ["Service Assurance View"],
    description: "Reads Microsoft's audit reports",
  },
};
