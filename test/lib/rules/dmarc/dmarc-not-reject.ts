import { dmarcNotReject } from "../../../../lib/rules/dmarc/dmarc-not-reject";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcNotReject,
  compliant: {
    reject: online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    "none has a rule of its own": online("_dmarc.contoso.com TXT v=DMARC1; p=none;"),
  },
  violating: {
    quarantine: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com delivers forgeries to the junk folder",
          received: "p=quarantine",
          expected: "p=reject",
          fix: "write p=reject once the reports show no genuine mail that fails",
        },
      ],
    },
  },
};

export default cases;
