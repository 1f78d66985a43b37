import fc from "fast-check";
import { type Clock, SYSTEM_CLOCK } from "../../gateway/clock";
import { isMapping } from "../../lib/mapping";
import { type Answered, type Behind, behind } from "./behind";

/*
 * Programs that read and write records at the same time, some through the gateway while the API breaks connections,
 * answers late and refuses. Each write gives a record a number that no other write gives it, so that whoever reads
 * says which write it saw. A model knows for each record what may be seen: the last write that was answered before a
 * read began, or one that was under way at some time since.
 */

const RECORDS = 4;
const ZONES = ["contoso.com", "fabrikam.com"];

type Step =
  | { readonly kind: "read"; readonly zone: number; readonly record: number }
  | {
      readonly kind: "write";
      readonly method: "PUT" | "PATCH";
      readonly zone: number;
      readonly record: number;
    }
  | { readonly kind: "create"; readonly zone: number }
  | { readonly kind: "delete"; readonly zone: number; readonly record: number }
  | {
      readonly kind: "trouble";
      readonly trouble: "break" | "lose" | "slow" | "fail" | "throttle" | "slow listing";
    };

const zone = fc.nat({ max: ZONES.length - 1 });
const record = fc.nat({ max: RECORDS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("read" as const), zone, record }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      method: fc.constantFrom("PUT" as const, "PATCH" as const),
      zone,
      record,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("create" as const), zone }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), zone, record }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("trouble" as const),
      trouble: fc.constantFrom("break", "lose", "slow", "fail", "throttle", "slow listing"),
    }),
  },
);

/** What a record may be seen as; 0 stands for its absence. */
class Seen {
  /** Values that a read that begins now may see. */
  private possible: Set<number>;

  constructor(first: number) {
    this.possible = new Set([first]);
  }

  /** A write begins: from now on it may be seen. @returns to be called with whether it was carried out, if that is known */
  write(value: number): (isCarriedOut: boolean | undefined) => void {
    this.possible.add(value);
    return (isCarriedOut) => {
      // Writers of one record wait for each other, so no other write is under way.
      if (isCarriedOut === true) this.possible = new Set([value]);
      if (isCarriedOut === false) this.possible.delete(value);
    };
  }

  /** A read begins. @returns whether a value may be what it sees */
  read(): (value: number) => boolean {
    const before = this.possible;
    const now = new Set(before);
    return (value) => now.has(value) || before.has(value) || this.possible.has(value);
  }
}

const content = (value: number) => `"v=spf1 ip4:192.0.2.${value % 250} -all ${value}"`;

