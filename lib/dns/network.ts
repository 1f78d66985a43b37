import { IPv4, IPv6 } from "ipaddr.js";
import { canonicalIp4, canonicalIp6 } from "./address";

/** A block of addresses of one family; a single address is a block of full length. */
export interface Network {
  readonly family: 4 | 6;
  readonly address: string;
  /** Leading bits that are fixed. */
  readonly bits: number;
}

/** Reads `192.0.2.0/24`, `2001:db8::/64` or a single address; `undefined` for anything else. */
export function readNetwork(text: string): Network | undefined {
  const slash = text.lastIndexOf("/");
  const host = slash < 0 ? text : text.slice(0, slash);
  const v4 = canonicalIp4(host);
  const address = v4 ?? canonicalIp6(host);
  if (address === undefined) return undefined;
  const family = v4 === undefined ? 6 : 4;
  const most = family === 4 ? 32 : 128;
  const length = slash < 0 ? String(most) : text.slice(slash + 1);
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= most ? { family, address, bits } : undefined;
}

/** Does every address of `inner` lie in `outer`? */
export function holds(outer: Network, inner: Network): boolean {
  if (outer.family !== inner.family || outer.bits > inner.bits) return false;
  return outer.family === 4
    ? IPv4.parse(inner.address).match(IPv4.parse(outer.address), outer.bits)
    : IPv6.parse(inner.address).match(IPv6.parse(outer.address), outer.bits);
}
