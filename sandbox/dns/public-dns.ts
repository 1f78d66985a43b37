import type { Zone, ZoneStore } from "../cloudflare/zone-store";
import { cloudflareZone } from "./cloudflare-zone";
import { CLOUDFLARE_SERVERS, internet, type Neighbourhood, ROOT_SERVERS } from "./internet";
import { resolve } from "./resolve";
import type { DnsSource, LookedUpType } from "./source";
import type { ResourceRecord, ServedZone, ZoneOf } from "./zone";

/** The name space of the sandbox: all zones of the store, and around them the hosts that others have. */
export class PublicDns implements DnsSource {
  private readonly internet: ServedZone;

  constructor(
    private readonly store: ZoneStore,
    ...neighbourhoods: readonly Neighbourhood[]
  ) {
    // What is above a zone exists (RFC 8020): resolvers that ask label by label would find nothing below it else.
    const zones: Neighbourhood = {
      recordsAt: () => [],
      landmarks: () => store.zones().map(({ name }) => name),
    };
    this.internet = internet([ROOT_SERVERS, CLOUDFLARE_SERVERS, zones, ...neighbourhoods]);
  }

  readonly zoneOf: ZoneOf = (name) => {
    const zone = this.store.zoneOf(name);
    return zone === undefined ? this.internet : this.served(zone);
  };

  lookUp(name: string, type: LookedUpType): readonly string[] {
    return resolve(name, type, this.zoneOf)
      .answers.filter((record) => record.name === name && record.type === type)
      .map(plainData);
  }

  private served(zone: Zone): ServedZone {
    return cloudflareZone(this.store, zone);
  }
}

function plainData(record: ResourceRecord): string {
  switch (record.type) {
    case "CNAME":
      return record.data;
    case "MX":
      return `${record.data.preference ?? 0} ${record.data.exchange}`;
    case "TXT":
      return [record.data].flat().map(String).join("");
    default:
      return "";
  }
}

/** A source that sees an answer only after so many looks without one, as caches do with what was not there before. */
export function withLag(source: DnsSource, looks: number): DnsSource {
  const left = new Map<string, number>();
  return {
    lookUp(name, type) {
      const found = source.lookUp(name, type);
      const key = `${type} ${name}`;
      if (found.length === 0) {
        left.delete(key);
        return found;
      }
      const rest = left.get(key) ?? looks;
      left.set(key, Math.max(rest - 1, 0));
      return rest > 0 ? [] : found;
    },
  };
}
