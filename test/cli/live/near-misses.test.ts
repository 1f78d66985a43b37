import { isRecordType, parseRecord } from "../../../lib/dns/parse-record";
import type { DnsRecord } from "../../../lib/dns/record";
import { unwrap } from "../../../lib/fault";
import { type Judge, judgeOf, type ServedZone } from "../../lib/dns/zone/servers";
import { judgedBy } from "../../support/judges";
import { folderWith, mailHygiene } from "../command";

const { test } = judgedBy("named");

/** What stands at the domain in place of `v=spf1 -all`, by a label of its own, and why it is no record. */
const SPF: Readonly<Record<string, readonly [string, string]>> = {
  space: [" v=spf1 -all", "it begins with white space"],
  tab: ["v=spf1\t-all", "a tab follows v=spf1, where a space must"],
  ten: ["v=spf10 -all", 'its version is "spf10", not spf1'],
  semicolon: ["v=spf1; -all", '";" follows v=spf1, where a space must'],
  escaped: ['\\"v=spf1 -all\\"', "it holds the escapes of a zone file, and it stands in quotes"],
  quoted: ['"v=spf1 -all"', "it stands in quotes"],
  glued: ["v=spf1-all", '"-" follows v=spf1, where a space must'],
  invisible: ["\ufeffv=spf1 -all", "it holds the invisible character U+FEFF"],
  title: ["TXT v=spf1 -all", "it does not begin with v=spf1"],
};

/** The same for `_dmarc` and `v=DMARC1; p=reject; sp=reject;`. */
const DMARC: Readonly<Record<string, readonly [string, string]>> = {
  comma: ["v=DMARC1, p=reject; sp=reject", '"," follows v=DMARC1, where a semicolon must'],
  lower: ["v=dmarc1; p=reject; sp=reject", "the version is case-sensitive, and written dmarc1 for DMARC1"],
  late: ["p=reject; v=DMARC1; sp=reject", "it does not begin with v=DMARC1"],
  headless: ["p=reject; sp=reject;", "it does not begin with v=DMARC1"],
  backslash: ["v=DMARC1\\; p=reject\\; sp=reject\\;", "it holds the escapes of a zone file"],
};

const record = (name: string, type: string, data: string): DnsRecord => {
  if (!isRecordType(type)) throw new Error(type);
  return unwrap(`${name} ${type}`, parseRecord(name, type, data, 300));
};

/** A parked domain's zone, with other texts in place of two of its records. */
function parkedZone(
  apex: string,
  { spf = "v=spf1 -all", dmarc = "v=DMARC1; p=reject; sp=reject;" }: { spf?: string; dmarc?: string } = {},
  lines: readonly string[] = [],
): ServedZone {
  return {
    apex,
    records: [
      record(apex, "MX", "0 ."),
      ...(spf === "" ? [] : [record(apex, "TXT", spf)]),
      ...(dmarc === "" ? [] : [record(`_dmarc.${apex}`, "TXT", dmarc)]),
    ],
    lines,
  };
}

const ZONES: readonly ServedZone[] = [
  ...Object.entries(SPF).map(([label, [spf]]) => parkedZone(`${label}.example`, { spf })),
  ...Object.entries(DMARC).map(([label, [dmarc]]) => parkedZone(`${label}.example`, { dmarc })),
  parkedZone("oldtype.example", { spf: "" }, ['oldtype.example. 300 IN SPF "v=spf1 -all"']),
  parkedZone("doubled.example", { dmarc: "" }, [
    '_dmarc.doubled.example.doubled.example. 300 IN TXT "v=DMARC1; p=reject; sp=reject;"',
  ]),
  parkedZone("apex.example", { dmarc: "" }, ['apex.example. 300 IN TXT "v=DMARC1; p=reject; sp=reject;"']),
  parkedZone("below.example", { spf: "" }, ['_spf.below.example. 300 IN TXT "v=spf1 -all"']),
  // No semicolon at the end, other spaces, another order: the same to receivers.
  parkedZone("same.example", { dmarc: "v=DMARC1;sp=reject ; p=REJECT" }),
];

interface Told {
  readonly domain: string;
  readonly rule: string;
  readonly level: string;
  readonly message: string;
}

let server: Judge;
let resolver = "";
beforeAll(async () => {
  server = await judgeOf("named", ZONES);
  resolver = `${server.address.address}:${server.address.port}`;
});
afterAll(() => server?.close());

