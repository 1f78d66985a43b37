import { mtaStsMxUncovered } from "../../../../lib/rules/mta-sts/mta-sts-mx-uncovered";
import type { Fixture } from "../fixture";
import { CONTOSO, online, type RuleCases } from "../fixture";

const serving = (mode: string, mx: string, ...hosts: readonly string[]): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      profile: "exchange-online",
      tenant: CONTOSO,
      records: [
        "_mta-sts.contoso.com TXT v=STSv1; id=1;",
        ...hosts.map((host) => `contoso.com MX 0 ${host}`),
      ],
      policy: `version: STSv1\nmode: ${mode}\nmx: ${mx}\nmax_age: 604800\n`,
    },
  ],
});

const cases: RuleCases = {
  rule: mtaStsMxUncovered,
  compliant: {
    "nothing is received": serving("enforce", "mx.contoso.com", "."),
    "no policy": online("contoso.com MX 0 mx.contoso.com"),
    "the asterisk is one label": serving(
      "enforce",
      "*.mail.protection.outlook.com",
      "contoso-com.mail.protection.outlook.com",
    ),
    "mode none asks for nothing": serving(
      "none",
      "mx.contoso.com",
      "contoso-com.mail.protection.outlook.com",
    ),
  },
  violating: {
    "two of three, of a policy with two hosts": {
      ...serving(
        "enforce",
        "mx1.contoso.com\nmx: mx9.contoso.com",
        "mx1.contoso.com",
        "mx2.contoso.com",
        "mx3.contoso.com",
      ),
      finds: [
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com does not name all of its MX hosts",
          received: "mx1.contoso.com, mx9.contoso.com",
          expected: "mx2.contoso.com, mx3.contoso.com",
          fix: "add the host to the policy before the MX names it",
        },
      ],
    },
    "one of two": {
      ...serving("enforce", "mx1.contoso.com", "mx1.contoso.com", "mx2.contoso.com"),
      finds: [
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com does not name all of its MX hosts",
          received: "mx1.contoso.com",
          expected: "mx2.contoso.com",
          fix: "add the host to the policy before the MX names it",
        },
      ],
    },
    "the asterisk is not two labels": {
      ...serving("enforce", "*.mx.microsoft", "contoso-com.j-v1.mx.microsoft"),
      finds: [
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com does not name any of its MX hosts",
          received: "*.mx.microsoft",
          expected: "contoso-com.j-v1.mx.microsoft",
          fix: "add the host to the policy before the MX names it",
        },
      ],
    },
    "in testing, too": {
      ...serving("testing", "mx.contoso.com", "contoso-com.mail.protection.outlook.com"),
      finds: [
        {
          level: "warning",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com does not name any of its MX hosts",
          received: "mx.contoso.com",
          expected: "contoso-com.mail.protection.outlook.com",
          fix: "add the host to the policy before the MX names it",
        },
      ],
    },
  },
};

export default cases;
