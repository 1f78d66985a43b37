import { parseCIDR } from "ipaddr.js";
import { canonicalIp4, canonicalIp6 } from "../../../lib/dns/address";
import type { Fault } from "../../../lib/fault";

/** Enhanced filtering skips single addresses, networks and ranges (EFSkipIPs). */
export function skippedAddressFault(text: string): Fault | undefined {
  const [first = "", last, ...rest] = text.split("-");
  const range = last !== undefined && rest.length === 0;
  if (range && canonicalIp4(first) !== undefined && canonicalIp4(last) !== undefined) return undefined;
  if (!range && (isAddress(text) || isNetwork(text))) return undefined;
  return {
    message: "not an address",
    received: JSON.stringify(text),
    expected: "an address, a network such as 192.0.2.0/24, or a range such as 192.0.2.1-192.0.2.9",
  };
}

const isAddress = (text: string) => canonicalIp4(text) !== undefined || canonicalIp6(text) !== undefined;

function isNetwork(text: string): boolean {
  try {
    parseCIDR(text);
    return true;
  } catch {
    return false;
  }
}
