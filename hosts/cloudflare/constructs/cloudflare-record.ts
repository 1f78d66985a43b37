import type { DnsRecordConfig } from "@cdktf/provider-cloudflare/lib/dns-record";
import { untypedNumber } from "../../../constructs/terraform/elements";
import type { Gated } from "../../../constructs/terraform/gated";
import {
  expression,
  literal,
  literalOrReference,
  quoted,
  quotedReference,
  template,
} from "../../../constructs/terraform/text";
import { isToken } from "../../../constructs/tokens";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
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
      return { type: literal("TXT"), ...txtContent(record.value) };
    case "CAA":
      return {
        type: literal("CAA"),
        data: { flags: untypedNumber(record.flags), tag: literal(record.tag), value: literal(record.value) },
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
    default:
      return { type: literal(record.type), content: literalOrReference(recordData(record)) };
  }
}

function txtContent(value: string): Pick<Encoded, "content" | "lifecycle"> {
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
