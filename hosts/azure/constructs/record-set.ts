import { DnsARecord } from "@cdktf/provider-azurerm/lib/dns-a-record";
import { DnsAaaaRecord } from "@cdktf/provider-azurerm/lib/dns-aaaa-record";
import { DnsCaaRecord } from "@cdktf/provider-azurerm/lib/dns-caa-record";
import { DnsCnameRecord } from "@cdktf/provider-azurerm/lib/dns-cname-record";
import { DnsMxRecord } from "@cdktf/provider-azurerm/lib/dns-mx-record";
import { DnsNsRecord } from "@cdktf/provider-azurerm/lib/dns-ns-record";
import { DnsTxtRecord } from "@cdktf/provider-azurerm/lib/dns-txt-record";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { literal } from "../../../constructs/terraform-text";
import { isToken } from "../../../constructs/tokens";
import type { DnsRecord } from "../../../lib/dns/record";

/** What every record set says beside its records. */
export interface SetConfig {
  readonly name: string;
  readonly zoneName: string;
  readonly resourceGroupName: string;
  readonly ttl: number;
}

/** A resource that holds records of one name and type. */
export interface SetResource {
  readonly resource: TerraformResource & { ttl: number };
  /** Says them anew, after the set got another. */
  write(records: readonly DnsRecord[]): void;
}

/**
 * The resource of azurerm for records of a type, which has its values without quotes: texts are cut by the provider,
 * names have no trailing dot.
 */
export function setResource(
  scope: Construct,
  id: string,
  config: SetConfig,
  records: readonly DnsRecord[],
): SetResource {
  const [first] = records;
  switch (first?.type) {
    case "A":
    case "AAAA": {
      const values = { records: addresses(records) };
      const resource =
        first.type === "A"
          ? new DnsARecord(scope, id, { ...config, ...values })
          : new DnsAaaaRecord(scope, id, { ...config, ...values });
      return {
        resource,
        write: (all) => {
          resource.records = addresses(all);
        },
      };
    }
    case "NS": {
      const resource = new DnsNsRecord(scope, id, { ...config, records: servers(records) });
      return {
        resource,
        write: (all) => {
          resource.records = servers(all);
        },
      };
    }
    case "CNAME":
      return {
        resource: new DnsCnameRecord(scope, id, { ...config, record: first.target }),
        write: () => {},
      };
    case "MX": {
      const resource = new DnsMxRecord(scope, id, { ...config, record: exchanges(records) });
      return { resource, write: (all) => resource.putRecord(exchanges(all)) };
    }
    case "TXT": {
      const resource = new DnsTxtRecord(scope, id, { ...config, record: texts(records) });
      return { resource, write: (all) => resource.putRecord(texts(all)) };
    }
    case "CAA": {
      const resource = new DnsCaaRecord(scope, id, { ...config, record: authorities(records) });
      return { resource, write: (all) => resource.putRecord(authorities(all)) };
    }
    default:
      throw new TypeError(`no record set of type ${first?.type ?? "nothing"}`);
  }
}

function addresses(records: readonly DnsRecord[]) {
  return records.flatMap((record) => (record.type === "A" || record.type === "AAAA" ? [record.address] : []));
}

function servers(records: readonly DnsRecord[]) {
  return records.flatMap((record) => (record.type === "NS" ? [record.host] : []));
}

function exchanges(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "MX" ? [{ preference: String(record.preference), exchange: record.exchange }] : [],
  );
}

function texts(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "TXT" ? [{ value: isToken(record.value) ? record.value : literal(record.value) }] : [],
  );
}

function authorities(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "CAA" ? [{ flags: record.flags, tag: record.tag, value: literal(record.value) }] : [],
  );
}
