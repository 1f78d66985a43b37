import { dkimCopiedKey } from "../../../../lib/rules/dkim/dkim-copied-key";
import { base64, rsaPair } from "../../mail/dkim/keys";
import { online, type RuleCases } from "../fixture";

const RSA_2048 = base64(rsaPair(2048).publicKey, "spki");

const cases: RuleCases = {
  rule: dkimCopiedKey,
  compliant: {
    "a revoked key has a rule of its own": online("selector2._domainkey.contoso.com TXT v=DKIM1; p="),
    "mail that does not leave through Exchange Online": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: [`selector1._domainkey.news.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`],
        },
      ],
    },
    "names that only resemble Microsoft's": online(
      `selector11._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`,
      `myselector1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`,
    ),
    "the CNAME": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "another signer's key": online(`google._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`),
  },
  violating: {
    "a key that cannot be read": {
      ...online("selector2._domainkey.contoso.com TXT v=DKIM1; k=rsa"),
      finds: [
        {
          level: "error",
          at: "selector2._domainkey.contoso.com TXT",
          message: "selector2._domainkey.contoso.com holds a key where Microsoft's CNAME belongs",
          received: "a TXT record",
          expected: "the CNAME that Get-DkimSigningConfig shows",
          fix: "replace the TXT record by the CNAME",
        },
      ],
    },
    "a key under Microsoft's name": {
      ...online(`selector1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com TXT",
          message: "selector1._domainkey.contoso.com holds a key where Microsoft's CNAME belongs",
          received: "a TXT record",
          expected: "the CNAME that Get-DkimSigningConfig shows",
          fix: "replace the TXT record by the CNAME",
        },
      ],
    },
  },
};

export default cases;
