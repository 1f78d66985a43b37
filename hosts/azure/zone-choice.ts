import type { DnsName } from "../../lib/dns/name";
import type { Path } from "../../lib/fault";
import type { CredentialsOptions } from "../../lib/options";
import type { NamedZoneChoice, Report } from "../host";
import { zoneName } from "../zone-input";

/** A zone of Azure DNS: by its resource group and name, or created there. */
export interface AzureZoneInput {
  /** The resource group that the zone is in. Required, here or in `defaults.zone.azure`. */
  readonly resourceGroup?: string;
  /** The zone's name: the domain or a parent of it. @default the domain */
  readonly zoneName?: string;
  /** The subscription of the resource group. @default `ARM_SUBSCRIPTION_ID` */
  readonly subscriptionId?: string;
  /** Azure's cloud. @default `ARM_ENVIRONMENT`, else public */
  readonly environment?: "public" | "usgovernment" | "china";
  /** Create the zone. */
  readonly create?: true;
  /** Which credentials of the environment open the zone, where there are those of several. @default `ARM_*` */
  readonly credentials?: CredentialsOptions;
}

/** A zone at Azure DNS: the domain becomes a Terraform stack. */
export interface AzureZoneChoice extends NamedZoneChoice {
  readonly host: "azure";
  readonly resourceGroup: string;
  readonly subscriptionId?: string;
  readonly environment?: "public" | "usgovernment" | "china";
  /** Which credentials of the environment open it. @default those without a prefix */
  readonly credentials?: CredentialsOptions;
  /** How the domain's stack gets at the zone; Azure knows zones by their names, and has no other id. */
  readonly source:
    | { readonly by: "name" }
    /** This domain's stack creates it; other domains inside it name it. */
    | { readonly by: "creation" };
}

/** A domain's own words over the defaults. */
export function mergedAzureZone(defaults: AzureZoneInput, own: AzureZoneInput): AzureZoneInput {
  return { ...defaults, ...own };
}

/** @param path of `azure`, where its faults are shown */
export function readAzureZone(
  zone: AzureZoneInput,
  domain: { readonly name: DnsName },
  path: Path,
  report: Report,
): AzureZoneChoice | undefined {
  const name = zoneName(zone.zoneName, domain, path, report);
  const { resourceGroup, subscriptionId, environment, create, credentials } = zone;
  if (resourceGroup === undefined) {
    report({
      path,
      message: '"resourceGroup" is missing',
      expected: "the resource group that the zone is in",
      fix: "give it here or in defaults.zone.azure",
    });
  }
  if (!name || resourceGroup === undefined) return undefined;
  return {
    host: "azure",
    name,
    resourceGroup,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(environment === undefined ? {} : { environment }),
    ...(credentials === undefined ? {} : { credentials }),
    source: create ? { by: "creation" } : { by: "name" },
    declaredBy: domain.name,
  };
}