const estate = () => `version: 1
defaults: { zone: { cloudflare: {} } }
domains:
${ZONES.map(({ apex }) => `  ${apex}: { profile: parked }`).join("\n")}
`;

describe("texts that look like records", () => {
  test("are named by verify, with what is wrong, and stand as drift in the record's place", async () => {
    const { code, out } = await mailHygiene(
      folderWith({ "estate.yaml": estate() }),
      ...["verify", "estate.yaml", "--resolver", resolver, "-f", "json"],
    );
    const { findings, domains } = JSON.parse(out) as {
      findings: readonly Told[];
      domains: readonly { domain: string; records: readonly { status: string; name: string }[] }[];
    };
    const told = (domain: string) =>
      findings
        .filter((one) => one.domain === domain)
        .map(({ rule, level, message }) => [rule, level, message]);
    for (const [label, [, why]] of Object.entries(SPF)) {
      const domain = `${label}.example`;
      const message = `the text at ${domain} looks like an SPF record but is none, because ${why}`;
      expect(told(domain)).toContainEqual(["spf-missing", "error", message]);
    }
    for (const [label, [, why]] of Object.entries(DMARC)) {
      const domain = `${label}.example`;
      const message = `the text at _dmarc.${domain} looks like a DMARC record but is none, because ${why}`;
      expect(told(domain)).toContainEqual(["dmarc-missing", "error", message]);
    }
    const only = "receivers ask for a DMARC record at";
    expect(told("oldtype.example")).toContainEqual([
      "spf-missing",
      "error",
      "the text at oldtype.example looks like an SPF record but is none, because it stands in a record of type SPF, which receivers have not asked for since RFC 7208 (§3.1)",
    ]);
    expect(told("doubled.example")).toContainEqual([
      "dmarc-missing",
      "error",
      `the text at _dmarc.doubled.example.doubled.example looks like a DMARC record but is none, because ${only} _dmarc.doubled.example only`,
    ]);
    expect(told("apex.example")).toContainEqual([
      "dmarc-missing",
      "error",
      `the text at apex.example looks like a DMARC record but is none, because ${only} _dmarc.apex.example only`,
    ]);
    expect(told("below.example")).toContainEqual([
      "spf-missing",
      "warning",
      "below.example has no SPF record",
    ]);
    const states = Object.fromEntries(
      domains.map(({ domain, records }) => [domain, records.map(({ status }) => status).sort()]),
    );
    for (const label of [...Object.keys(SPF), ...Object.keys(DMARC)])
      expect([label, states[`${label}.example`]]).toEqual([label, ["drift", "ok", "ok"]]);
    expect(states["same.example"]).toEqual(["ok", "ok", "ok"]);
    expect(told("same.example").map(([rule]) => rule)).toEqual(["dmarc-no-reports"]);
    expect(code).toBe(1);
  });

  test.each(Object.entries(SPF))("are named by spf: %s", async (label, [, why]) => {
    const domain = `${label}.example`;
    const ended = await mailHygiene(folderWith({}), "spf", domain, "--resolver", resolver, "-f", "json");
    const { findings } = JSON.parse(ended.out) as { findings: readonly Told[] };
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["spf-missing", `the text at ${domain} looks like an SPF record but is none, because ${why}`],
    ]);
    expect(ended.code).toBe(1);
  });

  test("are named by spf where they stand in a record of type SPF", async () => {
    const { out, code } = await mailHygiene(folderWith({}), "spf", "oldtype.example", "--resolver", resolver);
    expect(out).toContain("it stands in a record of type SPF");
    expect(code).toBe(1);
  });

  test("are named by check where somebody wrote them by hand", async () => {
    const { out, code } = await mailHygiene(
      folderWith({
        "estate.yaml": `version: 1
defaults: { zone: { cloudflare: {} } }
domains:
  contoso.net:
    profile: parked
    records:
      bounce: { name: bounce, type: TXT, value: "v=spf1, include:amazonses.com, -all" }
      sts: { name: _mta-sts, type: TXT, value: "v=STSV1; id=1" }
`,
      }),
      ...["check", "estate.yaml"],
    );
    expect(out).toContain("the text at bounce.contoso.net looks like an SPF record but is none");
    expect(out).toContain("write v=spf1 include:amazonses.com -all at bounce.contoso.net");
    expect(out).toContain("written STSV1 for STSv1");
    expect(code).toBe(1);
  });
});
