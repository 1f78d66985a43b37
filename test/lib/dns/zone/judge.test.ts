import type { Answer as WireRecord } from "dns-packet";
import fc from "fast-check";
import { type DnsRecord, type DnsRecordType, recordData } from "../../../../lib/dns/record";
import { WHOLE, type Zone, type ZoneAnswer, type ZoneEntry, zonesOf } from "../../../../lib/dns/zone";
import type { ServerAddress } from "../../../../observe/dns/address";
import { DnsClient, isReferral } from "../../../../observe/dns/client";
import { type Message, RCODE } from "../../../../observe/dns/message";
import { recordOf } from "../../../../observe/dns/record";
import { judgedBy } from "../../../support/judges";
import { arbitraryWorld, type World } from "./random-zones";
import { type JudgeName, judgeOf, type ServedZone } from "./servers";

/** How many names each server is asked for; `ZONE_QUESTIONS=10000` for a whole proof. */
const QUESTIONS = Number(process.env.ZONE_QUESTIONS ?? 2000);
const EACH = 40;

/** An answer in the words that a server and the model share. */
type Verdict =
  | { readonly kind: "records"; readonly data: readonly string[] }
  | { readonly kind: "none"; readonly exists: boolean }
  | { readonly kind: "alias"; readonly to: string }
  | { readonly kind: "delegation"; readonly to: readonly string[] }
  | { readonly kind: "loop" };

/** An aliased name's verdict goes with the names on the way. */
interface Judged {
  readonly path: readonly string[];
  readonly verdict: Verdict;
}

/** Servers give up at different steps of a circle. */
const LOOP: Judged = { path: [], verdict: { kind: "loop" } };

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

function verdictOf(answer: Exclude<ZoneAnswer, { readonly kind: "loop" }>): Verdict {
  switch (answer.kind) {
    case "records":
      return {
        kind: "records",
        data: answer.entries.flatMap(({ record }) => (record ? [recordData(record)] : [])).sort(),
      };
    case "none":
      return { kind: "none", exists: answer.exists };
    case "elsewhere":
      return answer.how === "alias"
        ? { kind: "alias", to: answer.name }
        : { kind: "delegation", to: [...answer.to].sort() };
    case "unknown":
      throw new Error(`whole zones leave nothing unknown: ${JSON.stringify(answer)}`);
  }
}

/** What a resolver makes of the server's answers: it asks again for the end of an alias that the server left open. */
async function resolve(
  client: DnsClient,
  address: ServerAddress,
  asked: string,
  type: DnsRecordType,
): Promise<Judged> {
  const path: string[] = [];
  const seen = new Set([asked]);
  const done = (verdict: Verdict): Judged => ({ path, verdict });
  for (let name = asked; ; ) {
    const reply = await client.askServer(address, { name, type });
    if (reply.kind === "failure") {
      // What bind9 answers to an alias of itself.
      if (reply.reason === "servfail") return LOOP;
      if (reply.reason === "refused" && name !== asked) return done({ kind: "alias", to: name });
      throw new Error(`${asked}: ${name} ${type}: ${JSON.stringify(reply)}`);
    }
    const { message } = reply;
    const before = name;
    for (;;) {
      const data = message.answers.filter((one) => one.type === type && sameName(one.name, name)).map(dataOf);
      if (data.length > 0) return done({ kind: "records", data: data.sort() });
      const alias = message.answers.find((one) => one.type === "CNAME" && sameName(one.name, name));
      if (alias?.type !== "CNAME") break;
      name = alias.data.toLowerCase();
      path.push(name);
      if (seen.has(name)) return LOOP;
      seen.add(name);
    }
    if (name !== before) continue;
    if (isReferral(message)) return done({ kind: "delegation", to: serversOf(message) });
    return done({ kind: "none", exists: message.rcode !== RCODE.NXDOMAIN });
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b;
}

function dataOf(wire: WireRecord): string {
  if (wire.type === "CNAME" || wire.type === "NS") return wire.data.toLowerCase();
  if (wire.type === "MX") return `${wire.data.preference ?? 0} ${wire.data.exchange.toLowerCase()}`;
  const record = recordOf({ ...wire, name: "name.example" });
  if (!record) throw new Error(`a record that cannot be read: ${JSON.stringify(wire)}`);
  return recordData(record);
}

function serversOf({ authorities }: Message): readonly string[] {
  return authorities.flatMap((one) => (one.type === "NS" ? [one.data.toLowerCase()] : [])).sort();
}
