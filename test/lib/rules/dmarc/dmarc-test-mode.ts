import { dmarcTestMode } from "../../../../lib/rules/dmarc/dmarc-test-mode";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcTestMode,
  compliant: {
    "none cannot be milder": online("_dmarc.contoso.com TXT v=DMARC1; p=none; t=y;"),
    "no policy": online("_dmarc.contoso.com TXT v=DMARC1; rua=mailto:d@contoso.com; t=y;"),
    "t=n": online("_dmarc.contoso.com TXT v=DMARC1; p=reject; t=n;"),
    "out of test mode": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
  },
  violating: {
    "quarantine on trial": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine; t=y;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message:
            "receivers treat the DMARC policy of contoso.com as none; those that know only RFC 7489 enforce p=quarantine",
          received: "p=quarantine; t=y",
          fix: "remove t=y when the trial is over",
        },
      ],
    },
    "reject on trial": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; t=y;"),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message:
            "receivers treat the DMARC policy of contoso.com as quarantine; those that know only RFC 7489 enforce p=reject",
          received: "p=reject; t=y",
          fix: "remove t=y when the trial is over",
        },
      ],
    },
  },
};

export default cases;
