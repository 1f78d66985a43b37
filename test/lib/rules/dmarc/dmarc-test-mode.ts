import { dmarcTestMode } from "../../../../lib/rules/dmarc/dmarc-test-mode";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcTestMode,
  compliant: {
    "out of test mode": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
  },
  violating: {
    "reject on trial": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; t=y;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message: "receivers treat the DMARC policy of contoso.com as quarantine",
          received: "p=reject; t=y",
          fix: "remove t=y when the trial is over",
        },
      ],
    },
  },
};

export default cases;
