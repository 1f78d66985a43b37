import { dmarcSingleReportAddress } from "../../../../lib/rules/dmarc/dmarc-single-report-address";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcSingleReportAddress,
  compliant: {
    "none has a rule of its own": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    two: online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:a@contoso.com,mailto:b@contoso.com;"),
    "no record": online("contoso.com TXT v=spf1 -all"),
  },
  violating: {
    one: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:a@contoso.com;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message:
            "CISA's test of MS.EXO.4.4v1 does not pass for contoso.com: its DMARC record has one address for aggregate reports",
          received: '"v=DMARC1; p=reject; rua=mailto:a@contoso.com;"',
          expected: "two addresses in rua",
          fix: "add a second address, or accept this finding if you are no agency",
        },
      ],
    },
  },
};

export default cases;
