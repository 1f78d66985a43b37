import { SOURCES, type Source } from "../../../lib/posture/model";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules } from "../../../lib/rules/packs";
import { online } from "./fixture";
import { FORMS } from "./forms";

const OWN = [
  "contoso.com TXT v=spf1 include:_spf.contoso.com include:spf.protection.outlook.com -all",
  "_spf.contoso.com TXT v=spf1 ip4:192.0.2.0/24 -all",
  "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
  "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;",
  "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
  "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
];

/** What all rules find in these records beside those of a domain that has all it needs: `rule level: message`. */
async function found(source: Source, records: readonly string[]): Promise<readonly string[]> {
  const posture = await FORMS[source](online(...records));
  return evaluate(posture, packRules(["recommended"]))
    .filter(({ level, rule }) => level !== "note" && !rule.startsWith("mx-unresolvable"))
    .map(({ rule, level, subject, message }) => `${rule} ${level} ${subject}: ${message}`);
}

describe.each(SOURCES)("a record at a name that is no mail domain (%s)", (source) => {
  test.each<[string, string | readonly string[], readonly string[]]>([
    [
      "that lets everyone send",
      "lists.contoso.com TXT v=spf1 +all",
      [
        "spf-pass-all error contoso.com: the SPF record of lists.contoso.com lets every host on the Internet send",
      ],
    ],
    [
      "that asks for a name which is gone",
      "lists.contoso.com TXT v=spf1 include:spf.protection.outlook.de -all",
      [
        "spf-retired-include error contoso.com: the SPF record of lists.contoso.com asks for Microsoft's German cloud, which has been gone since 2021-10-29",
      ],
    ],
    [
      "that leads back to itself",
      "lists.contoso.com TXT v=spf1 include:lists.contoso.com -all",
      [
        "spf-broken-tree error contoso.com: the SPF record of lists.contoso.com is a permanent error: record leads back to itself",
      ],
    ],
    [
      "whose policy asks for nothing",
      "_dmarc.lists.contoso.com TXT v=DMARC1; p=none; rua=mailto:d@contoso.com;",
      ["dmarc-policy-none warning contoso.com: the DMARC policy of lists.contoso.com lets forgeries through"],
    ],
    [
      "whose key is none",
      "s1._domainkey.lists.contoso.com TXT v=DKIM1; p=abc",
      ["dkim-syntax error contoso.com: s1._domainkey.lists.contoso.com is no DKIM key: key is not base64"],
    ],
    [
      "whose reports lead nowhere",
      "_smtp._tls.lists.contoso.com TXT v=TLSRPTv1; rua=tls",
      [
        "tls-rpt-syntax error contoso.com: the TLS reporting record of lists.contoso.com cannot be read: not a URI",
      ],
    ],
    [
      "that takes no mail and does",
      "lists.contoso.com MX 10 .",
      [
        "mx-null-not-alone error contoso.com: the null MX of lists.contoso.com has a preference, so that senders need not take it for one",
      ],
    ],
    [
      "whose signer has withdrawn the key",
      ["k1._domainkey.lists.contoso.com CNAME keys.contoso.com", "keys.contoso.com TXT v=DKIM1; p="],
      [
        "dkim-revoked warning contoso.com: k1._domainkey.lists.contoso.com (behind its CNAME to keys.contoso.com) is revoked by whoever signs with it",
      ],
    ],
    ["of which all is right", "lists.contoso.com TXT v=spf1 ip4:192.0.2.1 -all", []],
    ["that leads away", "_dmarc.lists.contoso.com CNAME dmarc.vendor.example", []],
    ["that is no text of mail", "lists.contoso.com TXT hello", []],
  ])("%s", async (_title, record, finds) => {
    expect(await found(source, [...OWN, ...[record].flat()])).toEqual(finds);
  });

  test("that the domain's own record leads to is judged once, with that", async () => {
    const own = OWN.map((line) => (line.startsWith("_spf.") ? "_spf.contoso.com TXT v=spf1 +all" : line));
    expect(await found(source, own)).toEqual([
      "spf-pass-all error contoso.com: the SPF record of contoso.com lets every host on the Internet send",
    ]);
  });
});
