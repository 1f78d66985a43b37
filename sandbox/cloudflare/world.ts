import { parseName } from "../../lib/dns/name";
import { type Fault, within } from "../../lib/fault";
import type { WorldRecord, WorldZone } from "../../lib/world/world";
import type { ApiFault } from "./envelope";
import { conflict } from "./records/conflict";
import { readRecord } from "./records/read";
import { DEFAULT_ACCOUNT, idOf, now, type StoredRecord, type Zone, type ZoneStore } from "./zone-store";

/** Fills a store with the zones of a world. What Cloudflare would refuse is a fault. */
export function loadZones(store: ZoneStore, zones: readonly WorldZone[]): readonly Fault[] {
  return zones.flatMap((zone, index) => loadZone(store, zone).map((fault) => within(fault, "zones", index)));
}

function loadZone(store: ZoneStore, given: WorldZone): readonly Fault[] {
  const parsed = parseName(given.name);
  if (!parsed.ok) return parsed.faults.map((fault) => within(fault, "name"));
  if (store.zoneNamed(parsed.value) !== undefined) {
    return [{ path: ["name"], message: "a second zone of that name", received: given.name }];
  }
  const time = given.createdOn ?? now();
  const zone: Zone = {
    id: given.id ?? idOf("zone", parsed.value),
    name: parsed.value,
    accountId: given.accountId ?? DEFAULT_ACCOUNT,
    status: given.active === false ? "pending" : "active",
    paused: false,
    type: "full",
    dnssec: given.dnssec ? "active" : "disabled",
    createdOn: time,
    modifiedOn: time,
  };
  store.addZone(zone);
  return (given.records ?? []).flatMap((record, index) =>
    loadRecord(store, zone, record, index).map((fault) => within(fault, "records", index)),
  );
}

function loadRecord(store: ZoneStore, zone: Zone, given: WorldRecord, index: number): readonly Fault[] {
  const id = given.id ?? idOf("record", zone.name, given.type, given.name, String(index));
  const read = readRecord(zone, id, { ...given });
  if (!read.ok) return read.faults.map((fault) => told(fault, given));
  const { record } = read;
  const stored: StoredRecord = {
    ...record,
    meta: given.meta ?? record.meta,
    createdOn: given.createdOn ?? record.createdOn,
    modifiedOn: given.modifiedOn ?? record.modifiedOn,
  };
  const fault = conflict(stored, store.recordsAt(zone, stored.name));
  if (fault !== undefined) return [told(fault, given)];
  store.putRecord(zone, stored);
  return [];
}

function told({ code, message }: ApiFault, { type, name }: WorldRecord): Fault {
  return {
    message: `Cloudflare would refuse this record with ${code}: ${message}`,
    received: `${type} ${name}`,
  };
}

/** The zones of a store as a world has them: loading it gives the same zones. */
export function worldZones(store: ZoneStore): readonly WorldZone[] {
  return store.zones().map((zone) => ({
    name: zone.name,
    id: zone.id,
    accountId: zone.accountId,
    dnssec: zone.dnssec !== "disabled",
    active: zone.status === "active",
    createdOn: zone.createdOn,
    records: store.records(zone).map(worldRecord),
  }));
}

function worldRecord({ comment, ...record }: StoredRecord): WorldRecord {
  return { ...record, ...(comment === null ? {} : { comment }) };
}
