import { objects, text } from "../../../provider/http/json";
import type { Json, ObjectValue, Value } from "../../../provider/plugin/index";
import type { GraphObject } from "./graph-calls";
import { resourceSchema } from "./schema";
import { idBelow, type Planned, sdkResource } from "./sdk-resource";
import { onlyBlock, textOf, texts } from "./values";

const PATH = "/identity/conditionalAccess/namedLocations/";
const IP = "#microsoft.graph.ipNamedLocation";
const COUNTRY = "#microsoft.graph.countryNamedLocation";

/** How a country is told where nobody says it. */
const CLIENT_IP = "clientIpAddress";

export const namedLocation = sdkResource({
  schema: resourceSchema("azuread_named_location"),
  validate({ ip, country }) {
    const kinds = [ip, country].filter((one) => onlyBlock(one) !== undefined);
    const unknown = [ip, country].some((one) => one !== null && !Array.isArray(one));
    if (kinds.length === 1 || unknown) return [];
    return [
      {
        summary: "Invalid combination of arguments",
        detail: 'exactly one of "ip" or "country" must be specified',
      },
    ];
  },
  withDefaults(config) {
    const country = onlyBlock(config.country);
    if (!country) return config;
    return {
      ...config,
      country: [{ ...country, country_lookup_method: country.country_lookup_method ?? CLIENT_IP }],
    };
  },
  // One kind of location does not become the other; what it holds changes in place.
  replacedBy: (planned, prior) =>
    ["ip", "country"].filter(
      (kind) => (onlyBlock(planned[kind]) === undefined) !== (onlyBlock(prior[kind]) === undefined),
    ),
  async create(plan, { client, signal }, made) {
    const created = await client.graph.send({
      doing: "Could not create named location",
      method: "POST",
      path: `v1.0${PATH.slice(0, -1)}`,
      body: { ...extent(plan), displayName: textOf(plan.display_name) ?? "" },
      signal,
    });
    made(`${PATH}${created.id}`);
  },
  async read(id, { client, signal }) {
    const found = await client.graph.find({ doing: `Retrieving ${id}`, path: `v1.0${id}`, signal });
    return found && { object_id: text(found.id) ?? "", ...locationOf(found) };
  },
  async update(id, plan, prior, { client, signal }) {
    const renamed =
      plan.display_name === prior.display_name ? {} : { displayName: textOf(plan.display_name) ?? "" };
    const body = { ...extent(plan), ...renamed };
    await client.graph.send({ doing: `Updating ${id}`, method: "PATCH", path: `v1.0${id}`, body, signal });
  },
  async delete(id, state, { client, signal }) {
    const path = `v1.0${id}`;
    // Graph refuses to delete a trusted location.
    if (onlyBlock(state.ip) && (await client.graph.find({ doing: `Retrieving ${id}`, path, signal }))) {
      const body = { ...extent(state), isTrusted: false };
      await client.graph.send({
        doing: `Updating ${id} prior to deletion`,
        method: "PATCH",
        path,
        body,
        signal,
      });
    }
    await client.graph.remove({ doing: `Deleting ${id}`, path, signal });
  },
  importId: idBelow(PATH),
  idExample: `${PATH}00000000-0000-0000-0000-000000000000`,
});

/** What a location covers, as Graph takes it. */
function extent(plan: Planned): Readonly<Record<string, Json>> {
  const ip = onlyBlock(plan.ip);
  if (ip) {
    return { "@odata.type": IP, ipRanges: texts(ip.ip_ranges).map(range), isTrusted: ip.trusted === true };
  }
  const country = onlyBlock(plan.country) ?? {};
  const lookup = textOf(country.country_lookup_method);
  return {
    "@odata.type": COUNTRY,
    countriesAndRegions: texts(country.countries_and_regions),
    includeUnknownCountriesAndRegions: country.include_unknown_countries_and_regions === true,
    ...(lookup !== undefined && { countryLookupMethod: lookup }),
  };
}

/** 3.7.0 calls ranges of both versions of IP so, but Graph holds the type against the address. */
function range(cidrAddress: string): Json {
  const version = cidrAddress.includes(":") ? "6" : "4";
  return { "@odata.type": `#microsoft.graph.iPv${version}CidrRange`, cidrAddress };
}

/** `display_name`, `ip` and `country` of a location. */
export function locationOf(location: GraphObject): ObjectValue {
  const ip: readonly Value[] = [
    {
      ip_ranges: objects(location.ipRanges).map((one) => text(one.cidrAddress) ?? ""),
      trusted: location.isTrusted === true,
    },
  ];
  const country: readonly Value[] = [
    {
      countries_and_regions: Array.isArray(location.countriesAndRegions)
        ? location.countriesAndRegions.map(String)
        : [],
      country_lookup_method: text(location.countryLookupMethod) ?? CLIENT_IP,
      include_unknown_countries_and_regions: location.includeUnknownCountriesAndRegions === true,
    },
  ];
  const type = location["@odata.type"];
  return {
    display_name: text(location.displayName) ?? "",
    ip: type === IP ? ip : [],
    country: type === COUNTRY ? country : [],
  };
}
