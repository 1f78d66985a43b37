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
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com TXT",
          message: "contoso.com announces an MTA-STS policy that cannot be fetched",
          received: "status 404",
          expected:
            "a policy at https://mta-sts.contoso.com/.well-known/mta-sts.txt, with a certificate for that name",
          fix: "serve the policy, or remove the record after publishing mode: none",
        },
      ],
    },
  },
};

export default cases;
