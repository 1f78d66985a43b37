import { below, type DnsName, isStandIn, isWithin } from "../dns/name";
import { type CnameRecord, type DnsRecord, type DnsRecordType, recordData } from "../dns/record";
import { parseMicrosoftDkimTarget } from "../mail/dkim";
import { mtaStsRecordName } from "../mail/mta-sts";
import { kindOf, nearMiss } from "../mail/near-miss";
import { meansTheSame } from "../mail/same-meaning";
import { parseEopHost } from "../microsoft/eop-host";
import { isMeantAsKey } from "./facts/dkim";
import { placeOf } from "./facts/near-misses";
import type { KnownRecord, MailPosture, Unanswered, UnknownRecord, Where } from "./model";

/**
 * `ok`: published as declared. `pending`: the zone's own servers have it, and the resolver still gives what was before.
 * `drift`: something else stands in its place. `missing`: nothing does. `extra`: a record of mail that nobody declared.
 * `unreachable`: nobody answered.
 */
type RecordStatus = "ok" | "pending" | "drift" | "missing" | "extra" | "unreachable";

/** How one record of a domain stands in the live world. */
export interface RecordState {
  readonly status: RecordStatus;
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** Absent for `extra`. */
  readonly declared?: DnsRecord;
  /** What stands there instead or besides; absent for `missing` and `unreachable`. */
  readonly observed?: DnsRecord;
  /** Where it is declared, else the name in the DNS. */
  readonly where: Where;
  /** What the zone's own servers say, where they were asked: a line each. */
  readonly servers?: readonly string[];
}

/** How a domain stands in the live world. */
export interface DomainState {
  readonly domain: DnsName;
  readonly records: readonly RecordState[];
  /** The MTA-STS policy over HTTPS, where one is declared. */
  readonly policy?: PolicyState;
  /** Questions beside those about declared records that nobody answered, so that nothing was judged there. */
  readonly unanswered: readonly Unanswered[];
}

export interface PolicyState {
  readonly status: "ok" | "drift" | "missing" | "unreachable";
  /** The text that is served, or why none is. */
  readonly observed?: string;
  readonly where: Where;
}

/** The policy as it is served against the declared one; line ends and space at the end do not count. */
export function comparePolicy(declared: MailPosture, observed: MailPosture): PolicyState | undefined {
  const [meant, served] = [declared.mtaStsPolicy, observed.mtaStsPolicy];
  if (meant?.kind !== "text") return undefined;
  const { where } = meant;
  // Without the DNS nobody knows of the policy host either.
  const announced = mtaStsRecordName(declared.domain);
  const isLost = observed.unknown.some(({ name, type }) => name === announced && type === "TXT");
  if (served?.kind !== "text")
    return { status: isLost ? "unreachable" : "missing", where, ...(served ? { observed: served.why } : {}) };
  if (lines(served.text) === lines(meant.text)) return { status: "ok", where };
  return { status: "drift", where, observed: served.text };
}

function lines(text: string): string {
  return text.replace(/\s*\r?\n/g, "\n").trim();
}

/** A declared domain held against the observed one, record by record, by name, type and data. */
export function compare(
  declared: MailPosture,
  observed: MailPosture,
  options: CompareOptions = {},
): readonly RecordState[] {
  const left = new Set(observed.records);
  const open: KnownRecord[] = [];
  const states: RecordState[] = [];
  for (const one of declared.records) {
    const same = find(left, ({ record }) => isPublishedAs(one.record, record, options));
    if (!same) open.push(one);
    else {
      left.delete(same);
      states.push(stateOf("ok", one));
    }
  }
  for (const one of open) {
    const { name, type } = one.record;
    if (observed.unknown.some((lost) => isAbout(lost, name, type))) {
      states.push(stateOf("unreachable", one));
      continue;
    }
    const instead = find(left, ({ record }) => takesThePlaceOf(one.record, record));
    if (!instead) states.push(stateOf("missing", one));
    else {
      left.delete(instead);
      states.push({ ...stateOf("drift", one), observed: instead.record });
    }
  }
  for (const one of declared.unknown) if (one.alias) states.push(flattenedState(one, one.alias, observed));
  const { isDeclaredElsewhere = () => false } = options;
  const wildcards = declared.records.filter(({ record }) => record.name.startsWith("*."));
  for (const { record, where } of left) {
    if (!isMail(record, declared.domain) || isDeclaredElsewhere(record)) continue;
    if (wildcards.some((one) => isMadeFrom(one.record, record))) continue;
    // What the zone of keys holds is for those to say to whom the domain hands it.
    if (declared.records.some((one) => isDelegated(one.record, record))) continue;
    states.push({ status: "extra", name: record.name, type: record.type, observed: record, where });
  }
  return states.sort((a, b) => order(keyOf(a), keyOf(b)));
}

