import { dmarcPolicyNone } from "../../../../lib/rules/dmarc/dmarc-policy-none";
import { online, parked, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: dmarcPolicyNone,
  compliant: {
    "a domain that sends nothing has a rule of its own": parked("_dmarc.contoso.net TXT v=DMARC1; p=none;"),
    reject: online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    quarantine: online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
  },
  violating: {
    "neither p nor reports": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; sp=reject;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com lets forgeries through",
          received: "neither p nor rua: receivers ignore the record",
          expected: "p=quarantine or p=reject",
          fix: "read the reports, fix the senders that fail, then write p=quarantine",
        },
      ],
    },
    "no p": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; rua=mailto:d@contoso.com;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC policy of contoso.com lets forgeries through",
          received: "no p, which counts as p=none",
          expected: "p=quarantine or p=reject",
          fix: "read the reports, fix the senders that fail, then write p=quarantine",
        },
      ],
    },
    "nobody has declared what the domain is for": {
      ...undeclared("contoso.com TXT v=spf1 -all", "_dmarc.contoso.com TXT v=DMARC1; p=none;"),
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
