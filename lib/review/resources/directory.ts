import type { Group, NamedLocation } from "../../identity/coverage";
import { type Attributes, knownValue, knownValues } from "../../plan/attributes";
import { GROUP_ARGUMENTS, LOCATION_ARGUMENTS, STRENGTH_ARGUMENTS } from "./directory-known";
import { type Names, objectId } from "./names";
import type { PlannedResource, ResourceReader } from "./resource-fact";
import { type KnownArguments, unreadOf } from "./unread";

// What Conditional Access rests on, of provider azuread 3.

/** `azuread_named_location`: address ranges or countries. */
export const namedLocation: ResourceReader = (resource) => {
  const { attributes, where } = resource;
  const location = { ...locationOf(resource), ...unread(attributes, LOCATION_ARGUMENTS) };
  const unknown = unseen(attributes, ["ip", "country"], `what ${location.name} holds is`);
  return [{ kind: "named location", location, ...unknown, where }];
};

function locationOf({ address, type, attributes }: PlannedResource): NamedLocation {
  const id = objectId(address, type, attributes);
  const name = knownValue(attributes.text("display_name")) ?? id;
  const [ip, country] = [attributes.block("ip"), attributes.block("country")];
  if (!ip && country) {
    return {
      id,
      name,
      kind: "countries",
      countries: knownValues(country.texts("countries_and_regions")),
      unknownCountries: knownValue(country.flag("include_unknown_countries_and_regions")) === true,
      lookup:
        knownValue(country.text("country_lookup_method")) === "authenticatorAppGps"
          ? "authenticatorAppGps"
          : "clientIpAddress",
    };
  }
  return {
    id,
    name,
    kind: "ip",
    ranges: ip ? knownValues(ip.texts("ip_ranges")) : [],
    trusted: (ip && knownValue(ip.flag("trusted"))) === true,
  };
}

/** `azuread_authentication_strength_policy`: the combinations of methods that it allows. */
export const authenticationStrength: ResourceReader = ({ address, type, attributes, where }) => {
  const id = objectId(address, type, attributes);
  const name = knownValue(attributes.text("display_name")) ?? id;
  return [
    {
      kind: "authentication strength",
      strength: {
        id,
        name,
        allowedCombinations: knownValues(attributes.texts("allowed_combinations")),
        ...unread(attributes, STRENGTH_ARGUMENTS),
      },
      ...unseen(attributes, ["allowed_combinations"], `what ${name} allows is`),
      where,
    },
  ];
};

/**
 * `azuread_group` and its data source. Members that are not written down are what Entra ID answered last; of a group that
 * is new they are none.
 */
export const group: ResourceReader = (resource, names) => {
  const { address, type, attributes, writes, where } = resource;
  const id = objectId(address, type, attributes);
  const name = knownValue(attributes.text("display_name")) ?? id;
  const dynamic = attributes.block("dynamic_membership");
  const rule = dynamic && knownValue(dynamic.text("rule"));
  const isNew = knownValue(attributes.text("object_id")) === undefined;
  const members = isNew && !attributes.has("members") && !writes("members") ? [] : membersOf(resource, names);
  const isHidden = dynamic ? rule === undefined : !members && attributes.texts("members").length > 0;
  return [
    {
      kind: "group",
      group: {
        id,
        name,
        ...settingsOf(attributes),
        ...unread(attributes, GROUP_ARGUMENTS),
        ...(rule === undefined ? {} : { rule }),
        ...(members && !dynamic ? { members } : {}),
      },
      ...(isHidden ? { unknown: [`who is in ${name} is known after apply`] } : {}),
      where,
    },
  ];
};

/** Who may change the group, and whether it still is what policies take it for; those that the plan shows. */
const SETTINGS: Readonly<Record<string, string>> = {
  administrative_unit_ids: "administrative units",
  assignable_to_role: "whether it is assignable to roles",
  owners: "owners",
  security_enabled: "whether it is a security group",
  types: "types",
};

function settingsOf(attributes: Attributes): Pick<Group, "settings"> {
  const shown = Object.entries(SETTINGS).flatMap(([key, words]) => {
    if (!attributes.has(key)) return [];
    const flag = knownValue(attributes.flag(key));
    return [
      [words, flag === undefined ? [...knownValues(attributes.texts(key))].sort().join(", ") : `${flag}`],
    ];
  });
  const enabled = knownValue(attributes.block("dynamic_membership")?.flag("enabled") ?? { kind: "none" });
  const settings = [
    ...shown,
    ...(enabled === undefined ? [] : [["whether its rule is applied", `${enabled}`]]),
  ];
  return settings.length > 0 ? { settings: Object.fromEntries(settings) } : {};
}

/** The members; nothing if they, or one of them, are not shown. */
function membersOf({ attributes, refersTo }: PlannedResource, names: Names): readonly string[] | undefined {
  const listed = attributes.texts("members");
  const known = knownValues(listed);
  if (known.length === listed.length) return attributes.has("members") ? known : undefined;
  const found = names.idsOf(refersTo("members"))?.filter((id) => !known.includes(id));
  return found && found.length >= listed.length - known.length ? [...known, ...found] : undefined;
}

/** `azuread_group_member`: one member of a group that is declared elsewhere. */
export const groupMember: ResourceReader = ({ attributes, refersTo, where }, names) => {
  const end = (key: string) => knownValue(attributes.text(key)) ?? names.idsOf(refersTo(key))?.[0];
  const [of, member] = [end("group_object_id"), end("member_object_id")];
  if (of !== undefined && member !== undefined) return [{ kind: "group member", group: of, member, where }];
  return [{ kind: "hidden member", ...(of === undefined ? {} : { group: of }), where }];
};

/** `azuread_user`, for its name and for whether it may sign in. */
export const user: ResourceReader = ({ address, type, attributes, where }) => {
  const id = objectId(address, type, attributes);
  const name = knownValue(attributes.text("user_principal_name")) ?? id;
  return [
    {
      kind: "user",
      user: { id, name },
      disabled: knownValue(attributes.flag("account_enabled")) === false,
      where,
    },
  ];
};

function unread(attributes: Attributes, known: KnownArguments) {
  const found = unreadOf(attributes, known);
  return found ? { unread: found } : {};
}

/** Says so if one of the arguments is not shown. */
function unseen(attributes: Attributes, keys: readonly string[], words: string) {
  const hidden = attributes
    .unseen()
    .find(({ path }) => keys.some((key) => path === key || path.startsWith(`${key}.`)));
  if (!hidden) return {};
  return { unknown: [`${words} ${hidden.kind === "unknown" ? "known after apply" : "sensitive"}`] };
}
