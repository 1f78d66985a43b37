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
        "in the DMARC record of contoso.com: tag pct is obsolete: receivers that follow RFC 9989 ignore it",
      ],
    },
  },
};

export default cases;
