import { dmarcPartial } from "../../../../lib/rules/dmarc/dmarc-partial";
import { online, type RuleCases } from "../fixture";

const finds = (received: string, expected: string, fix: string) => [
  {
    level: "note" as const,
    at: "_dmarc.contoso.com TXT",
    message: "the DMARC policy of contoso.com does not hold for all mail",
    received,
    expected,
    fix,
  },
];

const cases: RuleCases = {
  rule: dmarcPartial,
  compliant: {
    "all mail": online("_dmarc.contoso.com TXT v=DMARC1; p=reject;"),
    "all mail, said": online("_dmarc.contoso.com TXT v=DMARC1; p=reject; pct=100;"),
    "a share that is no number counts as all": online("_dmarc.contoso.com TXT v=DMARC1; p=reject; pct=half;"),
    "none is none of all mail": online("_dmarc.contoso.com TXT v=DMARC1; p=none; pct=10; t=y;"),
    "no policy": online("_dmarc.contoso.com TXT v=DMARC1; rua=mailto:d@contoso.com; t=y;"),
    "no record": online("contoso.com TXT v=spf1 -all"),
  },
  violating: {
    "reject for nobody": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; pct=0;"),
      finds: finds("p=reject; pct=0", "p=reject without pct and t", "remove pct when the trial is over"),
    },
    "quarantine for nearly all": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine; pct=99;"),
      finds: finds(
        "p=quarantine; pct=99",
        "p=quarantine without pct and t",
        "remove pct when the trial is over",
      ),
    },
    "on trial by the old rule and by the new one": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; pct=50; t=y;"),
      finds: finds(
        "p=reject; pct=50; t=y",
        "p=reject without pct and t",
        "remove pct and t when the trial is over",
      ),
    },
  },
};

export default cases;
