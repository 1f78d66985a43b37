import { bimiSyntax } from "../../../../lib/rules/reporting/bimi-syntax";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: bimiSyntax,
  compliant: {
    "a logo and a certificate": online(
      "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg; a=https://contoso.com/mark.pem;",
    ),
    "a wildcard's text": online("default._bimi.contoso.com TXT v=spf1 -all"),
  },
  violating: {
    "no HTTPS": {
      ...online("default._bimi.contoso.com TXT v=BIMI1; l=http://contoso.com/logo.svg;"),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message: 'default._bimi.contoso.com is no BIMI record: URI scheme "http" is not used here',
          received: '"http://contoso.com/logo.svg"',
          expected: "https://reports.contoso.com/",
          fix: "write https://contoso.com/logo.svg",
        },
      ],
    },
  },
};

export default cases;
