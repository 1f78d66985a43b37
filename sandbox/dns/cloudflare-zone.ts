import { txtOctets } from "../cloudflare/records/txt-content";
import type { StoredRecord, Zone, ZoneStore } from "../cloudflare/zone-store";
import { nameServers } from "../cloudflare/zones";
import type { Json } from "../http/answer";
import { rawData } from "./raw-data";
import type { ResourceRecord, ServedZone } from "./zone";

/** What Cloudflare gives records with the automatic TTL, in seconds. */
const AUTOMATIC_TTL = 300;
const NS_TTL = 86_400;
/** Where Cloudflare's proxy stands: here, the sandbox itself. */
const EDGE = "127.0.0.1";

/** A zone of the store as Cloudflare's name servers serve it. */
export function cloudflareZone(store: ZoneStore, zone: Zone): ServedZone {
  const apex = zone.name;
  const servers = nameServers(zone);
  const ns = servers.map(
    (data): ResourceRecord => ({ type: "NS", name: apex, ttl: NS_TTL, class: "IN", data }),
  );
  return {
    apex,
    flattens: true,
    soa: {
      type: "SOA",
      name: apex,
      ttl: 1800,
      class: "IN",
      data: {
        mname: servers[0] ?? apex,
        rname: "dns.cloudflare.com",
        serial: store.serial(zone),
        refresh: 10_000,
        retry: 2400,
        expire: 604_800,
        minimum: 1800,
      },
    },
    recordsAt: (name) => {
      const own = store.recordsAt(zone, name).flatMap(served);
      return name === apex ? [...ns, ...own.filter(({ type }) => type !== "NS")] : own;
    },
    exists: (name) => {
      if (name === apex || store.recordsAt(zone, name).length > 0) return true;
      for (const other of store.namesIn(zone)) if (other.endsWith(`.${name}`)) return true;
      return false;
    },
  };
}

/** Nothing for a type that has no form here. */
function served(record: StoredRecord): readonly ResourceRecord[] {
  const base = {
    name: record.name,
    class: "IN",
    ttl: record.ttl === 1 ? AUTOMATIC_TTL : record.ttl,
  } as const;
  if (record.proxied) return [{ ...base, type: "A", data: EDGE }];
  const { type, content, priority = 0, data = {} } = record;
  switch (type) {
    case "A":
    case "AAAA":
    case "CNAME":
    case "NS":
    case "PTR":
      return [{ ...base, type, data: content }];
    case "MX":
      return [{ ...base, type, data: { preference: priority, exchange: content } }];
    case "TXT":
      return [{ ...base, type, data: [...txtOctets(content)] }];
    default: {
      const raw = rawData(record);
      return raw ? [asRecord({ ...base, ...raw })] : servedParts(base, type, data);
    }
  }
}

/** The package's types know no record that is octets but NULL; any type's go on the wire so. */
function asRecord(record: Base & { readonly type: string; readonly data: Buffer }): ResourceRecord {
  return record as Base & { readonly type: "NULL"; readonly data: Buffer };
}

type Base = { readonly name: string; readonly class: "IN"; readonly ttl: number };

function servedParts(base: Base, type: string, data: Json): readonly ResourceRecord[] {
  const number = (part: string) => Number(data[part]);
  const text = (part: string) => String(data[part]);
  const octets = (part: string, encoding: "hex" | "base64") => Buffer.from(text(part), encoding);
  switch (type) {
    case "CAA":
      return [
        { ...base, type, data: { flags: number("flags"), tag: caaTag(text("tag")), value: text("value") } },
      ];
    case "SRV":
      return [
        {
          ...base,
          type,
          data: {
            priority: number("priority"),
            weight: number("weight"),
            port: number("port"),
            target: text("target"),
          },
        },
      ];
    case "TLSA":
      return [
        {
          ...base,
          type,
          data: {
            usage: number("usage"),
            selector: number("selector"),
            matchingType: number("matching_type"),
            certificate: octets("certificate", "hex"),
          },
        },
      ];
    case "SSHFP":
      return [
        {
          ...base,
          type,
          data: { algorithm: number("algorithm"), hash: number("type"), fingerprint: text("fingerprint") },
        },
      ];
    case "DS":
      return [
        {
          ...base,
          type,
          data: {
            keyTag: number("key_tag"),
            algorithm: number("algorithm"),
            digestType: number("digest_type"),
            digest: octets("digest", "hex"),
          },
        },
      ];
    case "DNSKEY":
      return [
        {
          ...base,
          type,
          data: {
            flags: number("flags"),
            algorithm: number("algorithm"),
            key: octets("public_key", "base64"),
          },
        },
      ];
    case "NAPTR":
      return [
        {
          ...base,
          type,
          data: {
            order: number("order"),
            preference: number("preference"),
            flags: text("flags"),
            services: text("service"),
            regexp: text("regex"),
            replacement: text("replacement"),
          },
        },
      ];
    default:
      return [];
  }
}

/** The package's type knows the tags of RFC 8659; `contactemail` and others go on the wire just so. */
function caaTag(tag: string): "issue" {
  return tag as "issue";
}
