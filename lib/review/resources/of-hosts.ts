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
