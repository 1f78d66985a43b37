import { BlockList, isIP } from "node:net";
import { fail, ok, type Result, unwrap } from "../lib/fault";

/** What is not the public internet (IANA's special-purpose address registries, RFC 6890), and what it is. */
const SPECIAL: readonly (readonly [network: string, kind: string])[] = [
  ["0.0.0.0/8", "an unspecified address"],
  ["10.0.0.0/8", "a private address"],
  ["100.64.0.0/10", "an address shared by customers of a carrier"],
  ["127.0.0.0/8", "an address of this machine"],
  ["169.254.0.0/16", "a link-local address"],
  ["172.16.0.0/12", "a private address"],
  ["192.0.0.0/24", "an address of a protocol"],
  ["192.0.2.0/24", "an address for documentation"],
  ["192.88.99.0/24", "an address of a former relay"],
  ["192.168.0.0/16", "a private address"],
  ["198.18.0.0/15", "an address for benchmarks"],
  ["198.51.100.0/24", "an address for documentation"],
  ["203.0.113.0/24", "an address for documentation"],
  ["224.0.0.0/4", "a multicast address"],
  ["240.0.0.0/4", "a reserved address"],
  ["::/128", "an unspecified address"],
  ["::1/128", "an address of this machine"],
  ["::ffff:0:0/96", "an IPv4 address in IPv6"],
  ["64:ff9b::/96", "an IPv4 address in IPv6"],
  ["64:ff9b:1::/48", "an IPv4 address in IPv6"],
  ["2001::/23", "an address of a protocol"],
  ["2001:db8::/32", "an address for documentation"],
  ["2002::/16", "an IPv4 address in IPv6"],
  ["3fff::/20", "an address for documentation"],
  ["fc00::/7", "a unique local address"],
  ["fe80::/10", "a link-local address"],
  ["fec0::/10", "a site-local address"],
  ["ff00::/8", "a multicast address"],
  // Global unicast is 2000::/3 alone (RFC 4291 §2.4 as IANA hands it out).
  ["::/3", "a reserved address"],
  ["4000::/2", "a reserved address"],
  ["8000::/1", "a reserved address"],
];

/**
 * Says whether an address that a stranger's DNS gives may be connected to: `undefined` if so, else what it is. What asks
 * connects to the very address that was asked about, never to a name again, which may have another one by then.
 */
export type Reach = (address: string) => string | undefined;

/** A network, as an address with the length of its prefix in bits. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
}

/** Reads `10.0.0.0/8`, `fd00::/8`, or a single address. */
export function parseNetwork(text: string): Result<Network> {
  const [address = "", bits, ...more] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (more.length > 0 || prefix < 0 || prefix > most) {
    return fail({
      message: "not a network",
      received: JSON.stringify(text),
      expected: "an address, or one with a prefix, such as 10.0.0.0/8 or fd00::/8",
    });
  }
  return ok({ address, prefix });
}

/**
 * Lets public addresses be connected to.
 * @param told networks that may be connected to as well. @default none
 */
export function reachOf(told: readonly Network[] = []): Reach {
  const allowed = told.map(holder);
  return (address) => {
    if (isIP(address) === 0) return "no address";
    if (allowed.some((holds) => holds(address))) return undefined;
    return KINDS.find(([holds]) => holds(address))?.[1];
  };
}

/** Which addresses a network holds. Node's list takes an IPv4 address for the same in IPv6: here they are two. */
function holder({ address, prefix }: Network): (address: string) => boolean {
  const family = familyOf(address);
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return (other) => familyOf(other) === family && list.check(other, family);
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}

const KINDS = SPECIAL.map(
  ([text, kind]) => [holder(unwrap("special-purpose networks", parseNetwork(text))), kind] as const,
);
