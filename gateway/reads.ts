import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Client } from "./client";
import type { Clock } from "./clock";
import { type Identified, oneAnswer, readList, readOne } from "./envelope";
import { callerOf, endToEnd, inTheNameOf } from "./headers";
import { Kept } from "./kept";
import type { Route } from "./route";
import type { Writes } from "./writes";

/** An answer that is whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Was the API asked for it? */
  readonly isAsked: boolean;
}

/** As many records as the API gives at once. */
const PER_PAGE = 5000;
/** Zones with more pages are read record by record: what is asked about them is likely to be less. */
const MOST_PAGES = 4;

/**
 * Reads that are answered from what was read before: records of a zone from one listing of all of them, zones from what
 * was found by name. Every caller has their own.
 */
export class Reads {
  private readonly records: Kept<ReadonlyMap<string, Identified>>;
  private readonly zones: Kept<Identified>;
  private readonly lists: Kept<WholeAnswer>;

  constructor(
    private readonly client: Client,
    private readonly writes: Writes,
    clock: Clock,
  ) {
    this.records = new Kept(clock);
    this.zones = new Kept(clock);
    this.lists = new Kept(clock);
  }

  /**
   * @param path of the request, below the API's base
   * @returns `undefined` where the API is to be asked
   */
  answer(route: Route, path: string, headers: IncomingHttpHeaders): Promise<WholeAnswer | undefined> {
    switch (route.kind) {
      case "record":
        return this.record(route.zone, route.record, headers);
      case "zone":
        return this.zone(route.zone, path, headers);
      case "zones":
        return this.zonesByName(path, headers);
      default:
        return Promise.resolve(undefined);
    }
  }

  /** Whatever was read is read anew. */
  forget(): void {
    for (const kept of [this.records, this.zones, this.lists]) kept.forget();
  }

  private async record(
    zone: string,
    id: string,
    headers: IncomingHttpHeaders,
  ): Promise<WholeAnswer | undefined> {
    const stampOf = () => this.writes.stampOf(zone);
    const records = await this.records.get(`${callerOf(headers)} ${zone}`, stampOf, (begin) =>
      this.list(zone, headers, begin),
    );
    const record = records?.get(id);
    return record && kept(record);
  }

  private async list(
    zone: string,
    headers: IncomingHttpHeaders,
    begin: () => void,
  ): Promise<ReadonlyMap<string, Identified> | undefined> {
    const records = new Map<string, Identified>();
    for (let page = 1, pages = 1; page <= pages; page++) {
      const path = `/zones/${zone}/dns_records?per_page=${PER_PAGE}${page === 1 ? "" : `&page=${page}`}`;
      const answer = await this.ask(path, headers, page === 1 ? begin : undefined);
      const listed = answer.status === 200 ? readList(answer.body.toString()) : undefined;
      if (listed === undefined || listed.pages > MOST_PAGES) return undefined;
      for (const record of listed.items) records.set(record.id, record);
      pages = listed.pages;
    }
    return records;
  }

  private async zone(
    id: string,
    path: string,
    headers: IncomingHttpHeaders,
  ): Promise<WholeAnswer | undefined> {
    let own: WholeAnswer | undefined;
    const stampOf = () => this.writes.stampOf(id);
    const zone = await this.zones.get(`${callerOf(headers)} ${id}`, stampOf, async (begin) => {
      own = await this.ask(path, headers, begin);
      return own.status === 200 ? readOne(own.body.toString(), id) : undefined;
    });
    return own ?? (zone && kept(zone));
  }

  private async zonesByName(path: string, headers: IncomingHttpHeaders): Promise<WholeAnswer | undefined> {
    let own: WholeAnswer | undefined;
    const caller = callerOf(headers);
    const list = await this.lists.get(
      `${caller} ${path}`,
      () => this.writes.stampOfAll(),
      async (begin) => {
        own = await this.ask(path, headers, begin);
        return own.status === 200 && readList(own.body.toString()) ? own : undefined;
      },
    );
    if (list === undefined || own === undefined) return own ?? (list && { ...list, isAsked: false });
    // Nothing has been written since before it was asked: these zones are as they are told here.
    for (const zone of readList(list.body.toString())?.items ?? []) {
      const stamp = this.writes.stampOf(zone.id);
      if (stamp !== undefined) this.zones.put(`${caller} ${zone.id}`, stamp, zone);
    }
    return own;
  }

  private async ask(
    path: string,
    headers: IncomingHttpHeaders,
    begin: (() => void) | undefined,
  ): Promise<WholeAnswer> {
    const answer = await this.client.send({
      method: "GET",
      path,
      headers: inTheNameOf(headers),
      ...(begin ? { onSend: begin } : {}),
    });
    const body = await buffer(answer);
    return { status: answer.statusCode ?? 502, headers: endToEnd(answer.headers), body, isAsked: true };
  }
}

function kept(one: Identified): WholeAnswer {
  const headers = { "content-type": "application/json" };
  return { status: 200, headers, body: Buffer.from(oneAnswer(one)), isAsked: false };
}
