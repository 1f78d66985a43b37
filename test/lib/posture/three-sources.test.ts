import fc from "fast-check";
import type { DnsName } from "../../../lib/dns/name";
import { type DnsRecord, type DnsRecordType, recordData } from "../../../lib/dns/record";
import type { ZoneAnswer } from "../../../lib/dns/zone";
import { declaredPosture } from "../../../lib/posture/from-estate";
import { answer } from "../../../lib/posture/lookup";
import type { MailPosture, Posture } from "../../../lib/posture/model";
import { plannedPostures } from "../../../lib/review/before-after";
import { reviewContextOf } from "../../../lib/review/context";
import { askWith } from "../../../observe/ask";
import type { ServerAddress } from "../../../observe/dns/address";
import { DnsClient } from "../../../observe/dns/client";
import { resolverOf } from "../../../observe/dns/resolve";
import { observePosture } from "../../../observe/posture";
import { subjectOf } from "../../../observe/subject";
import { declaredBy } from "../../support/estate";
import { judgedBy } from "../../support/judges";
import { type Judged, LOOP, resolve, verdictOf } from "../dns/zone/asked";
import { judgeOf, type ServedZone } from "../dns/zone/servers";
import { ABROAD, arbitraryMailWorld, type MailWorld, type Question, TENANT } from "./mail-worlds";
import { zonePlan } from "./zone-plan";

/** How many names the server is asked for about each source; `ZONE_QUESTIONS=10000` for a whole proof. */
const QUESTIONS = Number(process.env.ZONE_QUESTIONS ?? 2000);
const EACH = 40;

const { test } = judgedBy("named");

let worlds: readonly MailWorld[];
let declared: Posture;
let planned: Posture;
/** What the zone of a domain is served as, by the domain. */
let zones: ReadonlyMap<string, ServedZone>;

beforeAll(() => {
  worlds = Array.from({ length: Math.ceil(QUESTIONS / EACH) }, (_, index) => index).flatMap((index) =>
    fc.sample(arbitraryMailWorld(index, EACH), { numRuns: 1, seed: 1034 + index }),
  );
  const { estate, domains } = declaredBy(estateText(worlds));
  declared = declaredPosture(estate, { domains, tenants: [] });
  const records = new Map(
    domains.map(({ estate: { name }, declaration }) => [
      name as string,
      declaration.records.map(({ record }) => record),
    ]),
  );
  planned = plannedPostures(
    worlds.map((world) => zonePlan(world.domain, world, records.get(world.domain) ?? [])),
    reviewContextOf(estate, []),
  ).after;
  zones = new Map(worlds.map((world) => [world.domain, servedZone(world, records.get(world.domain) ?? [])]));
});

test(
  `an estate and its plan answer ${QUESTIONS} names as named does, wherever they say that they know`,
  async () => {
    await withServer([...zones.values()], async (client, address) => {
      const differing: unknown[] = [];
      const kinds = new Map<string, number>();
      for (const world of worlds) {
        for (const question of world.questions) {
          const real = await resolve(client, address, question.name, question.type);
          for (const posture of [declared, planned]) {
            const found = answer(posture, question.name as DnsName, question.type);
            kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + 1);
            const meant = meantBy(found);
            if (meant ? !isSame(meant, real) : isBound(found, question, world.domain)) {
              differing.push({
                source: posture.source,
                question,
                found,
                real,
                zone: written(zones.get(world.domain)),
              });
            }
          }
        }
      }
      expect(differing).toEqual([]);
      // Hosts are not the estate's to know; of mail it knows nearly all.
      expect((kinds.get("unknown") ?? 0) / (2 * QUESTIONS)).toBeLessThan(0.5);
      expect([...kinds.keys()]).toEqual(expect.arrayContaining(["records", "none", "elsewhere", "loop"]));
    });
  },
  20_000 + QUESTIONS * 20,
);

test(
  "what an observer keeps of the answers says the same as asking again",
  async () => {
    const served = worlds.flatMap((world) => {
      const zone = zones.get(world.domain);
      return zone ? [zone, ...cutsOf(zone).map((apex) => delegatedZone(apex, world))] : [];
    });
    await withServer([...served, ...ABROAD], async (client, address) => {
      const differing: unknown[] = [];
      const observed = await observePosture(declared.domains.map(subjectOf), {
        ask: askWith(client),
        resolve: resolverOf(client),
        fetchPolicy: async () => ({ kind: "failed", why: "not asked" }),
      });
      for (const mail of declared.domains) {
        for (const { name, type } of observedOf(mail)) {
          const real = await resolve(client, address, name, type);
          const found = answer(observed, name as DnsName, type);
          const meant = meantBy(found);
          // Resolvers answer SERVFAIL to aliases that do not end, which is no answer.
          const isLost = real.verdict.kind === "loop" || real.verdict.kind === "alias";
          if (meant ? !isSameEnd(meant, real) : !isLost) {
            differing.push({ name, type, found, real, zone: written(zones.get(mail.domain)) });
          }
        }
      }
      expect(differing).toEqual([]);
    });
  },
  20_000 + QUESTIONS * 20,
);

