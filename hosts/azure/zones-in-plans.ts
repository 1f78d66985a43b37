import { knownValue } from "../../lib/plan/attributes";
import type { ZoneReader } from "../../lib/plan/zone-fact";
import { nameServersFeature, zoneFeature } from "../../lib/plan/zone-features";

/** What all names of a zone of Azure DNS hang on. */
export const azureZoneFeatures: Readonly<Record<string, ZoneReader>> = {
  azurerm_dns_zone: ({ attributes }) => {
    const zone = knownValue(attributes.text("name"));
    return [zoneFeature("zone", zone, "on"), ...nameServersFeature(zone, attributes.texts("name_servers"))];
  },
  // azurerm has no resource for signing; azapi writes the type of Azure's own.
  azapi_resource: ({ attributes }) => {
    const type = knownValue(attributes.text("type")) ?? "";
    if (!/^Microsoft\.Network\/dnsZones\/dnssecConfigs@/i.test(type)) return [];
    return [zoneFeature("DNSSEC", knownValue(attributes.text("parent_id"))?.split("/").at(-1), "on")];
  },
};
