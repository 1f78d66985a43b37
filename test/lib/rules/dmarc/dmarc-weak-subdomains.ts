import { dmarcWeakSubdomains } from "../../../../lib/rules/dmarc/dmarc-weak-subdomains";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcWeakSubdomains,
  compliant: {
    "the same for subdomains": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=quarantine; sp=quarantine; np=quarantine;",
    ),
    "np is as sp": online("_dmarc.contoso.com TXT v=DMARC1; p=none; sp=quarantine; np=quarantine;"),
    "no policy to be weaker than": online(
      "_dmarc.contoso.com TXT v=DMARC1; sp=none; rua=mailto:d@contoso.com;",
    ),
    "subdomains are treated alike": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    "stricter for subdomains, which is a way to start": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=none; sp=reject;",
    ),
  },
  violating: {
    "np is milder than sp, which is stricter than p": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=none; sp=reject; np=quarantine;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com is weaker for subdomains that do not exist",
          received: "np=quarantine",
          expected: "np=reject, as sp has it",
          fix: "remove np",
        },
      ],
    },
    "sp alone": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine; sp=none;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com is weaker for subdomains",
          received: "sp=none",
          expected: "sp=quarantine, as the domain itself has it",
          fix: "remove sp",
        },
      ],
    },
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
          expected: "np=quarantine, as sp has it",
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
