import { type DnsName, isWithin, relativeTo } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import { isDmarc } from "../mail/dmarc/parse";
import { isSpf } from "../mail/spf/parse";
import type { UnreadRecord } from "./found";

/** Labels below which records of mail stand (RFC 6376, 9989, 9990, 8461, 8460, BIMI). */
const MECHANISMS = /(?:^|\.)(?:_domainkey|_dmarc|_report|_mta-sts|_smtp|_bimi)(?:\.|$)/;

/** Services by which mail clients find their servers (RFC 6186, RFC 8314, and Microsoft's autodiscover). */
const CLIENT_SERVICES = /^_(?:autodiscover|imaps?|pop3s?|submissions?)\._tcp(?:\.|$)/;

/** Port 25 of a host (RFC 7672). */
const SMTP_KEYS = /^_25\._tcp\./;

/** By which Microsoft 365 knows that the domain is its owner's. */
const MICROSOFT_PROOF = /^MS=ms\d+$/i;

/**
 * Is a record of a zone one of mail, which an estate speaks of? Addresses and what other services ask for are not, also
 * where a mail host's name has them: they are left alone.
 */
export function isMailRecord(record: DnsRecord, zone: DnsName): boolean {
  return isOfMail(record.name, record.type, record.type === "TXT" ? record.value : "", zone);
}

/** The same of a record that cannot be read: its name, its type and how its text begins tell it; a text of which nothing is told may be. */
export function isUnreadMail({ name, type, data }: UnreadRecord, zone: DnsName): boolean {
  if (type === "TXT" && data === "") return isWithin(name as DnsName, zone);
  return isOfMail(name as DnsName, type, data.replace(/^"/, ""), zone);
}

function isOfMail(name: DnsName, type: string, text: string, zone: DnsName): boolean {
  if (!isWithin(name, zone)) return false;
  const label = relativeTo(name, zone);
  if (MECHANISMS.test(label)) return true;
  switch (type) {
    case "MX":
      return true;
    case "TXT":
      return isSpf(text) || isDmarc(text) || MICROSOFT_PROOF.test(text);
    case "CNAME":
      return /^autodiscover(?:\.|$)/.test(label);
    case "SRV":
      return CLIENT_SERVICES.test(label);
    case "TLSA":
      return SMTP_KEYS.test(label);
    default:
      return false;
  }
}

/**
 * Names of a zone that may be mail domains of their own, the zone's first: those with MX, SPF, DMARC or selectors of their
 * own. Wildcards are none: they are records of the domain above.
 */
export function mailNames(records: readonly DnsRecord[], zone: DnsName): readonly DnsName[] {
  const names = new Set<string>();
  for (const record of records) {
    if (record.name.includes("*")) continue;
    const { name } = record;
    if (record.type === "MX") names.add(name);
    else if (record.type === "TXT" && isSpf(record.value)) names.add(name);
    const [, own] = /(?:^|\.)(?:_domainkey|_dmarc)\.(.+)$/.exec(name) ?? [];
    if (own !== undefined && !own.includes("_")) names.add(own);
  }
  names.delete(zone);
  const below = [...names].filter((name) => isWithin(name as DnsName, zone) && !name.includes("_"));
  return [zone, ...(below.sort(byDepth) as DnsName[])];
}

function byDepth(a: string, b: string): number {
  return a.split(".").length - b.split(".").length || (a < b ? -1 : 1);
}
