import { handedOver, takeovers } from "../../../../lib/review/changes/takeover";
import { exceededByChanges } from "../../../../lib/review/limits";
import { contoso, sentences } from "../before-after";

const MX = "contoso.com MX 10 mail.contoso.com";
const RUN = "all that receivers find of the domain is decided by whoever runs them";
const THERE = "what receivers find there is decided by whoever answers there";
const KEY = "whoever holds the private key sends in the domain's name, and passes its DMARC";
const SENDERS = "who may send in the domain's name is decided there";

const changes = (before: readonly string[], after: readonly string[]) =>
  sentences(takeovers(contoso(before, after)).changes);

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    "name servers that are left out",
    [MX, "contoso.com NS ns1.contoso.net", "contoso.com NS ns2.contoso.net"],
    [MX, "contoso.com NS ns1.contoso.net"],
    [
      "medium: Name servers of contoso.com ns1.contoso.net, ns2.contoso.net → ns1.contoso.net (nobody answers for the domain if they are the only ones that do)",
    ],
  ],
  [
    "all of them",
    [MX, "contoso.com NS ns1.contoso.net"],
    [MX],
    [
      "medium: Name servers of contoso.com ns1.contoso.net → none (nobody answers for the domain if they are the only ones that do)",
    ],
  ],
  [
    "others, in the order of the alphabet",
    [MX, "contoso.com NS ns1.contoso.net"],
    [MX, "contoso.com NS ns9.attacker.example", "contoso.com NS ns1.attacker.example"],
    [
      `high: Name servers of contoso.com ns1.contoso.net → ns1.attacker.example, ns9.attacker.example (${RUN})`,
    ],
  ],
  [
    "the same in another order",
    [MX, "contoso.com NS ns1.contoso.net", "contoso.com NS ns2.contoso.net"],
    [MX, "contoso.com NS ns2.contoso.net", "contoso.com NS ns1.contoso.net"],
    [],
  ],
  [
    "an alias for the record that SPF redirects to",
    ["contoso.com TXT v=spf1 redirect=_spf.contoso.com", "_spf.contoso.com TXT v=spf1 -all"],
    ["contoso.com TXT v=spf1 redirect=_spf.contoso.com", "_spf.contoso.com CNAME spf.vendor.example"],
    [`high: SPF of _spf.contoso.com is published elsewhere: CNAME to spf.vendor.example (${SENDERS})`],
  ],
  [
    "a name that SPF includes twice, told once",
    ["contoso.com TXT v=spf1 include:_spf.contoso.com ?include:_spf.contoso.com -all"],
    [
      "contoso.com TXT v=spf1 include:_spf.contoso.com ?include:_spf.contoso.com -all",
      "_spf.contoso.com CNAME spf.vendor.example",
    ],
    [`high: SPF of _spf.contoso.com is published elsewhere: CNAME to spf.vendor.example (${SENDERS})`],
  ],
  [
    "a name behind the one that SPF includes",
    [
      "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
      "_spf.contoso.com TXT v=spf1 include:_list.contoso.com -all",
      "_list.contoso.com TXT v=spf1 ip4:192.0.2.1 -all",
    ],
    [
      "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
      "_spf.contoso.com TXT v=spf1 include:_list.contoso.com -all",
      "_list.contoso.com CNAME spf.vendor.example",
    ],
    [`high: SPF of _list.contoso.com is published elsewhere: CNAME to spf.vendor.example (${SENDERS})`],
  ],
  [
    "a selector whose key somebody else has from now on",
    [MX, "s1._domainkey.contoso.com TXT v=DKIM1; p=MIIB"],
    [MX, "s1._domainkey.contoso.com CNAME s1.vendor.example"],
    [`high: DKIM s1 now points to s1.vendor.example (${KEY})`],
  ],
  [
    "a signer's selector that leads to another signer",
    [MX, "s1._domainkey.contoso.com CNAME s1.vendor.example"],
    [MX, "s1._domainkey.contoso.com CNAME s1.attacker.test"],
    [`high: DKIM s1 now points to s1.attacker.test (${KEY})`],
  ],
  [
    "a signer's selector that leads to another one below a common ending",
    [MX, "s1._domainkey.contoso.com CNAME s1.vendor.co.uk"],
    [MX, "s1._domainkey.contoso.com CNAME s1.attacker.co.uk"],
    [`high: DKIM s1 now points to s1.attacker.co.uk (${KEY})`],
  ],
  [
    "a signer's selector that leads to another one below an ending that the public suffix list alone tells",
    [MX, "s1._domainkey.contoso.com CNAME s1.vendor.school.nz"],
    [MX, "s1._domainkey.contoso.com CNAME s1.attacker.school.nz"],
    [`high: DKIM s1 now points to s1.attacker.school.nz (${KEY})`],
  ],
  [
    "a revoked selector that is used again, which is no takeover",
    [MX, "s1._domainkey.contoso.com TXT v=DKIM1; p="],
    [MX, "s1._domainkey.contoso.com CNAME s1.vendor.example"],
    [],
  ],
  [
    "names of SPF with macros, which are no names yet",
    ["contoso.com TXT v=spf1 include:%{d}._spf.contoso.com -all"],
    ["contoso.com TXT v=spf1 include:%{d}._spf.contoso.com -all", "_spf.contoso.com CNAME a.vendor.example"],
    [],
  ],
  [
    "the host of the MTA-STS policy",
    [MX, "mta-sts.contoso.com A 192.0.2.80"],
    [MX, "mta-sts.contoso.com CNAME sts.vendor.example"],
    [`high: MTA-STS policy of contoso.com is published elsewhere: CNAME to sts.vendor.example (${THERE})`],
  ],
  [
    "a name that SPF includes and that was with the same party before",
    ["contoso.com TXT v=spf1 include:_spf.contoso.com -all", "_spf.contoso.com CNAME spf.vendor.example"],
    ["contoso.com TXT v=spf1 include:_spf.contoso.com -all", "_spf.contoso.com CNAME spf.vendor.example"],
    [],
  ],
  [
    "autodiscover at a host of the domain's own",
    [MX, "autodiscover.contoso.com CNAME autodiscover.outlook.com"],
    [MX, "autodiscover.contoso.com CNAME mail.contoso.com"],
    [],
  ],
  [
    "autodiscover at the domain itself",
    [MX, "autodiscover.contoso.com CNAME autodiscover.outlook.com"],
    [MX, "autodiscover.contoso.com CNAME contoso.com"],
    [],
  ],
  [
    "autodiscover at a name that only ends alike",
    [MX],
    [MX, "autodiscover.contoso.com CNAME mail.notcontoso.com"],
    [
      "high: autodiscover.contoso.com CNAME none → mail.notcontoso.com (Outlook takes its settings from there and shows its password)",
    ],
  ],
  [
    "the same host with the same party",
    [MX, "mta-sts.contoso.com CNAME sts.vendor.example"],
    [MX, "mta-sts.contoso.com CNAME sts.vendor.example"],
    [],
  ],
])("%s", (_, before, after, told) => {
  expect(changes(before, after)).toEqual(told);
});

