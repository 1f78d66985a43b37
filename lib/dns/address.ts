import { IPv4, IPv6 } from "ipaddr.js";
import { fail, ok, type Result } from "../fault";

/** IPv4 or IPv6, in SPF's words for their mechanisms. */
export type IpVersion = "ip4" | "ip6";

/** The longest CIDR length, in bits. */
export const CIDR_MAX: Readonly<Record<IpVersion, number>> = { ip4: 32, ip6: 128 };

/** An IPv4 address in dotted decimal as it is; `undefined` for anything else, short and octal forms included. */
export function canonicalIp4(text: string): string | undefined {
  return IPv4.isValidFourPartDecimal(text) ? text : undefined;
}

/** An IPv6 address in the form of RFC 5952, in groups only; `undefined` for anything else, zone indices included. */
export function canonicalIp6(text: string): string | undefined {
  const hexadecimal = withoutDottedQuad(text);
  if (hexadecimal === undefined || !/^[0-9a-f:]+$/i.test(hexadecimal)) return undefined;
  return IPv6.isValid(hexadecimal) ? IPv6.parse(hexadecimal).toRFC5952String() : undefined;
}

/** Reads an IPv4 address in dotted decimal. */
export function parseIp4(text: string): Result<string> {
  return settleAddress(canonicalIp4(text), text, "IPv4", "192.0.2.1");
}

/** Reads an IPv6 address and gives it in canonical form (RFC 5952). */
export function parseIp6(text: string): Result<string> {
  return settleAddress(canonicalIp6(text), text, "IPv6", "2001:db8::1");
}

function settleAddress(
  address: string | undefined,
  text: string,
  family: string,
  example: string,
): Result<string> {
  if (address !== undefined) return ok(address);
  return fail({
    message: `not an ${family} address`,
    received: JSON.stringify(text),
    expected: `an address such as ${example}`,
  });
}

/**
 * A dotted quad at the end of an IPv6 address as two groups (RFC 4291 §2.2).
 * ipaddr.js would read `::192.0.2.1` as the different address `::ffff:192.0.2.1`.
 */
function withoutDottedQuad(text: string): string | undefined {
  if (!text.includes(".")) return text;
  const colon = text.lastIndexOf(":");
  const quad = text.slice(colon + 1);
  if (!IPv4.isValidFourPartDecimal(quad)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = IPv4.parse(quad).octets;
  return `${text.slice(0, colon + 1)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
