import { mxOtherCloud } from "../../../../lib/rules/mx/mx-other-cloud";
import { online, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: mxOtherCloud,
  compliant: {
    "nobody names a tenant": undeclared("contoso.com MX 0 contoso.mail.protection.office365.us"),
    "the tenant's cloud": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "no host of Microsoft's": online("contoso.com MX 0 mx.contoso.net"),
  },
  violating: {
    "the German cloud, and nobody names a tenant": {
      ...undeclared("contoso.com MX 0 contoso-com.mail.protection.outlook.de"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host of contoso.com belongs to the German cloud, which is gone",
          received: "contoso-com.mail.protection.outlook.de",
          fix: "write the host that Microsoft shows for the domain",
        },
      ],
    },
    "GCC High for a worldwide tenant": {
      ...online("contoso.com MX 0 contoso.mail.protection.office365.us"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host of contoso.com belongs to another of Microsoft's clouds",
          received: "contoso.mail.protection.office365.us",
          expected: "a host below mail.protection.outlook.com",
          fix: "write the host that Microsoft shows for the domain",
        },
      ],
    },
    "the German cloud": {
      ...online("contoso.com MX 0 contoso-com.mail.protection.outlook.de"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host of contoso.com belongs to the German cloud, which is gone",
          received: "contoso-com.mail.protection.outlook.de",
          expected: "a host below mail.protection.outlook.com",
          fix: "write the host that Microsoft shows for the domain",
        },
      ],
    },
  },
};

export default cases;
