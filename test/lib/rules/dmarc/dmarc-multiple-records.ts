import { dmarcMultipleRecords } from "../../../../lib/rules/dmarc/dmarc-multiple-records";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcMultipleRecords,
  compliant: {
    "one record beside other texts": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
      "_dmarc.contoso.com TXT a note",
    ),
  },
  violating: {
    "three records": {
      ...online(
        "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
        "_dmarc.contoso.com TXT v=DMARC1; p=none;",
        "_dmarc.contoso.com TXT v=DMARC1;",
      ),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT #2",
          message: "contoso.com has 3 DMARC records, which count as none",
          received: '"v=DMARC1; p=reject;" and "v=DMARC1; p=none;" and "v=DMARC1;"',
          expected: "one record",
          fix: "keep one: the stricter where mail of the domain passes SPF or DKIM, and delete the others",
        },
      ],
    },
    "two records": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject;", "_dmarc.contoso.com TXT v=DMARC1; p=none;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT #2",
          message: "contoso.com has 2 DMARC records, which count as none",
          received: '"v=DMARC1; p=reject;" and "v=DMARC1; p=none;"',
          expected: "one record",
          fix: "keep one: the stricter where mail of the domain passes SPF or DKIM, and delete the others",
        },
      ],
    },
  },
};

export default cases;
