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
      finds: ["receivers treat the DMARC policy of contoso.com as quarantine"],
    },
  },
};

export default cases;
