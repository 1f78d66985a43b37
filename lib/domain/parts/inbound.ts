import { below, type DnsName, isStandIn } from "../../dns/name";
import type { MxRecord } from "../../dns/record";
import { parseTarget } from "../../dns/target";
import { collect, type Fault, fail, ok, type Result, settle, within } from "../../fault";
import { addedBeforeFaults, NEW_HOSTS_SINCE } from "../../microsoft/added-before";
import type { CloudFacts } from "../../microsoft/clouds";
import { parseCloud } from "../../microsoft/clouds";
import { eopMxHost } from "../../microsoft/eop-host";
import type { MxHostOptions, MxOptions, TenantOptions } from "../../options";
import { type PartOptions, type PartRecord, type PartResult, readPart } from "./part";

export interface InboundOptions extends PartOptions {
  /** Where mail goes. @default "auto" */
  readonly mx?: MxOptions;
  /** Needed where the host is EOP's (`auto`, or a partition) and for autodiscover. */
  readonly tenant?: TenantOptions;
  /** Publish the autodiscover CNAME? @default false */
  readonly autodiscover?: boolean;
}

/** A mail exchange before it is a record. */
export interface MailExchange {
  readonly preference: number;
  readonly host: DnsName | ".";
}

/**
 * MX and autodiscover. The most preferred MX has the role `Mx`, so that a move to another host changes one record in
 * place; each further one is known by its host, `Mx-<host>`. With ranks for roles, two hosts that change places would
 * for a moment both be written with the same host, which Cloudflare refuses (docs/develop/decisions/002-ids-are-roles.md).
 * The order of the list in the estate file does not matter.
 */
export function inboundRecords(options: InboundOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const { domain, ttl } = part;
  const exchanges = collect(mailExchanges(domain, options.mx ?? "auto", options.tenant), faults) ?? [];
  const records: PartRecord[] = exchanges.map(({ preference, host }, index) => ({
    role: index === 0 ? "Mx" : mxRole(host, index),
    record: { type: "MX", name: domain, ttl, preference, exchange: host } satisfies MxRecord,
  }));
  if (options.autodiscover) {
    const target = collect(autodiscoverTarget(options.tenant), faults);
    if (target) {
      records.push({
        role: "Autodiscover",
        record: { type: "CNAME", name: below("autodiscover", domain), ttl, target },
      });
    }
  }
  return settle(faults, () => records);
}

function mxRole(host: MailExchange["host"], index: number): string {
  return isStandIn(host) ? `Mx-${index + 1}` : `Mx-${host}`;
}

/** The mail exchanges that a choice of `mx` comes to, the most preferred first. */
export function mailExchanges(
  domain: DnsName,
  mx: MxOptions,
  tenant: TenantOptions | undefined,
): Result<readonly MailExchange[]> {
  if (mx === "none") return ok([]);
  if (mx === "null") return ok([{ preference: 0, host: "." }]);
  if (mx === "auto") return eopExchange(domain, tenant, {}, 0);
  if (isList(mx)) return listedExchanges(mx);
  if (!("host" in mx)) return eopExchange(domain, tenant, mx, mx.priority ?? 0);
  const listed = listedExchanges([mx]);
  return listed.ok
    ? listed
    : fail(...listed.faults.map((fault) => ({ ...fault, path: ["mx", ...(fault.path ?? []).slice(2)] })));
}

function isList(mx: Exclude<MxOptions, string>): mx is readonly MxHostOptions[] {
  return Array.isArray(mx);
}

function listedExchanges(list: readonly MxHostOptions[]): Result<readonly MailExchange[]> {
  const faults: Fault[] = [];
  if (list.length === 0) {
    faults.push({
      path: ["mx"],
      message: "empty list of MX hosts",
      expected: "at least one host",
      fix: 'write "none" or "null" to receive nothing',
    });
  }
  const exchanges = list.flatMap(({ host, priority = 0 }, index) => {
    faults.push(...preferenceFault(priority).map((fault) => within(fault, "mx", index, "priority")));
    const name = collect(parseTarget(host), faults, "mx", index, "host");
    return name ? [{ preference: priority, host: name }] : [];
  });
  return settle(faults, () =>
    exchanges.sort((a, b) => a.preference - b.preference || (a.host < b.host ? -1 : Number(a.host > b.host))),
  );
}

