import type { DnsRecordConfig } from "@cdktf/provider-cloudflare/lib/dns-record";
import { type IResolvable, Lazy, Token } from "cdktf";
import { literal } from "../../../constructs/terraform-text";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { quoteTxt } from "../../../lib/dns/txt";

type Encoded = Pick<DnsRecordConfig, "type" | "content" | "data" | "priority" | "lifecycle">;

/**
 * A logical record as `cloudflare_dns_record` 5.14 wants it. The provider compares strings byte for byte, so
 * whatever the API would rewrite shows up in every plan: TXT is written in quoted strings of 255 octets, names
 * without a trailing dot.
 */
export function cloudflareRecord(record: DnsRecord): Encoded {
  switch (record.type) {
    case "MX":
      return { type: "MX", priority: record.preference, content: record.exchange };
    case "TXT":
      return { type: "TXT", ...txtContent(record.value) };
    case "CAA":
      return {
        type: "CAA",
        data: { flags: untyped(record.flags), tag: record.tag, value: literal(record.value) },
      };
    case "TLSA":
      return {
        type: "TLSA",
        data: {
          usage: record.usage,
          selector: record.selector,
          matchingType: record.matchingType,
          certificate: record.certificate,
        },
      };
    default:
      return { type: record.type, content: recordData(record) };
  }
}

/**
 * A number where the binding sees a map, since the schema's type is dynamic. Given as it is, cdktf would copy the
 * keys of a map that it has not got and write `{}`; what resolves later it leaves alone.
 */
function untyped(value: number): IResolvable {
  return Lazy.anyValue({ produce: () => value });
}

function txtContent(value: string): Pick<Encoded, "content" | "lifecycle"> {
  if (!Token.isUnresolved(value)) return { content: literal(quoteTxt(value)) };
  // Terraform learns the value only at plan or apply; what cannot be cut or escaped here is checked there. Its
  // length() counts characters where DNS counts octets, so that only ASCII is let through.
  return {
    content: `"${value}"`,
    lifecycle: {
      precondition: [
        {
          condition: `\${can(regex("^[ !#-\\\\[\\\\]-~]{0,255}$", "${value}"))}`,
          errorMessage:
            "A TXT value that is unknown at synth must be at most 255 printable ASCII characters, without quotes and backslashes.",
        },
      ],
    },
  };
}
