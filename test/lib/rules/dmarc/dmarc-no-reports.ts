import { dmarcNoReports } from "../../../../lib/rules/dmarc/dmarc-no-reports";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcNoReports,
  compliant: {
    "an address for aggregate reports": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;",
    ),
  },
  violating: {
    none: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "nobody is told how mail of contoso.com fares: its DMARC record has no rua",
          received: '"v=DMARC1; p=reject;"',
          expected: "rua=mailto:…",
          fix: "add an address for aggregate reports",
        },
      ],
    },
  },
};

export default cases;
