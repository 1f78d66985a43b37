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
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com lets forgeries through",
          received: "p=none",
          expected: "p=quarantine or p=reject",
          fix: "read the reports, fix the senders that fail, then write p=quarantine",
        },
      ],
    },
  },
};

export default cases;
