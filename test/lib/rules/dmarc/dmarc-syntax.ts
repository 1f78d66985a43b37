import { dmarcSyntax } from "../../../../lib/rules/dmarc/dmarc-syntax";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcSyntax,
  compliant: {
    "a record with every tag": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=quarantine; np=reject; adkim=s; aspf=r; rua=mailto:d@contoso.com; fo=1; ruf=mailto:f@contoso.com; t=n; psd=n;",
    ),
  },
  violating: {
    "a policy that is none of the three": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=block;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message: "the DMARC record of contoso.com cannot be read: tag p has an unknown value",
          received: '"block"',
          expected: "none, quarantine, reject",
        },
      ],
    },
  },
};

export default cases;
