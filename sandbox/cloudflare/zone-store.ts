import { createHash, randomBytes } from "node:crypto";
import type { Json } from "../http/answer";

/** A zone as it is kept. */
export interface Zone {
  readonly id: string;
  /** Lower case, without a trailing dot. */
  readonly name: string;
  readonly accountId: string;
  status: "active" | "pending";
  paused: boolean;
  type: string;
  dnssec: "active" | "pending" | "disabled";
  readonly createdOn: string;
  modifiedOn: string;
}

/** A record as it is kept: the values of the API, by its names. */
export interface StoredRecord {
  readonly id: string;
  readonly type: string;
  /** Fully qualified, lower case, without a trailing dot. */
  readonly name: string;
  readonly content: string;
  readonly data?: Json;
  readonly priority?: number;
  readonly ttl: number;
  readonly proxied: boolean;
  readonly comment: string | null;
  readonly tags: readonly string[];
  readonly settings: Json;
  readonly meta: Json;
  readonly createdOn: string;
  readonly modifiedOn: string;
}

interface ZoneEntry {
  readonly zone: Zone;
  /** How often its records have changed. */
  changes: number;
  readonly records: Map<string, StoredRecord>;
  /** The same records by name. */
  readonly byName: Map<string, StoredRecord[]>;
}

/** All zones with their records: the API changes them, the DNS server reads them. */
export class ZoneStore {
  private readonly byId = new Map<string, ZoneEntry>();
  private readonly byName = new Map<string, ZoneEntry>();

  zones(): readonly Zone[] {
    return [...this.byId.values()].map(({ zone }) => zone);
  }

  zone(id: string): Zone | undefined {
    return this.byId.get(id)?.zone;
  }

  zoneNamed(name: string): Zone | undefined {
    return this.byName.get(name)?.zone;
  }

  /** The zone that is authoritative for a name: the one with the longest name that is the name's end. */
  zoneOf(name: string): Zone | undefined {
    for (let rest = name; ; rest = rest.slice(rest.indexOf(".") + 1)) {
      const entry = this.byName.get(rest);
      if (entry !== undefined) return entry.zone;
      if (!rest.includes(".")) return undefined;
    }
  }

  addZone(zone: Zone): void {
    const entry: ZoneEntry = { zone, changes: 0, records: new Map(), byName: new Map() };
    this.byId.set(zone.id, entry);
    this.byName.set(zone.name, entry);
  }

  /** Changes a zone's own values. */
  updateZone(zone: Zone, values: Partial<Pick<Zone, "status" | "paused" | "type" | "dnssec">>): void {
    Object.assign(zone, values, { modifiedOn: now() });
  }

  removeZone(zone: Zone): void {
    this.byId.delete(zone.id);
    this.byName.delete(zone.name);
  }

  records(zone: Zone): readonly StoredRecord[] {
    return [...this.entry(zone).records.values()];
  }

  record(zone: Zone, id: string): StoredRecord | undefined {
    return this.entry(zone).records.get(id);
  }

  recordsAt(zone: Zone, name: string): readonly StoredRecord[] {
    return this.entry(zone).byName.get(name) ?? [];
  }

  /** The names that have records. */
  namesIn(zone: Zone): Iterable<string> {
    return this.entry(zone).byName.keys();
  }

  /** Adds a record, or takes the place of the one with the same id. */
  putRecord(zone: Zone, record: StoredRecord): void {
    const entry = this.entry(zone);
    const old = entry.records.get(record.id);
    if (old !== undefined) unlist(entry, old);
    entry.records.set(record.id, record);
    const there = entry.byName.get(record.name);
    if (there === undefined) entry.byName.set(record.name, [record]);
    else there.push(record);
    entry.changes += 1;
  }

  removeRecord(zone: Zone, id: string): void {
    const entry = this.entry(zone);
    const old = entry.records.get(id);
    if (old === undefined) return;
    unlist(entry, old);
    entry.records.delete(id);
    entry.changes += 1;
  }

  /** The serial number of the zone's SOA record: more with every change (RFC 1982). */
  serial(zone: Zone): number {
    return Math.floor(Date.parse(zone.createdOn) / 1000) + this.entry(zone).changes;
  }

  private entry(zone: Zone): ZoneEntry {
    const entry = this.byId.get(zone.id);
    if (entry === undefined) throw new Error(`zone ${zone.name} is gone`);
    return entry;
  }
}

function unlist(entry: ZoneEntry, record: StoredRecord): void {
  const rest = (entry.byName.get(record.name) ?? []).filter(({ id }) => id !== record.id);
  if (rest.length === 0) entry.byName.delete(record.name);
  else entry.byName.set(record.name, rest);
}

/** A new identifier: 32 hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString("hex");
}

/** The identifier of what is made from these words: the same each time. */
export function idOf(...words: readonly string[]): string {
  return createHash("sha256").update(words.join("\0")).digest("hex").slice(0, 32);
}

/** The account of zones that name none. */
export const DEFAULT_ACCOUNT = idOf("account");

/** As the API writes times: microseconds, UTC. */
export function now(): string {
  return new Date().toISOString().replace("Z", "000Z");
}
