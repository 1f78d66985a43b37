import { excerpt } from "../../../../lib/mail/spf/span";
import { dkimMultipleKeys } from "../../../../lib/rules/dkim/dkim-multiple-keys";
import { base64, rsaPair } from "../../mail/dkim/keys";
import { online, type RuleCases } from "../fixture";

const KEY = `v=DKIM1; k=rsa; p=${base64(rsaPair(2048).publicKey, "spki")}`;

const cases: RuleCases = {
  rule: dkimMultipleKeys,
  compliant: {
    "one key a selector": online(
      `s1._domainkey.contoso.com TXT ${KEY}`,
      "s2._domainkey.contoso.com TXT v=DKIM1; p=",
    ),
    "texts of which none is meant as a key": online(
      "s1._domainkey.contoso.com TXT v=spf1 -all",
      "s1._domainkey.contoso.com TXT v=DMARC1; p=reject;",
    ),
  },
  violating: {
    "a key beside its revocation": {
      ...online(`s1._domainkey.contoso.com TXT ${KEY}`, "s1._domainkey.contoso.com TXT v=DKIM1; p="),
      finds: [
        {
          level: "error",
          at: "s1._domainkey.contoso.com TXT",
          message: "s1._domainkey.contoso.com holds 2 texts, of which verifiers take any",
          received: `${excerpt(KEY)} and "v=DKIM1; p="`,
          expected: "one key (RFC 6376 §3.6.2.2)",
          fix: "keep the key that signs, and remove the rest; another key needs a selector of its own",
        },
      ],
    },
    "a key beside a proof of ownership, behind an alias": {
      ...online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net"),
      sources: ["observed"],
      outside: [`dkim2.mcsv.net TXT ${KEY}`, "dkim2.mcsv.net TXT MS=ms12345678"],
      finds: [
        {
          level: "error",
          at: "k2._domainkey.contoso.com CNAME",
          message:
            "k2._domainkey.contoso.com (behind its CNAME to dkim2.mcsv.net) holds 2 texts, of which verifiers take any",
          received: `"MS=ms12345678" and ${excerpt(KEY)}`,
          expected: "one key (RFC 6376 §3.6.2.2)",
          fix: "have the signer keep the key that it signs with, and remove the rest",
        },
      ],
    },
  },
};

export default cases;
