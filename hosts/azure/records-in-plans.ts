import type { DnsRecordType } from "../../lib/dns/record";
import { ok, type Result } from "../../lib/fault";
import { type Attribute, type Attributes, knownValue } from "../../lib/plan/attributes";
import { missing, placeRecord, recordOf, unknownRecord } from "../../lib/plan/record";
import type { ZoneReader } from "../../lib/plan/zone-fact";
import type { RecordResource } from "../host";

/** How the records of a type stand in its resource of azurerm. */
interface Form {
  readonly type: DnsRecordType;
  /** The attribute that holds them: a list of texts, blocks of the named members, or one text. */
  readonly key: "record" | "records";
  /** The members of a block in the order of presentation. */
  readonly members?: readonly string[];
}

const FORMS: Readonly<Record<string, Form>> = {
  azurerm_dns_a_record: { type: "A", key: "records" },
  azurerm_dns_aaaa_record: { type: "AAAA", key: "records" },
  azurerm_dns_caa_record: { type: "CAA", key: "record", members: ["flags", "tag", "value"] },
  azurerm_dns_cname_record: { type: "CNAME", key: "record" },
  azurerm_dns_mx_record: { type: "MX", key: "record", members: ["preference", "exchange"] },
  azurerm_dns_ns_record: { type: "NS", key: "records" },
  azurerm_dns_ptr_record: { type: "PTR", key: "records" },
  azurerm_dns_srv_record: { type: "SRV", key: "record", members: ["priority", "weight", "port", "target"] },
  azurerm_dns_txt_record: { type: "TXT", key: "record", members: ["value"] },
};

/** The record sets of provider `azurerm`. A name is always relative to the zone, `@` at its apex. */
export const azureRecordSets: Readonly<Record<string, RecordResource>> = Object.fromEntries(
  Object.entries(FORMS).map(([resource, form]) => [
    resource,
    {
      read: readerOf(form),
      zoneOf: (attributes) => {
        const [group, zone] = [attributes.text("resource_group_name"), attributes.text("zone_name")].map(
          knownValue,
        );
        return group === undefined || zone === undefined ? undefined : `${group}/${zone}`.toLowerCase();
      },
      zoneNameOf: (attributes) => knownValue(attributes.text("zone_name")),
      nameOf: (attributes) => knownValue(fullNameOf(attributes, undefined)),
      countOf: (attributes) => Math.max(1, rowsOf(attributes, form).length),
      isSet: true,
    },
  ]),
);

function readerOf(form: Form): ZoneReader {
  return ({ attributes, refersTo }, names) => {
    const zone = knownValue(attributes.text("zone_name")) ?? names.zone(undefined, refersTo("zone_name"));
    const name = fullNameOf(attributes, zone);
    const placed = placeRecord(name, zone, { kind: "known", value: form.type });
    if (!("name" in placed)) return placed;
    // An alias to another resource of Azure: who asks decides what is answered.
    if ((knownValue(attributes.text("target_resource_id")) ?? "") !== "")
      return unknownRecord(placed, "routed");
    const rows = rowsOf(attributes, form);
    const ttl = knownValue(attributes.number("ttl")) ?? 0;
    if (rows.length === 0) return recordOf(placed, missing(form.key), ttl);
    return rows.flatMap((fields) => {
      if (fields.some(({ kind }) => kind === "sensitive")) return unknownRecord(placed, "sensitive");
      if (fields.some(({ kind }) => kind === "unknown")) return unknownRecord(placed, "known after apply");
      const texts = fields.map(knownValue).filter((text) => text !== undefined);
      const data: Result<string> = texts.length < fields.length ? missing(form.key) : ok(texts.join(" "));
      return recordOf(placed, data, ttl);
    });
  };
}

/** The full name: as Azure tells it, else the name within the zone. */
function fullNameOf(attributes: Attributes, zone: string | undefined): Attribute<string> {
  const fqdn = attributes.text("fqdn");
  if (fqdn.kind === "known") return { kind: "known", value: fqdn.value.replace(/\.$/, "") };
  const own = attributes.text("name");
  const name: Attribute<string> = own.kind === "none" ? { kind: "known", value: "@" } : own;
  const within = zone ?? knownValue(attributes.text("zone_name"));
  if (name.kind !== "known") return name;
  if (within === undefined) return { kind: "unknown" };
  return { kind: "known", value: name.value === "@" ? within : `${name.value}.${within}` };
}

/** The fields of each record, in the order of presentation. */
function rowsOf(attributes: Attributes, { key, members }: Form): readonly (readonly Attribute<string>[])[] {
  if (!members) {
    return key === "record"
      ? [attributes.text(key)].filter(({ kind }) => kind !== "none").map((field) => [field])
      : attributes.texts(key).map((field) => [field]);
  }
  const whole = attributes.text(key);
  if (whole.kind === "unknown" || whole.kind === "sensitive") return [[whole]];
  return attributes.blocks(key).map((block) => members.map((member) => scalar(block, member)));
}

function scalar(block: Attributes, key: string): Attribute<string> {
  const text = block.text(key);
  if (text.kind !== "none") return text;
  const number = block.number(key);
  return number.kind === "known" ? { kind: "known", value: String(number.value) } : number;
}
