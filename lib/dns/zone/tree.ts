import type { Zone, ZoneEntry } from "./model";

/** The nodes of one zone (RFC 1034 §3.1), made once a zone. */
export interface ZoneTree<E extends ZoneEntry> {
  readonly zone: Zone<E>;
  /** What stands at a name. */
  at(name: string): readonly E[];
  /** Does the name own records, or is it an empty non-terminal, with records below it only (RFC 4592 §2.2.2)? */
  exists(name: string): boolean;
  /** The NS records of the topmost zone cut at or above a name; none where the zone itself answers for the name. */
  cutAbove(name: string): readonly E[];
}

const NOTHING: readonly never[] = [];

export function treeOf<E extends ZoneEntry>(zone: Zone<E>): ZoneTree<E> {
  const { apex } = zone;
  const nodes = new Map<string, E[]>();
  const existing = new Set<string>([apex]);
  for (const entry of zone.entries) {
    if (!isAtOrBelow(entry.name, apex)) continue;
    const held = nodes.get(entry.name);
    if (held) held.push(entry);
    else nodes.set(entry.name, [entry]);
    for (let name = entry.name; !existing.has(name); name = parentOf(name)) existing.add(name);
  }
  const at = (name: string): readonly E[] => nodes.get(name) ?? NOTHING;
  return {
    zone,
    at,
    exists: (name) => existing.has(name),
    cutAbove(name) {
      for (const node of pathDown(apex, name)) {
        const servers = at(node).filter(({ type }) => type === "NS");
        if (servers.length > 0) return servers;
      }
      return NOTHING;
    },
  };
}

/** Names from just below the apex down to `name` itself. */
export function pathDown(apex: string, name: string): readonly string[] {
  const path: string[] = [];
  for (let rest = name; rest !== apex; rest = parentOf(rest)) path.unshift(rest);
  return path;
}

/** The name without its first label; the root is the empty name. */
export function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

export function isAtOrBelow(name: string, apex: string): boolean {
  return apex === "" || name === apex || name.endsWith(`.${apex}`);
}
