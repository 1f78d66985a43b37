import { dmarcObsolete } from "../../../../lib/rules/dmarc/dmarc-obsolete";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcObsolete,
  compliant: {
    "a record without p has a rule of its own": online(
      "_dmarc.contoso.com TXT v=DMARC1; rua=mailto:d@contoso.com;",
    ),
    "tags of RFC 9989": online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;"),
  },
  violating: {
    "a domain that calls itself a public suffix": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; psd=y;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: the domain calls itself a public suffix, so that names below it are domains of others, whose mail does not align with it",
          received: "psd=y",
          fix: "remove psd, unless anybody can register names below the domain",
        },
      ],
    },
    "values that receivers discard": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; adkim=relaxed; ri=3600; fo=0:1:d:s;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: adkim is not valid, and receivers go by adkim=r: tag adkim has an unknown value",
          received: '"relaxed"',
          expected: "r, s",
        },
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: fo is not valid, and receivers go by fo=0: failure options are not valid",
          received: '"0:1:d:s"',
          expected: "0 or 1, d, s, each once between colons",
        },
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: tag ri is obsolete: receivers that follow RFC 9989 ignore it",
          received: '"3600"',
          fix: "remove ri",
        },
      ],
    },
    "an address that is no URI": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=d@contoso.com;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "in the DMARC record of contoso.com: rua is not valid, and no reports are sent there: not a URI",
          received: '"d@contoso.com"',
          expected: "mailto:reports@contoso.com",
          fix: "write mailto:d@contoso.com",
        },
      ],
    },
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
