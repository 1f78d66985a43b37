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
      finds: ["no mail client shows the logo of contoso.com: BIMI needs an enforced DMARC policy"],
    },
    "no policy": { ...online(LOGO), finds: ["contoso.com shows a logo, and has no DMARC policy"] },
  },
};

export default cases;
