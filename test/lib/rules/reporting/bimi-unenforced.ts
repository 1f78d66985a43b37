import { bimiUnenforced } from "../../../../lib/rules/reporting/bimi-unenforced";
import { online, type RuleCases } from "../fixture";

const LOGO = "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;";

const cases: RuleCases = {
  rule: bimiUnenforced,
  compliant: {
    "a policy that is not known yet": { ...online(LOGO), unknown: ["_dmarc.contoso.com TXT"] },
    "a record that cannot be read has a rule of its own": online(
      "default._bimi.contoso.com TXT v=BIMI1; l=http://contoso.com/logo.svg;",
    ),
    quarantine: online(LOGO, "_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
    "a record that declines to show a logo": online("default._bimi.contoso.com TXT v=BIMI1; l=;"),
  },
  violating: {
    "subdomains are left out": {
      ...online(LOGO, "_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=none;"),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message:
            "no mail client shows the logo of contoso.com: BIMI needs an enforced DMARC policy for subdomains",
          received: "none",
          expected: "quarantine or reject",
        },
      ],
    },
    "no enforcement": {
      ...online(LOGO, "_dmarc.contoso.com TXT v=DMARC1; p=none;"),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message: "no mail client shows the logo of contoso.com: BIMI needs an enforced DMARC policy",
          received: "none",
          expected: "quarantine or reject",
        },
      ],
    },
    "no policy": {
      ...online(LOGO),
      finds: [
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message: "contoso.com shows a logo, and has no DMARC policy",
          expected: "p=quarantine or p=reject",
        },
      ],
    },
  },
};

export default cases;
