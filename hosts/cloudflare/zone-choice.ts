import type { DnsName } from "../../lib/dns/name";
import type { Path } from "../../lib/fault";
import type { CredentialsOptions } from "../../lib/options";
import type { NamedZoneChoice, Report } from "../host";
import { zoneName } from "../zone-input";

/** A Cloudflare zone: by id, by name, or created. */
export interface CloudflareZoneInput {
  /** The zone's id, as its overview page shows it. @default it is looked up by name */
  readonly zoneId?: string;
  /** The zone's name: the domain or a parent of it. @default the domain */
  readonly zoneName?: string;
  /** Needed to create a zone; narrows the look-up by name. */
  readonly accountId?: string;
  /**
   * Leave comments and tags of records as people write them at Cloudflare. Without it, records have none.
   * @default false
   */
  readonly keepComments?: boolean;
  /** Create the zone, with DNSSEC on request. */
  readonly create?:
    | true
    | {
        /** Sign the zone. @default false */
        readonly dnssec?: boolean;
      };
  /** Which credentials of the environment open the zone, where there are those of several accounts. @default `CLOUDFLARE_*` */
  readonly credentials?: CredentialsOptions;
}

/** A zone at Cloudflare: the domain becomes a Terraform stack. */
export interface CloudflareZoneChoice extends NamedZoneChoice {
  readonly host: "cloudflare";
  readonly accountId?: string;
  /** Which credentials of the environment open it. @default those without a prefix */
  readonly credentials?: CredentialsOptions;
  /** Are comments and tags of records other people's? @default false */
  readonly keepComments?: boolean;
  /** How the domain's stack gets at the zone. */
  readonly source:
    | { readonly by: "id"; readonly id: string }
    | { readonly by: "name" }
    /** This domain's stack creates it; other domains inside it look it up by name. */
    | { readonly by: "creation"; readonly dnssec: boolean };
}

/** A domain's own words over the defaults: naming a zone by id rules out creating one, and the other way round. */
export function mergedCloudflareZone(
  defaults: CloudflareZoneInput,
  own: CloudflareZoneInput,
): CloudflareZoneInput {
  const { create, zoneId, ...rest } = defaults;
  return {
    ...rest,
    ...(create !== undefined && own.zoneId === undefined ? { create } : {}),
    ...(zoneId !== undefined && own.create === undefined ? { zoneId } : {}),
    ...own,
  };
}

/** @param path of `cloudflare`, where its faults are shown */
export function readCloudflareZone(
  zone: CloudflareZoneInput,
  domain: { readonly name: DnsName },
  path: Path,
  report: Report,
): CloudflareZoneChoice | undefined {
  const name = zoneName(zone.zoneName, domain, path, report);
  const source = zoneSource(zone, path, report);
  if (!name || !source) return undefined;
  const { accountId, credentials, keepComments } = zone;
  return {
    host: "cloudflare",
    name,
    ...(accountId === undefined ? {} : { accountId }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(keepComments ? { keepComments } : {}),
    source,
    declaredBy: domain.name,
  };
}

function zoneSource(
  { zoneId, create, accountId }: CloudflareZoneInput,
  path: Path,
  report: Report,
): CloudflareZoneChoice["source"] | undefined {
  if (create === undefined) return zoneId === undefined ? { by: "name" } : { by: "id", id: zoneId };
  if (zoneId !== undefined) {
    report({
      path: [...path, "create"],
      message: "a zone that has an id is not created",
      fix: "leave out zoneId or create",
    });
    return undefined;
  }
  if (accountId === undefined) {
    report({
      path: [...path, "create"],
      message: "a zone is created in an account",
      expected: "accountId beside create",
    });
    return undefined;
  }
  return { by: "creation", dnssec: create !== true && create.dnssec === true };
}
