import { otherRecords } from "../../../../lib/review/changes/other-records";
import { takeovers } from "../../../../lib/review/changes/takeover";
import { nameOf } from "../../rules/fixture";
import { contoso, sentences } from "../before-after";

/** Each belongs to a mechanism, which tells its changes. */
const MECHANISMS = [
  "contoso.com MX 10 mail.contoso.com",
  "contoso.com TXT v=spf1 -all",
  "s1._domainkey.contoso.com TXT v=DKIM1; p=",
  "s2._domainkey.contoso.com CNAME s2.contoso.net",
  "_dmarc.contoso.com TXT v=DMARC1; p=none;",
  "_mta-sts.contoso.com TXT v=STSv1; id=1;",
  "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com",
  "default._bimi.contoso.com TXT v=BIMI1; l=;",
  "contoso.com CAA 0 issue letsencrypt.org",
  "shop.contoso.com CAA 0 issue letsencrypt.org",
  "_mta-sts.contoso.com CNAME sts.contoso.net",
  "_smtp._tls.contoso.com CNAME tls.contoso.net",
  "_domainkey.contoso.com NS ns1.contoso.net",
  "contoso.com NS ns1.contoso.net",
];

/** Each looks like one and is none. */
const OTHERS = [
  "lists.contoso.com MX 10 lists.contoso.net",
  "contoso.com TXT MS=ms12345678",
  "www.contoso.com TXT v=spf1 -all",
  "_domainkey.contoso.com TXT t=y",
  "s1._domainkey.contoso.com A 192.0.2.1",
  "_dmarc.contoso.com TXT something else",
  "www.contoso.com TXT v=DMARC1; p=none;",
  "_mta-sts.contoso.com TXT something else",
  "www.contoso.com TXT v=STSv1; id=1;",
  "_smtp._tls.contoso.com TXT something else",
  "www.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com",
  "dmarc.contoso.com CNAME dmarc.contoso.net",
];

test("records of a mechanism are none of the others", () => {
  expect(sentences(otherRecords(contoso([], MECHANISMS)))).toEqual([]);
});

/** What mail or its users hang on is told for itself. */
const WEIGHTY: Readonly<Record<string, string>> = {
  "lists.contoso.com MX 10 lists.contoso.net":
    "medium: lists.contoso.com MX none → 10 lists.contoso.net (mail to that name takes this way)",
  "dmarc.contoso.com CNAME dmarc.contoso.net":
    "medium: dmarc.contoso.com CNAME none → dmarc.contoso.net (whoever holds the target decides what is found at the name)",
};

test.each(OTHERS)("%s is one of the others", (line) => {
  expect(sentences(otherRecords(contoso([], [line])))).toEqual([
    WEIGHTY[line] ?? `low: Other records added: ${line}`,
  ]);
});

const MX = "contoso.com MX 10 mail.contoso.com";

const PASSWORD = "mail programs take their server from there and show it the password";
const DS = `1 13 2 ${"ab".repeat(32)}`;
const VALIDATED = "resolvers that validate find nothing unless the keys of the zone and its DS match";

type Told = [string, readonly string[], readonly string[], readonly string[]];

test("a DS above a mail domain that only the estate knows", () => {
  const mailDomains = new Set([nameOf("contoso.com"), nameOf("news.sub.contoso.com")]);
  const told = otherRecords(contoso([], [`sub.contoso.com DS ${DS}`], { mailDomains }));
  expect(sentences(told)).toEqual([
    `high: sub.contoso.com DS none → ${DS} (${VALIDATED}, at the name and below: mail of news.sub.contoso.com is among it)`,
  ]);
});

test("a DS is told for itself among any number of others", () => {
  const zones = Array.from({ length: 12 }, (_, index) => `z${index}.contoso.com DS ${DS}`);
  expect(sentences(otherRecords(contoso(zones, [])))).toEqual(
    zones.map((line) => `medium: ${line.replace(DS, "")}${DS} → none (${VALIDATED}, at the name and below)`),
  );
});