function estateText(worlds: readonly MailWorld[]): string {
  const { name, ...tenant } = TENANT;
  return JSON.stringify(
    {
      version: 1,
      defaults: { tenant: name, dmarc: { rua: ["mailto:d@vendor.example"] } },
      tenants: { [name]: tenant },
      domains: Object.fromEntries(
        worlds.map(({ domain, options, host }) => [
          domain,
          {
            ...options,
            zone:
              host === "cloudflare"
                ? { cloudflare: { zoneName: domain } }
                : {
                    route53: {
                      hostedZoneId: "Z0423512YUPB93QHZ0IX",
                      account: "111122223333",
                      region: "eu-central-1",
                    },
                  },
          },
        ]),
      ),
    },
    undefined,
    1,
  );
}

/** What the host serves of the estate's records and of those that it does not know. */
function servedZone({ domain, alien }: MailWorld, own: readonly DnsRecord[]): ServedZone {
  const kept = own.map(
    (record): DnsRecord =>
      // Cloudflare answers an alias at the apex with the addresses of its target.
      record.type === "CNAME" && record.name === domain
        ? { type: "A", name: record.name, ttl: record.ttl, address: "192.0.2.77" }
        : record,
  );
  for (const record of alien) {
    const there = kept.filter(({ name }) => name === record.name);
    const isAlone =
      record.type === "CNAME" ? there.length === 0 : there.every(({ type }) => type !== "CNAME");
    const isTwin = there.some((one) => one.type === record.type && recordData(one) === recordData(record));
    // What the estate declares is all that it takes for declared.
    const isOwnSet = own.some(({ name, type }) => name === record.name && type === record.type);
    if (isAlone && !isTwin && !isOwnSet) kept.push(record);
  }
  return { apex: domain, records: kept };
}

function cutsOf({ apex, records }: ServedZone): readonly string[] {
  return [...new Set(records.flatMap(({ name, type }) => (type === "NS" && name !== apex ? [name] : [])))];
}

function delegatedZone(apex: string, { delegated }: MailWorld): ServedZone {
  const records = delegated.map((record) => ({ ...record, name: `${record.name}${apex}` as DnsName }));
  return { apex, records: [...new Map(records.map((one) => [JSON.stringify(one), one])).values()] };
}

async function withServer(
  served: readonly ServedZone[],
  work: (client: DnsClient, address: ServerAddress) => Promise<void>,
): Promise<void> {
  const judge = await judgeOf("named", served);
  const client = new DnsClient({ resolvers: [judge.address], rate: 1e6, perServer: 64, timeout: 2000 });
  try {
    await work(client, judge.address);
  } finally {
    await client.close();
    await judge.close();
  }
}

/** What an observer asks for at a domain: where mail stands, and everything that is declared. */
function observedOf({ domain, records }: MailPosture): readonly Question[] {
  const mail = [
    "_dmarc",
    "_mta-sts",
    "_smtp._tls",
    "default._bimi",
    "selector1._domainkey",
    "selector2._domainkey",
  ];
  return [
    { name: domain, type: "MX" },
    { name: domain, type: "TXT" },
    ...mail.map((label): Question => ({ name: `${label}.${domain}`, type: "TXT" })),
    ...records.map(({ record: { name, type } }): Question => ({ name, type })),
  ];
}

function meantBy(found: ZoneAnswer): Judged | undefined {
  if (found.kind === "unknown") return undefined;
  if (found.kind === "loop") return LOOP;
  return { path: found.path.map(({ target }) => target), verdict: verdictOf(found) };
}

function isSame(meant: Judged, real: Judged): boolean {
  return JSON.stringify(meant) === JSON.stringify(real);
}

/** An observer keeps what stands at the end of aliases, not whether a name without it exists. */
function isSameEnd(meant: Judged, real: Judged): boolean {
  if (meant.verdict.kind === "none") return real.verdict.kind === "none";
  return JSON.stringify(meant.verdict) === JSON.stringify(real.verdict);
}

const MAIL_LABELS: readonly string[] = ["_dmarc", "_domainkey", "_mta-sts", "_tls", "_bimi"];
const AT_DOMAIN: readonly DnsRecordType[] = ["MX", "TXT"];

/** Must an estate know the answer, since mail hangs on it? Not where an alias leads to a host. */
function isBound(found: ZoneAnswer, { type }: Question, domain: string): boolean {
  if (found.kind === "unknown" && found.why === "outside") return found.path.length === 0;
  if (found.name === domain) return AT_DOMAIN.includes(type);
  if (!found.name.endsWith(`.${domain}`)) return false;
  const below = found.name.slice(0, -domain.length - 1).split(".");
  return MAIL_LABELS.includes(below.at(-1) ?? "");
}

function written(zone: ServedZone | undefined): unknown {
  return zone?.records.map((one) => `${one.name} ${one.type} ${recordData(one)}`);
}
