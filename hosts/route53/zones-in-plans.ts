import { type Attribute, knownValue } from "../../lib/plan/attributes";
import type { ZoneFact, ZoneReader } from "../../lib/plan/zone-fact";
import { flagFeature, nameServersFeature, zoneFeature } from "../../lib/plan/zone-features";

const registration: ZoneReader = ({ attributes }) => {
  const domain = knownValue(attributes.text("domain_name"));
  return [
    ...nameServersFeature(
      domain,
      attributes.blocks("name_server").map((server) => server.text("name")),
    ),
    ...flagFeature("transfer lock", domain, attributes, "transfer_lock"),
    ...flagFeature("renewal", domain, attributes, "auto_renew"),
  ];
};

/** What all names of a hosted zone, or of a domain that AWS has registered, hang on. */
export const route53ZoneFeatures: Readonly<Record<string, ZoneReader>> = {
  aws_route53_zone: ({ attributes }): readonly ZoneFact[] => {
    // A private zone answers inside its networks alone.
    if (attributes.blocks("vpc").length > 0) return [];
    const zone = knownValue(attributes.text("name"));
    return [zoneFeature("zone", zone, "on"), ...nameServersFeature(zone, attributes.texts("name_servers"))];
  },
  aws_route53_hosted_zone_dnssec: signing("DNSSEC", "signing_status", "SIGNING"),
  aws_route53_key_signing_key: signing("DNSSEC key", "status", "ACTIVE"),
  aws_route53domains_registered_domain: registration,
  aws_route53domains_domain: registration,
  aws_route53domains_delegation_signer_record: ({ attributes }) => [
    zoneFeature("DS record", knownValue(attributes.text("domain_name")), "on"),
  ],
};

/** @param on the value that signs; also the default */
function signing(feature: "DNSSEC" | "DNSSEC key", key: string, on: string): ZoneReader {
  return ({ attributes, refersTo }, names) => {
    const status = attributes.text(key);
    const state: Attribute<string> =
      status.kind === "none"
        ? { kind: "known", value: "on" }
        : status.kind === "known"
          ? { kind: "known", value: status.value === on ? "on" : "off" }
          : status;
    const zone = names.zone(knownValue(attributes.text("hosted_zone_id")), refersTo("hosted_zone_id"));
    return [zoneFeature(feature, zone, state)];
  };
}
