import type { DnsRecord } from "../../dns/record";
import { parseMicrosoftDkimTarget } from "../../mail/dkim/microsoft";
import { isSpf } from "../../mail/spf/parse";
import { CLOUDS, type CloudFacts } from "../../microsoft/clouds";
import { parseEopHost } from "../../microsoft/eop-host";
import type { Cloud } from "../../options";

/** What records of a domain say of the tenant whose it is. */
export interface TenantTrace {
  /** Its first domain, where a DKIM target or an MX host names it. */
  readonly initialDomain?: string;
  /** The cloud, as far as the names tell it: GCC has those of the worldwide cloud, DoD some of GCC High's. */
  readonly cloud: Cloud;
}

/** What a domain's records say of its tenant; `undefined` where nothing in them is Microsoft's. */
export function tenantTrace(records: readonly DnsRecord[]): TenantTrace | undefined {
  const cloud = cloudOf(records);
  for (const record of records) {
    if (record.type !== "CNAME") continue;
    const target = parseMicrosoftDkimTarget(record.target);
    if (!target.ok) continue;
    if (target.value.form === "classic") {
      const { initialDomain } = target.value;
      return { initialDomain, cloud: fitting(cloud, initialDomain) };
    }
    const { initialSuffix } = CLOUDS.worldwide;
    return {
      initialDomain: `${target.value.initialDomainPrefix}.${initialSuffix}`,
      cloud: cloud ?? "worldwide",
    };
  }
  if (cloud === undefined) return undefined;
  const facts = CLOUDS[cloud];
  const [token] = records.flatMap((record) => {
    const host = record.type === "MX" ? parseEopHost(record.exchange) : undefined;
    return host && !host.retired && facts.mxLabel === "tenant" ? [host.token] : [];
  });
  return { ...(token === undefined ? {} : { initialDomain: `${token}.${facts.initialSuffix}` }), cloud };
}

/** The first cloud whose names stand in the records; that of the autodiscover alias tells most. */
function cloudOf(records: readonly DnsRecord[]): Cloud | undefined {
  const has = (test: (facts: CloudFacts, record: DnsRecord) => boolean) =>
    Object.values(CLOUDS).find((facts) => records.some((record) => test(facts, record)))?.name;
  return (
    has(({ autodiscover }, record) => record.type === "CNAME" && record.target === autodiscover) ??
    has(({ name }, record) => {
      const host = record.type === "MX" ? parseEopHost(record.exchange) : undefined;
      return host?.clouds.includes(name) === true;
    }) ??
    has(
      ({ spfInclude }, record) =>
        record.type === "TXT" &&
        isSpf(record.value) &&
        record.value.toLowerCase().includes(`include:${spfInclude}`),
    )
  );
}

/** The cloud that an initial domain is of, where the other names leave it open. */
function fitting(cloud: Cloud | undefined, initialDomain: string): Cloud {
  if (cloud !== undefined && initialDomain.endsWith(`.${CLOUDS[cloud].initialSuffix}`)) return cloud;
  const facts = Object.values(CLOUDS).find(({ initialSuffix }) =>
    initialDomain.endsWith(`.${initialSuffix}`),
  );
  return facts?.name ?? "worldwide";
}
