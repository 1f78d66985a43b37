import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { quoteTxt } from "../../../lib/dns/txt";
import type { Plan } from "../../../lib/plan/plan";
import { cloudflare, planOf, type ResourceJson, resource } from "../review/plan-json";

type Values = Readonly<Record<string, unknown>>;

/** How the records of one zone stand in a plan. */
export interface ZoneForm {
  readonly host: "cloudflare" | "route53";
  /** Does the plan hold the zone itself, and so its name? */
  readonly isZonePlanned: boolean;
}

/** A plan that changes a zone from some records to others, a resource a record or, at Route 53, a record set. */
export function zonePlan(
  zone: string,
  { host, isZonePlanned }: ZoneForm,
  after: readonly DnsRecord[],
  before: readonly DnsRecord[] = [],
): Plan {
  const id = `zone-${zone}`;
  const [from, to] = [before, after].map((side) => FORMS[host](id, side));
  const addresses = [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])].sort();
  const type = host === "cloudflare" ? "cloudflare_zone" : "aws_route53_zone";
  const own = host === "cloudflare" ? { id, name: zone, type: "full" } : { id, zone_id: id, name: zone };
  return planOf(zone, [
    ...(isZonePlanned ? [resource(`${type}.own`, own, own)] : []),
    ...addresses.map((address): ResourceJson => resource(address, from?.get(address), to?.get(address))),
  ]);
}

const FORMS: Readonly<
  Record<ZoneForm["host"], (id: string, records: readonly DnsRecord[]) => ReadonlyMap<string, Values>>
> = {
  cloudflare: (id, records) =>
    new Map(
      records.map((record) => [
        `cloudflare_dns_record.all["${record.name} ${record.type} ${recordData(record)}"]`,
        { ...cloudflareValues(record), zone_id: id },
      ]),
    ),
  route53(id, records) {
    const sets = new Map<string, Values & { readonly records: string[] }>();
    for (const record of records) {
      const { name, type, ttl } = record;
      const address = `aws_route53_record.all["${name} ${type}"]`;
      const set = sets.get(address) ?? { zone_id: id, name, fqdn: name, type, ttl, records: [], alias: [] };
      sets.set(address, set);
      set.records.push(record.type === "TXT" ? quoteTxt(record.value, 8) : recordData(record));
    }
    return sets;
  },
};

function cloudflareValues(record: DnsRecord): Values {
  const { name, type } = record;
  if (record.type === "MX") return cloudflare(type, name, record.exchange, { priority: record.preference });
  return cloudflare(type, name, record.type === "TXT" ? quoteTxt(record.value) : recordData(record));
}
