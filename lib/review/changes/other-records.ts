import { isFielded } from "../../dns/fielded";
import { below, type DnsName, isWithin } from "../../dns/name";
import { type DnsRecordType, recordData } from "../../dns/record";
import { isDmarc } from "../../mail/dmarc/parse";
import { isMtaSts, mtaStsPolicyHost } from "../../mail/mta-sts";
import { isSpf } from "../../mail/spf/parse";
import { isTlsRpt } from "../../mail/tls-rpt";
import { isMeantAsKey } from "../../posture/facts/dkim";
import { mxOf } from "../../posture/facts/mx";
import type { KnownRecord, MailPosture, UnknownRecord } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  low,
  medium,
  NOTHING,
  RISKS,
  standingBefore,
  UNKNOWN_WORDS,
  without,
} from "./change";
import { isMailService, isOwn, PASSWORD, targetsOf } from "./mail-services";
import { handedOver, isOfMechanism, MICROSOFTS_AUTODISCOVER, SETTINGS } from "./takeover";

/**
 * Records of a domain that none of the mechanisms is made of: addresses, aliases, other texts. Those that mail or its users
 * hang on come first and each for itself, so that no number of others hides them.
 */
export function otherRecords(beforeAfter: DomainBeforeAfter): readonly Change[] {
  const { after } = beforeAfter;
  const before = standingBefore(beforeAfter);
  const [from, to] = [others(before, before), others(after, before)];
  const hosts = mailHosts(beforeAfter);
  const domains = mailDomains(beforeAfter);
  const changed = new Map<string, Shown>();
  const [gained, lost] = [
    without(to.map(lineOf), from.map(lineOf)),
    without(from.map(lineOf), to.map(lineOf)),
  ];
  const differing = new Set([...gained, ...lost]);
  for (const one of [...from, ...to]) {
    if (differing.has(lineOf(one))) changed.set(`${one.name} ${one.type}`, one);
  }
  const said = new Set(handedOver(beforeAfter).map(({ name, type }) => `${name} ${type}`));
  const weighty = [...changed].flatMap(([key, { name, type }]): readonly Change[] => {
    const [old, now] = [valuesAt(from, name, type), valuesAt(to, name, type)];
    if (said.has(key)) return [];
    const change = weigh({ name, type, old, now, domain: after.domain, hosts, domains });
    if (!change) return [];
    said.add(key);
    return [change];
  });
  const rest = (lines: readonly string[]) =>
    lines.filter((line) => !said.has(line.split(" ").slice(0, 2).join(" ")));
  const [more, fewer] = [rest(gained), rest(lost)];
  return [
    ...weighty.sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk)),
    ...(more.length > 0 ? [low(`Other records added: ${listed(more)}`)] : []),
    ...(fewer.length > 0 ? [low(`Other records removed: ${listed(fewer)}`)] : []),
    ...lifetimes(beforeAfter),
  ];
}

/** A record as it is told; of one that cannot be read, what is written there and that nobody can say what it means. */
interface Shown {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  readonly data: string;
}

function lineOf({ name, type, data }: Shown): string {
  return `${name} ${type} ${data}`;
}

function valuesAt(records: readonly Shown[], name: DnsName, type: DnsRecordType): readonly string[] {
  const found = records.filter((one) => one.name === name && one.type === type);
  return [...new Set(found.map(({ data }) => data))].sort();
}

function shownRecord({ record }: KnownRecord): Shown {
  return { name: record.name, type: record.type, data: recordData(record) };
}

function shownUnknown({ name, type, why, data }: UnknownRecord): Shown {
  return { name, type, data: data === undefined ? UNKNOWN_WORDS[why] : `${data} (${UNKNOWN_WORDS[why]})` };
}

/** Hosts that mail is delivered to, or that serve the domain's policy, on either side. */
function mailHosts({ domain, before, after, postures }: DomainBeforeAfter): ReadonlySet<string> {
  const exchanges = [...(before ? mxOf(before, postures.before) : []), ...mxOf(after, postures.after)].map(
    ({ record: { exchange } }) => exchange,
  );
  return new Set([...exchanges, mtaStsPolicyHost(domain)]);
}

function mailDomains({ mailDomains: known, postures }: DomainBeforeAfter): readonly DnsName[] {
  if (known) return [...known];
  return [...postures.before.domains, ...postures.after.domains].map(({ domain }) => domain);
}

interface Weighed {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** Empty for none. */
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly domain: DnsName;
  readonly hosts: ReadonlySet<string>;
  /** Every mail domain that is known. */
  readonly domains: readonly DnsName[];
}

