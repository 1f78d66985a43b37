import { IPv4, IPv6 } from "ipaddr.js";
import { canonicalIp4, canonicalIp6, type IpVersion } from "../../../dns/address";
import { FaultError } from "../../../fault";
import type { MacroValues } from "./expand";
import { inALabels } from "./name";

/** Who sends, as the receiver's mail server sees it. */
export interface SpfClient {
  /** Address of the client, IPv4 or IPv6; an IPv4-mapped one is the IPv4 address in it (RFC 7208 §5). */
  readonly ip: string;
  /** What the client said in EHLO or HELO. */
  readonly helo: string;
  /**
   * The address in MAIL FROM. Empty or absent: the null sender, for which `postmaster` at the `helo` stands (§2.4).
   * Without local part: `postmaster` at that domain (§4.3).
   */
  readonly sender?: string;
  /**
   * The domain whose record is asked.
   * @default the domain of `sender`
   */
  readonly domain?: string;
  /**
   * Name of the receiving host, for `%{r}`.
   * @default "unknown"
   */
  readonly receiver?: string;
  /**
   * Now, in seconds since 1970, for `%{t}`.
   * @default "unknown" stands in its place
   */
  readonly time?: number;
}

/** A client as the evaluation needs it. */
export interface Identity {
  readonly version: IpVersion;
  /** Canonical address. */
  readonly ip: string;
  readonly domain: string;
  /** All macro letters but `d`, which differs by record, and `p`, which needs the DNS. */
  readonly values: MacroValues;
  /** RFC 8616 §4: a term that names a local part outside ASCII never matches. */
  readonly localPartIsAscii: boolean;
  /** The name under which the address has its PTR records (§5.5). */
  readonly reverseName: string;
}

/** @throws FaultError if `ip` is no address */
export function identify(client: SpfClient): Identity {
  const { version, ip, dotted } = readAddress(client.ip);
  const sender = client.sender || `postmaster@${client.helo}`;
  const split = client.sender ? sender.lastIndexOf("@") : "postmaster".length;
  const local = sender.slice(0, Math.max(split, 0)) || "postmaster";
  const origin = inALabels(sender.slice(split + 1));
  const label = version === "ip4" ? "in-addr" : "ip6";
  return {
    version,
    ip,
    domain: client.domain === undefined ? origin : inALabels(client.domain),
    values: {
      s: `${local}@${origin}`,
      l: local,
      o: origin,
      i: dotted,
      c: ip,
      v: label,
      h: inALabels(client.helo),
      r: client.receiver ?? "unknown",
      t: client.time === undefined ? "unknown" : `${Math.floor(client.time)}`,
    },
    localPartIsAscii: /^[\x20-\x7e]*$/.test(local),
    reverseName: `${dotted.toLowerCase().split(".").reverse().join(".")}.${label}.arpa`,
  };
}

function readAddress(text: string): Pick<Identity, "version" | "ip"> & { readonly dotted: string } {
  const ip4 = canonicalIp4(text);
  if (ip4 !== undefined) return { version: "ip4", ip: ip4, dotted: ip4 };
  const ip6 = canonicalIp6(text);
  if (ip6 === undefined) {
    const fault = { message: "not an IP address", received: JSON.stringify(text) };
    throw new FaultError("SPF client", [
      { ...fault, expected: "an address such as 192.0.2.1 or 2001:db8::1" },
    ]);
  }
  const octets = IPv6.parse(ip6).toByteArray();
  if (IPv6.parse(ip6).isIPv4MappedAddress()) {
    const mapped = new IPv4(octets.slice(12)).toString();
    return { version: "ip4", ip: mapped, dotted: mapped };
  }
  // Upper case as in the test suite; in a name it makes no difference.
  const nibbles = octets.flatMap((octet) => [octet >> 4, octet & 15]);
  const dotted = nibbles.map((nibble) => nibble.toString(16).toUpperCase()).join(".");
  return { version: "ip6", ip: ip6, dotted };
}