/** What the options say of EOP's host. */
interface KnownOfHost {
  readonly partition?: string;
  readonly addedBefore?: string;
}

function eopExchange(
  domain: DnsName,
  tenant: TenantOptions | undefined,
  known: KnownOfHost,
  preference: number,
): Result<readonly MailExchange[]> {
  const faults: Fault[] = preferenceFault(preference).map((fault) => within(fault, "mx", "priority"));
  if (!tenant) {
    faults.push({
      path: ["mx"],
      message: "EOP's host cannot be told without a tenant",
      expected: "a tenant, or an MX host",
      fix: "name the domain's tenant, or give mx a host",
    });
    return fail(...faults);
  }
  const cloud = collect(parseCloud(tenant.cloud ?? "worldwide"), faults, "tenant", "cloud");
  if (!cloud) return fail(...faults);
  faults.push(...unknownHost(domain, tenant, cloud, known));
  const { initialDomain } = tenant;
  const named = known.partition === undefined ? {} : { partition: known.partition };
  const host = eopMxHost({ domain, cloud, initialDomain, ...named });
  if (host.ok && faults.length === 0) return ok([{ preference, host: host.value }]);
  const where = ({ path }: Fault) => (path?.[0] === "initialDomain" ? "tenant" : "mx");
  return fail(...faults, ...(host.ok ? [] : host.faults.map((fault) => within(fault, where(fault)))));
}

/**
 * The classic host is derived only where it must be the domain's: where Microsoft places new domains below mx.microsoft,
 * for those that were added before, or whose host provider m365 reads from Microsoft anyway.
 */
function unknownHost(
  domain: DnsName,
  { name, domainsAddedBefore, exchange }: TenantOptions,
  { partitions }: CloudFacts,
  { partition, addedBefore }: KnownOfHost,
): readonly Fault[] {
  if (addedBefore !== undefined)
    return addedBeforeFaults(addedBefore).map((fault) => within(fault, "mx", "addedBefore"));
  if (domainsAddedBefore !== undefined)
    return addedBeforeFaults(domainsAddedBefore).map((fault) =>
      within(fault, "tenant", "domainsAddedBefore"),
    );
  if (!partitions || partition !== undefined || exchange) return [];
  const all = name === undefined ? "the tenant's domainsAddedBefore" : `tenants.${name}.domainsAddedBefore`;
  return [
    {
      path: ["mx"],
      message: `${domain} may have its MX host below mx.microsoft, where Microsoft places domains added since ${NEW_HOSTS_SINCE} (MC1048624), so the classic host is not guessed`,
      expected: `mx: { addedBefore: ${NEW_HOSTS_SINCE} } for a domain that was in the tenant before that day (${all} says it for all), else mx: { partition: <letter> } or mx: { host: <name> } as Microsoft shows it`,
      fix: "see the domain's records in the admin center or in Graph (domains/{id}/serviceConfigurationRecords), or let exchange: managed read them",
    },
  ];
}

function autodiscoverTarget(tenant: TenantOptions | undefined): Result<DnsName> {
  if (!tenant) {
    return fail({
      path: ["autodiscover"],
      message: "autodiscover needs a tenant",
      expected: "a tenant",
      fix: "name the domain's tenant, or set autodiscover: false",
    });
  }
  const cloud = parseCloud(tenant.cloud ?? "worldwide");
  return cloud.ok
    ? ok(cloud.value.autodiscover)
    : fail(...cloud.faults.map((fault) => within(fault, "tenant", "cloud")));
}

function preferenceFault(preference: number): readonly Fault[] {
  if (Number.isInteger(preference) && preference >= 0 && preference <= 65535) return [];
  return [
    {
      message: "MX preference out of range",
      received: String(preference),
      expected: "0 to 65535 (RFC 5321 §5.1)",
    },
  ];
}
