import { dkimSyntax } from "../../../../lib/rules/dkim/dkim-syntax";
import { base64, rsaPair } from "../../mail/dkim/keys";
import { online, type RuleCases } from "../fixture";

const RSA_2048 = base64(rsaPair(2048).publicKey, "spki");

const cases: RuleCases = {
  rule: dkimSyntax,
  compliant: {
    "a key": online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`),
    "a revoked key": online("s1._domainkey.contoso.com TXT v=DKIM1; p="),
    "a wildcard's text": online("selector1._domainkey.contoso.com TXT v=spf1 -all"),
    "a wildcard's text that has a p": online("selector1._domainkey.contoso.com TXT v=DMARC1; p=reject;"),
  },
  violating: {
    "a text that is no key behind an alias": {
      ...online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net"),
      sources: ["observed"],
      outside: ["dkim2.mcsv.net TXT MS=ms12345678"],
      finds: [
        {
          level: "error",
          at: "k2._domainkey.contoso.com CNAME",
          message: "k2._domainkey.contoso.com (behind its CNAME to dkim2.mcsv.net) is no DKIM key: no p tag",
          expected: "p=<base64>, or an empty p= for a revoked key",
        },
      ],
    },
    "a key that was cut off": {
      ...online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048.slice(0, 200)}`),
      finds: [
        {
          level: "error",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com is no DKIM key: not an RSA public key",
          received: "150 octets",
          expected: "an RSA public key in DER, whole and nothing after it",
        },
      ],
    },
    "no key at all": {
      ...online("s1._domainkey.contoso.com TXT v=DKIM1; k=rsa"),
      finds: [
        {
          level: "error",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com is no DKIM key: no p tag",
          expected: "p=<base64>, or an empty p= for a revoked key",
        },
      ],
    },
  },
};

export default cases;
