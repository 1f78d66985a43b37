import { mtaStsShortAge } from "../../../../lib/rules/mta-sts/mta-sts-short-age";
import type { Fixture } from "../fixture";
import { CONTOSO, type RuleCases } from "../fixture";

const serving = (mode: string, age: number): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      profile: "exchange-online",
      tenant: CONTOSO,
      records: ["_mta-sts.contoso.com TXT v=STSv1; id=1;"],
      policy: `version: STSv1\nmode: ${mode}\nmx: mx.contoso.com\nmax_age: ${age}\n`,
    },
  ],
});

const cases: RuleCases = {
  rule: mtaStsShortAge,
  compliant: {
    "a day": serving("enforce", 86400),
    "a trial may be short": serving("testing", 300),
  },
  violating: {
    "a second less than a day": {
      ...serving("enforce", 86399),
      finds: [
        {
          level: "note",
          at: "MTA-STS policy of contoso.com",
          message: "senders forget the MTA-STS policy of contoso.com within a day",
          received: "max_age: 86399",
          expected: "weeks: 604800 or more",
        },
      ],
    },
    "an hour": {
      ...serving("enforce", 3600),
      finds: [
        {
          level: "note",
          at: "MTA-STS policy of contoso.com",
          message: "senders forget the MTA-STS policy of contoso.com within a day",
          received: "max_age: 3600",
          expected: "weeks: 604800 or more",
        },
      ],
    },
  },
};

export default cases;
