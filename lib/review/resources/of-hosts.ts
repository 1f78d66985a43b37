import type { RecordResource } from "../../../hosts/host";
import { IN_PLANS } from "../../../hosts/in-plans";
import type { ZoneReader } from "../../plan/zone-fact";

/** Resources that stand for records of a zone, by their type. */
export const RECORDS: ReadonlyMap<string, RecordResource> = new Map(
  IN_PLANS.flatMap(({ records }) => Object.entries(records)),
);

/** Resources that serve policies, by their type. */
export const POLICIES: ReadonlyMap<string, ZoneReader> = new Map(
  IN_PLANS.flatMap(({ policies }) => Object.entries(policies)),
);

/** Resources and data sources that tell a zone's name, by their type: the attributes that hold its id. */
export const ZONE_IDS: ReadonlyMap<string, readonly string[]> = new Map(
  IN_PLANS.flatMap(({ zones }) => Object.entries(zones)),
);

/** Data sources that list zones, by their type: the blocks that hold them, each with its `id` and `name`. */
export const ZONE_LISTS: ReadonlyMap<string, readonly string[]> = new Map(
  IN_PLANS.flatMap(({ zoneLists = {} }) => Object.entries(zoneLists)),
);

/** What all names of a zone hang on, by type. */
export const ZONE_FEATURES: ReadonlyMap<string, ZoneReader> = new Map(
  IN_PLANS.flatMap(({ zoneFeatures }) => Object.entries(zoneFeatures)),
);
