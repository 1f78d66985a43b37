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
    "two records": {
      ...online(RECORD, "_mta-sts.contoso.com TXT v=STSv1; id=1;"),
      finds: ["contoso.com has 2 MTA-STS records, which count as none"],
    },
    "a record without an id": {
      ...online("_mta-sts.contoso.com TXT v=STSv1;"),
      finds: ["the MTA-STS record of contoso.com cannot be read: no id field"],
    },
    "a policy without a mode": {
      ...serving("version: STSv1\nmx: mx.contoso.com\nmax_age: 604800\n", RECORD),
      finds: ["the MTA-STS policy of contoso.com cannot be read: no mode field"],
    },
  },
};

export default cases;
