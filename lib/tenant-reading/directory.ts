import type { AuthenticationStrength, Group, NamedLocation } from "../identity/coverage";
import { isMapping, type Mapping } from "../mapping";
import { Taken } from "./taken";

// What Conditional Access rests on, as Graph gives it.

/**
 * https://learn.microsoft.com/graph/api/resources/namedlocation
 * @returns `undefined` for what is none: it has no id, or is of a type that nobody here knows
 */
export function readNamedLocation(entity: Mapping): NamedLocation | undefined {
  const from = Taken.of(entity).ignore("createdDateTime", "modifiedDateTime", "deletedDateTime");
  const id = from.text("id");
  const name = from.text("displayName") ?? id;
  if (id === undefined || name === undefined) return undefined;
  switch (entity["@odata.type"]) {
    case "#microsoft.graph.ipNamedLocation": {
      const given = from.list("ipRanges") ?? [];
      const ranges = given.flatMap((range) =>
        isMapping(range) && typeof range.cidrAddress === "string" ? [range.cidrAddress] : [],
      );
      const trusted = from.flag("isTrusted") ?? false;
      from.end();
      // A location of which a range is not known is not known: what is left would say something else.
      const lost = ranges.length < given.length ? { ipRanges: JSON.stringify(given).slice(0, 1000) } : {};
      return { id, name, kind: "ip", ranges, trusted, ...unread({ ...from.unread(), ...lost }) };
    }
    case "#microsoft.graph.countryNamedLocation": {
      const countries = from.texts("countriesAndRegions") ?? [];
      const unknownCountries = from.flag("includeUnknownCountriesAndRegions") ?? false;
      const lookup =
        from.word("countryLookupMethod", ["clientIpAddress", "authenticatorAppGps"]) ?? "clientIpAddress";
      from.end();
      return { id, name, kind: "countries", countries, unknownCountries, lookup, ...unread(from.unread()) };
    }
    default:
      return undefined;
  }
}

/**
 * https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy
 * @returns `undefined` for what has no id, or does not say what it allows
 */
export function readStrength(entity: Mapping): AuthenticationStrength | undefined {
  const from = Taken.of(entity).ignore(
    "createdDateTime",
    "modifiedDateTime",
    "description",
    "policyType",
    "requirementsSatisfied",
  );
  const [id, allowedCombinations] = [from.text("id"), from.texts("allowedCombinations")];
  const name = from.text("displayName") ?? id;
  if (id === undefined || name === undefined || allowedCombinations === undefined) return undefined;
  from.end();
  return { id, name, allowedCombinations, ...unread(from.unread()) };
}

/**
 * https://learn.microsoft.com/graph/api/resources/group
 * @param members its direct members; `undefined`: they are not known
 * @returns `undefined` for what has no id
 */
export function readGroup(entity: Mapping, members: readonly Mapping[] | undefined): Group | undefined {
  const from = Taken.of(entity);
  const id = from.text("id");
  if (id === undefined) return undefined;
  const rule = from.text("membershipRule");
  const settings: Record<string, string> = {};
  const assignable = from.flag("isAssignableToRole");
  const security = from.flag("securityEnabled");
  const types = from.texts("groupTypes");
  const state = from.text("membershipRuleProcessingState");
  if (assignable !== undefined) settings["whether it is assignable to roles"] = String(assignable);
  if (security !== undefined) settings["whether it is a security group"] = String(security);
  if (types !== undefined && types.length > 0) settings.types = [...types].sort().join(", ");
  if (rule !== undefined && state !== undefined)
    settings["whether its rule is applied"] = String(state === "On");
  return {
    id,
    name: from.text("displayName") ?? id,
    ...(rule === undefined ? {} : { rule }),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    ...(members === undefined
      ? {}
      : { members: members.flatMap((one) => (typeof one.id === "string" ? [one.id] : [])) }),
  };
}

function unread(found: Readonly<Record<string, string>>): {
  readonly unread?: Readonly<Record<string, string>>;
} {
  return Object.keys(found).length > 0 ? { unread: found } : {};
}
