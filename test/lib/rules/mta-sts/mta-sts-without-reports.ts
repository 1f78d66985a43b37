import { mtaStsWithoutReports } from "../../../../lib/rules/mta-sts/mta-sts-without-reports";
import { online, type RuleCases } from "../fixture";

const RECORD = "_mta-sts.contoso.com TXT v=STSv1; id=1;";

const cases: RuleCases = {
  rule: mtaStsWithoutReports,
  compliant: {
    "reports that are not known yet": { ...online(RECORD), unknown: ["_smtp._tls.contoso.com TXT"] },
    both: online(RECORD, "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com;"),
    neither: online(),
  },
  violating: {
    "another text where reports are asked for": {
      ...online(RECORD, "_smtp._tls.contoso.com TXT later"),
      finds: [
        {
          level: "warning",
          at: "_mta-sts.contoso.com TXT",
          message: "contoso.com has MTA-STS, and nobody is told when it fails",
          expected: "a TXT record at _smtp._tls.contoso.com",
          fix: "add tlsRpt with an address for reports",
        },
      ],
    },
    "no reports": {
      ...online(RECORD),
      finds: [
        {
          level: "warning",
          at: "_mta-sts.contoso.com TXT",
          message: "contoso.com has MTA-STS, and nobody is told when it fails",
          expected: "a TXT record at _smtp._tls.contoso.com",
          fix: "add tlsRpt with an address for reports",
        },
      ],
    },
  },
};

export default cases;
