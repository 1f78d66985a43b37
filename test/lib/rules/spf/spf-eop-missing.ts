import { spfEopMissing } from "../../../../lib/rules/spf/spf-eop-missing";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfEopMissing,
  compliant: {
    "EOP among the senders": online("contoso.com TXT v=spf1 mx include:spf.protection.outlook.com -all"),
    "a sender of another kind": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 include:servers.mcsv.net -all"],
        },
      ],
    },
    "another record answers": online("contoso.com TXT v=spf1 redirect=_spf.contoso.com"),
  },
  violating: {
    "EOP is not allowed": {
      ...online("contoso.com TXT v=spf1 ip4:192.0.2.0/24 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 ip4:192.0.2.0/24 -all"',
          expected: "include:spf.protection.outlook.com",
          fix: "add include:spf.protection.outlook.com",
        },
      ],
    },
    "another cloud's include": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us TXT v=spf1 include:spf.protection.outlook.com -all"],
        },
      ],
      finds: [
        {
          level: "error",
          at: "fabrikam.us TXT",
          message:
            "the SPF record of fabrikam.us does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 include:spf.protection.outlook.com -all"',
          expected: "include:spf.protection.office365.us",
          fix: "add include:spf.protection.office365.us",
        },
      ],
    },
  },
};

export default cases;
