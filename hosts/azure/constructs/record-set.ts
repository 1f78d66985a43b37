import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { literal, literalOrReference, type TerraformText } from "../../../constructs/terraform/text";
import type { DnsRecord } from "../../../lib/dns/record";
import {
  DnsAaaaRecord,
  DnsARecord,
  DnsCaaRecord,
  DnsCnameRecord,
  DnsMxRecord,
  DnsNsRecord,
  DnsPtrRecord,
  DnsSrvRecord,
  DnsTxtRecord,
} from "./bindings";

/** What every record set says beside its records. */
export interface SetConfig {
  readonly name: TerraformText;
  readonly zoneName: TerraformText;
  readonly resourceGroupName: TerraformText;
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
        resource: new DnsCnameRecord(scope, id, { ...config, record: literalOrReference(first.target) }),
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
    case "PTR": {
      const resource = new DnsPtrRecord(scope, id, { ...config, records: pointers(records) });
      return {
        resource,
        write: (all) => {
          resource.records = pointers(all);
        },
      };
    }
    case "SRV": {
      const resource = new DnsSrvRecord(scope, id, { ...config, record: services(records) });
      return { resource, write: (all) => resource.putRecord(services(all)) };
    }
    default:
      throw new TypeError(`no record set of type ${first?.type ?? "nothing"}`);
  }
}

function addresses(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "A" || record.type === "AAAA" ? [literalOrReference(record.address)] : [],
  );
}

function servers(records: readonly DnsRecord[]) {
  return records.flatMap((record) => (record.type === "NS" ? [literalOrReference(record.host)] : []));
}

function pointers(records: readonly DnsRecord[]) {
  return records.flatMap((record) => (record.type === "PTR" ? [literal(record.target)] : []));
}

function services(records: readonly DnsRecord[]) {
  return records.flatMap((record) => {
    if (record.type !== "SRV") return [];
    const { priority, weight, port, target } = record;
    return [{ priority, weight, port, target: literal(target) }];
  });
}

function exchanges(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "MX"
      ? [{ preference: literal(String(record.preference)), exchange: literalOrReference(record.exchange) }]
      : [],
  );
}

function texts(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "TXT" ? [{ value: literalOrReference(record.value) }] : [],
  );
}

function authorities(records: readonly DnsRecord[]) {
  return records.flatMap((record) =>
    record.type === "CAA"
      ? [{ flags: record.flags, tag: literal(record.tag), value: literal(record.value) }]
      : [],
  );
}
