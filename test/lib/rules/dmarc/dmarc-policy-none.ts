import { dmarcPolicyNone } from "../../../../lib/rules/dmarc/dmarc-policy-none";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcPolicyNone,
  compliant: {
    quarantine: online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
  },
  violating: {
    none: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=none; rua=mailto:d@contoso.com;"),
      finds: ["the DMARC policy of contoso.com lets forgeries through"],
    },
  },
};

export default cases;
