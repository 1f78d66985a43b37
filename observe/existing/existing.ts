import type { DnsName } from "../../lib/dns/name";
import { recordData } from "../../lib/dns/record";
import { type Existing, existingInTheWay } from "../../lib/review/existing/collisions";
import { type LiveName, type LiveRecord, typesBeside } from "../../lib/review/existing/live";
import type { Written, WrittenRecord } from "../../lib/review/existing/written";
import type { Ask } from "../ask";
import type { CloudflareAccess } from "../cloudflare/access";
import { listRecords } from "../cloudflare/list-records";
import type { Authorities } from "../dns/authorities";
import { Gate } from "../dns/pace";

export interface ExistingOptions {
  /** How a stack's zone is opened. `undefined`: there are no credentials, and the DNS is asked. @default so for all stacks */
  readonly cloudflare?: ((stack: string) => CloudflareAccess | undefined) | undefined;
  /** Milliseconds for which something before Cloudflare's API may keep calls back, besides. @default 0 */
  readonly patience?: number | undefined;
  readonly ask: Ask;
  readonly authorities: Pick<Authorities, "ask">;
  /** Milliseconds for everything together. @default 60000 */
  readonly total?: number;
}

/** Zones that are listed at once. */
const AT_ONCE = 8;
const TOTAL = 60_000;

/** Looks at what zones hold already at the names where plans write. */
export class ExistingRecords {
  constructor(private readonly options: ExistingOptions) {}

  /** What stands in the way of each plan, in their order. It never rejects: what cannot be read is said. */
  inTheWayOf(plans: readonly Written[]): Promise<readonly Existing[]> {
    const look = new Look(this.options);
    return Promise.all(plans.map((written) => look.inTheWayOf(written)));
  }
}

/** One look at the world: a listing a zone, whatever asks for it, and one end for all answers. */
class Look {
  private readonly listings = new Map<string, Promise<LiveZone>>();
  private readonly gate = new Gate(AT_ONCE);
  private readonly signal: AbortSignal;
  private readonly listingSignal: AbortSignal;

  constructor(private readonly options: ExistingOptions) {
    const { total = TOTAL, patience = 0 } = options;
    this.signal = AbortSignal.timeout(total);
    this.listingSignal = AbortSignal.timeout(total + patience);
  }

  async inTheWayOf(written: Written): Promise<Existing> {
    if (written.records.length === 0) return { collisions: [], unread: [] };
    const names = new Map<DnsName, WrittenRecord[]>();
    for (const record of written.records) names.set(record.name, [...(names.get(record.name) ?? []), record]);
    const live = new Map(
      await Promise.all(
        [...names].map(
          async ([name, records]) => [name, await this.at(written.stack, name, records)] as const,
        ),
      ),
    );
    return existingInTheWay(
      written,
      (name) => live.get(name) ?? { kind: "unknown", why: "nobody was asked" },
    );
  }

  private async at(stack: string, name: DnsName, written: readonly WrittenRecord[]): Promise<LiveName> {
    const [first] = written;
    const listed = first && (await this.listed(stack, first));
    if (listed?.kind === "records") {
      return { kind: "records", records: listed.records.get(name) ?? [] };
    }
    const answered = await this.answered(name, written);
    if (answered.kind === "records" || !listed) return answered;
    return { kind: "unknown", why: `${listed.why}; ${answered.why}` };
  }

  /** The zone as its host lists it; `undefined` of a host that is not asked, or without an id or credentials. */
  private listed(
    stack: string,
    { resource, attributes, zone }: WrittenRecord,
  ): Promise<LiveZone> | undefined {
    const cloudflare = this.options.cloudflare?.(stack);
    const isListed = resource === undefined || resource.importId?.(attributes, "") !== undefined;
    if (!cloudflare || zone.id === undefined || !isListed) return undefined;
    // What one account may not see another may.
    const key = JSON.stringify([zone.id, cloudflare.headers]);
    const known = this.listings.get(key);
    if (known) return known;
    const listing = this.gate.through(() => zoneOf(cloudflare, zone.id ?? "", this.listingSignal));
    this.listings.set(key, listing);
    return listing;
  }

  /** What the zone's own name servers answer, and a resolver where they do not. */
  private async answered(name: DnsName, written: readonly WrittenRecord[]): Promise<LiveName> {
    const types = [...new Set(written.flatMap(({ type }) => typesBeside(type)))];
    const answers = await Promise.all(types.map((type) => this.ask(name, type)));
    const records: LiveRecord[] = [];
    for (const answer of answers) {
      if (answer.kind === "unknown") return answer;
      records.push(...answer.records);
    }
    return { kind: "records", records };
  }

  private async ask(name: DnsName, type: ReturnType<typeof typesBeside>[number]): Promise<LiveName> {
    const asked = await this.inTime(async (): Promise<LiveName> => {
      for (const answer of await this.options.authorities.ask(name, type)) {
        if (answer.kind === "records") return { kind: "records", records: answer.records.map(liveRecord) };
      }
      const found = await this.options.ask(name, type);
      if (found.kind === "failure") return { kind: "unknown", why: `the DNS does not say: ${found.why}` };
      // What an alias leads to is not of this name.
      const own = type === "CNAME" || found.aliases.length === 0 ? found.records : [];
      return { kind: "records", records: own.map(liveRecord) };
    });
    return asked ?? { kind: "unknown", why: "the DNS did not answer in time" };
  }

  private async inTime<T>(work: () => Promise<T>): Promise<T | undefined> {
    const { signal } = this;
    if (signal.aborted) return undefined;
    let listener = () => {};
    const late = new Promise<undefined>((resolve) => {
      listener = () => resolve(undefined);
      signal.addEventListener("abort", listener, { once: true });
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      signal.removeEventListener("abort", listener);
    }
  }
}

type LiveZone =
  | { readonly kind: "records"; readonly records: ReadonlyMap<string, readonly LiveRecord[]> }
  | { readonly kind: "unknown"; readonly why: string };

async function zoneOf(cloudflare: CloudflareAccess, id: string, signal: AbortSignal): Promise<LiveZone> {
  try {
    const records = new Map<string, LiveRecord[]>();
    for (const record of await listRecords(cloudflare, id, signal)) {
      const there = records.get(record.name);
      if (there) there.push(record);
      else records.set(record.name, [record]);
    }
    return { kind: "records", records };
  } catch (error) {
    return { kind: "unknown", why: error instanceof Error ? error.message : String(error) };
  }
}

function liveRecord(record: Parameters<typeof recordData>[0]): LiveRecord {
  return { name: record.name, type: record.type, data: recordData(record), record };
}
