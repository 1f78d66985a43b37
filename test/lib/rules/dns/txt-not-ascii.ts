import { txtNotAscii } from "../../../../lib/rules/dns/txt-not-ascii";
import { parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: txtNotAscii,
  compliant: {
    "a text in ASCII": parked("contoso.com TXT owner=Cafe ~!"),
    "a record of another type": parked("caf.contoso.com CNAME www.contoso.com"),
  },
  violating: {
    "a letter with an accent": {
      ...parked("info.contoso.com TXT owner=Café"),
      finds: [
        {
          level: "note",
          at: "info.contoso.com TXT",
          message: "the text at info.contoso.com has characters beyond ASCII",
          received: '"owner=Café"',
          expected: "what whoever asked for the text looks for: letters, digits and signs of ASCII",
        },
      ],
    },
  },
};

export default cases;
