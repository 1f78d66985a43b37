import { isRecordType, parseRecord } from "../../../lib/dns/parse-record";
import type { DnsRecord } from "../../../lib/dns/record";
import { unwrap } from "../../../lib/fault";
import { type Judge, judgeOf, type ServedZone } from "../../lib/dns/zone/servers";
import { base64, rsaPair } from "../../lib/mail/dkim/keys";
import { judgedBy } from "../../support/judges";
import { folderWith, mailHygiene } from "../command";

const { test } = judgedBy("named");

const record = (line: string): DnsRecord => {
  const [, name = "", type = "", data = ""] = /^(\S+) (\S+) (.*)$/s.exec(line) ?? [];
  if (!isRecordType(type)) throw new Error(line);
  return unwrap(line, parseRecord(name, type, data, 300));
};
const zone = (apex: string, ...lines: readonly string[]): ServedZone => ({
  apex,
  records: lines.map(record),
});

const SENDING = "v=spf1 include:_spf.vendor.example -all";
const DMARC = "v=DMARC1; p=reject; rua=mailto:d@vendor.example;";
/** A domain that sends by a vendor: SPF, DMARC and a key, with other lines in place of those that begin alike. */
function sender(apex: string, ...instead: readonly string[]): ServedZone {
  const own = [
    `${apex} TXT ${SENDING}`,
    `_dmarc.${apex} TXT ${DMARC}`,
    `k1._domainkey.${apex} CNAME k1._domainkey.vendor.example`,
  ].filter((line) => !instead.some((other) => startOf(other) === startOf(line)));
  return zone(apex, ...own, ...instead);
}
const startOf = (line: string) =>
  line
    .split(" ", 2)
    .join(" ")
    .replace(/(_\S+) \S+$/, "$1");

const KEY = base64(rsaPair(2048).publicKey, "spki");
const SHORT = base64(rsaPair(1024).publicKey, "spki");

/** What stands in the DNS by domain, and what is found: rule and level. */
const CASES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  "right.example": [[], []],
  "alias-dmarc.example": [["_dmarc.alias-dmarc.example CNAME dmarc.vendor.example"], []],
  "gone-include.example": [
    ["gone-include.example TXT v=spf1 include:gone.vendor.example -all"],
    ["spf-broken-tree error"],
  ],
  "loop.example": [["loop.example TXT v=spf1 include:loop.vendor.example -all"], ["spf-broken-tree error"]],
  "two-behind.example": [
    ["two-behind.example TXT v=spf1 include:two.vendor.example -all"],
    ["spf-broken-tree error"],
  ],
  "bad-network.example": [
    ["bad-network.example TXT v=spf1 include:bad.vendor.example -all"],
    ["spf-broken-tree error"],
  ],
  "no-redirect.example": [
    ["no-redirect.example TXT v=spf1 redirect=gone.vendor.example"],
    ["spf-broken-tree error"],
  ],
  "all-behind.example": [
    ["all-behind.example TXT v=spf1 include:all.vendor.example -all"],
    ["spf-pass-all error"],
  ],
  "halves.example": [
    ["halves.example TXT v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"],
    ["spf-broad-network warning", "spf-broad-network warning", "spf-pass-all error"],
  ],
  "hosts4.example": [
    ["hosts4.example TXT v=spf1 a:h1.vendor.example a:h2.vendor.example a:h3.vendor.example -all"],
    ["spf-void-lookups warning"],
  ],
  "lost-reports.example": [
    ["_dmarc.lost-reports.example TXT v=DMARC1; p=reject; rua=mailto:d@silent.example;"],
    ["dmarc-unauthorized-reports warning", "reports-undeliverable warning"],
  ],
  "no-reports.example": [
    ["_dmarc.no-reports.example TXT v=DMARC1; p=reject; rua=mailto:d@gone.vendor.example;"],
    ["dmarc-unauthorized-reports warning", "reports-undeliverable warning"],
  ],
  "tags.example": [
    ["_dmarc.tags.example TXT v=DMARC1; p=reject; adkim=x; fo=2; rua=mailto:d@vendor.example;;"],
    ["dmarc-obsolete warning", "dmarc-obsolete warning", "dmarc-obsolete warning"],
  ],
  "upper.example": [
    ["_dmarc.upper.example TXT V=DMARC1; P=reject; rua=mailto:d@vendor.example"],
    ["dmarc-obsolete warning", "dmarc-policy-none warning"],
  ],
  "revoked.example": [
    ["k1._domainkey.revoked.example CNAME revoked._domainkey.vendor.example"],
    ["dkim-revoked warning"],
  ],
  "weak.example": [
    ["k1._domainkey.weak.example CNAME weak._domainkey.vendor.example"],
    ["dkim-weak-key warning", "dkim-weak-key warning"],
  ],
  "no-key.example": [
    ["k1._domainkey.no-key.example CNAME none._domainkey.vendor.example"],
    ["dkim-dangling error"],
  ],
  "other-text.example": [
    ["k1._domainkey.other-text.example CNAME text._domainkey.vendor.example"],
    ["dkim-syntax error", "dkim-syntax error"],
  ],
  "null-ten.example": [["null-ten.example MX 10 ."], ["mx-null-not-alone error"]],
  "private.example": [
    ["private.example MX 10 mx.private.example", "mx.private.example A 10.0.0.25"],
    ["mx-private-address error"],
  ],
};

