import { dmarcNotReject } from "../../../../lib/rules/dmarc/dmarc-not-reject";
import { online, parked, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: dmarcNotReject,
  compliant: {
    "a domain that sends nothing has a rule of its own": parked(
      "_dmarc.contoso.net TXT v=DMARC1; p=quarantine;",
    ),
    reject: online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    "none has a rule of its own": online("_dmarc.contoso.com TXT v=DMARC1; p=none;"),
  },
  violating: {
    "nobody has declared what the domain is for": {
      ...undeclared("contoso.com TXT v=spf1 -all", "_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
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
