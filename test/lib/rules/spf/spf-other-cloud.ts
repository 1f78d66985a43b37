import { spfOtherCloud } from "../../../../lib/rules/spf/spf-other-cloud";
import { type Fixture, online, type RuleCases, undeclared } from "../fixture";

const gccHigh = (...records: readonly string[]): Fixture => ({
  domains: [
    {
      domain: "fabrikam.us",
      profile: "exchange-online",
      tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
      records,
    },
  ],
});

const cases: RuleCases = {
  rule: spfOtherCloud,
  compliant: {
    "the cloud of the tenant": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "GCC High in GCC High": gccHigh("fabrikam.us TXT v=spf1 include:spf.protection.office365.us -all"),
    "nobody knows the tenant": undeclared("contoso.com TXT v=spf1 include:spf.protection.office365.us -all"),
    "hosts of that name": online("contoso.com TXT v=spf1 a:spf.protection.office365.us -all"),
  },
  violating: {
    "GCC High beside the worldwide cloud": {
      ...online(
        "contoso.com TXT v=spf1 include:spf.protection.outlook.com include:spf.protection.office365.us -all",
      ),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com includes another of Microsoft's clouds",
          received: "include:spf.protection.office365.us",
          expected: "include:spf.protection.outlook.com",
          fix: "write include:spf.protection.outlook.com",
        },
      ],
    },
    "the worldwide cloud in GCC High": {
      ...gccHigh("fabrikam.us TXT v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "warning",
          at: "fabrikam.us TXT",
          message: "the SPF record of fabrikam.us includes another of Microsoft's clouds",
          received: "include:spf.protection.outlook.com",
          expected: "include:spf.protection.office365.us",
          fix: "write include:spf.protection.office365.us",
        },
      ],
    },
  },
};

export default cases;
