import { mtaStsNoPolicy } from "../../../../lib/rules/mta-sts/mta-sts-no-policy";
import { online, type RuleCases } from "../fixture";

const RECORD = "_mta-sts.contoso.com TXT v=STSv1; id=20261126;";

const cases: RuleCases = {
  rule: mtaStsNoPolicy,
  compliant: {
    "a policy is served": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: [RECORD],
          policy: "version: STSv1\nmode: testing\nmx: mx.contoso.com\nmax_age: 604800\n",
        },
      ],
    },
    "nothing is announced": online(),
  },
  violating: {
    "an announcement alone": {
      ...online(RECORD),
      finds: ["contoso.com announces an MTA-STS policy that cannot be fetched"],
    },
  },
};

export default cases;
