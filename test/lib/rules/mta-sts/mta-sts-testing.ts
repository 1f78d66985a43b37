import { mtaStsTesting } from "../../../../lib/rules/mta-sts/mta-sts-testing";
import type { Fixture } from "../fixture";
import { CONTOSO, type RuleCases } from "../fixture";

const serving = (mode: string): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      profile: "exchange-online",
      tenant: CONTOSO,
      records: ["_mta-sts.contoso.com TXT v=STSv1; id=1;"],
      policy: `version: STSv1\nmode: ${mode}\nmx: mx.contoso.com\nmax_age: 604800\n`,
    },
  ],
});

const cases: RuleCases = {
  rule: mtaStsTesting,
  compliant: {
    none: serving("none"),
    enforced: serving("enforce"),
  },
  violating: {
    "on trial": {
      ...serving("testing"),
      finds: [
        {
          level: "note",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com only tests",
          received: "mode: testing",
          expected: "mode: enforce",
          fix: "write mode: enforce once the TLS reports show no failures",
        },
      ],
    },
  },
};

export default cases;
