import { text } from "../../../provider/http/json";
import type { Connected, Planned } from "./sdk-resource";
import { texts } from "./values";

/** The object ids behind one of a group's links: `members`, `owners`, `transitiveMembers`. */
export async function linkedIds(
  id: string,
  link: string,
  { client, signal }: Connected,
): Promise<readonly string[]> {
  const doing = `Could not retrieve ${link} for group ${id}`;
  const found = await client.graph.list({ doing, path: `beta/groups/${id}/${link}`, signal });
  return found.map((one) => text(one.id) ?? "");
}

/** What Graph takes for a reference to an object. */
export function objectUrl(id: string, { client }: Connected): string {
  return `${client.graph.origin}/beta/directoryObjects/${id}`;
}

type Link = "members" | "owners";

/** Adds one. */
export async function link(kind: Link, id: string, target: string, connected: Connected): Promise<void> {
  const { client, signal } = connected;
  await client.graph.send({
    doing: `Could not add ${kind} to group ${id}`,
    method: "POST",
    path: `beta/groups/${id}/${kind}/$ref`,
    body: { "@odata.id": objectUrl(target, connected) },
    signal,
  });
}

/** Makes the links what is planned, if the plan changes them; new ones first, so that a group is never without owners. */
export async function relink(
  kind: Link,
  id: string,
  planned: Planned[string],
  prior: Planned[string],
  connected: Connected,
): Promise<void> {
  const wanted = texts(planned);
  if (planned === undefined || sameSet(wanted, texts(prior))) return;
  const { client, signal } = connected;
  const there = await linkedIds(id, kind, connected);
  for (const one of wanted.filter((target) => !there.includes(target))) await link(kind, id, one, connected);
  for (const one of there.filter((target) => !wanted.includes(target))) {
    const path = `beta/groups/${id}/${kind}/${one}/$ref`;
    await client.graph.send({
      doing: `removing one of the ${kind} of group ${id}`,
      method: "DELETE",
      path,
      signal,
    });
  }
}

/** The administrative units that a group is in. */
export async function administrativeUnits(
  id: string,
  { client, signal }: Connected,
): Promise<readonly string[]> {
  const doing = `Could not retrieve administrative units for group ${id}`;
  const found = await client.graph.list({ doing, path: `beta/groups/${id}/memberOf`, signal });
  return found
    .filter((one) => one["@odata.type"] === "#microsoft.graph.administrativeUnit")
    .map((one) => text(one.id) ?? "");
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}
