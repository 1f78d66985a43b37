import { dmarcEnforcedUnauthenticated } from "../../../../lib/rules/dmarc/dmarc-enforced-unauthenticated";
import { CONTOSO, online, parked, type RuleCases } from "../fixture";

const EOP = "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";
const REJECT = "_dmarc.contoso.com TXT v=DMARC1; p=reject;";

const cases: RuleCases = {
  rule: dmarcEnforcedUnauthenticated,
  compliant: {
    "SPF and DKIM stand": online(
      EOP,
      REJECT,
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "nothing is enforced": online("_dmarc.contoso.com TXT v=DMARC1; p=none;"),
    "nothing is sent": parked("_dmarc.contoso.net TXT v=DMARC1; p=reject;"),
  },
  violating: {
    neither: {
      ...online(REJECT),
      finds: [
        "mail of contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record",
      ],
    },
    "SPF alone": {
      ...online(EOP, REJECT),
      finds: [
        "mail of contoso.com is refused when it is forwarded: DMARC asks for reject, and nothing is signed",
      ],
    },
    "a subdomain under its parent's policy": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: [
            EOP,
            REJECT,
            "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
          ],
        },
        { domain: "news.contoso.com", profile: "send-only", records: [] },
      ],
      finds: [
        "mail of news.contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record",
      ],
    },
  },
};

export default cases;
