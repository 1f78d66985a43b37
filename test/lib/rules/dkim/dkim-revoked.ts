import { dkimRevoked } from "../../../../lib/rules/dkim/dkim-revoked";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dkimRevoked,
  compliant: {
    "a wildcard beside both selectors, which it does not answer for": online(
      "*._domainkey.contoso.com TXT v=DKIM1; p=",
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "a wildcard beside selectors that are not known yet": {
      ...online("*._domainkey.contoso.com TXT v=DKIM1; p="),
      unknown: ["selector1._domainkey.contoso.com CNAME"],
    },
    "the wildcard of a domain whose mail leaves elsewhere": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["*._domainkey.news.contoso.com TXT v=DKIM1; p="],
        },
      ],
    },
    "an old signer's key is revoked": online("old._domainkey.contoso.com TXT v=DKIM1; p="),
    // A name that exists is not answered by the wildcard (RFC 4592 §2.2.1).
    "all keys but the pair that signs": online(
      "*._domainkey.contoso.com TXT v=DKIM1; p=",
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "all keys of a parked domain": parked("*._domainkey.contoso.net TXT v=DKIM1; p="),
  },
  violating: {
    "a signer has withdrawn the key behind its alias": {
      ...online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net"),
      sources: ["observed"],
      outside: ["dkim2.mcsv.net TXT v=DKIM1; p="],
      finds: [
        {
          level: "warning",
          at: "k2._domainkey.contoso.com CNAME",
          message:
            "k2._domainkey.contoso.com (behind its CNAME to dkim2.mcsv.net) is revoked by whoever signs with it",
          received: "an empty p=",
          expected: "the key of the signer",
          fix: "have the signer publish a key, or remove the selector if it no longer signs",
        },
      ],
    },
    "Microsoft has withdrawn the key behind its alias": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      ),
      sources: ["observed"],
      outside: ["selector1-contoso-com._domainkey.contoso.onmicrosoft.com TXT v=DKIM1; k=rsa; p="],
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "selector1._domainkey.contoso.com (behind its CNAME to selector1-contoso-com._domainkey.contoso.onmicrosoft.com) is revoked by whoever signs with it",
          received: "an empty p=",
          expected: "the key of the signer",
          fix: "have Microsoft make a new key: Rotate-DkimSigningConfig",
        },
      ],
    },
    "a wildcard beside one of the two": {
      ...online(
        "*._domainkey.contoso.com TXT v=DKIM1; p=",
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      ),
      finds: [
        {
          level: "error",
          at: "*._domainkey.contoso.com TXT",
          message: "*._domainkey.contoso.com revokes the key that Exchange Online signs with",
          received: "an empty p=",
          expected: "the CNAMEs of selector1 and selector2 that Get-DkimSigningConfig shows",
          fix: "publish both CNAMEs",
        },
      ],
    },
    "Microsoft's selector": {
      ...online("selector1._domainkey.contoso.com TXT v=DKIM1; p="),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com TXT",
          message: "selector1._domainkey.contoso.com revokes the key that Exchange Online signs with",
          received: "an empty p=",
          expected: "the CNAMEs of selector1 and selector2 that Get-DkimSigningConfig shows",
          fix: "publish both CNAMEs",
        },
      ],
    },
  },
};

export default cases;
