import { dkimRevoked } from "../../../../lib/rules/dkim/dkim-revoked";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dkimRevoked,
  compliant: {
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
    "Microsoft's selector": {
      ...online("selector1._domainkey.contoso.com TXT v=DKIM1; p="),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com TXT",
          message: "selector1._domainkey.contoso.com revokes the key that Exchange Online signs with",
          received: "an empty p=",
          expected: "the CNAME that Get-DkimSigningConfig shows",
        },
      ],
    },
  },
};

export default cases;
