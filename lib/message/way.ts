import { IPv4, IPv6 } from "ipaddr.js";
import { isNameWithin } from "../dns/name";
import { fieldsNamed, type HeaderField } from "../mail/header-fields";
import { CLOUD_NAMES, CLOUDS } from "../microsoft/clouds";
import { parseReceived, type Received } from "./received";

/** Hosts and networks that the reader knows for their own, besides Microsoft's. */
export interface Trust {
  /** Host names; those below them count too. Lower case. */
  readonly hosts: readonly string[];
  /** Addresses with a prefix, canonical: what connects from one of them is the reader's own. */
  readonly networks: readonly { readonly address: string; readonly prefix: number }[];
}

/** `eop`: where Exchange Online takes mail in; `exchange`: a host of Exchange Online's; `exchange-server`: another Exchange. */
export type HopKind = "eop" | "exchange" | "exchange-server" | "own" | "other";

/** One host on the way, by what it wrote down. */
export interface Hop {
  /** The place of its Received among the header's fields, from 0 at the top. */
  readonly field: number;
  /** Absent where it cannot be read. */
  readonly received?: Received;
  readonly kind: HopKind;
  /** Was it written by a host that can be trusted, so that it is no sender's invention? */
  readonly isTrusted: boolean;
  /** Seconds since the hop before, where both say when they were; a clock may be wrong, so it may be negative. */
  readonly delay?: number;
}

/** The way of a message, as its Received fields tell it. */
export interface Way {
  /** From the top: the last host first. */
  readonly hops: readonly Hop[];
  /** The hop that took the message in from outside: the lowest one that can be trusted. Absent if none can. */
  readonly border?: Hop;
  /** Did the message never leave Microsoft's hosts, as mail between mailboxes of one tenant? */
  readonly isInside: boolean;
}

/** Where mail enters Exchange Online: `DB1PEPF000509EC.mail.protection.outlook.com`. */
const FRONT_DOORS = [...new Set(CLOUD_NAMES.map((cloud) => CLOUDS[cloud].mxSuffix as string))];

/** Names of the hosts behind it, as they stand in messages of November 2024 to 2026. */
const EXCHANGE_ONLINE = [
  "outlook.com",
  "outlook.office365.com",
  "protection.outlook.com",
  "exchangelabs.com",
  "office365.us",
  "partner.outlook.cn",
];

/**
 * Networks between the hosts of Exchange Online, and no customer's: 2603:1000::/24 and 2a01:111::/32 are Microsoft's. The
 * addresses that other tenants send from (2a01:111:f400::/48 and f403::/48) are not among them, since what came before
 * those was written by others.
 */
const BETWEEN_HOSTS = [IPv6.parseCIDR("2603:1000::/24")];

/** Follows a message's way from the top for as long as each host that wrote can be trusted. */
export function wayOf(fields: readonly HeaderField[], trust: Trust): Way {
  const places = new Map(fields.map((field, at) => [field, at]));
  const received = fieldsNamed(fields, "Received").map((field) => ({
    field: places.get(field) ?? 0,
    received: parseReceived(field.body),
  }));
  let last = -1;
  for (const [at, hop] of received.entries()) {
    const isNext =
      at === 0
        ? isTrustedHost(hop.received, trust)
        : leadsOn(received[at - 1]?.received, hop.received, trust);
    if (!isNext) break;
    last = at;
  }
  const hops = received.map((hop, at): Hop => {
    const [own, before] = [hop.received?.time, received[at + 1]?.received?.time];
    return {
      field: hop.field,
      ...(hop.received ? { received: hop.received } : {}),
      kind: kindOf(hop.received, trust),
      isTrusted: at <= last,
      ...(own === undefined || before === undefined ? {} : { delay: own - before }),
    };
  });
  const border = hops[last];
  const isInside =
    border !== undefined &&
    border.kind !== "eop" &&
    hops.slice(0, last + 1).every(({ kind }) => kind === "exchange") &&
    (border.received?.from?.ip === undefined || isBetweenHosts(border.received.from.ip));
  return { hops, ...(border ? { border } : {}), isInside };
}

function isTrustedHost(received: Received | undefined, trust: Trust): boolean {
  const name = received?.by?.name;
  return (
    name !== undefined && (isFrontDoor(name) || isExchangeOnline(name) || isWithinAny(name, trust.hosts))
  );
}

/**
 * Was the lower field written by a host that can be trusted? The upper host saw the address that the message came from, and
 * only an address of one's own, or one between Microsoft's hosts, tells that. A name that the client gives tells nothing,
 * and at the front door everybody is a stranger but those whose address the reader knows.
 */
function leadsOn(upper: Received | undefined, lower: Received | undefined, trust: Trust): boolean {
  const ip = upper?.from?.ip;
  const by = upper?.by?.name;
  if (ip === undefined || by === undefined) return false;
  if (trust.networks.some((network) => isIn(ip, network))) return lower?.by !== undefined;
  if (isFrontDoor(by)) return false;
  return isBetweenHosts(ip) && isTrustedHost(lower, trust);
}

function kindOf(received: Received | undefined, trust: Trust): HopKind {
  const name = received?.by?.name;
  if (name === undefined) return "other";
  if (isFrontDoor(name)) return "eop";
  if (isExchangeOnline(name)) return "exchange";
  if (isWithinAny(name, trust.hosts)) return "own";
  return /^(?:microsoft smtp server|mapi)\b/i.test(received?.with ?? "") ? "exchange-server" : "other";
}

/** Where mail enters Exchange Online from outside. */
function isFrontDoor(name: string): boolean {
  return isWithinAny(name, FRONT_DOORS);
}

function isExchangeOnline(name: string): boolean {
  return isWithinAny(name, EXCHANGE_ONLINE);
}

/** Is the name one of these, or below one? */
export function isWithinAny(name: string, hosts: readonly string[]): boolean {
  const bare = name.replace(/\.$/, "");
  return hosts.some((host) => isNameWithin(bare, host));
}

/** Between hosts of one network: private, link-local, of the host itself, or between those of Exchange Online. */
function isBetweenHosts(ip: string): boolean {
  const address = parse(ip);
  if (!address) return false;
  const range = address.range();
  if (["private", "uniqueLocal", "linkLocal", "loopback"].includes(range)) return true;
  return address instanceof IPv6 && BETWEEN_HOSTS.some((network) => address.match(network));
}

function isIn(ip: string, network: Trust["networks"][number]): boolean {
  const [address, base] = [parse(ip), parse(network.address)];
  if (address instanceof IPv4 && base instanceof IPv4) return address.match(base, network.prefix);
  return address instanceof IPv6 && base instanceof IPv6 && address.match(base, network.prefix);
}

function parse(ip: string): IPv4 | IPv6 | undefined {
  if (IPv4.isValidFourPartDecimal(ip)) return IPv4.parse(ip);
  return IPv6.isValid(ip) ? IPv6.parse(ip) : undefined;
}
