import fc from "fast-check";
import type { DnsName } from "../../../lib/dns/name";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { declaredIntent } from "../../../lib/posture/intent";
import { NO_CONTEXT } from "../../../lib/review/context";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { packRules } from "../../../lib/rules/packs";
import { zonePlan } from "../posture/zone-plan";

/** How many pairs of zones are compared; `ZONE_PAIRS=10000` for a whole proof. */
const PAIRS = Number(process.env.ZONE_PAIRS ?? 300);
const ZONE = "contoso.com";

/** An estate says that it is a mail domain, whatever its zone holds. */
const CONTEXT = {
  ...NO_CONTEXT,
  domains: new Map([[ZONE as DnsName, { intent: declaredIntent({ profile: "send-only" }), where: {} }]]),
};

/** The questions that mail asks, by the word that a review says of an answer that changes. */
const QUESTIONS: Readonly<Record<string, readonly (readonly [name: string, type: "MX" | "TXT"])[]>> = {
  MX: [[ZONE, "MX"]],
  SPF: [[ZONE, "TXT"]],
  DMARC: [[`_dmarc.${ZONE}`, "TXT"]],
  DKIM: ["selector1", "s1"].map((selector) => [`${selector}._domainkey.${ZONE}`, "TXT"]),
  "MTA-STS": [[`_mta-sts.${ZONE}`, "TXT"]],
  "TLS-RPT": [[`_smtp._tls.${ZONE}`, "TXT"]],
};

/** The versions by which receivers tell their texts from others. */
const VERSIONS: Readonly<Record<string, string>> = {
  SPF: "v=spf1",
  DMARC: "v=DMARC1",
  DKIM: "v=DKIM1",
  "MTA-STS": "v=STSv1",
  "TLS-RPT": "v=TLSRPTv1",
};

/** Texts of which no two mean the same. */
const TEXTS = [
  "v=spf1 mx -all",
  "v=spf1 ip4:192.0.2.1 -all",
  "v=DMARC1; p=none",
  "v=DMARC1; p=reject",
  "v=DKIM1; p=",
  "v=STSv1; id=1;",
  "v=TLSRPTv1; rua=mailto:a@contoso.com",
  "v=TLSRPTv1; rua=mailto:b@contoso.com",
  "MS=ms12345678",
];
const OWNERS = [
  "",
  "_dmarc.",
  "selector1._domainkey.",
  "s1._domainkey.",
  "_domainkey.",
  "_mta-sts.",
  "_smtp._tls.",
  "_tls.",
  "*.",
  "*._domainkey.",
  "other.",
  "www.",
];

const record: fc.Arbitrary<DnsRecord> = fc.constantFrom(...OWNERS).chain((owner) => {
  const name = `${owner}${ZONE}` as DnsName;
  const common = { name: fc.constant(name), ttl: fc.constant(300) };
  const targets = fc.constantFrom(`other.${ZONE}`, `_dmarc.${ZONE}`, "vendor.example", "next.vendor.example");
  const of = (arbitrary: fc.Arbitrary<unknown>) => arbitrary as fc.Arbitrary<DnsRecord>;
  return fc.oneof(
    {
      arbitrary: of(fc.record({ ...common, type: fc.constant("TXT"), value: fc.constantFrom(...TEXTS) })),
      weight: 6,
    },
    {
      arbitrary: of(
        fc.record({
          ...common,
          type: fc.constant("MX"),
          preference: fc.constant(10),
          exchange: fc.constantFrom("mx1.contoso.net", "mx2.contoso.net"),
        }),
      ),
      weight: 2,
    },
    { arbitrary: of(fc.record({ ...common, type: fc.constant("CNAME"), target: targets })), weight: 3 },
    {
      arbitrary: of(fc.record({ ...common, type: fc.constant("A"), address: fc.constant("192.0.2.1") })),
      weight: 1,
    },
    ...(owner === ""
      ? []
      : [
          {
            arbitrary: of(
              fc.record({ ...common, type: fc.constant("NS"), host: fc.constant("ns1.vendor.example") }),
            ),
            weight: owner.startsWith("*") ? 0 : 1,
          },
        ]),
  );
});

/** What a host takes: an alias stands alone, and nothing twice. Something always stays: what Terraform does not manage is not known. */
const zone = fc.array(record, { maxLength: 8 }).map((drawn): readonly DnsRecord[] => {
  const kept: DnsRecord[] = [
    { type: "A", name: `stays.${ZONE}` as DnsName, ttl: 300, address: "192.0.2.9" },
    { type: "TXT", name: ZONE as DnsName, ttl: 300, value: "stays" },
  ];
  for (const one of drawn) {
    const there = kept.filter(({ name }) => name === one.name);
    const isAlone = one.type === "CNAME" ? there.length === 0 : there.every(({ type }) => type !== "CNAME");
    const isTwin = there.some((other) => other.type === one.type && recordData(other) === recordData(one));
    if (isAlone && !isTwin) kept.push(one);
  }
  return kept;
});