/** What mail or its users hang on; nothing where a record is one like any other. */
function weigh({ name, type, old, now, domain, hosts, domains }: Weighed): Change | undefined {
  const text = `${name} ${type} ${old.join(", ") || NOTHING} → ${now.join(", ") || NOTHING}`;
  const isGone = now.length === 0;
  if (type === "NS") {
    return isGone
      ? medium(text, "the name and all below it are answered by the zone around it")
      : high(text, "whoever runs these name servers answers for the name and all below it");
  }
  if (type === "DS") {
    const ofMail = domains.find((one) => isWithin(one, name));
    return ofMail === undefined
      ? medium(text, `${VALIDATED}, at the name and below`)
      : high(text, `${VALIDATED}, at the name and below: mail of ${ofMail} is among it`);
  }
  if (type === "DNSKEY") return medium(text, VALIDATED);
  if (name === below("autodiscover", domain) || name.startsWith("_autodiscover._tcp.")) {
    if (now.length === 1 && now.every((host) => MICROSOFTS_AUTODISCOVER.has(host))) return low(text);
    return isGone ? medium(text, "Outlook may no longer find its mailboxes") : high(text, SETTINGS);
  }
  if (type === "SRV" && isMailService(name)) return weighService(text, old, now, domain);
  if (hosts.has(name) && (type === "A" || type === "AAAA" || type === "CNAME")) {
    const why =
      name === mtaStsPolicyHost(domain)
        ? "the MTA-STS policy is read there"
        : isGone
          ? "mail to the host is no longer delivered at these addresses"
          : "mail is delivered there";
    return old.length === 0 ? medium(text, why) : high(text, why);
  }
  if (type === "TLSA") return medium(text, "senders that check DANE deliver only where it holds");
  if (name.startsWith("*.")) {
    return isGone ? low(text) : medium(text, "it answers for every name that has no record of its own");
  }
  if (type === "MX" && !isGone) return medium(text, "mail to that name takes this way");
  const leads = type === "CNAME" ? now : type === "HTTPS" || type === "SVCB" ? targetsOf(now, type) : [];
  if (leads.some((target) => !isOwn(target, domain))) {
    return medium(text, "whoever holds the target decides what is found at the name");
  }
  return undefined;
}

const VALIDATED = "resolvers that validate find nothing unless the keys of the zone and its DS match";

function weighService(text: string, old: readonly string[], now: readonly string[], domain: DnsName): Change {
  const [from, to] = [targetsOf(old, "SRV"), targetsOf(now, "SRV")];
  if (to.length === 0) return medium(text, "mail programs may no longer find the server by themselves");
  return without(to, from).some((target) => !isOwn(target, domain))
    ? high(text, PASSWORD)
    : medium(text, PASSWORD);
}

/** Times for which resolvers keep what stays as it is. */
function lifetimes({ before, after }: DomainBeforeAfter): readonly Change[] {
  if (!before) return [];
  const old = new Map(before.records.map((one) => [lineOf(shownRecord(one)), one.record.ttl]));
  const changed = after.records.flatMap((one) => {
    const from = old.get(lineOf(shownRecord(one)));
    const { name, type, ttl } = one.record;
    return from === undefined || from === ttl ? [] : [`${name} ${type} ${from} s → ${ttl} s`];
  });
  const lines = [...new Set(changed)];
  return lines.length > 0 ? [low(`TTL changed: ${listed(lines)}`)] : [];
}

const MANY = 10;

function listed(records: readonly string[]): string {
  const more = records.length - MANY;
  return `${records.slice(0, MANY).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** @param before without it, nobody knows whose the name servers were, and they are listed with the others */
function others(mail: MailPosture | undefined, before: MailPosture | undefined): readonly Shown[] {
  if (!mail) return [];
  return [
    ...mail.records
      .filter((one) => !isMechanism(one, mail) && !(before && isNameServer(one, mail)))
      .map(shownRecord),
    // Of other types it is told with what hangs on them.
    ...mail.unknown.filter((one) => isFielded(one)).map(shownUnknown),
  ];
}

function isNameServer({ record }: KnownRecord, { domain }: MailPosture): boolean {
  return record.type === "NS" && record.name === domain;
}

function isMechanism({ record }: KnownRecord, { domain }: MailPosture): boolean {
  if (record.type === "MX") return record.name === domain;
  if (record.type === "CAA") return true;
  if (record.name.endsWith(`._domainkey.${domain}`))
    // A text that is no key is none of DKIM's, and still keeps a wildcard from answering.
    return record.type === "TXT" ? isMeantAsKey(record.value) : record.type === "CNAME";
  const { name } = record;
  // Said with the mechanism that they stand for.
  if (record.type === "CNAME" || record.type === "NS") {
    return isOfMechanism(name, domain);
  }
  if (record.type !== "TXT") return false;
  const { value } = record;
  return (
    (name === domain && isSpf(value)) ||
    (name === `_dmarc.${domain}` && isDmarc(value)) ||
    (name === `_mta-sts.${domain}` && isMtaSts(value)) ||
    (name === `_smtp._tls.${domain}` && isTlsRpt(value)) ||
    name.endsWith(`._bimi.${domain}`)
  );
}
