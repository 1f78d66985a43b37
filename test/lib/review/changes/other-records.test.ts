import { otherRecords } from "../../../../lib/review/changes/other-records";
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

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
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
])("what mail hangs on: %s", (_title, before, after, changes) => {
  expect(sentences(otherRecords(contoso(before, after)))).toEqual(changes);
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
