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
