import { Construct } from "constructs";
import { unwrap } from "../../lib/fault";
import type { NamedLocationPlan } from "../../lib/identity/identity-plan";
import { planNamedLocations } from "../../lib/identity/named-locations";
import type { NamedLocationOptions } from "../../lib/identity/options";
import { NamedLocationPlansSchema } from "../../lib/identity/plan-schema";
import { NamedLocationsSchema } from "../../lib/identity/schema";
import type { Mapping } from "../../lib/mapping";
import { closed } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { literal } from "../terraform/text";
import { refuseReferences } from "../tokens";
import { NamedLocation, type NamedLocationConfig } from "./bindings";
import { DIRECTORY, type Directory } from "./directory";

/** Named locations of a tenant. */
export interface NamedLocationsProps {
  /** Which is told of the locations, so that policies find them. */
  readonly directory: Directory;
  /** By the key that policies name them by. */
  readonly locations: Readonly<Record<string, NamedLocationOptions>>;
}

/** Locations whose options have been read already, as those of an estate file have. */
export interface PlannedNamedLocationsProps {
  /** Which is told of the locations, so that policies find them. */
  readonly directory: Directory;
  /** As `planIdentity` answers. */
  readonly plan: readonly NamedLocationPlan[];
}

/** Places that policies include or exclude: address ranges or countries. */
export class NamedLocations extends Construct {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: NamedLocationsProps | PlannedNamedLocationsProps) {
    super(scope, id);
    markGrouping(this);
    const directory = liveProp("NamedLocations", props, "directory", DIRECTORY);
    const given = dataProps("NamedLocations", props, ["directory"]);
    refuseReferences("NamedLocations", given);
    for (const location of readPlan(given)) {
      const resource = new NamedLocation(this, `NamedLocation-${location.key}`, {
        displayName: literal(location.key),
        ...extent(location),
        // Graph refuses to delete a location that a policy names. Only so does Terraform update the policy first
        // when both change in one apply.
        lifecycle: { createBeforeDestroy: true },
      });
      // Since provider 3.0 `id` is a path; policies take the object id (hashicorp/terraform-provider-azuread#1504).
      directory.declareLocation(location.key, resource.objectId);
    }
  }
}

function readPlan(given: Mapping): readonly NamedLocationPlan[] {
  const kind = "NamedLocations";
  if (given.plan !== undefined)
    return readProps(kind, closed({ plan: NamedLocationPlansSchema }), given).plan;
  const { locations } = readProps(kind, closed({ locations: NamedLocationsSchema }), given);
  return unwrap(kind, planNamedLocations(locations));
}

function extent(location: NamedLocationPlan): Pick<NamedLocationConfig, "ip" | "country"> {
  if (location.kind === "ip")
    return { ip: { ipRanges: location.ranges.map(literal), trusted: location.trusted } };
  return {
    country: {
      countriesAndRegions: location.countries.map(literal),
      countryLookupMethod: literal(location.lookup),
      includeUnknownCountriesAndRegions: location.unknownCountries,
    },
  };
}
