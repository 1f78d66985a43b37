import { dmarcObsolete } from "../../../../lib/rules/dmarc/dmarc-obsolete";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcObsolete,
  compliant: {
    "tags of RFC 9989": online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;"),
  },
  violating: {
    pct: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; pct=50;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: tag pct is obsolete: receivers that follow RFC 9989 ignore it",
          received: '"50"',
          fix: "remove pct: there is no other way to ask for a share, and the full policy is applied already",
        },
      ],
    },
  },
};

export default cases;
