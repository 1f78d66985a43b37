import { canonicalIp4, canonicalIp6 } from "../../../lib/dns/address";
import { parseName } from "../../../lib/dns/name";
import { isJson, type Json } from "../../http/answer";
import type { ApiFault } from "../envelope";
import { now, type StoredRecord, type Zone } from "../zone-store";
import { hasData, hostOf, readData, splitContent } from "./data";
import { storedTxt } from "./txt-content";

/** Types whose records Cloudflare can put its proxy in front of. */
const PROXIABLE = new Set(["A", "AAAA", "CNAME"]);
const PLAIN = new Set(["A", "AAAA", "CNAME", "MX", "TXT", "NS", "PTR", "OPENPGPKEY"]);

/** Cloudflare's limit before March 2026; since then its documentation gives 4,096 octets on the wire. */
const TXT_CONTENT_LIMIT = 2048;

/** The values of a record, or what is wrong with them. */
export type ReadRecord =
  | { readonly ok: true; readonly record: StoredRecord }
  | { readonly ok: false; readonly faults: readonly ApiFault[] };

/**
 * The record that a body describes, in the form that is stored.
 *
 * Codes and words are Cloudflare's own where a public report shows them (9000, 9005, 9009, 9021, 9022, 9039, 9041);
 * the others follow their form.
 */
export function readRecord(zone: Zone, id: string, body: Json, old?: StoredRecord): ReadRecord {
  const faults: ApiFault[] = [];
  const type = String(body.type ?? "").toUpperCase();
  if (!PLAIN.has(type) && !hasData(type)) {
    return { ok: false, faults: [{ code: 9004, message: "DNS record type is invalid." }] };
  }
  const name = recordName(body.name, zone);
  if (name === undefined) faults.push({ code: 9000, message: "DNS name is invalid." });
  const value = readValue(type, body, name ?? zone.name);
  if ("faults" in value) faults.push(...value.faults);
  const { proxied = false } = body;
  if (proxied === true && !PROXIABLE.has(type)) {
    faults.push({ code: 9041, message: "This DNS record cannot be proxied." });
  }
  const ttl = proxied === true ? 1 : (body.ttl ?? 1);
  faults.push(...ttlFaults(body.ttl ?? 1));
  if (faults.length > 0 || "faults" in value || name === undefined) return { ok: false, faults };
  const time = now();
  return {
    ok: true,
    record: {
      id,
      type,
      name,
      ...value,
      ttl: Number(ttl),
      proxied: proxied === true,
      comment: typeof body.comment === "string" && body.comment !== "" ? body.comment : null,
      tags: Array.isArray(body.tags) ? body.tags.map(String) : [],
      settings: isJson(body.settings) ? body.settings : {},
      meta: old?.meta ?? {},
      createdOn: old?.createdOn ?? time,
      modifiedOn: time,
    },
  };
}

/** As the API shows a record. */
export function shownRecord({ createdOn, modifiedOn, ...record }: StoredRecord): Json {
  return {
    ...record,
    proxiable: PROXIABLE.has(record.type),
    created_on: createdOn,
    modified_on: modifiedOn,
  };
}

/** `@`, a name below the zone, or a whole name: always the whole name, in lower case and A-labels. */
function recordName(given: unknown, zone: Zone): string | undefined {
  if (typeof given !== "string" || given === "") return undefined;
  const text = given === "@" ? zone.name : given;
  const parsed = parseName(text, "owner");
  if (!parsed.ok) return undefined;
  const name: string = parsed.value;
  if (name === zone.name || name.endsWith(`.${zone.name}`)) return name;
  const below = parseName(`${name}.${zone.name}`, "owner");
  return below.ok ? below.value : undefined;
}

type Value = Pick<StoredRecord, "content" | "data" | "priority"> | { readonly faults: readonly ApiFault[] };

function readValue(type: string, body: Json, name: string): Value {
  if (hasData(type)) return dataValue(type, body);
  const { content } = body;
  if (typeof content !== "string" || content === "")
    return wrong(9005, `Content for ${type} record is required.`);
  switch (type) {
    case "A":
      return canonicalIp4(content) === undefined
        ? wrong(9005, "Content for A record must be a valid IPv4 address.")
        : { content };
    case "AAAA": {
      const address = canonicalIp6(content);
      return address === undefined
        ? wrong(9006, "Content for AAAA record must be a valid IPv6 address.")
        : { content: address };
    }
    case "CNAME":
    case "NS":
    case "PTR":
      return hostValue(type, content, name);
    case "MX":
      return mxValue(content, body.priority);
    case "TXT":
      return content.length > TXT_CONTENT_LIMIT
        ? wrong(9070, `Content for TXT record must not exceed ${TXT_CONTENT_LIMIT} characters.`)
        : { content: storedTxt(content) };
    default:
      return { content };
  }
}

function hostValue(type: string, content: string, name: string): Value {
  const host = hostOf(content);
  // Targets may have underscores: DKIM's do.
  if (!parseName(host, "owner").ok) return wrong(9007, `Content for ${type} record is invalid.`);
  if (type === "CNAME" && host === name) return wrong(9039, "CNAME content cannot reference itself.");
  return { content: host };
}

/** RFC 7505: the root as the only host says that the domain takes no mail. */
function mxValue(content: string, priority: unknown): Value {
  const faults: ApiFault[] = [];
  const host = hostOf(content);
  const isHost = host === "." || (parseName(host).ok && canonicalIp4(host) === undefined);
  if (!isHost) faults.push({ code: 9009, message: "Content for MX record must be a hostname." });
  if (!Number.isInteger(priority) || Number(priority) < 0 || Number(priority) > 65_535) {
    faults.push({
      code: 9008,
      message: "Invalid priority, priority must be set and be between 0 and 65535",
    });
  }
  return faults.length > 0 ? { faults } : { content: host, priority: Number(priority) };
}

function dataValue(type: string, body: Json): Value {
  const { data, content, priority } = body;
  if (!isJson(data) && typeof content !== "string") {
    return wrong(9101, `Data for ${type} record is required.`);
  }
  const given = isJson(data) ? data : splitContent(type, String(content), priority);
  const read = readData(type, given, priority);
  return "wrong" in read ? wrong(9102, `Data field ${read.wrong} for ${type} record is invalid.`) : read;
}

function ttlFaults(ttl: unknown): readonly ApiFault[] {
  if (typeof ttl !== "number") return [{ code: 9022, message: "TTL must be a number, not a string." }];
  if (ttl === 1 || (Number.isInteger(ttl) && ttl >= 60 && ttl <= 86_400)) return [];
  return [{ code: 9021, message: "TTL must be between 60 and 86400 seconds, or 1 for Automatic." }];
}

function wrong(code: number, message: string): { readonly faults: readonly ApiFault[] } {
  return { faults: [{ code, message }] };
}
