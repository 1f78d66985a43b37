import fc from "fast-check";
import { type DnsRecord, type DnsRecordType, recordData } from "../../../../lib/dns/record";
import { WHOLE, type Zone, type ZoneEntry, zonesOf } from "../../../../lib/dns/zone";
import { DnsClient } from "../../../../observe/dns/client";
import { judgedBy } from "../../../support/judges";
import { type Judged, LOOP, resolve, verdictOf } from "./asked";
import { arbitraryWorld, type World } from "./random-zones";
import { type JudgeName, judgeOf, type ServedZone } from "./servers";

/** How many names each server is asked for; `ZONE_QUESTIONS=10000` for a whole proof. */
const QUESTIONS = Number(process.env.ZONE_QUESTIONS ?? 2000);
const EACH = 40;

describe.each<JudgeName>(["nsd", "named"])("%s", (program) => {
  judgedBy(program).test(
    `answers ${QUESTIONS} questions about random zones as the model does`,
    async () => {
      const worlds = Array.from({ length: Math.ceil(QUESTIONS / EACH) }, (_, index) => index).flatMap(
        (index) =>
          fc.sample(arbitraryWorld(index, { questions: EACH, wildcardServers: program === "nsd" }), {
            numRuns: 1,
            seed: 4592 + index,
          }),
      );
      const judge = await judgeOf(
        program,
        worlds.flatMap(({ zones }) => zones),
      );
      const client = new DnsClient({ resolvers: [], rate: 1e6, perServer: 64, timeout: 2000 });
      try {
        const differing: unknown[] = [];
        for (const { zones, questions } of worlds) {
          const model = modelOf(zones);
          await Promise.all(
            questions.map(async ({ name, type }) => {
              const [meant, real] = [model(name, type), await resolve(client, judge.address, name, type)];
              if (JSON.stringify(meant) !== JSON.stringify(real)) {
                differing.push({ name, type, meant, real, zones: zones.map(written) });
              }
            }),
          );
        }
        expect(differing).toEqual([]);
        expect(kindsOf(worlds)).toEqual(
          expect.arrayContaining(["records", "none", "alias", "delegation", "loop"]),
        );
      } finally {
        await client.close();
        await judge.close();
      }
    },
    20_000 + QUESTIONS * 10,
  );
});

function written({ apex, records }: ServedZone): unknown {
  return { apex, records: records.map((one) => `${one.name} ${one.type} ${recordData(one)}`) };
}

/** Do the worlds hold every kind of answer? */
function kindsOf(worlds: readonly World[]): readonly string[] {
  return [
    ...new Set(
      worlds.flatMap(({ zones, questions }) => {
        const model = modelOf(zones);
        return questions.map(({ name, type }) => model(name, type).verdict.kind);
      }),
    ),
  ];
}

function modelOf(served: readonly ServedZone[]): (name: string, type: DnsRecordType) => Judged {
  const zones = zonesOf(served.map(zoneOf));
  return (name, type) => {
    const answer = zones.answer(name, type);
    if (answer.kind === "loop") return LOOP;
    return { path: answer.path.map(({ target }) => target), verdict: verdictOf(answer) };
  };
}

function zoneOf({ apex, records }: ServedZone): Zone<ZoneEntry> {
  const own = { type: "NS", name: apex, ttl: 300, host: "ns.invalid" } as DnsRecord;
  return {
    apex,
    entries: [own, ...records].map((record) => ({ name: record.name, type: record.type, record })),
    knowledge: WHOLE,
  };
}