const VENDOR = zone(
  "vendor.example",
  "vendor.example MX 10 mx.vendor.example",
  "mx.vendor.example A 203.0.113.25",
  "*._report._dmarc.vendor.example TXT v=DMARC1;",
  "_spf.vendor.example TXT v=spf1 ip4:203.0.113.0/24 -all",
  "dmarc.vendor.example TXT v=DMARC1; p=reject; rua=mailto:d@vendor.example;",
  "loop.vendor.example TXT v=spf1 include:loop.vendor.example -all",
  "two.vendor.example TXT v=spf1 -all",
  "two.vendor.example TXT v=spf1 ~all",
  "bad.vendor.example TXT v=spf1 ip4:203.0.113.0/33 -all",
  "all.vendor.example TXT v=spf1 +all",
  ...["h1", "h2", "h3"].map((host) => `${host}.vendor.example A 203.0.113.1`),
  `k1._domainkey.vendor.example TXT v=DKIM1; k=rsa; p=${KEY}`,
  "revoked._domainkey.vendor.example TXT v=DKIM1; p=",
  `weak._domainkey.vendor.example TXT v=DKIM1; t=y; p=${SHORT}`,
  "text._domainkey.vendor.example TXT no key at all",
);
const SILENT = zone("silent.example", "silent.example MX 0 .");

let server: Judge;
let resolver = "";
beforeAll(async () => {
  const cases = Object.entries(CASES).map(([apex, [lines]]) => sender(apex, ...lines));
  server = await judgeOf("named", [...cases, VENDOR, SILENT]);
  resolver = `${server.address.address}:${server.address.port}`;
});
afterAll(() => server?.close());

/** The estate of senders by the vendor. */
const estateOf = (...domains: readonly string[]) => `version: 1
defaults:
  zone: { cloudflare: {} }
  dmarc: { policy: reject, rua: ["mailto:d@vendor.example"] }
  dkim: { microsoft: false, selectors: { k1: { cname: k1._domainkey.vendor.example } } }
domains:
${domains.map((domain) => `  ${domain}: { profile: send-only, spf: { include: [_spf.vendor.example] } }`).join("\n")}
`;

interface Told {
  readonly domain: string;
  readonly rule: string;
  readonly level: string;
}
const short = (found: readonly Told[]) => found.map(({ rule, level }) => `${rule} ${level}`).sort();

test("verify finds in the DNS of a real name server what is wrong behind the records, and nothing else", async () => {
  const { out, code, err } = await mailHygiene(
    folderWith({ "estate.yaml": estateOf(...Object.keys(CASES)) }),
    ...["verify", "estate.yaml", "--resolver", resolver, "-f", "json"],
  );
  if (code === 2 || out === "") throw new Error(err);
  const read = JSON.parse(out) as {
    findings: readonly Told[];
    domains: readonly { domain: string; unanswered: readonly unknown[] }[];
  };
  const found = Object.fromEntries(
    Object.keys(CASES).map((domain) => [domain, short(read.findings.filter((one) => one.domain === domain))]),
  );
  expect(found).toEqual(
    Object.fromEntries(Object.entries(CASES).map(([domain, [, finds]]) => [domain, finds])),
  );
  expect(read.domains.flatMap(({ unanswered }) => unanswered)).toEqual([]);
  expect(code).toBe(1);
});

test("names that a verdict rests on and that nobody answers for are unreachable, and the exit code says so", async () => {
  // The server refuses what lies in none of its zones.
  const lost: Readonly<Record<string, readonly [string, string]>> = {
    "lost-include.example": [
      "lost-include.example TXT v=spf1 include:_spf.lost.test -all",
      "_spf.lost.test TXT",
    ],
    "lost-key.example": [
      "k1._domainkey.lost-key.example CNAME k1._domainkey.lost.test",
      "k1._domainkey.lost.test TXT",
    ],
    "lost-consent.example": [
      "_dmarc.lost-consent.example TXT v=DMARC1; p=reject; rua=mailto:d@lost.test;",
      "lost-consent.example._report._dmarc.lost.test TXT",
    ],
    "lost-receiver.example": [
      "_dmarc.lost-receiver.example TXT v=DMARC1; p=reject; rua=mailto:d@lost.test;",
      "lost.test MX",
    ],
    "lost-host.example": ["lost-host.example MX 10 mx.lost.test", "mx.lost.test A"],
  };
  const cases = Object.entries(lost).map(([apex, [line]]) => sender(apex, line));
  const other = await judgeOf("named", [...cases, VENDOR]);
  const resolver = `${other.address.address}:${other.address.port}`;
  try {
    for (const [domain, [, name]] of Object.entries(lost)) {
      const { out } = await mailHygiene(
        folderWith({ "estate.yaml": estateOf(domain) }),
        ...["verify", "estate.yaml", "--resolver", resolver, "-f", "json"],
      );
      const [state] = JSON.parse(out).domains;
      const unanswered = state.unanswered.map(
        (one: { name: string; type: string }) => `${one.name} ${one.type}`,
      );
      expect([domain, unanswered]).toEqual([domain, expect.arrayContaining([name])]);
    }
  } finally {
    await other.close();
  }
});

test.each(Object.entries(CASES))("spf says of %s what verify does", async (domain, [, finds]) => {
  const { out } = await mailHygiene(folderWith({}), "spf", domain, "--resolver", resolver, "-f", "json");
  expect(short(JSON.parse(out).findings)).toEqual(finds.filter((one) => one.startsWith("spf-")));
});
