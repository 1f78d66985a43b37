import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "dns-packet";
import fc from "fast-check";
import { formatFault } from "../../lib/fault";
import { formatLocatedFault } from "../../lib/located-fault";
import { parseDmarc } from "../../lib/mail/dmarc";
import { parseMtaStsPolicy } from "../../lib/mail/mta-sts";
import { parseSpf } from "../../lib/mail/spf";
import { readPlan } from "../../lib/plan/read-plan";
import { decodeAnswer } from "../../observe/dns/message";
import { load } from "../lib/estate/memory-files";

/*
 * What strangers write, as bytes that were changed at random and as texts that were made at random: every reader ends
 * with a value or with faults, within a second and 300 megabytes, and its faults are lines of a bounded length.
 * FUZZ_INPUTS is how many inputs each reader gets, and FUZZ_SEED makes other ones.
 */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 150);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128);
/** The longest line that a fault may make. */
const LONGEST_LINE = 40_000;

const EXAMPLES = join(__dirname, "../../examples");
const ESTATES = ["azure", "company", "group", "hybrid", "route53"].flatMap((name) =>
  textsOf(join(EXAMPLES, name), "estate.yaml"),
);
const RECORD = {
  zone_id: "023e105f4ecef8ad9ca31a8372d0c353",
  name: "contoso.com",
  type: "TXT",
  content: '"v=spf1 include:spf.protection.outlook.com -all"',
  ttl: 3600,
};
const PLANS = [
  ...textsOf(join(__dirname, "../lib/review/fixtures")),
  Buffer.from(
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      prior_state: {
        values: {
          root_module: {
            resources: [{ address: "a.b", mode: "data", type: "a", name: "b", values: RECORD }],
          },
        },
      },
      configuration: {
        root_module: {
          resources: [
            {
              address: "cloudflare_dns_record.Spf",
              expressions: {
                zone_id: { references: ["data.cloudflare_zone.z.id", "data.cloudflare_zone.z"] },
              },
            },
          ],
        },
      },
      resource_changes: [
        {
          address: "cloudflare_dns_record.Spf",
          mode: "managed",
          type: "cloudflare_dns_record",
          name: "Spf",
          provider_name: "registry.terraform.io/cloudflare/cloudflare",
          change: {
            actions: ["update"],
            before: RECORD,
            after: { ...RECORD, ttl: 300 },
            after_unknown: { id: true },
            before_sensitive: {},
            after_sensitive: { content: false },
          },
        },
      ],
      resource_drift: [],
      complete: true,
    }),
  ),
];

const ID = 4711;
const QUESTION = { name: "contoso.com", type: "TXT" } as const;
const MESSAGES = [
  encode({
    type: "response",
    id: ID,
    questions: [QUESTION],
    answers: [
      { type: "CNAME", name: "contoso.com", ttl: 60, data: "contoso.net" },
      { type: "TXT", name: "contoso.net", ttl: 60, data: "v=spf1 include:spf.protection.outlook.com -all" },
      { type: "MX", name: "contoso.net", ttl: 60, data: { preference: 10, exchange: "mail.contoso.net" } },
    ],
    authorities: [{ type: "NS", name: "contoso.net", ttl: 60, data: "ns1.contoso.net" }],
  }),
];

/** Reads an input, and gives the lines of its faults. */
type Reader = (input: Buffer) => readonly string[];

const READERS: readonly (readonly [string, readonly Buffer[], Reader])[] = [
  [
    "an estate",
    ESTATES,
    (input) => {
      const loaded = load(input.toString("utf8"), { "domains/a.yaml": "contoso.com: { profile: parked }\n" });
      return loaded.ok ? [] : loaded.problems.map(formatLocatedFault);
    },
  ],
  ["a plan", PLANS, (input) => linesOf(readPlan("contoso.com", input.toString("utf8")))],
  [
    "a DNS message",
    MESSAGES,
    (input) => {
      const octets = Buffer.from(input);
      // Else nearly all are answers to something else.
      if (octets.length >= 3) octets.set([ID >> 8, ID & 0xff, (octets[2] ?? 0) | 0x80]);
      decodeAnswer(octets, ID, QUESTION);
      return [];
    },
  ],
  [
    "an MTA-STS policy",
    [
      Buffer.from(
        "version: STSv1\r\nmode: enforce\r\nmx: *.mail.protection.outlook.com\r\nmax_age: 604800\r\n",
      ),
    ],
    (input) => linesOf(parseMtaStsPolicy(input.toString("utf8"))),
  ],
  [
    "an SPF record",
    [
      Buffer.from(
        "v=spf1 ip4:192.0.2.0/24 include:%{i}._spf.contoso.com a:mail.contoso.com/24//64 redirect=contoso.net",
      ),
    ],
    (input) => linesOf(parseSpf(input.toString("utf8"))),
  ],
  [
    "a DMARC record",
    [
      Buffer.from(
        "v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com!10m,mailto:a@contoso.net; fo=1:d:s; sp=none",
      ),
    ],
    (input) => linesOf(parseDmarc(input.toString("utf8"))),
  ],
];

