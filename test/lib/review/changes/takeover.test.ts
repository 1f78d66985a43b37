import { takeovers } from "../../../../lib/review/changes/takeover";
import { contoso, sentences } from "../before-after";

const DMARC = "_dmarc.contoso.com TXT v=DMARC1; p=reject;";
const SELECTOR =
  "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";
const INCLUDE = "contoso.com TXT v=spf1 include:_spf.contoso.com -all";
const THERE = "(what receivers find there is decided by whoever answers there)";

/** What changes, and which topics have no more to say. */
function taken(before: readonly string[] | undefined, after: readonly string[]) {
  const { changes, topics } = takeovers(contoso(before, after));
  return [sentences(changes), [...topics].map(({ title }) => title)];
}

const ANSWERS =
  "(whoever runs these name servers answers for the name and all below it, and with keys of their own there passes the domain's DMARC unless it asks for strict alignment)";
const SETTINGS = "(Outlook takes its settings from there and shows its password)";

test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  ["nothing", [DMARC], [DMARC], [], []],
  [
    "a name without mail of its own that is delegated",
    [DMARC],
    [DMARC, "zz.contoso.com NS ns1.vendor.example", "zz.contoso.com NS ns2.vendor.example"],
    [`high: zz.contoso.com NS none → ns1.vendor.example, ns2.vendor.example ${ANSWERS}`],
    [],
  ],
  [
    "another name server beside those that a name is delegated to",
    ["zz.contoso.com NS ns1.vendor.example"],
    ["zz.contoso.com NS ns1.vendor.example", "zz.contoso.com NS ns.attacker.example"],
    [`high: zz.contoso.com NS ns1.vendor.example → ns.attacker.example, ns1.vendor.example ${ANSWERS}`],
    [],
  ],
  [
    "nothing, where a delegation loses a server, or stays",
    ["zz.contoso.com NS ns1.vendor.example", "zz.contoso.com NS ns2.vendor.example"],
    ["zz.contoso.com NS ns1.vendor.example"],
    [],
    [],
  ],
  [
    "autodiscover that leads elsewhere",
    ["autodiscover.contoso.com CNAME autodiscover.outlook.com"],
    ["autodiscover.contoso.com CNAME attacker.example"],
    [`high: autodiscover.contoso.com CNAME autodiscover.outlook.com → attacker.example ${SETTINGS}`],
    [],
  ],
  [
    "nothing, where autodiscover leads to Microsoft or to a host of the domain's own",
    ["autodiscover.contoso.com CNAME old.contoso.com"],
    ["autodiscover.contoso.com CNAME autodiscover.outlook.com"],
    [],
    [],
  ],
  [
    "an alias in place of the policy",
    [DMARC],
    ["_dmarc.contoso.com CNAME contoso.vendor.example"],
    [`high: DMARC reject → published elsewhere: CNAME to contoso.vendor.example ${THERE}`],
    ["DMARC"],
  ],
  [
    "the same alias to another party",
    ["_dmarc.contoso.com CNAME contoso.vendor.example"],
    ["_dmarc.contoso.com CNAME contoso.attacker.example"],
    [
      `high: DMARC published elsewhere: CNAME to contoso.vendor.example → published elsewhere: CNAME to contoso.attacker.example ${THERE}`,
    ],
    ["DMARC"],
  ],
  [
    "nothing, where the alias stays",
    ["_dmarc.contoso.com CNAME contoso.vendor.example"],
    ["_dmarc.contoso.com CNAME contoso.vendor.example"],
    [],
    [],
  ],
  ["the record again in place of the alias", ["_dmarc.contoso.com CNAME a.vendor.example"], [DMARC], [], []],
  [
    "a delegation of the keys",
    [SELECTOR],
    [SELECTOR, "_domainkey.contoso.com NS ns1.vendor.example"],
    [
      `high: DKIM selector1 → published elsewhere: _domainkey.contoso.com delegated to ns1.vendor.example ${THERE}`,
    ],
    ["DKIM"],
  ],
  [
    "a delegation above the record of TLS reports",
    ["_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com"],
    [
      "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com",
      "_tls.contoso.com NS ns1.vendor.example",
    ],
    [
      `high: TLS-RPT mailto:tls@contoso.com → published elsewhere: _tls.contoso.com delegated to ns1.vendor.example ${THERE}`,
    ],
    ["TLS-RPT"],
  ],
  [
    "a wildcard that answers for names that are not there",
    ["contoso.com MX 10 mail.contoso.com", DMARC],
    ["contoso.com MX 10 mail.contoso.com", DMARC, "*.contoso.com CNAME web.vendor.example"],
    ["DKIM none", "MTA-STS none", "TLS-RPT none", "BIMI none"].map(
      (before) => `high: ${before} → published elsewhere: CNAME to web.vendor.example ${THERE}`,
    ),
    ["DKIM", "MTA-STS", "TLS-RPT", "BIMI"],
  ],
  [
    "name servers of the domain itself",
    ["contoso.com MX 10 mail.contoso.com"],
    ["contoso.com MX 10 mail.contoso.com", "contoso.com NS ns1.attacker.example"],
    [
      "high: Name servers of contoso.com none → ns1.attacker.example (all that receivers find of the domain is decided by whoever runs them)",
    ],
    [],
  ],
  [
    "an alias in place of the record that SPF includes",
    [INCLUDE, "_spf.contoso.com TXT v=spf1 ip4:192.0.2.1 -all"],
    [INCLUDE, "_spf.contoso.com CNAME spf.vendor.example"],
    [
      "high: SPF of _spf.contoso.com is published elsewhere: CNAME to spf.vendor.example (who may send in the domain's name is decided there)",
    ],
    [],
  ],
])("%s", (_title, before, after, changes, topics) => {
  expect(taken(before, after)).toEqual([changes, topics]);
});

test("of a domain that Terraform did not manage nobody knows who published before", () => {
  expect(taken(undefined, ["_dmarc.contoso.com CNAME contoso.vendor.example"])).toEqual([[], []]);
});
