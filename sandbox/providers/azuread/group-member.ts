import { text } from "../../../provider/http/json";
import { DiagnosticError } from "../../../provider/plugin/index";
import { quoted } from "./graph-calls";
import { resourceSchema } from "./schema";
import { type Connected, objectIdOf, sdkResource } from "./sdk-resource";
import { textOf } from "./values";

const ID = /^([0-9a-f-]{36})\/member\/([0-9a-f-]{36})$/i;

export const groupMember = sdkResource({
  schema: resourceSchema("azuread_group_member", {
    group_object_id: { requiresReplace: true },
    member_object_id: { requiresReplace: true },
  }),
  async create({ group_object_id, member_object_id }, connected, made) {
    const { client, signal } = connected;
    const group = textOf(group_object_id) ?? "";
    const member = textOf(member_object_id) ?? "";
    const id = `${group}/member/${member}`;
    const path = `beta/groups/${group}`;
    if (!(await client.graph.find({ doing: `Retrieving group ${group}`, path, signal }))) {
      throw new DiagnosticError({ summary: `Group with object ID ${JSON.stringify(group)} was not found` });
    }
    const members = await client.graph.list({
      doing: `Retrieving members of ${group}`,
      path: `${path}/members`,
      signal,
    });
    if (members.some((one) => text(one.id) === member)) throw new DiagnosticError(alreadyThere(id));
    await client.graph.send({
      doing: `Adding member ${member} to group ${group}`,
      method: "POST",
      path: `${path}/members/$ref`,
      body: { "@odata.id": `${client.graph.origin}/beta/directoryObjects/${member}` },
      signal,
    });
    made(id);
  },
  async read(id, connected) {
    const [group = "", member = ""] = partsOf(id);
    return (await isMember(group, member, connected))
      ? { group_object_id: group, member_object_id: member }
      : undefined;
  },
  async delete(id, _state, connected) {
    const [group = "", member = ""] = partsOf(id);
    const { client, signal } = connected;
    const path = `beta/groups/${group}/members/${member}/$ref`;
    if (!(await isMember(group, member, connected))) return;
    await client.graph.send({ doing: `Removing ${id}`, method: "DELETE", path, signal });
  },
  importId: (given) => (ID.test(given) ? given : undefined),
  idExample: "<group object id>/member/<member object id>",
});

function partsOf(id: string): readonly string[] {
  return [id.split("/")[0] ?? "", objectIdOf(id)];
}

async function isMember(group: string, member: string, { client, signal }: Connected): Promise<boolean> {
  const found = await client.graph.list({
    doing: `Retrieving member ${member} of group ${group}`,
    path: `beta/groups/${group}/members`,
    query: { $filter: `id eq ${quoted(member)}` },
    signal,
  });
  return found.length > 0;
}

function alreadyThere(id: string) {
  return {
    summary: `an azuread_group_member with the ID ${JSON.stringify(id)} already exists`,
    detail: "To be managed by Terraform it needs to be imported into the state.",
  };
}
