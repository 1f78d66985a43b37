import type { Attribute, Attributes } from "./attributes";
import type { ZoneFeature, ZoneFeatureFact } from "./zone-fact";

/** A feature of a zone in one state. */
export function zoneFeature(
  feature: ZoneFeature,
  zone: string | undefined,
  state: Attribute<string> | string,
): ZoneFeatureFact {
  const name = zone?.replace(/\.$/, "").toLowerCase();
  return {
    kind: "zone feature",
    feature,
    ...(name === undefined ? {} : { zone: name }),
    state: typeof state === "string" ? { kind: "known", value: state } : state,
  };
}

/** A flag of the resource's own as a feature; nothing where the plan leaves it to the provider. */
export function flagFeature(
  feature: ZoneFeature,
  zone: string | undefined,
  attributes: Attributes,
  key: string,
): readonly ZoneFeatureFact[] {
  const flag = attributes.flag(key);
  if (flag.kind === "none" || flag.kind === "unknown") return [];
  return [zoneFeature(feature, zone, flag.kind === "known" ? (flag.value ? "on" : "off") : flag)];
}

/** Names of name servers in one order; nothing where they are not known: hosts compute them anew at any change. */
export function nameServersFeature(
  zone: string | undefined,
  names: readonly Attribute<string>[],
): readonly ZoneFeatureFact[] {
  const known = names.flatMap((name) =>
    name.kind === "known" ? [name.value.replace(/\.$/, "").toLowerCase()] : [],
  );
  if (known.length === 0 || known.length < names.length) return [];
  return [zoneFeature("name servers", zone, [...known].sort().join(", "))];
}
