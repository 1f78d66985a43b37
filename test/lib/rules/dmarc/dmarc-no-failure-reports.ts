import { dmarcNoFailureReports } from "../../../../lib/rules/dmarc/dmarc-no-failure-reports";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcNoFailureReports,
  compliant: {
    "an address for failure reports": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=reject; ruf=mailto:f@contoso.com;",
    ),
  },
  violating: {
    none: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC record of contoso.com has no address for failure reports",
          received: '"v=DMARC1; p=reject; rua=mailto:d@contoso.com;"',
          expected: "ruf=mailto:…",
          fix: "add an address for failure reports",
        },
      ],
    },
  },
};

export default cases;
