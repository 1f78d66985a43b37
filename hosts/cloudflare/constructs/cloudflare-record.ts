import type { DnsRecordConfig } from "@cdktf/provider-cloudflare/lib/dns-record";
import { untyped } from "../../../constructs/terraform/elements";
import type { Gated } from "../../../constructs/terraform/gated";
import {
  expression,
  literal,
  literalOrReference,
  quoted,
  quotedReference,
  type TerraformText,
  template,
} from "../../../constructs/terraform/text";
import { isToken } from "../../../constructs/tokens";
import { fieldsOf, isFielded } from "../../../lib/dns/fielded";
import type { FieldedRecord } from "../../../lib/dns/fielded-records";
import { type DnsRecord, recordData, type TxtRecord } from "../../../lib/dns/record";
import { quoteTxt } from "../../../lib/dns/txt";

type Encoded = Gated<Pick<DnsRecordConfig, "type" | "content" | "data" | "priority" | "lifecycle">>;

/**
 * A logical record as `cloudflare_dns_record` 5.14 wants it. The provider compares strings byte for byte, so
 * whatever the API would rewrite shows up in every plan: TXT is written in quoted strings of 255 octets, names
 * without a trailing dot.
 */
export function cloudflareRecord(record: DnsRecord): Encoded {
  switch (record.type) {
    case "MX":
      return {
        type: literal("MX"),
        priority: record.preference,
        content: literalOrReference(record.exchange),
      };
    case "TXT":
      return { type: literal("TXT"), ...txtContent(record) };
    case "CAA":
      return {
        type: literal("CAA"),
        data: { flags: untyped(record.flags), tag: literal(record.tag), value: literal(record.value) },
      };
    case "TLSA":
      return {
        type: literal("TLSA"),
        data: {
          usage: record.usage,
          selector: record.selector,
          matchingType: record.matchingType,
          certificate: literal(record.certificate),
        },
      };
    case "PTR":
    case "OPENPGPKEY":
      return { type: literal(record.type), content: literal(recordData(record)) };
    default:
      return isFielded(record)
        ? fielded(record)
        : { type: literal(record.type), content: literalOrReference(recordData(record)) };
  }
}

/** What Cloudflare takes in parts. SRV's and URI's priority is shown beside them, SRV's is a part as well. */
function fielded(record: FieldedRecord): Encoded {
  const { type } = record;
  const parts: DnsRecordPart[] = fieldsOf(record)
    .filter(([key]) => type !== "URI" || key !== "priority")
    .map(([key, , value]) => [PART_NAMES[key] ?? key, typeof value === "number" ? value : literal(value)]);
  const isPreferred = type === "SRV" || type === "URI";
  return {
    type: literal(type),
    ...(isPreferred ? { priority: record.priority } : {}),
    data: Object.fromEntries(parts.map(([key, value]) => [key, key === "flags" ? untyped(value) : value])),
  };
}

type DnsRecordPart = readonly [key: string, value: number | TerraformText];

/** What a part is called at Cloudflare where the DNS calls the record itself so. */
const PART_NAMES: Readonly<Record<string, string>> = { fingerprintType: "type", certificateType: "type" };

function txtContent({ value, content }: TxtRecord): Pick<Encoded, "content" | "lifecycle"> {
  if (content !== undefined) return { content: literal(content) };
  if (!isToken(value)) return { content: literal(quoteTxt(value)) };
  // Terraform learns the value only at plan or apply; what cannot be cut or escaped here is checked there. Its
  // length() counts characters where DNS counts octets, so that only ASCII is let through.
  return {
    content: template`"${literalOrReference(value)}"`,
    lifecycle: {
      precondition: [
        {
          condition: expression`can(regex(${quoted("^[ !#-\\[\\]-~]{0,255}$")}, ${quotedReference(value)}))`,
          errorMessage: literal(
            "A TXT value that is unknown at synth must be at most 255 printable ASCII characters, without quotes and backslashes.",
          ),
        },
      ],
    },
  };
}
