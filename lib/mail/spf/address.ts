import { IPv4, IPv6 } from "ipaddr.js";
import { CIDR_MAX, canonicalIp4, canonicalIp6, type IpVersion } from "../../dns/address";
import { type Fault, fail, ok, type Result } from "../../fault";
import { faultAt, type Span, slice } from "./span";

interface Network {
  readonly address: string;
  readonly cidr: number;
}

/** Reads ip4-network or ip6-network with its optional CIDR length (RFC 7208 §5.6). */
export function parseNetwork(span: Span, version: IpVersion): Result<Network> {
  const slash = span.text.indexOf("/");
  const host = slash === -1 ? span : slice(span, 0, slash);
  const address = canonicalAddress(host.text, version);
  const cidr = slash === -1 ? CIDR_MAX[version] : parseCidr(slice(span, slash + 1), version);
  const faults = [
    ...(address === undefined ? [addressFault(host, version)] : []),
    ...(typeof cidr === "number" ? [] : [cidr]),
  ];
  if (address === undefined || typeof cidr !== "number") return fail(...faults);
  return ok({ address, cidr });
}

/** Reads the digits of a CIDR length (ip4-cidr-length, ip6-cidr-length of §5.6). */
export function parseCidr(span: Span, version: IpVersion): number | Fault {
  const max = CIDR_MAX[version];
  if (/^(?:0|[1-9]\d{0,2})$/.test(span.text) && Number(span.text) <= max) return Number(span.text);
  const dual = span.text.startsWith("/");
  return faultAt(span, dual ? `dual CIDR length on ${version}` : `malformed ${version} CIDR length`, {
    expected: `a number from 0 to ${max} without leading zeros`,
  });
}

/** The network that `network` lies in: its address with the host bits cleared. */
export function networkAddress({ address, cidr }: Network, version: IpVersion): string {
  const block = `${address}/${cidr}`;
  return version === "ip4"
    ? IPv4.networkAddressFromCIDR(block).toString()
    : IPv6.networkAddressFromCIDR(block).toRFC5952String();
}

function canonicalAddress(text: string, version: IpVersion): string | undefined {
  return version === "ip4" ? canonicalIp4(text) : canonicalIp6(text);
}

function addressFault(host: Span, version: IpVersion): Fault {
  const expected = version === "ip4" ? "four numbers such as 192.0.2.1" : "an address such as 2001:db8::1";
  const other = version === "ip4" ? "ip6" : "ip4";
  const family = version === "ip4" ? "IPv4" : "IPv6";
  if (host.text === "") return faultAt(host, `${version} without an address`, { expected });
  if (canonicalAddress(host.text, other) !== undefined) {
    return faultAt(host, `not an ${family} address`, { expected, fix: `declare it as ${other}` });
  }
  return faultAt(host, `not an ${family} address`, { expected });
}
