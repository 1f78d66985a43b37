import { type Judge, judgeOf, type ServedZone } from "../../lib/dns/zone/servers";
import { judgedBy } from "../../support/judges";
import { folderWith, mailHygiene } from "../command";

const { test } = judgedBy("named");

const parked = (apex: string, lines: readonly string[] = []): ServedZone => ({
  apex,
  records: [],
  lines: [
    `${apex}. 300 IN MX 0 .`,
    `${apex}. 300 IN TXT "v=spf1 -all"`,
    ...(lines.some((line) => line.startsWith("_dmarc."))
      ? []
      : [`_dmarc.${apex}. 300 IN TXT "v=DMARC1; p=reject; sp=reject;"`]),
    ...lines,
  ],
});

const VENDOR: ServedZone = {
  apex: "vendor.example",
  records: [],
  lines: [
    'right.vendor.example. 300 IN TXT "v=DMARC1; p=reject;"',
    'mild.vendor.example. 300 IN TXT "v=DMARC1; p=none;"',
    'other.vendor.example. 300 IN TXT "hello"',
    'www.vendor.example. 300 IN TXT "hello"',
  ],
};

/** Where `_dmarc` leads, and the rules that find something. */
const HOSTED: Readonly<Record<string, readonly string[]>> = {
  right: [],
  mild: ["hosted-record-differs", "parked-dmarc"],
  gone: ["dmarc-missing", "hosted-record-differs"],
  other: ["dmarc-missing", "hosted-record-differs"],
};

/** Wildcards that somebody else made, at domains that hold all that they declare. */
const WILDCARDS: Readonly<Record<string, string>> = {
  spf: '*.spf.example. 300 IN TXT "v=spf1 -all"',
  dmarc: '*.dmarc.example. 300 IN TXT "v=DMARC1; p=reject; sp=reject;"',
  alias: "*.alias.example. 300 IN CNAME www.vendor.example.",
  deep: "*._domainkey.deep.example. 300 IN CNAME gone.vendor.example.",
};

const ZONES = [
  VENDOR,
  ...Object.keys(HOSTED).map((label) =>
    parked(`${label}.test`, [`_dmarc.${label}.test. 300 IN CNAME ${label}.vendor.example.`]),
  ),
  ...Object.entries(WILDCARDS).map(([label, line]) => parked(`${label}.example`, [line])),
];

const ESTATE = `version: 1
defaults: { zone: { cloudflare: {} } }
domains:
${Object.keys(HOSTED)
  .map((label) => `  ${label}.test: { profile: parked, dmarc: { hosted: ${label}.vendor.example } }`)
  .join("\n")}
${Object.keys(WILDCARDS)
  .map((label) => `  ${label}.example: { profile: parked }`)
  .join("\n")}
`;

let server: Judge;
let verified: {
  readonly findings: readonly { readonly domain: string; readonly rule: string; readonly level: string }[];
  readonly domains: readonly { readonly domain: string; readonly records: readonly { status: string }[] }[];
};
beforeAll(async () => {
  server = await judgeOf("named", ZONES);
  const { out } = await mailHygiene(
    folderWith({ "estate.yaml": ESTATE }),
    ...["verify", "estate.yaml", "--resolver", `127.0.0.1:${server.address.port}`, "-f", "json"],
  );
  verified = JSON.parse(out);
});
afterAll(() => server?.close());

const found = (domain: string) =>
  verified.findings
    .filter((one) => one.domain === domain && one.rule !== "dmarc-no-reports")
    .map(({ rule }) => rule)
    .sort();
const statuses = (domain: string) =>
  new Set(verified.domains.find((one) => one.domain === domain)?.records.map(({ status }) => status));

describe("verify", () => {
  test("judges what stands where the alias of a hosted record leads, and that nothing does", () => {
    for (const [label, rules] of Object.entries(HOSTED)) {
      expect([label, found(`${label}.test`)]).toEqual([label, rules]);
      expect([label, statuses(`${label}.test`)]).toEqual([label, new Set(["ok"])]);
    }
  });

  test("takes what a wildcard answers where receivers ask for other records for no record of mail", () => {
    for (const label of Object.keys(WILDCARDS)) {
      expect([label, found(`${label}.example`)]).toEqual([label, []]);
      expect([label, statuses(`${label}.example`)]).toEqual([label, new Set(["ok"])]);
    }
  });
});
