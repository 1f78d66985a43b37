import type { DnsRecordType } from "../record";
import type { AliasStep, Zone, ZoneAnswer, ZoneEntry } from "./model";
import { isAtOrBelow, parentOf, pathDown, treeOf, type ZoneTree } from "./tree";

/** Zones that are asked together, as a resolver would that reaches their servers and no others. */
export interface Zones<E extends ZoneEntry = ZoneEntry> {
  /** What resolvers find for a name and a type, as far as these zones say. */
  answer(name: string, type: DnsRecordType): ZoneAnswer<E>;
}

/** Of two zones, the one that begins nearer to a name answers for it, as on a server that serves both. */
export function zonesOf<E extends ZoneEntry>(zones: readonly Zone<E>[]): Zones<E> {
  const trees = new Map(zones.map((zone) => [zone.apex, treeOf(zone)]));
  const treeAbove = (name: string): ZoneTree<E> | undefined => {
    for (let above = name; ; above = parentOf(above)) {
      const tree = trees.get(above);
      if (tree || above === "") return tree;
    }
  };
  return {
    answer(name, type) {
      const path: AliasStep<E>[] = [];
      const seen = new Set<string>();
      for (let current = name; ; ) {
        if (seen.has(current)) return { kind: "loop", path, name: current };
        seen.add(current);
        const tree = treeAbove(current);
        if (!tree) return outside(path, current);
        const found = answerAt(tree, current, type);
        if (found.kind !== "alias") return { ...found, path, name: current };
        path.push({ name: current, entry: found.entry, target: found.target });
        current = found.target;
      }
    },
  };
}

function outside<E extends ZoneEntry>(path: readonly AliasStep<E>[], name: string): ZoneAnswer<E> {
  const last = path.at(-1);
  return last
    ? { kind: "elsewhere", how: "alias", by: [last.entry], to: [last.target], path, name }
    : { kind: "unknown", why: "outside", entries: [], path, name };
}

type Local<A> = A extends unknown ? Omit<A, "path" | "name"> : never;
type Found<E extends ZoneEntry> =
  | Local<ZoneAnswer<E>>
  | { readonly kind: "alias"; readonly entry: E; readonly target: string };

/** RFC 1034 §4.3.2, step 3, with the wildcards of RFC 4592 §3.3, in the one zone that is nearest to the name. */
function answerAt<E extends ZoneEntry>(tree: ZoneTree<E>, name: string, type: DnsRecordType): Found<E> {
  const { zone } = tree;
  const servers = tree.cutAbove(name);
  if (servers.length > 0 && !isAboves(type, name, servers)) {
    const to = servers.flatMap(({ record }) => (record?.type === "NS" ? [record.host as string] : []));
    return { kind: "elsewhere", how: "delegation", by: servers, to };
  }
  if (tree.exists(name)) {
    return (
      atNode(tree.at(name), type) ??
      (zone.knowledge.ofRecords(name, type)
        ? { kind: "none", exists: true }
        : { kind: "unknown", why: "unmanaged", entries: [] })
    );
  }
  const { encloser, isSure } = closestEncloser(tree, name);
  const source = `*.${encloser}`;
  if (!tree.exists(source)) {
    return isSure || zone.knowledge.ofRecords(name, type)
      ? { kind: "none", exists: false }
      : { kind: "unknown", why: "unmanaged", entries: [] };
  }
  // A record that the source does not know would make the name exist, and keep the wildcard from answering.
  if (!isSure) return { kind: "unknown", why: "unmanaged", entries: [] };
  const made = atNode(tree.at(source), type);
  if (made) return made.kind === "records" ? { ...made, wildcard: source } : made;
  return zone.knowledge.ofRecords(name, type) || zone.knowledge.ofRecords(source, type)
    ? { kind: "none", exists: true }
    : { kind: "unknown", why: "unmanaged", entries: [] };
}

/** A delegation's DS is the one type at a cut that the zone above answers with (RFC 4035 §3.1.4.1). */
function isAboves(type: DnsRecordType, name: string, cut: readonly ZoneEntry[]): boolean {
  return type === "DS" && cut[0]?.name === name;
}

/** What the records at one node say: an alias stands for every type but its own (RFC 1034 §3.6.2). */
function atNode<E extends ZoneEntry>(held: readonly E[], type: DnsRecordType): Found<E> | undefined {
  const entries = held.filter((entry) => entry.type === type);
  const alias = type === "CNAME" ? undefined : held.find((entry) => entry.type === "CNAME");
  if (alias) {
    return alias.record?.type === "CNAME"
      ? { kind: "alias", entry: alias, target: alias.record.target }
      : { kind: "unknown", why: "value", entries: [alias] };
  }
  if (entries.length === 0) return undefined;
  return entries.every(({ record }) => record)
    ? { kind: "records", entries }
    : { kind: "unknown", why: "value", entries };
}

/**
 * The longest existing name above one that does not exist (RFC 4592 §3.3.1), and whether the source would know of a
 * longer one.
 */
function closestEncloser<E extends ZoneEntry>(
  { zone, exists }: ZoneTree<E>,
  name: string,
): { readonly encloser: string; readonly isSure: boolean } {
  let isSure = true;
  let encloser = zone.apex;
  for (const node of pathDown(zone.apex, name)) {
    if (exists(node)) encloser = node;
    else if (!zone.knowledge.ofName(node)) isSure = false;
  }
  return { encloser, isSure };
}

/**
 * Records of a zone that no resolver ever sees, since they stand below a zone cut and the zone's servers refer to
 * others there (RFC 1034 §4.2.1). Addresses of the cut's own name servers are glue, which is served.
 * @returns each such record with the NS records of the cut above it
 */
export function occludedIn<E extends ZoneEntry>(
  zone: Zone<E>,
): readonly { readonly entry: E; readonly cut: readonly E[] }[] {
  const tree = treeOf(zone);
  return zone.entries.flatMap((entry) => {
    if (!isAtOrBelow(entry.name, zone.apex) || entry.name === zone.apex) return [];
    const cut = tree.cutAbove(entry.name);
    const [first] = cut;
    if (!first || (entry.type === "NS" && entry.name === first.name)) return [];
    if (isAboves(entry.type, entry.name, cut)) return [];
    const isAddress = entry.type === "A" || entry.type === "AAAA";
    const isGlue = isAddress && cut.some(({ record }) => record?.type === "NS" && record.host === entry.name);
    return isGlue ? [] : [{ entry, cut }];
  });
}
