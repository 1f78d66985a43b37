import { bimiHardlyShown } from "../../../../lib/rules/reporting/bimi-hardly-shown";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: bimiHardlyShown,
  compliant: {
    "one that cannot be read has a rule of its own": online(
      "default._bimi.contoso.com TXT v=BIMI1; l=http://contoso.com/logo.png;",
    ),
    "a logo with a certificate": online(
      "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg; a=https://contoso.com/mark.pem;",
    ),
  },
  violating: {
    "no certificate": {
      ...online("default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;"),
      finds: [
        {
          level: "note",
          at: "default._bimi.contoso.com TXT",
          message:
            "the logo of contoso.com: some receivers, Gmail among them, show no logo without a mark certificate",
          expected: "the HTTPS address of a verified or common mark certificate",
        },
      ],
    },
    "a picture of another kind": {
      ...online(
        "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.png; a=https://contoso.com/mark.pem;",
      ),
      finds: [
        {
          level: "note",
          at: "default._bimi.contoso.com TXT",
          message: "the logo of contoso.com: logo does not look like an SVG file",
          received: '"https://contoso.com/logo.png"',
          expected: "a path that ends in .svg: only SVG Tiny PS is shown",
        },
      ],
    },
  },
};

export default cases;
