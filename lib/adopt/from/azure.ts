import { parseName } from "../../dns/name";
import { formatFault } from "../../fault";
import { readJson } from "../../json";
import { isMapping, type Mapping } from "../../mapping";
import { ZoneCollector } from "./collector";
import { refusal, refusals, type SourceReader } from "./source";

/** Of each type: where its records are, by keys in lower case, and their data. */
const FORMS: Readonly<Record<string, { readonly at: string; readonly data: (one: Mapping) => string }>> = {
  A: { at: "arecords", data: fields("ipv4address") },
  AAAA: { at: "aaaarecords", data: fields("ipv6address") },
  CNAME: { at: "cnamerecord", data: fields("cname") },
  NS: { at: "nsrecords", data: fields("nsdname") },
  PTR: { at: "ptrrecords", data: fields("ptrdname") },
  MX: { at: "mxrecords", data: fields("preference", "exchange") },
  SRV: { at: "srvrecords", data: fields("priority", "weight", "port", "target") },
  CAA: { at: "caarecords", data: fields("flags", "tag", "value") },
  // Cut into strings, which receivers join (RFC 7208 §3.3).
  TXT: {
    at: "txtrecords",
    data: ({ value }) => (Array.isArray(value) ? value : [value]).map(textOf).join(""),
  },
};

const ID =
  /\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/dnsZones\/([^/]+)\/([A-Za-z]+)\/([^/]+)$/i;

/**
 * The zones that `az network dns record-set list --output json` prints, which asks for all pages by itself, or that Azure's
 * API answers (https://learn.microsoft.com/rest/api/dns/record-sets/list-by-dns-zone).
 */
export const zonesFromAzure: SourceReader = (text, { file }) => {
  const read = readJson(text);
  if (!read.ok) return refusal(...read.faults.map((fault) => `${file}: ${formatFault(fault)}`));
  const root = read.value;
  if (isMapping(root) && root.nextLink) {
    return refusal(
      `${file}: nextLink: one page of several; expected all of them, as the Azure CLI writes them`,
    );
  }
  const list = isMapping(root) ? root.value : root;
  if (!Array.isArray(list) || list.length === 0) {
    return refusal(
      `${file}: no list of record sets; expected what az network dns record-set list --output json prints`,
    );
  }
  const problems: string[] = [];
  const zones = new Map<string, ZoneCollector>();
  for (const [at, one] of list.entries()) {
    const problem = addSet(zones, one);
    if (problem !== undefined) problems.push(`${file}: [${at}]: ${problem}`);
  }
  if (problems.length > 0) return refusals(problems);
  return { zones: [...zones.values()].map((zone) => zone.zone()), problems: [] };
};

/** Adds the records of a set to its zone. @returns why it cannot be read */
function addSet(zones: Map<string, ZoneCollector>, one: unknown): string | undefined {
  const id = isMapping(one) ? one.id : undefined;
  const [, resourceGroup = "", zoneName = "", typed = "", label = ""] =
    typeof id === "string" ? (ID.exec(id) ?? []) : [];
  if (!isMapping(one) || zoneName === "")
    return "no record set of a public zone; expected an object with its id";
  const name = parseName(zoneName);
  if (!name.ok) return name.faults.map(formatFault).join("; ");
  const key = `${resourceGroup}/${name.value}`.toLowerCase();
  const zone = zones.get(key) ?? new ZoneCollector(name.value, { kind: "azure", resourceGroup });
  zones.set(key, zone);
  const type = typed.toUpperCase();
  // Versions of the tool write keys in several ways, and the API puts all but the id under `properties`.
  const held = lowered(isMapping(one.properties) ? one.properties : one);
  const owner = { name: label === "@" ? name.value : `${label}.${name.value}`, type };
  const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
  const target = isMapping(held.targetresource) ? held.targetresource.id : undefined;
  if (typeof target === "string" && target !== "") {
    zone.addUnread({ ...owner, data: target, why: "its host chooses at each question what it answers" });
    return undefined;
  }
  const rows = form ? rowsOf(held[form.at]) : [];
  const { ttl } = held;
  if (!form || rows.length === 0 || typeof ttl !== "number") {
    if (form && type !== "SOA")
      return `no ${rows.length === 0 ? "records" : "TTL"} in the set of type ${type}`;
    zone.addUnread({ ...owner, data: "" });
    return undefined;
  }
  for (const row of rows) zone.add({ ...owner, data: form.data(row), ttl });
  return undefined;
}

function fields(...keys: readonly string[]): (one: Mapping) => string {
  return (one) => {
    const held = lowered(one);
    return keys.map((key) => textOf(held[key])).join(" ");
  };
}

function lowered(mapping: Mapping): Mapping {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key.toLowerCase(), value]));
}

function rowsOf(value: unknown): readonly Mapping[] {
  return (Array.isArray(value) ? value : [value]).filter(isMapping);
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
