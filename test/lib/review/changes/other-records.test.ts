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
  "www.contoso.com NS ns1.contoso.net",
];

test("records of a mechanism are none of the others", () => {
  expect(sentences(otherRecords(contoso([], MECHANISMS)))).toEqual([]);
});

test.each(OTHERS)("%s is one of the others", (line) => {
  expect(sentences(otherRecords(contoso([], [line])))).toEqual([`low: Other records added: ${line}`]);
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
    ["low: Other records added: www.contoso.com A 192.0.2.1; contoso.com NS ns1.contoso.net"],
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
