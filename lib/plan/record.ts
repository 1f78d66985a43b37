import { isFielded } from "../dns/fielded";
import { type DnsName, parseName } from "../dns/name";
import { isRecordType, parseRecord } from "../dns/parse-record";
import type { DnsRecordType } from "../dns/record";
import { unquoteTxt } from "../dns/txt";
import { fail, formatFault, ok, type Result, shown } from "../fault";
import type { Attribute } from "./attributes";
import type { WhyUnknown, ZoneFact } from "./zone-fact";

/** Where a record stands, as far as a plan says. */
export interface Placed {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** The apex of its zone. Absent: not known. */
  readonly zone?: DnsName;
}

/** The full name that a name within a zone stands for; of a zone that is not known, what is written counts. */
export function fullName(written: string, zone: string | undefined): string {
  const name = written.replace(/\.$/, "");
  if (zone === undefined) return name;
  if (name === "@" || name === "") return zone;
  const [low, end] = [name.toLowerCase(), zone.toLowerCase()];
  return low === end || low.endsWith(`.${end}`) ? name : `${name}.${zone}`;
}

/** The zone that a name lies in, by its full form and the one within the zone: `contoso.com` of `mail.contoso.com` and `mail`. */
export function zoneByNames(full: string | undefined, within: string | undefined): string | undefined {
  const [name, relative] = [full, within].map((one) => one?.replace(/\.$/, "").toLowerCase());
  if (name === undefined || relative === undefined || name === relative) return undefined;
  if (relative === "@") return name;
  return name.endsWith(`.${relative}`) || !name.startsWith(`${relative}.`)
    ? undefined
    : name.slice(relative.length + 1);
}

/**
 * Types that neither mail nor sign-ins hang on. Of others, such as DNAME, which moves every name below it, nobody here knows
 * what they do.
 */
const SAYS_NOTHING: ReadonlySet<string> = new Set(["CDNSKEY", "CDS", "HINFO", "RP", "SOA", "SPF"]);

/** A record's name and type, or why it is none that mail posture is made of. */
export function placeRecord(
  name: Attribute<string>,
  zone: string | undefined,
  type: Attribute<string>,
): Placed | readonly ZoneFact[] {
  if (type.kind !== "known") return unread("its type is not known before apply");
  if (!isRecordType(type.value)) {
    return SAYS_NOTHING.has(type.value) ? [] : unread(`records of type ${shown(type.value)} are not read`);
  }
  const of = { type: type.value };
  // Of types that no mail hangs on it does not matter where they stand.
  const unplaced = (why: string) => (isFielded(of) ? [] : unread(why));
  if (name.kind !== "known") {
    return unplaced(
      `the name of this ${type.value} record is ${name.kind === "sensitive" ? "sensitive" : "known after apply"}`,
    );
  }
  if (zone === undefined && isWithinZone(name.value)) {
    return unplaced(
      `the zone of this ${type.value} record, whose name there is ${JSON.stringify(name.value)}, is not told by the plan`,
    );
  }
  const parsed = parseName(fullName(name.value, zone), "owner");
  if (!parsed.ok) return unplaced(parsed.faults.map(formatFault).join("; "));
  const apex = zone === undefined ? undefined : parseName(zone, "owner");
  return { name: parsed.value, type: type.value, ...(apex?.ok ? { zone: apex.value } : {}) };
}

/** Can a name as it is written stand for nothing without a zone: `@`, `_dmarc`, `selector1._domainkey`? */
function isWithinZone(written: string): boolean {
  const name = written.replace(/\.$/, "");
  return !name.includes(".") || /(^|\.)_[^.]*$/.test(name);
}

/** A record of known data; of data that cannot be read, why, and that something is there. */
export function recordOf(placed: Placed, data: Result<string>, ttl: number): readonly ZoneFact[] {
  const { name, type, zone } = placed;
  const record = data.ok ? parseRecord(name, type, data.value, ttl) : data;
  if (record.ok) return [{ kind: "record", record: record.value, ...(zone === undefined ? {} : { zone }) }];
  // Of types that no mail hangs on nothing is judged by their value.
  if (isFielded(placed)) return unknownRecord(placed, "unreadable", data.ok ? data.value : undefined);
  return [
    ...unread(`${name} ${type}: ${record.faults.map(formatFault).join("; ")}`),
    ...unknownRecord(placed, "unreadable"),
  ];
}

/**
 * A record that is there, without its value being known.
 * @param data what could not be read
 */
export function unknownRecord(placed: Placed, why: WhyUnknown, data?: string): readonly ZoneFact[] {
  return [{ kind: "unknown record", ...placed, why, ...(data === undefined ? {} : { data }) }];
}

/**
 * The value of a CAA property in the form that a zone file has: `0 issue "letsencrypt.org"`.
 * @param base of the digits in escapes
 */
export function caaData(text: string, base: 8 | 10 = 10): Result<string> {
  const [, head = "", value = ""] = /^(\s*\d+\s+\S+)\s+(.*)$/s.exec(text) ?? [];
  if (!value.startsWith('"')) return ok(text);
  const unquoted = unquoteTxt(value, base);
  return unquoted.ok ? ok(`${head} ${unquoted.value}`) : unquoted;
}

export function missing(what: string): Result<never> {
  return fail({ message: `no ${what}` });
}

function unread(why: string): readonly ZoneFact[] {
  return [{ kind: "unread", why }];
}
