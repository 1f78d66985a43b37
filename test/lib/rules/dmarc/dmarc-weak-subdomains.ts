import { dmarcWeakSubdomains } from "../../../../lib/rules/dmarc/dmarc-weak-subdomains";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcWeakSubdomains,
  compliant: {
    "subdomains are treated alike": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    "stricter for subdomains, which is a way to start": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=none; sp=reject;",
    ),
  },
  violating: {
    "sp and np are milder": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=quarantine; np=none;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com is weaker for subdomains",
          received: "sp=quarantine",
          expected: "sp=reject, as the domain itself has it",
          fix: "remove sp",
        },
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com is weaker for subdomains that do not exist",
          received: "np=none",
          expected: "np=quarantine, as the domain itself has it",
          fix: "remove np",
        },
      ],
    },
    "np alone": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; np=none;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com is weaker for subdomains that do not exist",
          received: "np=none",
          expected: "np=reject, as the domain itself has it",
          fix: "remove np",
        },
      ],
    },
  },
};

export default cases;
