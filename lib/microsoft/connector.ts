import { canonicalIp4, canonicalIp6 } from "../dns/address";
import { parseName } from "../dns/name";
import type { Fault } from "../fault";

// What connectors of Exchange Online take, for the estate and for the provider.

/**
 * A sender: an IPv4 address, or an IPv4 network of /24 to /32.
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

/** The name in a certificate: of a host, or `*.contoso.com`. */
export function certificateNameFault(text: string): Fault | undefined {
  if (parseName(text.startsWith("*.") ? text.slice(2) : text).ok) return undefined;
  return {
    message: "not a certificate's name",
    received: JSON.stringify(text),
    expected: "a host such as mail.contoso.com, or *.contoso.com",
  };
}

/**
 * What a connector can be called.
 * Source: https://learn.microsoft.com/powershell/module/exchange/new-outboundconnector (Name)
 */
export function connectorNameFault(text: string): Fault | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (text.trim() === text && text !== "" && text.length <= 64 && !/[\u0000-\u001f\u007f]/.test(text))
    return undefined;
  return {
    message: "not a name for a connector",
    received: JSON.stringify(text),
    expected: "1 to 64 characters on one line, without spaces around them",
  };
}

/** A mailbox that a test message can be sent to. */
export function mailboxFault(text: string): Fault | undefined {
  const at = text.lastIndexOf("@");
  if (at >= 1 && !/\s/.test(text) && parseName(text.slice(at + 1)).ok) return undefined;
  return {
    message: "not an address",
    received: JSON.stringify(text),
    expected: "a mailbox beyond the connector, such as postmaster@contoso.com",
  };
}
