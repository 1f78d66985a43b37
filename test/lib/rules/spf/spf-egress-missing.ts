import { spfEgressMissing } from "../../../../lib/rules/spf/spf-egress-missing";
import type { Fixture } from "../fixture";
import { CONTOSO, online, type RuleCases } from "../fixture";

const hybrid = (...records: readonly string[]): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      profile: "eop-onpremises",
      tenant: CONTOSO,
      egress: ["89.175.3.5", "2001:db8:25::/64"],
      records,
    },
  ],
});

const cases: RuleCases = {
  rule: spfEgressMissing,
  compliant: {
    "the premises are not known": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "a may allow them": hybrid("contoso.com TXT v=spf1 a:mail.contoso.com -all"),
    "exists may allow them": hybrid("contoso.com TXT v=spf1 exists:%{i}._spf.contoso.com -all"),
    "another record may allow them": hybrid("contoso.com TXT v=spf1 redirect=_spf.contoso.com"),
    "another record allows them": hybrid(
      "contoso.com TXT v=spf1 redirect=_spf.contoso.com",
      "_spf.contoso.com TXT v=spf1 ip4:89.175.3.5 ip6:2001:db8:25::/64 -all",
    ),
    "the premises inside larger networks": hybrid(
      "contoso.com TXT v=spf1 ip4:89.175.3.0/24 ip6:2001:db8::/32 include:spf.protection.outlook.com -all",
    ),
    "two halves that hold them together": hybrid(
      "contoso.com TXT v=spf1 ip4:89.175.3.5 ip6:2001:db8:25::/65 ip6:2001:db8:25:0:8000::/65 -all",
    ),
    "terms that ask may allow them": hybrid(
      "contoso.com TXT v=spf1 mx include:spf.protection.outlook.com -all",
    ),
  },
  violating: {
    "another record that leaves one of them out": {
      ...hybrid(
        "contoso.com TXT v=spf1 redirect=_spf.contoso.com",
        "_spf.contoso.com TXT v=spf1 ip4:89.175.3.0/24 -all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com does not allow the premises to send",
          received: '"v=spf1 redirect=_spf.contoso.com"',
          expected: "ip6:2001:db8:25::/64",
          fix: "add the addresses from which on-premises Exchange sends",
        },
      ],
    },
    "addresses about which the record is neutral": {
      ...hybrid("contoso.com TXT v=spf1 ?ip4:89.175.3.5 ip6:2001:db8:25::/64 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com does not allow the premises to send",
          received: '"v=spf1 ?ip4:89.175.3.5 ip6:2001:db8:25::/64 -all"',
          expected: "ip4:89.175.3.5",
          fix: "add the addresses from which on-premises Exchange sends",
        },
      ],
    },
    "no address at all": {
      ...hybrid("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com does not allow the premises to send",
          received: '"v=spf1 include:spf.protection.outlook.com -all"',
          expected: "ip4:89.175.3.5 ip6:2001:db8:25::/64",
          fix: "add the addresses from which on-premises Exchange sends",
        },
      ],
    },
    "one address is missing": {
      ...hybrid("contoso.com TXT v=spf1 ip4:89.175.3.0/24 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com does not allow the premises to send",
          received: '"v=spf1 ip4:89.175.3.0/24 include:spf.protection.outlook.com -all"',
          expected: "ip6:2001:db8:25::/64",
          fix: "add the addresses from which on-premises Exchange sends",
        },
      ],
    },
    "a smaller network than the premises'": {
      ...hybrid("contoso.com TXT v=spf1 ip4:89.175.3.5 ip6:2001:db8:25::/65 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com does not allow the premises to send",
          received: '"v=spf1 ip4:89.175.3.5 ip6:2001:db8:25::/65 -all"',
          expected: "ip6:2001:db8:25::/64",
          fix: "add the addresses from which on-premises Exchange sends",
        },
      ],
    },
  },
};

export default cases;
