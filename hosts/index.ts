import type { DnsName } from "../lib/dns/name";
import type { Fault, Path } from "../lib/fault";
import { agrees } from "../lib/schema/agree";
import { byKey, choice } from "../lib/schema/shapes";
import { azure } from "./azure/index";
import type { AzureZoneChoice, AzureZoneInput } from "./azure/zone-choice";
import { cloudflare } from "./cloudflare/index";
import type { CloudflareZoneChoice, CloudflareZoneInput } from "./cloudflare/zone-choice";
import { cloudflareId } from "./cloudflare/zone-schema";
import type { HostedDomain, Report, ZoneIdentity } from "./host";
import { AWS_CDK, route53 } from "./route53/index";
import type { Route53ZoneChoice, Route53ZoneInput } from "./route53/zone-choice";

export type {
  AzureZoneChoice,
  AzureZoneInput,
  CloudflareZoneChoice,
  CloudflareZoneInput,
  Route53ZoneChoice,
  Route53ZoneInput,
};
export { AWS_CDK };

// The one list of hosts that shared code knows; decision 027 says what a further one needs.

/** The hosts by their keys in the estate. */
export const HOSTS = { cloudflare, route53, azure } as const;

/** The host of a zone: one key, which names the host. */
export type ZoneInput =
  | {
      /** A Cloudflare zone: by `zoneId`, by `zoneName`, or created. `{}` looks the domain up. */
      readonly cloudflare: CloudflareZoneInput;
    }
  | {
      /** A hosted zone at Route 53: by `hostedZoneId`, by `zoneName`, or created. `{}` looks the domain up. */
      readonly route53: Route53ZoneInput;
    }
  | {
      /** A zone of Azure DNS: by `resourceGroup` and `zoneName`, or created there. */
      readonly azure: AzureZoneInput;
    };

/** Where a domain's records go. */
export type ZoneChoice = CloudflareZoneChoice | Route53ZoneChoice | AzureZoneChoice;

export const ZoneSchema = agrees<ZoneInput>()(
  choice([cloudflare.schema, route53.schema, azure.schema], byKey(Object.keys(HOSTS), "not a host of zones")),
);

/** An id under `import`: only Cloudflare's records have one. */
export const recordId = cloudflareId;

/** A domain's own words over the defaults, where both name the same host. */
export function mergedZone(defaults: ZoneInput | undefined, own: ZoneInput): ZoneInput {
  if (!defaults) return own;
  if ("route53" in own) {
    return "route53" in defaults ? { route53: route53.merged(defaults.route53, own.route53) } : own;
  }
  if ("azure" in own) {
    return "azure" in defaults ? { azure: azure.merged(defaults.azure, own.azure) } : own;
  }
  return "cloudflare" in defaults
    ? { cloudflare: cloudflare.merged(defaults.cloudflare, own.cloudflare) }
    : own;
}

/**
 * The zone that is meant; undefined if it has faults, which are reported.
 * @param at where faults of the zone are shown
 */
export function readZone(
  zone: ZoneInput,
  domain: { readonly name: DnsName },
  at: Path,
  report: Report,
): ZoneChoice | undefined {
  if ("route53" in zone) return route53.read(zone.route53, domain, [...at, "route53"], report);
  if ("azure" in zone) return azure.read(zone.azure, domain, [...at, "azure"], report);
  return cloudflare.read(zone.cloudflare, domain, [...at, "cloudflare"], report);
}

/** What stands in for the zone of a domain whose own has faults, so that the rest is read all the same. */
export function standInZone(name: DnsName): ZoneChoice {
  return { host: "cloudflare", name, source: { by: "name" }, declaredBy: name };
}

/** What tells the zone from another of its name. */
export function identityOf(zone: ZoneChoice): ZoneIdentity | undefined {
  switch (zone.host) {
    case "cloudflare":
      return cloudflare.identityOf(zone);
    case "route53":
      return route53.identityOf(zone);
    case "azure":
      return azure.identityOf(zone);
  }
}

/** What the domain's host would refuse of it. */
export function hostFaults(domain: HostedDomain<ZoneChoice>): readonly Fault[] {
  const { zone } = domain;
  switch (zone.host) {
    case "cloudflare":
      return cloudflare.faultsOf({ ...domain, zone });
    case "route53":
      return route53.faultsOf({ ...domain, zone });
    case "azure":
      return azure.faultsOf({ ...domain, zone });
  }
}