/** What a resolver finds, written down from RFC 1034 §4.3.2 and RFC 4592 for one zone, and in no other words than these. */
function ask(records: readonly DnsRecord[], name: string, type: string, steps = 0): string {
  if (steps > 8) return "nothing";
  if (name !== ZONE && !name.endsWith(`.${ZONE}`)) return `whatever ${name} says`;
  const labels = name.split(".");
  for (let depth = ZONE.split(".").length + 1; depth <= labels.length; depth++) {
    const node = labels.slice(-depth).join(".");
    if (records.some((one) => one.type === "NS" && one.name === node)) return `whatever ${node} is told`;
  }
  const exists = (node: string) => records.some((one) => one.name === node || one.name.endsWith(`.${node}`));
  let source = name;
  if (!exists(name)) {
    let above = name;
    while (!exists(above)) above = above.slice(above.indexOf(".") + 1);
    source = `*.${above}`;
  }
  const here = records.filter((one) => one.name === source);
  for (const one of here) if (one.type === "CNAME") return ask(records, one.target, type, steps + 1);
  const found = here.filter((one) => one.type === type).map(recordData);
  return found.sort().join(" | ") || "nothing";
}

/** What receivers take for the mechanism's among the texts that they find. */
function meaning(topic: string, found: string): string {
  const version = VERSIONS[topic];
  if (version === undefined || found.startsWith("whatever")) return found;
  return (
    found
      .split(" | ")
      .filter((text) => text.startsWith(version))
      .join(" | ") || "nothing"
  );
}

function differing(before: readonly DnsRecord[], after: readonly DnsRecord[]): readonly string[] {
  return Object.entries(QUESTIONS).flatMap(([topic, questions]) => {
    // Which selectors a domain signs with only its records tell: keys that a wildcard makes are told with the wildcard.
    const asked =
      topic === "DKIM"
        ? questions.filter(([name]) => [...before, ...after].some((one) => one.name === name))
        : questions;
    const answers = (side: readonly DnsRecord[]) =>
      asked.map(([name, type]) => meaning(topic, ask(side, name, type))).join("; ");
    return answers(before) === answers(after) ? [] : [topic];
  });
}

function difference(before: readonly DnsRecord[], after: readonly DnsRecord[]): readonly DnsRecord[] {
  const key = (one: DnsRecord) => `${one.name} ${one.type} ${recordData(one)}`;
  const [from, to] = [new Set(before.map(key)), new Set(after.map(key))];
  return [...before.filter((one) => !to.has(key(one))), ...after.filter((one) => !from.has(key(one)))];
}

/** Does a record stand where the mechanism's are, on the way down to them, or at what their aliases lead to? */
function concerns({ name }: DnsRecord, topic: string): boolean {
  if (topic === "DKIM" && name.endsWith(`_domainkey.${ZONE}`)) return true;
  if (name.startsWith("*.") || name.startsWith("other.") || name === `_dmarc.${ZONE}`) return true;
  return (QUESTIONS[topic] ?? []).some(
    ([asked]) => asked === name || (name !== ZONE && asked.endsWith(`.${name}`)),
  );
}

/** The mechanisms of which a review says something. */
async function told(
  host: "cloudflare" | "route53",
  before: readonly DnsRecord[],
  after: readonly DnsRecord[],
): Promise<readonly string[]> {
  const review = await reviewPlans([zonePlan(ZONE, { host, isZonePlanned: true }, after, before)], {
    rules: packRules(["recommended"]),
    limits: reviewLimits(),
    context: CONTEXT,
  });
  // Names below that show themselves as mail domains are subjects of their own.
  const all = review.subjects.flatMap(({ name, changes }) => changes.map(({ text }) => ({ name, text })));
  return Object.keys(QUESTIONS).filter((topic) =>
    all.some(
      ({ name, text }) =>
        (name === ZONE && (text.startsWith(`${topic} `) || text.startsWith(`${topic}:`))) ||
        isAt(text, topic),
    ),
  );
}

/** A delegation or a wildcard is told once, by its name, whatever mechanisms hang on it. */
function isAt(text: string, topic: string): boolean {
  const [, name = ""] = /(?:^|: |; )(\S+) (?:NS|TXT|MX|CNAME) /.exec(text) ?? [];
  const asked = (QUESTIONS[topic] ?? []).map(([question]) => question);
  if (name.startsWith("*.")) return asked.some((question) => question.endsWith(name.slice(1)));
  if (topic === "DKIM" && asked.some((question) => text.includes(`${question} TXT`))) return true;
  return (
    name !== ZONE &&
    / NS /.test(text) &&
    asked.some((question) => question === name || question.endsWith(`.${name}`))
  );
}

test(
  `a review says something of each mechanism of which a naive look at ${PAIRS} pairs of zones finds another answer, and of no other whose records stay`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("cloudflare" as const, "route53" as const),
        zone,
        zone,
        async (host, before, after) => {
          const [said, found] = [await told(host, before, after), differing(before, after)];
          expect(said).toEqual(expect.arrayContaining([...found]));
          // Of what makes no difference to receivers today only the mechanism's own records are worth a word.
          const touched = difference(before, after);
          for (const topic of said) {
            if (!found.includes(topic))
              expect([topic, touched.filter((one) => concerns(one, topic)).length]).not.toEqual([topic, 0]);
          }
        },
      ),
      { numRuns: PAIRS, seed: 1034 },
    );
  },
  20_000 + PAIRS * 60,
);
