import { dkimRevoked } from "../../../../lib/rules/dkim/dkim-revoked";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dkimRevoked,
  compliant: {
    "an old signer's key is revoked": online("old._domainkey.contoso.com TXT v=DKIM1; p="),
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
