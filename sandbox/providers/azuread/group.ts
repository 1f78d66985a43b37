import { randomUUID } from "node:crypto";
import { text } from "../../../provider/http/json";
import { DiagnosticError, type Json, type ObjectValue } from "../../../provider/plugin/index";
import { type GraphObject, quoted } from "./graph-calls";
import { groupAttributes } from "./group-attributes";
import { administrativeUnits, link, linkedIds, objectUrl, relink } from "./group-links";
import { groupFaults } from "./group-rules";
import { graphName } from "./names";
import { resourceSchema } from "./schema";
import { type Connected, idBelow, objectIdOf, type Planned, sdkResource } from "./sdk-resource";
import { onlyBlock, textOf, texts } from "./values";

const PATH = "/groups/";
const TYPE = { "@odata.type": "#microsoft.graph.group" };

/** So many owners may be bound while a group is made. */
const OWNERS_AT_ONCE = 20;

const schema = resourceSchema("azuread_group", {
  assignable_to_role: { requiresReplace: true },
  behaviors: { requiresReplace: true },
  mail_nickname: { requiresReplace: true },
  provisioning_options: { requiresReplace: true },
  types: { requiresReplace: true },
});

export const group = sdkResource({
  schema,
  validate: groupFaults,
  withDefaults: (config) => ({
    ...config,
    prevent_duplicate_names: config.prevent_duplicate_names ?? false,
    writeback_enabled: config.writeback_enabled ?? false,
  }),
  async create(plan, connected, made) {
    await refuseDuplicate(plan, undefined, connected);
    const { client, signal } = connected;
    const [first, later] = await sortedOwners(plan, connected);
    const created = await client.graph.send({
      doing: `Creating group ${JSON.stringify(plan.display_name)}`,
      method: "POST",
      path: "beta/groups",
      body: {
        ...properties(plan),
        groupTypes: texts(plan.types),
        isAssignableToRole: plan.assignable_to_role === true,
        // As the portal does it for security groups.
        mailNickname: textOf(plan.mail_nickname) ?? randomUUID().slice(0, 10),
        "owners@odata.bind": first.map((owner) => objectUrl(owner, connected)),
        resourceBehaviorOptions: texts(plan.behaviors),
        resourceProvisioningOptions: texts(plan.provisioning_options),
        ...writeback(plan),
        ...(textOf(plan.visibility) !== undefined && { visibility: textOf(plan.visibility) ?? "" }),
      },
      signal,
    });
    const id = text(created.id) ?? "";
    made(`${PATH}${id}`);
    // Two changes of the name show the real provider that Microsoft's copies know the group.
    for (const displayName of [`TERRAFORM_UPDATE_${randomUUID()}`, textOf(plan.display_name) ?? ""]) {
      await patch(id, { ...TYPE, displayName }, connected);
    }
    await patchUnified(id, plan, {}, connected);
    for (const owner of later) await link("owners", id, owner, connected);
    for (const member of texts(plan.members)) await link("members", id, member, connected);
  },
  async read(path, connected, known) {
    const { client, signal } = connected;
    const id = objectIdOf(path);
    const found = await client.graph.find({
      doing: `Retrieving group ${id}`,
      path: `beta/groups/${id}`,
      signal,
    });
    if (!found) return undefined;
    return {
      ...(await groupAttributes(schema.attributes, found, connected)),
      owners: await linkedIds(id, "owners", connected),
      members: await linkedIds(id, "members", connected),
      administrative_unit_ids: await administrativeUnits(id, connected),
      prevent_duplicate_names: known.prevent_duplicate_names === true,
    };
  },
  async update(path, plan, prior, connected) {
    const id = objectIdOf(path);
    await refuseDuplicate(plan, id, connected);
    const visibility = plan.visibility === prior.visibility ? undefined : textOf(plan.visibility);
    const written = ["writeback_enabled", "onpremises_group_type"].some((name) => plan[name] !== prior[name]);
    const extent = { ...(written && writeback(plan)), ...(visibility !== undefined && { visibility }) };
    await patch(id, { ...properties(plan), ...extent }, connected);
    await patchUnified(id, plan, prior, connected);
    await relink("members", id, plan.members, prior.members, connected);
    await relink("owners", id, plan.owners, prior.owners, connected);
  },
  async delete(path, _state, { client, signal }) {
    const id = objectIdOf(path);
    await client.graph.remove({ doing: `Deleting group ${id}`, path: `beta/groups/${id}`, signal });
  },
  // By its object id alone, as before version 3.
  importId: (given) => idBelow(PATH)(given) ?? idBelow(PATH)(`${PATH}${given}`),
  idExample: `${PATH}00000000-0000-0000-0000-000000000000`,
});

