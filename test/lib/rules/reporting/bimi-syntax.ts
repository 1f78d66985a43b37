import { bimiSyntax } from "../../../../lib/rules/reporting/bimi-syntax";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: bimiSyntax,
  compliant: {
    "a text elsewhere": online("contoso.com TXT v=BIMI1; l=nowhere"),
    "a logo and a certificate": online(
      "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg; a=https://contoso.com/mark.pem;",
    ),
    "a wildcard's text": online("default._bimi.contoso.com TXT v=spf1 -all"),
  },
  violating: {
    "two logos at one selector": {
      ...online(
        "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;",
        "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/new.svg;",
        "brand._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/brand.svg;",
      ),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT #2",
          message: "default._bimi.contoso.com has 2 BIMI records, which count as none",
          received:
            '"v=BIMI1; l=https://contoso.com/logo.svg;" and "v=BIMI1; l=https://contoso.com/new.svg;"',
          expected: "one record",
          fix: "keep the one with the logo that is meant, and delete the others",
        },
      ],
    },
    "a certificate without HTTPS, below another selector": {
      ...online(
        "brand._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg; a=http://contoso.com/mark.pem;",
      ),
      finds: [
        {
          level: "warning",
          at: "brand._bimi.contoso.com TXT",
          message: 'brand._bimi.contoso.com is no BIMI record: URI scheme "http" is not used here',
          received: '"http://contoso.com/mark.pem"',
          expected: "https://contoso.com/mark.pem",
          fix: "write https://contoso.com/mark.pem",
        },
      ],
    },
    "no HTTPS": {
      ...online("default._bimi.contoso.com TXT v=BIMI1; l=http://contoso.com/logo.svg;"),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message: 'default._bimi.contoso.com is no BIMI record: URI scheme "http" is not used here',
          received: '"http://contoso.com/logo.svg"',
          expected: "https://contoso.com/logo.svg",
          fix: "write https://contoso.com/logo.svg",
        },
      ],
    },
  },
};

export default cases;
