import { takeovers } from "../../../../lib/review/changes/takeover";
import { exceededByChanges } from "../../../../lib/review/limits";
import { contoso, sentences } from "../before-after";

const MX = "contoso.com MX 10 mail.contoso.com";
const RUN = "all that receivers find of the domain is decided by whoever runs them";
const THERE = "what receivers find there is decided by whoever answers there";
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
