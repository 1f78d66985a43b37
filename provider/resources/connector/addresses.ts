import { parseCIDR } from "ipaddr.js";
import { canonicalIp4, canonicalIp6 } from "../../../lib/dns/address";
import type { Fault } from "../../../lib/fault";

/**
 * What Exchange takes for a sender: an IPv4 address, or an IPv4 network of /24 to /32.
 * Source: https://learn.microsoft.com/powershell/module/exchange/new-inboundconnector (SenderIPAddresses)
 */
export function senderAddressFault(text: string): Fault | undefined {
  const received = JSON.stringify(text);
  const expected = "an IPv4 address, or an IPv4 network of /24 to /32";
  const [address = "", length, ...rest] = text.split("/");
  if (canonicalIp6(address) !== undefined) {
    return { message: "Exchange knows no IPv6 senders on connectors", received, expected };
  }
  if (canonicalIp4(address) === undefined || rest.length > 0) {
    return { message: "not an address", received, expected };
  }
  if (length === undefined) return undefined;
  if (!/^\d{1,2}$/.test(length) || Number(length) > 32)
    return { message: "not a network", received, expected };
  if (Number(length) < 24)
    return { message: `a network of /${Number(length)} is too wide`, received, expected };
  return undefined;
}

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
