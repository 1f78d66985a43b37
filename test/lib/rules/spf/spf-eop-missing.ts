import { spfEopMissing } from "../../../../lib/rules/spf/spf-eop-missing";
import { online, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: spfEopMissing,
  compliant: {
    "EOP in capitals": online("contoso.com TXT v=spf1 include:SPF.Protection.Outlook.com -all"),
    "nobody has declared what the domain is for": undeclared("contoso.com TXT v=spf1 ip4:192.0.2.0/24 -all"),
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
    "another record answers, and has EOP": online(
      "contoso.com TXT v=spf1 redirect=_spf.contoso.com",
      "_spf.contoso.com TXT v=spf1 include:spf.protection.outlook.com -all",
    ),
    "EOP in a record that is included": online(
      "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
      "_spf.contoso.com TXT v=spf1 include:spf.protection.outlook.com ~all",
    ),
  },
  violating: {
    "another record answers, and has no EOP": {
      ...online(
        "contoso.com TXT v=spf1 redirect=_spf.contoso.com",
        "_spf.contoso.com TXT v=spf1 ip4:192.0.2.0/24 -all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 redirect=_spf.contoso.com"',
          expected: "include:spf.protection.outlook.com",
          fix: "have the record at _spf.contoso.com add include:spf.protection.outlook.com",
        },
      ],
    },
    "EOP is refused": {
      ...online("contoso.com TXT v=spf1 mx -include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 mx -include:spf.protection.outlook.com -all"',
          expected: "include:spf.protection.outlook.com",
          fix: "add include:spf.protection.outlook.com",
        },
      ],
    },
    "EOP behind all": {
      ...online("contoso.com TXT v=spf1 -all include:spf.protection.outlook.com"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 -all include:spf.protection.outlook.com"',
          expected: "include:spf.protection.outlook.com",
          fix: "add include:spf.protection.outlook.com",
        },
      ],
    },
    "no tenant is named": {
      domains: [
        { domain: "contoso.com", profile: "exchange-online", records: ["contoso.com TXT v=spf1 mx -all"] },
      ],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com does not allow Exchange Online, through which its mail leaves",
          received: '"v=spf1 mx -all"',
          expected: "include:spf.protection.outlook.com",
          fix: "add include:spf.protection.outlook.com",
        },
      ],
    },
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
