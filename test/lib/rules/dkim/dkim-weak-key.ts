import { dkimWeakKey } from "../../../../lib/rules/dkim/dkim-weak-key";
import { base64, rsaPair } from "../../mail/dkim/keys";
import { online, type RuleCases } from "../fixture";

const RSA_1024 = base64(rsaPair(1024).publicKey, "spki");
const RSA_2048 = base64(rsaPair(2048).publicKey, "spki");

const cases: RuleCases = {
  rule: dkimWeakKey,
  compliant: {
    "2048 bits": online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_2048}`),
  },
  violating: {
    "a key of 1024 bits on trial, behind Microsoft's alias": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      ),
      outside: [
        `selector1-contoso-com._domainkey.contoso.onmicrosoft.com TXT v=DKIM1; k=rsa; t=y; p=${RSA_1024}`,
      ],
      finds: [
        {
          level: "warning",
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "selector1._domainkey.contoso.com (behind its CNAME to selector1-contoso-com._domainkey.contoso.onmicrosoft.com): RSA key is weak",
          received: "1024 bits",
          expected: "2048 bits (RFC 8301 §3.2)",
          fix: "have the signer rotate to a 2048-bit key",
        },
        {
          level: "warning",
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "selector1._domainkey.contoso.com (behind its CNAME to selector1-contoso-com._domainkey.contoso.onmicrosoft.com): key is in test mode: receivers may treat its mail as unsigned",
          received: "y",
          fix: "remove the flag y",
        },
      ],
      sources: ["observed"],
    },
    "an Ed25519 key on trial": {
      ...online(
        "s1._domainkey.contoso.com TXT v=DKIM1; k=ed25519; t=y; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      ),
      finds: [
        {
          level: "warning",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com: key is in test mode: receivers may treat its mail as unsigned",
          received: "y",
          fix: "remove the flag y",
        },
      ],
    },
    "a key that is not for mail": {
      ...online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; s=tlsrpt; p=${RSA_2048}`),
      finds: [
        {
          level: "error",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com: key is not for mail",
          received: "tlsrpt",
          expected: "email or *",
        },
      ],
    },
    "a key for a hash that nobody takes any more": {
      ...online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; h=sha1; p=${RSA_2048}`),
      finds: [
        {
          level: "error",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com: key allows no hash algorithm in use",
          received: "sha1",
          expected: "sha256 (RFC 8301 §3.1)",
        },
      ],
    },
    "1024 bits": {
      ...online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; p=${RSA_1024}`),
      finds: [
        {
          level: "warning",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com: RSA key is weak",
          received: "1024 bits",
          expected: "2048 bits (RFC 8301 §3.2)",
          fix: "have the signer rotate to a 2048-bit key",
        },
      ],
    },
    "a key on trial": {
      ...online(`s1._domainkey.contoso.com TXT v=DKIM1; k=rsa; t=y; p=${RSA_2048}`),
      finds: [
        {
          level: "warning",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com: key is in test mode: receivers may treat its mail as unsigned",
          received: "y",
          fix: "remove the flag y",
        },
      ],
    },
  },
};

export default cases;
