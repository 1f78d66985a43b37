import type { Path } from "../../fault";
import type { CloudflareZoneInput } from "../input";
import type { CloudflareZoneChoice } from "../model";
import type { NamedKey } from "./names";
import { type Report, zoneName } from "./zone-name";

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
  domain: NamedKey,
  path: Path,
  report: Report,
): CloudflareZoneChoice | undefined {
  const name = zoneName(zone.zoneName, domain, path, report);
  const source = zoneSource(zone, path, report);
  if (!name || !source) return undefined;
  const { accountId } = zone;
  return {
    host: "cloudflare",
    name,
    ...(accountId === undefined ? {} : { accountId }),
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
