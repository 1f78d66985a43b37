import type { DnsName } from "../../lib/dns/name";
import type { Path } from "../../lib/fault";
import type { NamedZoneChoice, Report } from "../host";
import { zoneName } from "../zone-input";

/** A hosted zone at Route 53: by id, by name, or created. */
export interface Route53ZoneInput {
  /** The hosted zone's id. @default it is looked up by name */
  readonly hostedZoneId?: string;
  /** The zone's name: the domain or a parent of it. @default the domain */
  readonly zoneName?: string;
  /** The AWS account of the zone and of the stack: 12 digits. @default the account that deploys */
  readonly account?: string | number;
  /** The region that the stack is kept in; Route 53 itself has none. @default the region that deploys */
  readonly region?: string;
  /** Create the hosted zone. */
  readonly create?: true;
}

/** A hosted zone at Route 53: the domain becomes an AWS CDK stack. */
export interface Route53ZoneChoice extends NamedZoneChoice {
  readonly host: "route53";
  /** 12 digits. */
  readonly account?: string;
  readonly region?: string;
  /** How the domain's stack gets at the zone; by name it is CloudFormation that looks it up, at each deployment. */
  readonly source:
    | { readonly by: "id"; readonly id: string }
    | { readonly by: "name" }
    | { readonly by: "creation" };
}

/** A domain's own words over the defaults: naming a zone by id rules out creating one, and the other way round. */
export function mergedRoute53Zone(defaults: Route53ZoneInput, own: Route53ZoneInput): Route53ZoneInput {
  const { create, hostedZoneId, ...rest } = defaults;
  return {
    ...rest,
    ...(create !== undefined && own.hostedZoneId === undefined ? { create } : {}),
    ...(hostedZoneId !== undefined && own.create === undefined ? { hostedZoneId } : {}),
    ...own,
  };
}

/** @param path of `route53`, where its faults are shown */
export function readRoute53Zone(
  zone: Route53ZoneInput,
  domain: { readonly name: DnsName },
  path: Path,
  report: Report,
): Route53ZoneChoice | undefined {
  const name = zoneName(zone.zoneName, domain, path, report);
  const { hostedZoneId, create, account, region } = zone;
  if (create && hostedZoneId !== undefined) {
    report({
      path: [...path, "create"],
      message: "a hosted zone that has an id is not created",
      fix: "leave out hostedZoneId or create",
    });
    return undefined;
  }
  if (!name) return undefined;
  return {
    host: "route53",
    name,
    ...(account === undefined ? {} : { account: String(account) }),
    ...(region === undefined ? {} : { region }),
    source: create
      ? { by: "creation" }
      : hostedZoneId === undefined
        ? { by: "name" }
        : { by: "id", id: hostedZoneId },
    declaredBy: domain.name,
  };
}
