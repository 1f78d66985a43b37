import { isIP, isIPv4 } from "node:net";
import { isJson, type Json } from "../../../http/answer";
import { instant } from "../../tenant/user";
import { type EntitySet, entitySetRoutes } from "../entity-set";
import { GraphError } from "../graph-error";
import type { Call, Route } from "../route";
import { usedByPolicies } from "./in-use";
import { READ, WRITE } from "./permissions";

const IP = "#microsoft.graph.ipNamedLocation";
const COUNTRY = "#microsoft.graph.countryNamedLocation";
const IPV4 = "#microsoft.graph.iPv4CidrRange";
const IPV6 = "#microsoft.graph.iPv6CidrRange";
const LOOK_UPS = ["clientIpAddress", "authenticatorAppGps"];

const SET: EntitySet = {
  path: "identity/conditionalAccess/namedLocations",
  shape: {
    type: "namedLocation",
    defaults: {
      "@odata.type": null,
      id: null,
      displayName: null,
      createdDateTime: null,
      modifiedDateTime: null,
    },
  },
  read: READ,
  write: WRITE,
  collection: ({ namedLocations }) => namedLocations,
  missing: (id) =>
    new GraphError(404, "ResourceNotFound", `NamedLocation with id ${id} does not exist in the directory.`),
  make: (given, { body }) => {
    const type = body["@odata.type"];
    const now = instant();
    const location = {
      "@odata.type": type,
      ...typedRanges(given),
      createdDateTime: now,
      modifiedDateTime: now,
      ...(type === COUNTRY
        ? {
            includeUnknownCountriesAndRegions: given.includeUnknownCountriesAndRegions ?? false,
            countryLookupMethod: given.countryLookupMethod ?? "clientIpAddress",
          }
        : { isTrusted: given.isTrusted ?? false }),
    };
    check(location);
    return location;
  },
  change: (location, changes, { body }) => {
    const type = body["@odata.type"];
    if (type !== undefined && type !== location["@odata.type"]) {
      throw refused("The type of a named location cannot be changed.");
    }
    const typed = typedRanges(changes);
    check({ ...location, ...typed });
    return { ...typed, modifiedDateTime: instant() };
  },
  checkRemoval: (location, call) => {
    if (location.isTrusted === true) {
      throw refused("Trusted named locations cannot be deleted. Mark the location as not trusted first.");
    }
    checkUnused(location.id, call);
  },
};

export const NAMED_LOCATIONS: readonly Route[] = entitySetRoutes(SET);

function check(location: Json): void {
  if (typeof location.displayName !== "string" || location.displayName === "") {
    throw refused("A value is required for property 'displayName' of a named location.");
  }
  const type = location["@odata.type"];
  if (type === IP) checkRanges(location.ipRanges);
  else if (type === COUNTRY) checkCountries(location);
  else throw refused(`A named location has to be of type ${IP} or ${COUNTRY}.`);
}

/**
 * Ranges by the type of their addresses. The azuread provider calls every range an IPv4 one
 * (expandIPNamedLocationIPRange in its internal/services/conditionalaccess).
 */
function typedRanges(given: Json): Json {
  const { ipRanges } = given;
  if (!Array.isArray(ipRanges)) return given;
  const typed = ipRanges.map((range: unknown) =>
    isJson(range) && range["@odata.type"] === IPV4 && isRange(range.cidrAddress, false)
      ? { ...range, "@odata.type": IPV6 }
      : range,
  );
  return { ...given, ipRanges: typed };
}

function checkRanges(ranges: unknown): void {
  if (!Array.isArray(ranges) || ranges.length === 0)
    throw refused("'ipRanges' must hold at least one range.");
  for (const range of ranges) {
    const { "@odata.type": type, cidrAddress } = isJson(range) ? range : {};
    if ((type !== IPV4 && type !== IPV6) || !isRange(cidrAddress, type === IPV4)) {
      throw refused(`'ipRanges' holds an invalid range: ${JSON.stringify(cidrAddress)}.`);
    }
  }
}

function isRange(cidr: unknown, four: boolean): boolean {
  const [address = "", length = "", ...rest] = String(cidr).split("/");
  if (isIP(address) === 0 || isIPv4(address) !== four || rest.length > 0 || !/^\d{1,3}$/.test(length))
    return false;
  return Number(length) <= (four ? 32 : 128);
}

function checkCountries({
  countriesAndRegions,
  countryLookupMethod,
  includeUnknownCountriesAndRegions,
}: Json): void {
  const countries = Array.isArray(countriesAndRegions) ? countriesAndRegions : [];
  if (countries.length === 0 && includeUnknownCountriesAndRegions !== true) {
    throw refused("'countriesAndRegions' must hold at least one country.");
  }
  // ISO 3166-1 alpha-2
  const wrong = countries.find((country) => typeof country !== "string" || !/^[A-Z]{2}$/.test(country));
  if (wrong !== undefined)
    throw refused(`'countriesAndRegions' holds an invalid country: ${JSON.stringify(wrong)}.`);
  if (!LOOK_UPS.some((known) => known === countryLookupMethod)) {
    throw refused(`'countryLookupMethod' has to be one of ${LOOK_UPS.join(", ")}.`);
  }
}

function checkUnused(id: string, { directory }: Call): void {
  const [user] = usedByPolicies(directory, ["locations"], id);
  if (user !== undefined) {
    throw refused(`The named location is referenced by the conditional access policy '${user.displayName}'.`);
  }
}

function refused(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}
