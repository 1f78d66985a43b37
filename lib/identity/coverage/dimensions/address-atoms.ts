import type { IpVersion } from "../../../dns/address";
import { AddressSet } from "../../../dns/address-set";

/** Addresses that the same sets hold. */
export interface AddressAtom {
  /** Places of the sets that hold these addresses; of the first atom none. */
  readonly of: ReadonlySet<number>;
  readonly ip4: AddressSet;
  readonly ip6: AddressSet;
}

/** A set of addresses of both versions. */
export interface Addresses {
  readonly ip4: AddressSet;
  readonly ip6: AddressSet;
}

/** Reads blocks in CIDR notation; `undefined` if one of them is none. */
export function addressesOf(blocks: readonly string[]): Addresses | undefined {
  const sets = blocks.map((block) => AddressSet.parse(block));
  const read = sets.filter((set) => set !== undefined);
  if (read.length < sets.length) return undefined;
  const of = (version: IpVersion) =>
    AddressSet.union(
      version,
      read.filter((set) => set.version === version),
    );
  return { ip4: of("ip4"), ip6: of("ip6") };
}

/**
 * The coarsest partition of all addresses in which each set is a union of parts, in one pass over the ranges' ends.
 * The first part lies in no set.
 */
export function addressAtoms(sets: readonly Addresses[]): readonly AddressAtom[] {
  const parts = new Map<string, { readonly of: ReadonlySet<number>; ip4: AddressSet[]; ip6: AddressSet[] }>();
  const part = (of: ReadonlySet<number>) => {
    const key = [...of].sort((a, b) => a - b).join();
    const found = parts.get(key) ?? { of, ip4: [], ip6: [] };
    parts.set(key, found);
    return found;
  };
  part(new Set());
  for (const version of ["ip4", "ip6"] as const) {
    for (const { of, range } of stretches(version, sets)) part(of)[version].push(range);
  }
  return [...parts.values()].map(({ of, ip4, ip6 }) => ({
    of,
    ip4: AddressSet.union("ip4", ip4),
    ip6: AddressSet.union("ip6", ip6),
  }));
}

/** Neighbouring addresses that the same sets hold, in ascending order. */
function* stretches(
  version: IpVersion,
  sets: readonly Addresses[],
): Generator<{ readonly of: ReadonlySet<number>; readonly range: AddressSet }> {
  const ends = new Map<bigint, { readonly opens: number[]; readonly closes: number[] }>();
  const end = (at: bigint) => {
    const found = ends.get(at) ?? { opens: [], closes: [] };
    ends.set(at, found);
    return found;
  };
  const [whole] = AddressSet.all(version).ranges;
  if (!whole) return;
  end(whole.first);
  end(whole.last + 1n);
  for (const [place, set] of sets.entries()) {
    for (const { first, last } of set[version].ranges) {
      end(first).opens.push(place);
      end(last + 1n).closes.push(place);
    }
  }
  const open = new Set<number>();
  const places = [...ends].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [at, { opens, closes }]] of places.entries()) {
    for (const place of closes) open.delete(place);
    for (const place of opens) open.add(place);
    const next = places[index + 1]?.[0];
    if (next !== undefined) yield { of: new Set(open), range: AddressSet.range(version, at, next - 1n) };
  }
}