/** The number that was written; 0 for a record that is not there. */
function valueIn({ status, text }: Answered): number | undefined {
  if (status === 404) return 0;
  const body: unknown = JSON.parse(text);
  const result = isMapping(body) ? body.result : undefined;
  if (status !== 200 || !isMapping(result)) return undefined;
  return Number(/ (\d+)"$/.exec(String(result.content))?.[1]);
}

/** Pauses before what is asked again are not what is tried here. */
const QUICK: Clock = {
  now: () => 25 * SYSTEM_CLOCK.now(),
  after: (milliseconds, work) => SYSTEM_CLOCK.after(milliseconds / 25, work),
};

async function play(programs: readonly (readonly Step[])[]): Promise<void> {
  let next = 1;
  const api: Behind = await behind({
    clock: QUICK,
    zones: ZONES.map((name) => ({
      name,
      records: Array.from({ length: RECORDS }, (_, place) => ({
        type: "TXT",
        name: `r${place}.${name}`,
        content: content(next++),
      })),
    })),
  });
  try {
    const ids = ZONES.map((name) => api.store.records(api.zone(name)).map(({ id }) => id));
    const seen = ZONES.map((_, z) =>
      Array.from({ length: RECORDS }, (_, place) => new Seen(1 + z * RECORDS + place)),
    );
    const turns = ZONES.map(() => Array.from({ length: RECORDS }, () => Promise.resolve()));
    const created = new Map<string, boolean>();
    const pathOf = (z: number, place: number) => {
      return `zones/${api.zone(ZONES[z]).id}/dns_records/${ids[z]?.[place]}`;
    };
    const cause = (trouble: (Step & { kind: "trouble" })["trouble"]) => {
      if (trouble === "break") api.traffic.break(1, false);
      if (trouble === "lose") api.traffic.break(1, true);
      if (trouble === "slow") api.traffic.slow(1, 5);
      if (trouble === "slow listing") api.traffic.slow(1, 15, { path: /per_page/ });
      if (trouble === "fail") api.traffic.fail(1, { status: 503, retryAfter: "0" });
      if (trouble === "throttle") api.traffic.throttle(1, "0.005");
    };

    const run = async (one: Step): Promise<void> => {
      if (one.kind === "trouble") return cause(one.trouble);
      if (one.kind === "create") {
        const name = `new${next++}.${ZONES[one.zone]}`;
        const body = { type: "A", name, content: "192.0.2.1" };
        const answer = await api
          .ask("POST", `zones/${api.zone(ZONES[one.zone]).id}/dns_records`, body)
          .catch(() => undefined);
        if (answer?.status === 200) {
          // Who has created a record finds it.
          created.set(name, true);
          const { id } = JSON.parse(answer.text).result;
          const found = await api
            .ask("GET", `zones/${api.zone(ZONES[one.zone]).id}/dns_records/${id}`)
            .catch(() => undefined);
          if (found && found.status < 500) expect(found.status).toBe(200);
        }
        return;
      }
      const record = seen[one.zone]?.[one.record];
      if (record === undefined) throw new Error("no such record");
      const path = pathOf(one.zone, one.record);
      if (one.kind === "read") {
        const mayBe = record.read();
        const answer = await api.ask("GET", path).catch(() => undefined);
        const value = answer && valueIn(answer);
        if (value !== undefined && !mayBe(value)) {
          throw new Error(`${ZONES[one.zone]} record ${one.record} was seen as ${value}, which is stale`);
        }
        return;
      }
      // Writers of one record wait for each other, as Terraform's lock on a state makes them.
      const before = turns[one.zone]?.[one.record];
      let done = () => {};
      const mine = new Promise<void>((resolve) => {
        done = resolve;
      });
      turns[one.zone]?.splice(one.record, 1, mine);
      await before;
      const value = one.kind === "delete" ? 0 : next++;
      const end = record.write(value);
      const body = { type: "TXT", name: `r${one.record}.${ZONES[one.zone]}`, content: content(value) };
      const answer = await (one.kind === "delete"
        ? api.ask("DELETE", path)
        : api.ask(one.method, path, body)
      ).catch(() => undefined);
      // A record that is not there any more has been deleted, by this or an earlier request.
      const isDone = answer?.status === 200 || (value === 0 && answer?.status === 404);
      end(answer === undefined || answer.status >= 500 ? undefined : isDone);
      done();
    };
    await Promise.all(
      programs.map(async (steps) => {
        for (const one of steps) await run(one);
      }),
    );

    // In the end the gateway says of every record what the API says.
    api.traffic.calm();
    for (const [z] of ZONES.entries()) {
      for (let place = 0; place < RECORDS; place++) {
        const [through, direct] = [
          await api.ask("GET", pathOf(z, place)),
          await api.direct("GET", pathOf(z, place)),
        ];
        expect([through.status, through.text]).toEqual([direct.status, direct.text]);
      }
      // Nothing is lost, nothing doubled.
      const names = api.store.records(api.zone(ZONES[z])).map(({ name }) => name);
      expect(names).toHaveLength(new Set(names).size);
    }
    const all = ZONES.flatMap((name) => api.store.records(api.zone(name)).map((one) => one.name));
    for (const name of created.keys()) expect(all).toContain(name);
  } finally {
    await api.close();
  }
}

test("nobody reads what a write that was answered has replaced, and no write is lost or done twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 12 }), { minLength: 2, maxLength: 5 }), play),
    {
      numRuns: Number(process.env.RUNS || 40),
      endOnFailure: true,
    },
  );
}, 600_000);
