import { dkimDangling } from "../../../../lib/rules/dkim/dkim-dangling";
import { online, type RuleCases } from "../fixture";

const ALIAS = "k2._domainkey.contoso.com CNAME dkim2.mcsv.net";

const cases: RuleCases = {
  rule: dkimDangling,
  compliant: {
    "a key behind the alias": { ...online(ALIAS), outside: ["dkim2.mcsv.net TXT v=DKIM1; p="] },
    "a server that does not answer": { ...online(ALIAS), unknown: ["dkim2.mcsv.net TXT"] },
  },
  violating: {
    "nothing behind the alias": {
      ...online(ALIAS),
      outside: ["dkim2.mcsv.net TXT"],
      finds: [
        {
          level: "error",
          at: "k2._domainkey.contoso.com CNAME",
          message: "k2._domainkey.contoso.com leads to a name without a key",
          received: "CNAME dkim2.mcsv.net",
          expected: "a name that holds the signer's key",
          fix: "have the signer make the key, or remove the selector",
        },
      ],
    },
  },
};

export default cases;
