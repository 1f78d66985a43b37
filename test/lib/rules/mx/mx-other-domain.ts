import { mxOtherDomain } from "../../../../lib/rules/mx/mx-other-domain";
import { CONTOSO, online, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: mxOtherDomain,
  compliant: {
    "a host of nobody known": online("contoso.com MX 0 mx.contoso.net"),
    "nobody names a tenant": undeclared("contoso.com MX 0 northwind.mail.protection.office365.us"),
    "GCC High by the domain, as it also occurs": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "northwind.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us MX 0 fabrikam-us.mail.protection.office365.us"],
        },
      ],
    },
    "the domain's own host": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "hyphens by their places": {
      domains: [
        {
          domain: "mu-sigma.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: ["mu-sigma.com MX 0 musigma-com0e.mail.protection.outlook.com"],
        },
      ],
    },
    "a tenant's host in GCC High": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us MX 0 fabrikam.mail.protection.office365.us"],
        },
      ],
    },
  },
  violating: {
    "a domain with a hyphen, whose token is not documented": {
      domains: [
        {
          domain: "mu-sigma.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: ["mu-sigma.com MX 0 mu-sigma-com.mail.protection.outlook.com"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "mu-sigma.com MX",
          message: "the MX host of mu-sigma.com is that of another domain",
          received: "mu-sigma-com.mail.protection.outlook.com",
          expected: "musigma-com0e.mail.protection.outlook.com",
          fix: "write the host that Microsoft shows for this domain",
        },
      ],
    },
    "the host of a sister domain": {
      ...online("contoso.com MX 0 contoso-org.mail.protection.outlook.com"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host of contoso.com is that of another domain",
          received: "contoso-org.mail.protection.outlook.com",
          expected: "contoso-com.mail.protection.outlook.com",
          fix: "write the host that Microsoft shows for this domain",
        },
      ],
    },
    "another tenant's host in GCC High": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us MX 0 northwind.mail.protection.office365.us"],
        },
      ],
      finds: [
        {
          level: "error",
          at: "fabrikam.us MX",
          message: "the MX host of fabrikam.us is that of another tenant",
          received: "northwind.mail.protection.office365.us",
          expected: "fabrikam.mail.protection.office365.us",
          fix: "write the host that Microsoft shows for this domain",
        },
      ],
    },
  },
};

export default cases;