test.each<Told>([
  [
    "autodiscover leads to Microsoft",
    [],
    ["autodiscover.contoso.com CNAME autodiscover.outlook.com"],
    ["low: autodiscover.contoso.com CNAME none → autodiscover.outlook.com"],
  ],
  [
    "autodiscover becomes an address, which is said as a takeover",
    [],
    ["autodiscover.contoso.com A 192.0.2.66"],
    [],
  ],
  [
    "the MX host has another address",
    [MX, "mail.contoso.com A 192.0.2.1"],
    [MX, "mail.contoso.com A 192.0.2.66"],
    ["high: mail.contoso.com A 192.0.2.1 → 192.0.2.66 (mail is delivered there)"],
  ],
  [
    "the MX host loses its address",
    [MX, "mail.contoso.com AAAA 2001:db8::1"],
    [MX],
    [
      "high: mail.contoso.com AAAA 2001:db8::1 → none (mail to the host is no longer delivered at these addresses)",
    ],
  ],
  [
    "the host of the policy moves",
    ["mta-sts.contoso.com A 192.0.2.1"],
    ["mta-sts.contoso.com A 192.0.2.66"],
    ["high: mta-sts.contoso.com A 192.0.2.1 → 192.0.2.66 (the MTA-STS policy is read there)"],
  ],
  [
    "a wildcard comes",
    [],
    ["*.contoso.com A 192.0.2.66"],
    ["medium: *.contoso.com A none → 192.0.2.66 (it answers for every name that has no record of its own)"],
  ],
  [
    "mail programs are sent to another server",
    ["_imaps._tcp.contoso.com SRV 0 1 993 imap.contoso.com"],
    ["_imaps._tcp.contoso.com SRV 0 1 993 imap.attacker.example"],
    [
      `high: _imaps._tcp.contoso.com SRV 0 1 993 imap.contoso.com → 0 1 993 imap.attacker.example (${PASSWORD})`,
    ],
  ],
  ...["imap", "pop3", "pop3s", "submission", "submissions"].map(
    (service): Told => [
      `a server for ${service} comes, of another party`,
      [],
      [`_${service}._tcp.contoso.com SRV 0 1 1 mail.vendor.example`],
      [`high: _${service}._tcp.contoso.com SRV none → 0 1 1 mail.vendor.example (${PASSWORD})`],
    ],
  ),
  [
    "another server of the domain's own, and another port",
    [
      "_imap._tcp.contoso.com SRV 0 1 143 a.contoso.com",
      "_pop3._tcp.contoso.com SRV 0 1 110 pop.example.net",
    ],
    [
      "_imap._tcp.contoso.com SRV 0 1 143 b.contoso.com",
      "_pop3._tcp.contoso.com SRV 0 1 995 pop.example.net",
    ],
    [
      `medium: _imap._tcp.contoso.com SRV 0 1 143 a.contoso.com → 0 1 143 b.contoso.com (${PASSWORD})`,
      `medium: _pop3._tcp.contoso.com SRV 0 1 110 pop.example.net → 0 1 995 pop.example.net (${PASSWORD})`,
    ],
  ],
  [
    "a server is offered no longer",
    ["_imap._tcp.contoso.com SRV 0 1 143 a.contoso.com"],
    ["_imap._tcp.contoso.com SRV 0 0 0 ."],
    [
      "medium: _imap._tcp.contoso.com SRV 0 1 143 a.contoso.com → 0 0 0 . (mail programs may no longer find the server by themselves)",
    ],
  ],
  [
    "a server that nobody can read",
    [],
    ["_imaps._tcp.contoso.com SRV (sensitive)"],
    [`high: _imaps._tcp.contoso.com SRV none → sensitive, not shown (${PASSWORD})`],
  ],
  [
    "a DS comes",
    [],
    [`sub.contoso.com DS ${DS}`],
    [`medium: sub.contoso.com DS none → ${DS} (${VALIDATED}, at the name and below)`],
  ],
  [
    "a DS becomes one that is not known yet",
    [`sub.contoso.com DS ${DS}`],
    ["sub.contoso.com DS (known after apply)"],
    [`medium: sub.contoso.com DS ${DS} → known after apply (${VALIDATED}, at the name and below)`],
  ],
  [
    "the DS of a mail domain goes",
    [`contoso.com DS ${DS}`],
    [],
    [
      `high: contoso.com DS ${DS} → none (${VALIDATED}, at the name and below: mail of contoso.com is among it)`,
    ],
  ],
  [
    "a key of the zone",
    [],
    ["contoso.com DNSKEY 257 3 8 mQEN"],
    [`medium: contoso.com DNSKEY none → 257 3 8 mQEN (${VALIDATED})`],
  ],
  [
    "a way to the web that another party decides",
    ['www.contoso.com HTTPS 1 . alpn="h2"'],
    ["www.contoso.com HTTPS 0 www.attacker.example"],
    [
      'medium: www.contoso.com HTTPS 1 . alpn="h2" → 0 www.attacker.example (whoever holds the target decides what is found at the name)',
    ],
  ],
  [
    "one that could not be read becomes one that can",
    ["w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
    ['w.contoso.com HTTPS 1 . alpn="h2"'],
    [
      'low: Other records added: w.contoso.com HTTPS 1 . alpn="h2"',
      "low: Other records removed: w.contoso.com HTTPS 1 . alpm=h2 (not readable)",
    ],
  ],
  [
    "one that could not be read goes",
    ["w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
    [],
    ["low: Other records removed: w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
  ],
  [
    "one that could not be read stays",
    ["w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
    ["w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
    [],
  ],
  [
    "one that could not be read leads to another party",
    ["w.contoso.com HTTPS 1 . alpm=h2 (not readable)"],
    ["w.contoso.com HTTPS 1 evil.example. alpm=h2 (not readable)"],
    [
      "medium: w.contoso.com HTTPS 1 . alpm=h2 (not readable) → 1 evil.example. alpm=h2 (not readable) (whoever holds the target decides what is found at the name)",
    ],
  ],
  [
    "settings of Outlook come from where nobody can read all of",
    ["autodiscover.contoso.com HTTPS 1 ."],
    ["autodiscover.contoso.com HTTPS 1 evil.example alpm=h2 (not readable)"],
    [
      "high: autodiscover.contoso.com HTTPS 1 . → 1 evil.example alpm=h2 (not readable) (Outlook takes its settings from there and shows its password)",
    ],
  ],
])("what mail hangs on: %s", (_title, before, after, changes) => {
  const beforeAfter = contoso(before, after);
  // What passes into other hands is said there alone.
  const services = takeovers(beforeAfter).changes.filter(({ text }) => text.includes(" SRV "));
  expect(sentences([...services, ...otherRecords(beforeAfter)])).toEqual(changes);
});

test("no number of harmless records hides a dangerous one, whatever the alphabet", () => {
  const texts = Array.from({ length: 15 }, (_, index) => `a${index}.contoso.com TXT v`);
  expect(
    sentences(otherRecords(contoso([], [...texts, "zz.contoso.com CNAME www.attacker.example"]))),
  ).toEqual([
    "medium: zz.contoso.com CNAME none → www.attacker.example (whoever holds the target decides what is found at the name)",
    `low: Other records added: ${texts.slice(0, 10).join("; ")}; and 5 more`,
  ]);
});

test.each<[string, readonly string[] | undefined, readonly string[], readonly string[]]>([
  ["nothing", ["www.contoso.com A 192.0.2.1"], ["www.contoso.com A 192.0.2.1"], []],
  [
    "a value",
    ["www.contoso.com A 192.0.2.1"],
    ["www.contoso.com A 192.0.2.2"],
    [
      "low: Other records added: www.contoso.com A 192.0.2.2",
      "low: Other records removed: www.contoso.com A 192.0.2.1",
    ],
  ],
  [
    "a domain is taken over",
    undefined,
    ["www.contoso.com A 192.0.2.1", "contoso.com NS ns1.contoso.net"],
    [
      "high: contoso.com NS none → ns1.contoso.net (whoever runs these name servers answers for the name and all below it)",
      "low: Other records added: www.contoso.com A 192.0.2.1",
    ],
  ],
  ["ten are listed", [], hosts(10), [`low: Other records added: ${hosts(10).join("; ")}`]],
  [
    "more than ten are counted",
    hosts(12),
    [],
    [`low: Other records removed: ${hosts(10).join("; ")}; and 2 more`],
  ],
])("what changes: %s", (_title, before, after, changes) => {
  expect(sentences(otherRecords(contoso(before, after)))).toEqual(changes);
});

function hosts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `www${index}.contoso.com A 192.0.2.${index}`);
}

test("a delegation is the first thing said of a domain that nobody knew before", () => {
  const texts = Array.from({ length: 15 }, (_, index) => `a${index}.contoso.com TXT v`);
  const [first] = sentences(
    otherRecords(contoso(undefined, [...texts, "zz.contoso.com NS ns.attacker.example"])),
  );
  expect(first).toBe(
    "high: zz.contoso.com NS none → ns.attacker.example (whoever runs these name servers answers for the name and all below it)",
  );
});