test("each name that passes into other hands needs somebody's word", () => {
  const before = [MX, "_dmarc.contoso.com TXT v=DMARC1; p=reject;"];
  const after = [...before, "*.contoso.com CNAME web.vendor.example"];
  const found = exceededByChanges([contoso(before, after)], []);
  expect(found).toEqual(
    ["DKIM", "MTA-STS", "TLS-RPT", "BIMI"].map((title) => ({
      limit: "taken-over",
      subject: "contoso.com",
      message: `${title} none → published elsewhere: CNAME to web.vendor.example`,
    })),
  );
});

test("a name of a mechanism that is delegated is told with the mechanism, any other by itself", () => {
  const names = ["_dmarc", "_domainkey", "_mta-sts", "_smtp._tls", "default._bimi", "zz", "_tls"];
  const told = names.filter(
    (name) => handedOver(contoso([MX], [MX, `${name}.contoso.com NS ns1.vendor.example`])).length > 0,
  );
  expect(told).toEqual(["zz", "_tls"]);
  expect(handedOver(contoso(undefined, [MX, "zz.contoso.com NS ns1.vendor.example"]))).toEqual([]);
});

test("a domain that its parent delegates is decided there, whole", () => {
  const delegated = { records: [MX], beside: { com: ["contoso.com NS ns1.vendor.example"] } };
  const { changes: told, topics } = takeovers(contoso([MX], delegated));
  expect([sentences(told), topics.size]).toEqual([
    [
      "high: contoso.com is published elsewhere: contoso.com delegated to ns1.vendor.example (all that receivers find of the domain is decided there)",
    ],
    7,
  ]);
  expect(takeovers(contoso(delegated, delegated)).changes).toEqual([]);
});
