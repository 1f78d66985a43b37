import type { Collision, Existing } from "./collisions";
import type { WrittenRecord } from "./written";

/** The role path of a planned record, `Spf` or `news/Spf`; `undefined` where the estate declares none such. */
export type RoleOf = (written: WrittenRecord) => string | undefined;

/** What stands in the way of one stack, in sentences, with what to do about it. */
export interface ExistingWords {
  /** A sentence for each record that exists, and for what could not be read. */
  readonly messages: readonly string[];
  /** What the domain's entry in the estate needs for all that can be taken over, in YAML; empty if nothing can. */
  readonly estate: readonly string[];
}

/** More than this of one stack is counted. */
const MOST = 20;
/** Characters of a value. */
const LONGEST = 160;

export function existingWords({ collisions, unread }: Existing, roleOf: RoleOf): ExistingWords {
  const sentences = [
    ...collisions.map((one) => collisionWords(one, roleOf)),
    ...alikeUnread(unread).map(
      ({ names, why }) =>
        `what ${names} already ${names.includes(" and ") ? "hold" : "holds"} could not be read: ${why}`,
    ),
  ];
  const more = sentences.length - MOST;
  return {
    messages: more > 1 ? [...sentences.slice(0, MOST), `${more} more records exist`] : sentences,
    estate: estateLines(collisions, roleOf),
  };
}

function collisionWords(collision: Collision, roleOf: RoleOf): string {
  const { written, live, why } = collision;
  return `${live.name} ${live.type} ${valueWords(live.data)} exists: ${why}; ${fixOf(collision, roleOf(written))}`;
}

function fixOf({ written, live, takeOver }: Collision, role: string | undefined): string {
  const { resource, address, attributes } = written;
  if (!resource) return "delete it right before the apply";
  if (resource.isSet)
    return `take it over in the stack's folder: terraform import '${address}' <its resource id>`;
  if (!takeOver) {
    return live.id === undefined ? "delete it at the host" : `delete it at the host (id ${live.id})`;
  }
  if (live.id === undefined) return `take it over by its id, import: { ${keyOf(role ?? address)}: … }`;
  if (role !== undefined) return `take it over, import: { ${keyOf(role)}: ${live.id} }`;
  return `take it over in the stack's folder: terraform import '${address}' ${resource.importId?.(attributes, live.id) ?? live.id}`;
}

/** The lines of the domain's entry that take all over which can be: ids are told by the host alone. */
function estateLines(collisions: readonly Collision[], roleOf: RoleOf): readonly string[] {
  const ids = collisions.flatMap(({ written, live, takeOver }) => {
    const role = roleOf(written);
    return takeOver && live.id !== undefined && role !== undefined
      ? [{ role, id: live.id, zone: zoneOf(written) }]
      : [];
  });
  const [first] = ids;
  if (first?.zone === undefined) return [];
  const sorted = ids.toSorted((a, b) => (a.role < b.role ? -1 : 1));
  return [
    `zone: ${first.zone}`,
    `import: { ${sorted.map(({ role, id }) => `${keyOf(role)}: ${id}`).join(", ")} }`,
  ];
}

function zoneOf({ resource, zone }: WrittenRecord): string | undefined {
  return zone.id === undefined ? undefined : resource?.estateZone?.(zone.id);
}

/** A role as a key of a YAML mapping. */
function keyOf(role: string): string {
  return isPlain(role) ? role : JSON.stringify(role);
}

function isPlain(text: string): boolean {
  return /^[A-Za-z][\w/-]*$/.test(text);
}

function valueWords(data: string): string {
  return JSON.stringify(data.length > LONGEST ? `${data.slice(0, LONGEST)}…` : data);
}

/** Names that are out of reach for one reason are told together. */
function alikeUnread(
  unread: Existing["unread"],
): readonly { readonly names: string; readonly why: string }[] {
  const by = new Map<string, string[]>();
  for (const { name, why } of unread) by.set(why, [...(by.get(why) ?? []), name]);
  return [...by].map(([why, names]) => {
    const [first = "", ...others] = names;
    return { why, names: others.length > 0 ? `${first} and ${others.length} more` : first };
  });
}
