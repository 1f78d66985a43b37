import { mtaStsSyntax } from "../../../../lib/rules/mta-sts/mta-sts-syntax";
import type { Fixture } from "../fixture";
import { CONTOSO, online, type RuleCases } from "../fixture";

const RECORD = "_mta-sts.contoso.com TXT v=STSv1; id=20261126;";
const serving = (policy: string, ...records: readonly string[]): Fixture => ({
  domains: [{ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, records, policy }],
});

const cases: RuleCases = {
  rule: mtaStsSyntax,
  compliant: {
    "a record and a policy": serving(
      "version: STSv1\nmode: enforce\nmx: contoso-com.mail.protection.outlook.com\nmax_age: 604800\n",
      RECORD,
    ),
    "no MTA-STS": online(),
  },
  violating: {
    "a policy and a record that cannot be read": {
      ...serving("version: STSv1\nmode: enforce", "_mta-sts.contoso.com TXT v=STSv1; id=a-b;"),
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com TXT",
          message: "the MTA-STS record of contoso.com cannot be read: id is not valid",
          received: '"a-b"',
          expected: "1 to 32 letters and digits",
        },
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com cannot be read: no max_age field",
          expected: "max_age: 604800",
        },
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com cannot be read: no mx field",
          expected: "mx: and a host name or *.domain",
        },
      ],
    },
    "two records": {
      ...online(RECORD, "_mta-sts.contoso.com TXT v=STSv1; id=1;"),
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com TXT #2",
          message: "contoso.com has 2 MTA-STS records, which count as none",
          expected: "one record",
          fix: "keep the one whose id belongs to the policy",
        },
      ],
    },
    "a record without an id": {
      ...online("_mta-sts.contoso.com TXT v=STSv1;"),
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com TXT",
          message: "the MTA-STS record of contoso.com cannot be read: no id field",
          expected: "id=20260101T000000",
        },
      ],
    },
    "a policy without a mode": {
      ...serving("version: STSv1\nmx: mx.contoso.com\nmax_age: 604800\n", RECORD),
      finds: [
        {
          level: "error",
          at: "MTA-STS policy of contoso.com",
          message: "the MTA-STS policy of contoso.com cannot be read: no mode field",
          expected: "mode: testing, mode: enforce or mode: none",
        },
      ],
    },
  },
};

export default cases;
