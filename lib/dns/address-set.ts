import { IPv4, IPv6 } from "ipaddr.js";
import { CIDR_MAX, canonicalIp4, canonicalIp6, type IpVersion } from "./address";

/** Addresses from the first to the last, both included, as numbers. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Any set of IPv4 addresses, or any of IPv6 addresses. Held as ranges in ascending order that neither overlap nor
 * touch, so that equal sets have equal ranges. Sets of different versions are never combined: that throws a RangeError.
 */
export class AddressSet {
  private constructor(
    readonly version: IpVersion,
    readonly ranges: readonly AddressRange[],
  ) {}

  static none(version: IpVersion): AddressSet {
    return new AddressSet(version, []);
  }

  static all(version: IpVersion): AddressSet {
    return new AddressSet(version, [{ first: 0n, last: size(version) - 1n }]);
  }

  /**
   * The block that `address` lies in; host bits do not count.
   * @param cidr leading bits that count, 0 to 32 or 128
   * @throws RangeError for text that is no address of that version, or a length out of range
   */
  static block(version: IpVersion, address: string, cidr: number): AddressSet {
    const free = CIDR_MAX[version] - cidr;
    if (!Number.isInteger(cidr) || cidr < 0 || free < 0) throw new RangeError(`no CIDR length: ${cidr}`);
    const first = (toNumber(version, address) >> BigInt(free)) << BigInt(free);
    return new AddressSet(version, [{ first, last: first + (1n << BigInt(free)) - 1n }]);
  }

  /** From the first address to the last, both included, as numbers. */
  static range(version: IpVersion, first: bigint, last: bigint): AddressSet {
    return new AddressSet(version, first <= last ? [{ first, last }] : []);
  }

  /** Reads `192.0.2.0/24`, `2001:db8::/64` or a single address; `undefined` for anything else. */
  static parse(text: string): AddressSet | undefined {
    const [, host = "", length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
    const v4 = canonicalIp4(host);
    const address = v4 ?? canonicalIp6(host);
    if (address === undefined) return undefined;
    const version = v4 === undefined ? "ip6" : "ip4";
    const cidr = length === undefined ? CIDR_MAX[version] : Number(length);
    return cidr <= CIDR_MAX[version] ? AddressSet.block(version, address, cidr) : undefined;
  }

  /** The addresses that are in at least one of the sets. */
  static union(version: IpVersion, sets: Iterable<AddressSet>): AddressSet {
    const ranges = [...sets].flatMap((set) => sameVersion(version, set).ranges);
    return new AddressSet(version, joined(ranges));
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** How many addresses there are. */
  get size(): bigint {
    return this.ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  has(address: string): boolean {
    const value = toNumber(this.version, address);
    return this.ranges.some(({ first, last }) => first <= value && value <= last);
  }

  union(other: AddressSet): AddressSet {
    return AddressSet.union(this.version, [this, other]);
  }

  /** The addresses of this set that the other has not. */
  minus(other: AddressSet): AddressSet {
    return this.intersect(sameVersion(this.version, other).complement());
  }

  intersect(other: AddressSet): AddressSet {
    const theirs = sameVersion(this.version, other).ranges;
    const ranges: AddressRange[] = [];
    for (let mine = 0, their = 0; mine < this.ranges.length && their < theirs.length; ) {
      const [a, b] = [this.ranges[mine], theirs[their]];
      if (a === undefined || b === undefined) break;
      const { first } = a.first > b.first ? a : b;
      const { last } = a.last < b.last ? a : b;
      if (first <= last) ranges.push({ first, last });
      if (a.last < b.last) mine += 1;
      else their += 1;
    }
    return new AddressSet(this.version, ranges);
  }

  /** The fewest blocks that are together this set, in ascending order; a single address has no length. */
  cidrs(): readonly string[] {
    return this.ranges.flatMap((range) => [...blocksOf(this.version, range)]);
  }

  private complement(): AddressSet {
    const gaps: AddressRange[] = [];
    let next = 0n;
    for (const { first, last } of this.ranges) {
      if (next < first) gaps.push({ first: next, last: first - 1n });
      next = last + 1n;
    }
    if (next < size(this.version)) gaps.push({ first: next, last: size(this.version) - 1n });
    return new AddressSet(this.version, gaps);
  }
}

function sameVersion(version: IpVersion, set: AddressSet): AddressSet {
  if (set.version === version) return set;
  throw new RangeError(`a set of ${set.version} addresses beside one of ${version}`);
}

function joined(ranges: readonly AddressRange[]): AddressRange[] {
  const merged: AddressRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = merged.at(-1);
    if (before === undefined || before.last + 1n < range.first) merged.push(range);
    else if (before.last < range.last) merged[merged.length - 1] = { first: before.first, last: range.last };
  }
  return merged;
}

/** Greedy from the start: the largest block that begins at `first` and ends by `last`. */
function* blocksOf(version: IpVersion, { first, last }: AddressRange): Generator<string> {
  for (let start = first; start <= last; ) {
    let free = 0n;
    while (
      free < CIDR_MAX[version] &&
      (start & ((1n << (free + 1n)) - 1n)) === 0n &&
      start + (1n << (free + 1n)) - 1n <= last
    ) {
      free += 1n;
    }
    const cidr = CIDR_MAX[version] - Number(free);
    yield `${toText(version, start)}${free === 0n ? "" : `/${cidr}`}`;
    start += 1n << free;
  }
}

function size(version: IpVersion): bigint {
  return 1n << BigInt(CIDR_MAX[version]);
}

function toNumber(version: IpVersion, text: string): bigint {
  const address = version === "ip4" ? canonicalIp4(text) : canonicalIp6(text);
  if (address === undefined) throw new RangeError(`no ${version} address: ${JSON.stringify(text)}`);
  const octets = version === "ip4" ? IPv4.parse(address).toByteArray() : IPv6.parse(address).toByteArray();
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function toText(version: IpVersion, value: bigint): string {
  const octets = Array.from({ length: CIDR_MAX[version] / 8 }, (_, index) =>
    Number((value >> BigInt(CIDR_MAX[version] - 8 * (index + 1))) & 0xffn),
  );
  return version === "ip4" ? new IPv4(octets).toString() : new IPv6(octets).toRFC5952String();
}