function linesOf(result: {
  readonly ok: boolean;
  readonly faults?: readonly Parameters<typeof formatFault>[0][];
}) {
  return (result.faults ?? []).map(formatFault);
}

function textsOf(folder: string, ...names: readonly string[]): readonly Buffer[] {
  const present = readdirSync(folder).filter((name) => names.length === 0 || names.includes(name));
  return present.map((name) => readFileSync(join(folder, name)));
}

/** Bytes that mean something to some reader, and those that trip readers. */
const SEEDS = [
  ..."{}[]:,-?*&!|>'\"%@`#\\\n\t ~<=./;0123456789",
  "!include ",
  "<<: ",
  "*a",
  "&a ",
  "${",
  "%{",
  "\u0000",
  "\u001b",
  "\u202e",
  "\ufeff",
  "\ud83d\ude00",
  "null",
  "true",
  "1e999",
  "-0",
  "__proto__",
  "constructor",
  "toString",
  '"after_unknown":',
  '"resource_changes":',
  "\xc0\x0c",
  "\xff\xff",
].map((text) => Buffer.from(text, text.startsWith("\xc0") || text.startsWith("\xff") ? "latin1" : "utf8"));

const mutated = (whole: readonly Buffer[]) =>
  fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          drop: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2000 })),
          put: fc.oneof(
            fc.constantFrom(...SEEDS),
            fc.uint8Array({ maxLength: 4 }).map((octets) => Buffer.from(octets)),
          ),
          times: fc.oneof(
            { weight: 30, arbitrary: fc.constant(1) },
            { weight: 1, arbitrary: fc.integer({ min: 2, max: 3000 }) },
          ),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    )
    .map(([start, changes]) =>
      changes.reduce((octets, { at, drop, put, times }) => {
        const from = Math.floor(at * octets.length);
        return Buffer.concat([
          octets.subarray(0, from),
          ...Array.from({ length: times }, () => put),
          octets.subarray(from + drop),
        ]);
      }, start),
    );

const made = fc.oneof(
  fc.array(fc.constantFrom(...SEEDS), { maxLength: 200 }).map((parts) => Buffer.concat(parts)),
  fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 600 }).map((octets) => Buffer.from(octets)),
);

test.each(READERS)(
  "%s, whatever its bytes, is read or refused",
  (_name, whole, reader) => {
    const before = process.memoryUsage().rss;
    let slowest = 0;
    let most = 0;
    const inputs = fc.oneof({ weight: 3, arbitrary: mutated(whole) }, { weight: 1, arbitrary: made });
    fc.assert(
      fc.property(inputs, (input) => {
        // The processor's time: others may keep it busy.
        const start = process.cpuUsage();
        const lines = reader(input);
        const { user, system } = process.cpuUsage(start);
        slowest = Math.max(slowest, (user + system) / 1000);
        most = Math.max(most, process.memoryUsage.rss());
        for (const line of lines) {
          if (line.length > LONGEST_LINE) throw new Error(`a line of ${line.length} characters`);
          if (/[\p{Cc}\u202e]/u.test(line)) throw new Error(`a line that steers: ${JSON.stringify(line)}`);
        }
        if (slowest > 1000) throw new Error(`it took ${slowest} ms`);
      }),
      { numRuns: INPUTS, seed: SEED, endOnFailure: true },
    );
    if (INPUTS > 10_000) {
      process.stderr.write(`${_name}: ${INPUTS} inputs, slowest ${Math.round(slowest)} ms, `);
      process.stderr.write(
        `memory ${Math.round((most - before) / 1e6)} MB above ${Math.round(before / 1e6)} MB\n`,
      );
    }
    expect(most - before).toBeLessThan(300e6);
  },
  3_600_000,
);
