import { FIELDS } from "../../lib/dns/fielded";
import type { DnsRecordType } from "../../lib/dns/record";
import { unquoteTxt } from "../../lib/dns/txt";
import { ok, type Result } from "../../lib/fault";
import { type Attribute, type Attributes, knownValue } from "../../lib/plan/attributes";
import {
  caaData,
  missing,
  type Placed,
  placeRecord,
  recordOf,
  unknownRecord,
  zoneByNames,
} from "../../lib/plan/record";
import type { ZoneReader } from "../../lib/plan/zone-fact";
import type { RecordResource } from "../host";

/** Cloudflare's `1` leaves the TTL to Cloudflare, which answers 300 seconds. */
const AUTOMATIC_TTL = 300;

/**
 * `cloudflare_dns_record` of provider 5, and `cloudflare_record` of provider 4, which has the name relative to the
 * zone, its full form in `hostname`, text without quotes, `value` beside `content`, and `data` as a block.
 */
const read: ZoneReader = ({ attributes, refersTo }, names) => {
  const hostname = attributes.text("hostname");
  const name = hostname.kind === "known" ? hostname : attributes.text("name");
  const zone = names.zone(knownValue(attributes.text("zone_id")), refersTo("zone_id"));
  const placed = placeRecord(name, zone, attributes.text("type"));
  if (!("name" in placed)) return placed;
  if (isFlattened(placed, knownValue(attributes.flag("proxied")) ?? false)) {
    return unknownRecord({ ...placed, type: "A" }, "routed");
  }
  if (placed.type === "CNAME" && knownValue(attributes.block("settings")?.flag("flatten_cname") ?? NONE)) {
    return unknownRecord(placed, "routed");
  }
  const content = contentOf(attributes);
  const data = attributes.block("data");
  const parts = data ? PARTS[placed.type] : undefined;
  const fields = data && parts ? parts.map((key) => part(attributes, data, placed.type, key)) : [content];
  if (PREFERRED.has(placed.type) && !parts) fields.unshift(scalar(attributes, "priority"));
  if (fields.some(({ kind }) => kind === "sensitive")) return unknownRecord(placed, "sensitive");
  if (fields.some(({ kind }) => kind === "unknown")) return unknownRecord(placed, "known after apply");
  const texts = fields.map(knownValue).filter((text) => text !== undefined);
  const text: Result<string> =
    texts.length < fields.length
      ? missing("content")
      : parts
        ? ok(joined(placed.type, texts))
        : logical(placed.type, texts);
  const ttl = knownValue(attributes.number("ttl")) ?? AUTOMATIC_TTL;
  const facts = recordOf(placed, text, ttl === 1 ? AUTOMATIC_TTL : ttl);
  // Of a zone that the plan does not name, only what stands beside an alias tells that it is flattened.
  return placed.type === "CNAME" && placed.zone === undefined
    ? facts.map((fact) => (fact.kind === "record" ? { ...fact, flattens: true } : fact))
    : facts;
};

/** What stands before the content as Cloudflare writes it. */
const PREFERRED: ReadonlySet<DnsRecordType> = new Set(["MX", "SRV", "URI"]);

const NONE = { kind: "none" } as const;

/**
 * Cloudflare answers with addresses instead of an alias where it is proxied, and at the apex of a zone
 * (https://developers.cloudflare.com/dns/cname-flattening/): nothing else is found through it.
 */
function isFlattened({ name, type, zone }: Placed, proxied: boolean): boolean {
  return type === "CNAME" && (proxied || name === zone);
}

export const cloudflareRecord: RecordResource = {
  read,
  zoneOf: (attributes) => knownValue(attributes.text("zone_id")),
  zoneNameOf: (attributes) =>
    zoneByNames(knownValue(attributes.text("hostname")), knownValue(attributes.text("name"))),
  nameOf: (attributes) => knownValue(attributes.text("hostname")) ?? knownValue(attributes.text("name")),
  countOf: () => 1,
  flattensApex: true,
  importId: (attributes, recordId) => {
    const zone = knownValue(attributes.text("zone_id"));
    return zone === undefined ? undefined : `${zone}/${recordId}`;
  },
  estateZone: (zoneId) => `{ cloudflare: { zoneId: ${zoneId} } }`,
};

/** The members of `data` in the order of presentation. */
const PARTS: Readonly<Partial<Record<DnsRecordType, readonly string[]>>> = {
  CAA: ["flags", "tag", "value"],
  TLSA: ["usage", "selector", "matching_type", "certificate"],
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([type, fields]) => [type, fields.map(([name]) => partName(name))]),
  ),
};

/** `matchingType` as `matching_type`; the types of fingerprints and certificates are `type`. */
function partName(field: string): string {
  if (field === "fingerprintType" || field === "certificateType") return "type";
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A part of the data; URI has its priority beside it. Empty ones need not be there. */
function part(attributes: Attributes, data: Attributes, type: DnsRecordType, key: string): Attribute<string> {
  const found = scalar(data, key);
  if (found.kind !== "none") return found;
  if (key === "priority") return scalar(attributes, key);
  const isOptional = OPTIONAL[type]?.includes(key) ?? false;
  return isOptional ? { kind: "known", value: "" } : found;
}

const OPTIONAL: Readonly<Partial<Record<DnsRecordType, readonly string[]>>> = {
  SVCB: ["value"],
  HTTPS: ["value"],
  NAPTR: ["flags", "service", "regex"],
};

/** Parts in the order of presentation as one text. NAPTR's may be empty, or hold spaces. */
function joined(type: DnsRecordType, texts: readonly string[]): string {
  return texts
    .map((text, at) => (type === "NAPTR" && at > 1 && at < 5 ? `"${text.replace(/["\\]/g, "\\$&")}"` : text))
    .join(" ");
}

/** Provider 4 had `value` before `content`, and knows both. */
function contentOf(attributes: Attributes): Attribute<string> {
  const content = attributes.text("content");
  const value = attributes.text("value");
  return content.kind === "none" || (content.kind === "unknown" && value.kind === "known") ? value : content;
}

function scalar(attributes: Attributes, key: string): Attribute<string> {
  const number = attributes.number(key);
  return number.kind === "known" ? { kind: "known", value: String(number.value) } : attributes.text(key);
}

function logical(type: DnsRecordType, texts: readonly string[]): Result<string> {
  const text = texts.join(" ");
  if (type === "CAA") return caaData(text);
  return type === "TXT" && text.startsWith('"') ? unquoteTxt(text) : ok(text);
}
