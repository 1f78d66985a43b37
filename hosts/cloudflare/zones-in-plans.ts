import { type Attribute, knownValue } from "../../lib/plan/attributes";
import type { ZoneFact, ZoneReader } from "../../lib/plan/zone-fact";
import { flagFeature, nameServersFeature, zoneFeature } from "../../lib/plan/zone-features";

/** Of providers 4 and 5: what all names of a zone hang on. */
export const cloudflareZoneFeatures: Readonly<Record<string, ZoneReader>> = {
  cloudflare_zone: ({ attributes }) => {
    const zone = knownValue(attributes.text("name")) ?? knownValue(attributes.text("zone"));
    const type = attributes.text("type");
    return [
      zoneFeature("zone", zone, "on"),
      // `full`: Cloudflare answers for all names; `partial`: for those that another zone's aliases lead to.
      ...(type.kind === "known" ? [zoneFeature("zone type", zone, type)] : []),
      ...flagFeature("pause", zone, attributes, "paused"),
      ...nameServersFeature(zone, attributes.texts("name_servers")),
    ];
  },
  // Provider 4 knows no status: the resource that is there signs.
  cloudflare_zone_dnssec: inZone("DNSSEC", (attributes) => {
    const status = attributes.text("status");
    if (status.kind !== "known") return status.kind === "sensitive" ? status : ON;
    return status.value.startsWith("disabled") ? OFF : ON;
  }),
  cloudflare_zone_dns_settings: ({ attributes, refersTo }, names) => {
    const zone = names.zone(knownValue(attributes.text("zone_id")), refersTo("zone_id"));
    const servers = attributes.block("nameservers") ?? attributes.block("settings")?.block("nameservers");
    const type = servers?.text("type");
    const mode = attributes.text("zone_mode");
    return [
      ...(type?.kind === "known" ? [zoneFeature("name servers", zone, type)] : []),
      ...(mode.kind === "known" ? [zoneFeature("zone type", zone, mode)] : []),
    ];
  },
  cloudflare_dns_zone_transfers_incoming: inZone("zone transfer", () => ON),
  // Both make Cloudflare's own MX and SPF records.
  cloudflare_email_routing_settings: inZone("mail routing", (attributes) => {
    const enabled = attributes.flag("enabled");
    return enabled.kind === "known" && !enabled.value ? OFF : ON;
  }),
  cloudflare_email_routing_dns: inZone("mail routing", () => ON),
  cloudflare_registrar_domain: ({ attributes }): readonly ZoneFact[] => {
    const domain = knownValue(attributes.text("domain_name"));
    return [
      ...flagFeature("transfer lock", domain, attributes, "locked"),
      ...flagFeature("renewal", domain, attributes, "auto_renew"),
    ];
  },
};

const ON: Attribute<string> = { kind: "known", value: "on" };
const OFF: Attribute<string> = { kind: "known", value: "off" };

function inZone(
  feature: Parameters<typeof zoneFeature>[0],
  state: (attributes: Parameters<ZoneReader>[0]["attributes"]) => Attribute<string>,
): ZoneReader {
  return ({ attributes, refersTo }, names) => [
    zoneFeature(
      feature,
      names.zone(knownValue(attributes.text("zone_id")), refersTo("zone_id")),
      state(attributes),
    ),
  ];
}
