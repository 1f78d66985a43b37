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
    "two records": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject;", "_dmarc.contoso.com TXT v=DMARC1; p=none;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT #2",
          message: "contoso.com has 2 DMARC records, which count as none",
          received: '"v=DMARC1; p=reject;" and "v=DMARC1; p=none;"',
          expected: "one record",
          fix: "keep the stricter one",
        },
      ],
    },
  },
};

export default cases;
