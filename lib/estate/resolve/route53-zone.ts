import type { Path } from "../../fault";
import type { Route53ZoneInput } from "../input";
import type { Route53ZoneChoice } from "../model";
import type { NamedKey } from "./names";
import { type Report, zoneName } from "./zone-name";

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
  domain: NamedKey,
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