/** Of an alias that its host flattens only this can be told: are there addresses? */
function flattenedState(
  { name, type, where }: UnknownRecord,
  alias: CnameRecord,
  observed: MailPosture,
): RecordState {
  const isAddress = (one: { readonly name: DnsName; readonly type: DnsRecordType }) =>
    one.name === name && (one.type === "A" || one.type === "AAAA");
  const isThere = observed.records.some(({ record }) => isAddress(record));
  const status = isThere ? "ok" : observed.unknown.some(isAddress) ? "unreachable" : "missing";
  return { status, name, type, declared: alias, where };
}

export interface CompareOptions {
  /**
   * MX host and DKIM targets are Exchange's to say, and known once Terraform has run: any that have the form of
   * Microsoft's are right.
   */
  readonly managed?: boolean;
  /** Does another domain declare this record? @default none does */
  readonly isDeclaredElsewhere?: (record: DnsRecord) => boolean;
}

function stateOf(status: RecordStatus, { record, where }: KnownRecord): RecordState {
  return { status, name: record.name, type: record.type, declared: record, where };
}

function find<T>(values: Iterable<T>, is: (value: T) => boolean): T | undefined {
  for (const value of values) if (is(value)) return value;
  return undefined;
}

/** A key that is out of reach may stand behind the declared alias. */
function isAbout(
  lost: { readonly name: DnsName; readonly type: DnsRecordType },
  name: DnsName,
  type: DnsRecordType,
): boolean {
  return lost.name === name && (lost.type === type || type === "CNAME");
}

/** The time to live may differ: resolvers count it down. */
export function isPublishedAs(
  declared: DnsRecord,
  observed: DnsRecord,
  { managed = false }: CompareOptions = {},
): boolean {
  if (declared.name !== observed.name || declared.type !== observed.type) return false;
  if (recordData(declared) === recordData(observed)) return true;
  // A console that leaves out the last semicolon, or writes a key anew, changes nothing for receivers.
  if (declared.type === "TXT" && observed.type === "TXT") return meansTheSame(declared.value, observed.value);
  if (declared.type === "MX" && observed.type === "MX") {
    const isFormed =
      parseEopHost(observed.exchange) !== undefined && declared.preference === observed.preference;
    return (
      isFormed && (isStandIn(declared.exchange) || (managed && parseEopHost(declared.exchange) !== undefined))
    );
  }
  if (declared.type === "CNAME" && observed.type === "CNAME") {
    const isFormed = parseMicrosoftDkimTarget(observed.target).ok;
    return (
      isFormed && (isStandIn(declared.target) || (managed && parseMicrosoftDkimTarget(declared.target).ok))
    );
  }
  return false;
}

/** Name servers answer for names below a wildcard with its data (RFC 4592 §2.2.1). */
export function isMadeFrom(wildcard: DnsRecord, record: DnsRecord): boolean {
  return (
    record.name.endsWith(wildcard.name.slice(1)) && isPublishedAs({ ...wildcard, name: record.name }, record)
  );
}

function isDelegated(cut: DnsRecord, record: DnsRecord): boolean {
  return cut.type === "NS" && cut.name !== record.name && isWithin(record.name, cut.name);
}

/** The same purpose at the same name: a key in place of its alias, one SPF record in place of another. */
function takesThePlaceOf(declared: DnsRecord, observed: DnsRecord): boolean {
  if (declared.name !== observed.name) return false;
  if (declared.type === "TXT" && observed.type === "TXT") {
    // Texts of no mail purpose are told apart by nothing.
    const purpose = kindOf(declared.value);
    if (purpose === kindOf(observed.value)) return true;
    return purpose !== undefined && nearMiss(purpose, observed.value, { isOwnName: true }) !== undefined;
  }
  return declared.type === observed.type || declared.type === "CNAME" || observed.type === "CNAME";
}

/**
 * Does the record have a part in the domain's mail? Texts of others at the apex have none, nor have its addresses, nor what a
 * wildcard answers with where receivers ask for another kind.
 */
function isMail(record: DnsRecord, domain: DnsName): boolean {
  const { name, type } = record;
  if (type === "MX") return name === domain;
  const isKey = isWithin(name, below("_domainkey", domain));
  if (type === "CNAME") return isKey;
  if (type !== "TXT") return false;
  if (isKey) return isMeantAsKey(record.value);
  const [kind, place] = [kindOf(record.value), placeOf(name)];
  return kind !== undefined && (place === "spf" || kind === place);
}

function keyOf({ name, type, declared, observed }: RecordState): string {
  const record = declared ?? observed;
  return `${name} ${type} ${record ? recordData(record) : ""}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