/** What is sent whether a group is made or changed. */
function properties(plan: Planned): Readonly<Record<string, Json>> {
  const dynamic = onlyBlock(plan.dynamic_membership);
  const theme = textOf(plan.theme);
  return {
    ...TYPE,
    description: textOf(plan.description) ?? null,
    displayName: textOf(plan.display_name) ?? "",
    mailEnabled: plan.mail_enabled === true,
    membershipRule: textOf(dynamic?.rule) ?? null,
    ...(dynamic && { membershipRuleProcessingState: dynamic.enabled === true ? "On" : "Paused" }),
    securityEnabled: plan.security_enabled === true,
    ...(theme !== undefined && { theme }),
  };
}

function writeback(plan: Planned): Readonly<Record<string, Json>> {
  const isEnabled = plan.writeback_enabled === true;
  const type = textOf(plan.onpremises_group_type);
  const configuration = { isEnabled, ...(type !== undefined && { onPremisesGroupType: type }) };
  return isEnabled ? { writebackConfiguration: configuration } : {};
}

/** Settings of Microsoft 365 groups, of which each has to be changed by itself. */
async function patchUnified(
  id: string,
  plan: Planned,
  prior: ObjectValue,
  connected: Connected,
): Promise<void> {
  if (!texts(plan.types).includes("Unified")) return;
  for (const name of ["auto_subscribe_new_members", "hide_from_address_lists", "hide_from_outlook_clients"]) {
    await patchFlag(id, graphName(name), plan[name], prior[name], connected);
  }
  await patchFlag(
    id,
    "allowExternalSenders",
    plan.external_senders_allowed,
    prior.external_senders_allowed,
    connected,
  );
}

async function patchFlag(
  id: string,
  name: string,
  value: Planned[string],
  before: Planned[string],
  connected: Connected,
): Promise<void> {
  if (typeof value === "boolean" && value !== before) await patch(id, { ...TYPE, [name]: value }, connected);
}

async function patch(id: string, body: Json, { client, signal }: Connected): Promise<void> {
  const doing = `Updating group ${id}`;
  await client.graph.send({ doing, method: "PATCH", path: `beta/groups/${id}`, body, signal });
}

async function refuseDuplicate(
  plan: Planned,
  own: string | undefined,
  { client, signal }: Connected,
): Promise<void> {
  if (plan.prevent_duplicate_names !== true) return;
  const name = textOf(plan.display_name) ?? "";
  const found = await client.graph.list({
    doing: "Could not check for existing group(s)",
    path: "beta/groups",
    query: { $filter: `displayName eq ${quoted(name)}` },
    signal,
  });
  const other = found.find((one) => text(one.id) !== own);
  if (!other) return;
  throw new DiagnosticError({
    summary: `an existing group named ${JSON.stringify(name)} was found (ID ${text(other.id)}), and \`prevent_duplicate_names\` is set`,
    detail: "To be managed by Terraform it needs to be imported into the state, as an azuread_group.",
  });
}

/** The owners to bind at once and those to add later: who calls first, then users; who calls is the default. */
async function sortedOwners(
  plan: Planned,
  { client, signal }: Connected,
): Promise<readonly [first: readonly string[], later: readonly string[]]> {
  const owners = texts(plan.owners);
  if (owners.length === 0) return [[client.objectId], []];
  const others = owners.filter((owner) => owner !== client.objectId);
  const types = new Map<string, GraphObject["@odata.type"]>();
  for (const owner of others) {
    const doing = `Could not retrieve owner principal object ${JSON.stringify(owner)}`;
    const found = await client.graph.find({ doing, path: `v1.0/directoryObjects/${owner}`, signal });
    if (!found) throw new DiagnosticError({ summary: doing });
    types.set(owner, found["@odata.type"]);
  }
  const isUser = (owner: string) => types.get(owner) === "#microsoft.graph.user";
  const sorted = [
    ...owners.filter((owner) => owner === client.objectId),
    ...others.filter(isUser),
    ...others.filter((owner) => !isUser(owner)),
  ];
  return [sorted.slice(0, OWNERS_AT_ONCE), sorted.slice(OWNERS_AT_ONCE)];
}
