import type { DnsRecordType } from "../../lib/dns/record";
import { unquoteTxt } from "../../lib/dns/txt";
import { ok, type Result } from "../../lib/fault";
import { type Attributes, knownValue, knownValues } from "../../lib/plan/attributes";
import { caaData, missing, placeRecord, recordOf, unknownRecord, zoneByNames } from "../../lib/plan/record";
import type { ZoneReader } from "../../lib/plan/zone-fact";
import type { RecordResource } from "../host";

const read: ZoneReader = ({ attributes, refersTo }, names) => {
  const fqdn = attributes.text("fqdn");
  const name = fqdn.kind === "known" ? fqdn : attributes.text("name");
  const zone = names.zone(knownValue(attributes.text("zone_id")), refersTo("zone_id"));
  const plain = name.kind === "known" ? ({ kind: "known", value: unescaped(name.value) } as const) : name;
  const placed = placeRecord(plain, zone, attributes.text("type"));
  if (!("name" in placed)) return placed;
  if (isRouted(attributes)) return unknownRecord(placed, "routed");
  const values = attributes.texts("records");
  const ttl = knownValue(attributes.number("ttl")) ?? 0;
  if (values.length === 0) return recordOf(placed, missing("records"), ttl);
  return values.flatMap((value) => {
    switch (value.kind) {
      case "known":
        return recordOf(placed, logical(placed.type, value.value), ttl);
      case "sensitive":
        return unknownRecord(placed, "sensitive");
      default:
        return unknownRecord(placed, "known after apply");
    }
  });
};

/** `aws_route53_record`: a set of records at one name. */
export const route53Record: RecordResource = {
  read,
  zoneOf: (attributes) => knownValue(attributes.text("zone_id")),
  zoneNameOf: (attributes) =>
    zoneByNames(knownValue(attributes.text("fqdn")), knownValue(attributes.text("name"))),
  nameOf: (attributes) => knownValue(attributes.text("fqdn")) ?? knownValue(attributes.text("name")),
  countOf: (attributes) => Math.max(1, knownValues(attributes.texts("records")).length),
  isSet: true,
};

/** An alias, or one of several sets among which Route 53 chooses: who asks decides what is answered. */
function isRouted(attributes: Attributes): boolean {
  return (
    attributes.blocks("alias").length > 0 || (knownValue(attributes.text("set_identifier")) ?? "") !== ""
  );
}

/** Route 53 shows `*` as `\052`. */
function unescaped(name: string): string {
  return name.replace(/\\([01][0-7]{2})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/**
 * Escapes of three digits are octal (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat).
 * The provider puts quotes around a text that has none at its ends; long texts are cut by `""` inside
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record#records).
 */
function logical(type: DnsRecordType, value: string): Result<string> {
  if (type === "CAA") return caaData(value, 8);
  if (type !== "TXT") return ok(value);
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return unquoteTxt(isQuoted ? value : `"${value}"`, 8);
}
