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
      finds: ["the DMARC policy of contoso.com delivers forgeries to the junk folder"],
    },
  },
};

export default cases;
