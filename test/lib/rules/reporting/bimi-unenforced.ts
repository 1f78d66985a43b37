import { bimiUnenforced } from "../../../../lib/rules/reporting/bimi-unenforced";
import { online, type RuleCases } from "../fixture";

const LOGO = "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;";

const cases: RuleCases = {
  rule: bimiUnenforced,
  compliant: {
    quarantine: online(LOGO, "_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
    "a record that declines to show a logo": online("default._bimi.contoso.com TXT v=BIMI1; l=;"),
  },
  violating: {
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
