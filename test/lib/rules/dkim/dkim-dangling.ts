import { dkimDangling } from "../../../../lib/rules/dkim/dkim-dangling";
import { base64, rsaPair } from "../../mail/dkim/keys";
import { online, type RuleCases } from "../fixture";

const ALIAS = "k2._domainkey.contoso.com CNAME dkim2.mcsv.net";

const TARGETS = ["selector1", "selector2"].map(
  (selector) => `${selector}-contoso-com._domainkey.contoso.onmicrosoft.com`,
);
const PAIR = TARGETS.map((target, index) => `selector${index + 1}._domainkey.contoso.com CNAME ${target}`);
const KEY = `TXT v=DKIM1; k=rsa; p=${base64(rsaPair(2048).publicKey, "spki")}`;

const cases: RuleCases = {
  rule: dkimDangling,
  compliant: {
    "names of which an estate or a plan knows nothing": {
      ...online(ALIAS),
      sources: ["declared", "planned"],
    },
    "a key behind the alias": { ...online(ALIAS), outside: ["dkim2.mcsv.net TXT v=DKIM1; p="] },
    "a server that does not answer": { ...online(ALIAS), unknown: ["dkim2.mcsv.net TXT"] },
  },
  violating: {
    "the second of Microsoft's targets does not exist before the first rotation": {
      ...online(...PAIR),
      sources: ["observed"],
      outside: [`${TARGETS[0]} ${KEY}`, `${TARGETS[1]} TXT`],
      finds: [
        {
          level: "note",
          at: "selector2._domainkey.contoso.com CNAME",
          message:
            "selector2._domainkey.contoso.com leads to a name without a key, as long as Microsoft has not rotated",
          received: `CNAME ${TARGETS[1]}`,
          expected: "a key there after the first rotation; until then the other selector signs",
        },
      ],
    },
    "one of Microsoft's targets does not exist and nobody knows the other": {
      ...online(...PAIR),
      sources: ["observed"],
      outside: [`${TARGETS[1]} TXT`],
      finds: [
        {
          level: "error",
          at: "selector2._domainkey.contoso.com CNAME",
          message: "selector2._domainkey.contoso.com leads to a name without a key",
          received: `CNAME ${TARGETS[1]}`,
          expected: "a name that holds the signer's key",
          fix: "have the signer make the key, or remove the selector",
        },
      ],
    },
    "a key in another domain of the estate that it does not declare": {
      domains: [
        ...online("s1._domainkey.contoso.com CNAME s1._domainkey.contoso.net").domains,
        { domain: "contoso.net", records: ["contoso.net TXT v=spf1 -all"] },
      ],
      sources: ["declared", "planned"],
      finds: [
        {
          level: "warning",
          at: "s1._domainkey.contoso.com CNAME",
          subject: "contoso.com",
          message: "s1._domainkey.contoso.com leads to a name without a key",
          received: "CNAME s1._domainkey.contoso.net",
          expected: "a name that holds the signer's key",
          fix: "have the signer make the key, or remove the selector",
        },
      ],
    },
    "nothing behind the alias": {
      ...online(ALIAS),
      sources: ["observed"],
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
