import type { Json } from "../../http/answer";
import { ApiError, success } from "../envelope";
import type { Call, Routes } from "../router";
import { newId, now, type StoredRecord, type Zone, type ZoneStore } from "../zone-store";
import type { Domain, WorkerStore } from "./worker-store";

const DOMAINS = "accounts/:account/workers/domains";
/** Records that say where a host's web server is. */
const ADDRESSES = new Set(["A", "AAAA", "CNAME"]);

/** Custom domains: Cloudflare makes the host's DNS record and its certificate itself. */
export class Domains {
  readonly routes: Routes = {
    [`GET ${DOMAINS}`]: (call) => success(this.listed(call).map(shown)),
    [`PUT ${DOMAINS}`]: (call) => success(shown(this.attach(call.param("account"), call.json()))),
    [`GET ${DOMAINS}/:domain`]: (call) => success(shown(this.domain(call))),
    [`DELETE ${DOMAINS}/:domain`]: (call) => {
      removeDomain(this.workers, this.zones, this.domain(call));
      return success(null);
    },
  };

  constructor(
    private readonly workers: WorkerStore,
    private readonly zones: ZoneStore,
  ) {}

  private domain(call: Call): Domain {
    const domain = this.workers.domains.get(call.param("domain"));
    if (domain !== undefined && domain.accountId === call.param("account")) return domain;
    throw new ApiError(404, { code: 100_114, message: "The Custom Domain does not exist." });
  }

  private listed({ query, param }: Call): readonly Domain[] {
    const wanted = (field: keyof Domain, name: string) => (domain: Domain) =>
      !query.has(name) || domain[field] === query.get(name);
    const tests = [
      wanted("zoneId", "zone_id"),
      wanted("zoneName", "zone_name"),
      wanted("service", "service"),
      wanted("hostname", "hostname"),
      wanted("environment", "environment"),
    ];
    return [...this.workers.domains.values()].filter(
      (domain) => domain.accountId === param("account") && tests.every((test) => test(domain)),
    );
  }

  private attach(accountId: string, body: Json): Domain {
    const zone = this.zones.zone(String(body.zone_id ?? ""));
    const hostname = String(body.hostname ?? "").toLowerCase();
    const service = String(body.service ?? "");
    if (zone === undefined || !(hostname === zone.name || hostname.endsWith(`.${zone.name}`))) {
      throw new ApiError(400, { code: 100_112, message: `Hostname '${hostname}' is not in the zone.` });
    }
    if (this.workers.script(accountId, service) === undefined) {
      throw new ApiError(404, { code: 10_007, message: "This Worker does not exist on your account." });
    }
    const old = this.workers.domainOf(hostname);
    if (old !== undefined && old.service !== service && body.override_existing_origin !== true) {
      throw new ApiError(409, {
        code: 100_116,
        message: `Hostname '${hostname}' is already attached to the Worker '${old.service}'.`,
      });
    }
    const domain: Domain = {
      id: old?.id ?? newId(),
      accountId,
      zoneId: zone.id,
      zoneName: zone.name,
      hostname,
      service,
      environment: String(body.environment ?? "production"),
      certificateId: old?.certificateId ?? newId(),
      recordId: old?.recordId ?? this.publish(zone, hostname, service),
    };
    this.workers.domains.set(domain.id, domain);
    return domain;
  }

  /** `100::` is the discard prefix (RFC 6666): the proxy answers, no origin is asked. */
  private publish(zone: Zone, hostname: string, service: string): string {
    if (this.zones.recordsAt(zone, hostname).some(({ type }) => ADDRESSES.has(type))) {
      throw new ApiError(409, {
        code: 100_117,
        message: `Hostname '${hostname}' already has externally managed DNS records (A, CNAME, etc). Delete them first or try a different hostname.`,
      });
    }
    const time = now();
    const record: StoredRecord = {
      id: newId(),
      type: "AAAA",
      name: hostname,
      content: "100::",
      ttl: 1,
      proxied: true,
      comment: null,
      tags: [],
      settings: {},
      meta: { origin_worker_id: service, read_only: true },
      createdOn: time,
      modifiedOn: time,
    };
    this.zones.putRecord(zone, record);
    return record.id;
  }
}

/** The domain goes, and with it the record that Cloudflare made for it. */
export function removeDomain(workers: WorkerStore, zones: ZoneStore, domain: Domain): void {
  const zone = zones.zone(domain.zoneId);
  if (zone !== undefined) zones.removeRecord(zone, domain.recordId);
  workers.domains.delete(domain.id);
}

function shown({ id, zoneId, zoneName, hostname, service, environment, certificateId }: Domain): Json {
  return {
    id,
    zone_id: zoneId,
    zone_name: zoneName,
    hostname,
    service,
    environment,
    cert_id: certificateId,
    enabled: true,
  };
}
