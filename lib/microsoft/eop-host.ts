import { type DnsName, parseName } from "../dns/name";
import { type Fault, fail, ok, type Result, within } from "../fault";
import type { Cloud } from "../options";
import { CLOUDS, type CloudFacts } from "./clouds";
import { parseInitialDomain } from "./initial-domain";
import { eopToken } from "./token";

/** What the host of EOP for a domain is derived from. */
export interface EopMxOptions {
  /** The mail domain. */
  readonly domain: DnsName;
  /** The tenant's cloud, of `CLOUDS`. */
  readonly cloud: CloudFacts;
  /** The tenant's initial domain; needed in GCC High and DoD, where the host is named after the tenant. */
  readonly initialDomain?: string;
  /**
   * The letter of the DNSSEC-signed host `<token>.<letter>-v1.mx.microsoft`. It cannot be derived:
   * `Enable-DnssecForVerifiedDomain` returns it as part of `DnssecMxValue`.
   */
  readonly partition?: string;
}

/**
 * The EOP host that receives the mail of a domain, derived as {@link eopToken} says. What Microsoft shows for the
 * domain wins over it.
 */
export function eopMxHost(options: EopMxOptions): Result<DnsName> {
  const { cloud, domain, partition } = options;
  const faults: Fault[] = [];
  if (partition !== undefined) faults.push(...partitionFaults(partition, cloud));
  const label = cloud.mxLabel === "tenant" ? tenantLabel(options) : eopToken(domain);
  if (!label.ok) faults.push(...label.faults);
  if (!label.ok || faults.length > 0) return fail(...faults);
  return parseName(
    `${label.value}.${partition === undefined ? cloud.mxSuffix : `${partition}-v1.mx.microsoft`}`,
  );
}

/**
 * A partition is one letter, and only known where Microsoft documents partitioned names.
 * The same letter form serves MX hosts and DKIM targets, though one domain's letters may differ.
 */
export function partitionFaults(partition: string, cloud: CloudFacts): readonly Fault[] {
  const faults: Fault[] = [];
  const received = JSON.stringify(partition);
  if (!cloud.partitions) {
    faults.push({
      path: ["partition"],
      message: `partitioned names are not known in ${cloud.title}`,
      received,
      fix: "leave partition out, or give the host name that Microsoft shows",
    });
  }
  if (!/^[a-z]$/.test(partition)) {
    const shown = /(?:^|\.)([a-z])-v1(?:\.|$)/i.exec(partition)?.[1]?.toLowerCase();
    faults.push({
      path: ["partition"],
      message: "not a partition letter",
      received,
      expected: "one letter from a to z: the n of contoso-com.n-v1.mx.microsoft",
      ...(shown === undefined ? {} : { fix: `write ${shown}` }),
    });
  }
  return faults;
}

function tenantLabel({ initialDomain, cloud, domain }: EopMxOptions): Result<string> {
  if (initialDomain === undefined) {
    return fail({
      path: ["initialDomain"],
      message: `the MX host of ${domain} in ${cloud.title} is named after the tenant, whose initial domain is missing`,
      expected: `<tenant>.${cloud.initialSuffix}`,
    });
  }
  const read = parseInitialDomain(initialDomain, cloud);
  if (!read.ok) return fail(...read.faults.map((fault) => within(fault, "initialDomain")));
  return ok(read.value.prefix);
}

/** What an EOP host name says. */
export interface EopHost {
  /** The clouds that use such names; GCC cannot be told from worldwide, nor DoD from GCC High. */
  readonly clouds: readonly Cloud[];
  /** The first label, in lower case: the domain's token, or the tenant's name in GCC High and DoD. */
  readonly token: string;
  readonly partition?: string;
  /** `true` for the German cloud, whose hosts are gone. */
  readonly retired: boolean;
}

const GERMANY = "mail.protection.outlook.de";
const PARTITIONED = /^([^.]+)\.([a-z])-v1\.mx\.microsoft$/;

/** Reads an EOP host name, whatever its case; `undefined` for any other host. */
export function parseEopHost(host: string): EopHost | undefined {
  const name = host.toLowerCase().replace(/\.$/, "");
  const partitioned = PARTITIONED.exec(name);
  if (partitioned?.[1] !== undefined && partitioned[2] !== undefined) {
    const clouds = Object.values(CLOUDS).filter((cloud) => cloud.partitions);
    return { clouds: names(clouds), token: partitioned[1], partition: partitioned[2], retired: false };
  }
  const dot = name.indexOf(".");
  if (dot < 1) return undefined;
  const token = name.slice(0, dot);
  const suffix = name.slice(dot + 1);
  const clouds = Object.values(CLOUDS).filter((cloud) => cloud.mxSuffix === suffix);
  if (clouds.length === 0 && suffix !== GERMANY) return undefined;
  return { clouds: names(clouds), token, retired: suffix === GERMANY };
}

function names(clouds: readonly CloudFacts[]): readonly Cloud[] {
  return clouds.map((cloud) => cloud.name);
}
