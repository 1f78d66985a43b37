import { spfRetiredInclude } from "../../../../lib/rules/spf/spf-retired-include";
import { online, type RuleCases, undeclared } from "../fixture";

const GONE = "asks for Microsoft's German cloud, which has been gone since 2021-10-29";

const cases: RuleCases = {
  rule: spfRetiredInclude,
  compliant: {
    "a cloud that is there": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "hosts of that name": online("contoso.com TXT v=spf1 a:spf.protection.outlook.de -all"),
    "a term that no receiver comes to": online(
      "contoso.com TXT v=spf1 mx -all include:spf.protection.outlook.de",
    ),
  },
  violating: {
    "the German cloud, however it is written": {
      ...online("contoso.com TXT v=spf1 include:SPF.protection.outlook.de -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: `the SPF record of contoso.com ${GONE}`,
          received: "include:SPF.protection.outlook.de",
          expected: "include:spf.protection.outlook.com, or nothing",
          fix: "write include:spf.protection.outlook.com",
        },
      ],
    },
    "the German cloud, and nobody knows the tenant": {
      ...undeclared("contoso.com TXT v=spf1 include:spf.protection.outlook.de -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: `the SPF record of contoso.com ${GONE}`,
          received: "include:spf.protection.outlook.de",
          expected: "include:spf.protection.outlook.com, or nothing",
          fix: "write include:spf.protection.outlook.com",
        },
      ],
    },
    "a tenant of GCC High has its own": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us TXT v=spf1 redirect=spf.protection.outlook.de"],
        },
      ],
      finds: [
        {
          level: "error",
          at: "fabrikam.us TXT",
          message: `the SPF record of fabrikam.us ${GONE}`,
          received: "redirect=spf.protection.outlook.de",
          expected: "redirect=spf.protection.office365.us, or nothing",
          fix: "write redirect=spf.protection.office365.us",
        },
      ],
    },
    "a record that the domain includes": {
      ...online(
        "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
        "_spf.contoso.com TXT v=spf1 include:spf.protection.outlook.de ~all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: `the SPF record of _spf.contoso.com ${GONE}`,
          received: "include:spf.protection.outlook.de",
          expected: "include:spf.protection.outlook.com, or nothing",
          fix: "write include:spf.protection.outlook.com",
        },
      ],
    },
  },
};

export default cases;
