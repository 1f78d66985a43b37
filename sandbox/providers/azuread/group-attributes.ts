import { field, text } from "../../../provider/http/json";
import type { Attributes, ObjectValue } from "../../../provider/plugin/index";
import type { GraphObject } from "./graph-calls";
import { attributesOf, leafTypes } from "./names";
import type { Connected } from "./sdk-resource";

const RENAMED = {
  assignable_to_role: "isAssignableToRole",
  behaviors: "resourceBehaviorOptions",
  external_senders_allowed: "allowExternalSenders",
  object_id: "id",
  onpremises_netbios_name: "onPremisesNetBiosName",
  provisioning_options: "resourceProvisioningOptions",
  types: "groupTypes",
};

/** What is not a property of the group, or only of the configuration. */
const NOT_ON_GROUP = [
  ...[
    "administrative_unit_ids",
    "id",
    "include_transitive_members",
    "members",
    "owners",
    "dynamic_membership",
  ],
  ...["onpremises_group_type", "prevent_duplicate_names", "writeback_enabled"],
];

/** What Graph shows of Microsoft 365 groups only, and only when it is asked for. */
const UNIFIED = [
  "allowExternalSenders",
  "autoSubscribeNewMembers",
  "hideFromAddressLists",
  "hideFromOutlookClients",
];

/** The attributes of a group that its resource and its data source share, from Graph's group. */
export async function groupAttributes(
  attributes: Attributes,
  group: GraphObject,
  { client, signal }: Connected,
): Promise<ObjectValue> {
  const id = text(group.id) ?? "";
  const unified = Array.isArray(group.groupTypes) && group.groupTypes.includes("Unified");
  const path = `beta/groups/${id}?$select=${UNIFIED.join(",")}`;
  const extra = unified
    ? await client.graph.find({ doing: `Retrieving extra fields for group ${id}`, path, signal })
    : {};
  const rule = text(group.membershipRule);
  const writeback = group.writebackConfiguration;
  return {
    ...attributesOf(leafTypes(attributes, NOT_ON_GROUP), { ...group, ...extra }, RENAMED),
    dynamic_membership:
      rule === undefined ? [] : [{ enabled: group.membershipRuleProcessingState !== "Paused", rule }],
    onpremises_group_type: text(field(writeback, "onPremisesGroupType")) ?? "",
    writeback_enabled: field(writeback, "isEnabled") === true,
  };
}
