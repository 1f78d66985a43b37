import { isJson, type Json } from "../../http/answer";
import { ApiError, type ApiFault, page, success } from "../envelope";
import { type Call, noRoute, type Routes } from "../router";
import { newId, type StoredRecord, type Zone, type ZoneStore } from "../zone-store";
import { conflict } from "./conflict";
import { listed } from "./list";
import { readRecord, shownRecord } from "./read";

const PAGES = { usual: 100, most: 5000 };

/** The DNS records of a zone, below `/zones/:zone/dns_records`. */
export class Records {
  readonly routes: Routes = {
    "GET zones/:zone/dns_records": (call) => {
      const found = listed(this.store.records(this.zone(call)), call.query);
      const { items, info } = page(found, call.query, PAGES);
      return success(items.map(shownRecord), info);
    },
    "POST zones/:zone/dns_records": (call) => success(shownRecord(this.create(this.zone(call), call.json()))),
    "GET zones/:zone/dns_records/:record": (call) => {
      const zone = this.zone(call);
      return success(shownRecord(this.get(zone, call.param("record"))));
    },
    "PUT zones/:zone/dns_records/:record": (call) => {
      const zone = this.zone(call);
      return success(shownRecord(this.replace(zone, call.param("record"), call.json())));
    },
    "PATCH zones/:zone/dns_records/:record": (call) => {
      const zone = this.zone(call);
      return success(shownRecord(this.patch(zone, call.param("record"), call.json())));
    },
    "DELETE zones/:zone/dns_records/:record": (call) => {
      const { id } = this.remove(this.zone(call), call.param("record"));
      return success({ id });
    },
    "POST zones/:zone/dns_records/batch": (call) => this.batch(this.zone(call), call.json()),
  };

  constructor(private readonly store: ZoneStore) {}

  /** The zone that a path names. */
  zone(call: Call): Zone {
    const id = call.param("zone");
    const zone = this.store.zone(id);
    if (zone === undefined) throw noRoute(`zones/${id}`);
    return zone;
  }

  private create(zone: Zone, body: Json): StoredRecord {
    // Reports of refused POSTs show the fault inside error 1004, those of PUT and PATCH show it alone.
    return this.put(zone, newId(), body, undefined, (faults) => [
      { code: 1004, message: "DNS Validation Error", error_chain: faults },
    ]);
  }

  private replace(zone: Zone, id: string, body: Json): StoredRecord {
    return this.put(zone, id, body, this.changeable(zone, id));
  }

  private patch(zone: Zone, id: string, body: Json): StoredRecord {
    const old = this.changeable(zone, id);
    const { createdOn, modifiedOn, meta, data, ...values } = old;
    const typed = body.type === undefined || String(body.type).toUpperCase() === old.type;
    const kept = typed && data !== undefined && body.content === undefined ? { data } : {};
    return this.put(zone, id, { ...values, ...kept, ...body }, old);
  }

  private put(
    zone: Zone,
    id: string,
    body: Json,
    old: StoredRecord | undefined,
    told = (faults: readonly ApiFault[]) => faults,
  ): StoredRecord {
    const read = readRecord(zone, id, body, old);
    if (!read.ok) throw new ApiError(400, ...told(read.faults));
    const fault = conflict(read.record, this.store.recordsAt(zone, read.record.name));
    if (fault !== undefined) throw new ApiError(400, fault);
    this.store.putRecord(zone, read.record);
    return read.record;
  }

  private remove(zone: Zone, id: string): StoredRecord {
    const record = this.changeable(zone, id);
    this.store.removeRecord(zone, id);
    return record;
  }

  private get(zone: Zone, id: string): StoredRecord {
    const record = this.store.record(zone, id);
    if (record === undefined) throw new ApiError(404, { code: 81044, message: "Record does not exist." });
    return record;
  }

  /** Records that a Worker's custom domain made change with it alone. */
  private changeable(zone: Zone, id: string): StoredRecord {
    const record = this.get(zone, id);
    if (record.meta.read_only !== true) return record;
    throw new ApiError(400, {
      code: 1046,
      message: "This record is managed by Workers and cannot be changed here.",
    });
  }

  /** In Cloudflare's order: deletes, patches, puts, posts; all of them or none. */
  private batch(zone: Zone, body: Json) {
    const before = new Map(this.store.records(zone).map((record) => [record.id, record]));
    const id = (item: Json) => String(item.id ?? "");
    try {
      return success({
        deletes: parts(body.deletes).map((item) => shownRecord(this.remove(zone, id(item)))),
        patches: parts(body.patches).map((item) => shownRecord(this.patch(zone, id(item), item))),
        puts: parts(body.puts).map((item) => shownRecord(this.replace(zone, id(item), item))),
        posts: parts(body.posts).map((item) => shownRecord(this.create(zone, item))),
      });
    } catch (error) {
      for (const { id } of this.store.records(zone)) this.store.removeRecord(zone, id);
      for (const record of before.values()) this.store.putRecord(zone, record);
      throw error;
    }
  }
}

function parts(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}
