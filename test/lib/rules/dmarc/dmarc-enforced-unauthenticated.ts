import { dmarcEnforcedUnauthenticated } from "../../../../lib/rules/dmarc/dmarc-enforced-unauthenticated";
import { CONTOSO, online, parked, type RuleCases } from "../fixture";

const EOP = "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";
const REJECT = "_dmarc.contoso.com TXT v=DMARC1; p=reject;";

const cases: RuleCases = {
  rule: dmarcEnforcedUnauthenticated,
  compliant: {
    "only subdomains are enforced, and the domain itself is not": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=none; sp=reject;",
    ),
    "keys that are not known yet": {
      ...online(EOP, REJECT),
      unknown: ["selector1._domainkey.contoso.com CNAME"],
    },
    "quarantine on trial asks for nothing": online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine; t=y;"),
    "the parent leaves its subdomains out": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: [
            EOP,
            "_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=none;",
            "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
          ],
        },
        { domain: "news.contoso.com", profile: "send-only", records: [] },
      ],
    },
    "SPF and DKIM stand": online(
      EOP,
      REJECT,
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "nothing is enforced": online("_dmarc.contoso.com TXT v=DMARC1; p=none;"),
    "nothing is sent": parked("_dmarc.contoso.net TXT v=DMARC1; p=reject;"),
  },
  violating: {
    "subdomains are left out, and the domain itself is not": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=none;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    "a subdomain that the parent alone enforces": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: [
            EOP,
            "_dmarc.contoso.com TXT v=DMARC1; p=none; sp=quarantine; np=none;",
            "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
          ],
        },
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 include:servers.mcsv.net -all"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "news.contoso.com",
          subject: "news.contoso.com",
          message:
            "mail of news.contoso.com goes to the junk folder when it is forwarded: DMARC asks for quarantine, and nothing is signed",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    "only a revoked key, and an SPF record that cannot be read": {
      ...online(
        "contoso.com TXT v=spf1 ipv4:192.0.2.1 -all",
        REJECT,
        "old._domainkey.contoso.com TXT v=DKIM1; p=",
      ),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record that can be read",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    quarantine: {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com goes to the junk folder: DMARC asks for quarantine, and there is neither a DKIM key nor an SPF record",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    "reject on trial is quarantine": {
      ...online(EOP, "_dmarc.contoso.com TXT v=DMARC1; p=reject; t=y;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com goes to the junk folder when it is forwarded: DMARC asks for quarantine, and nothing is signed",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    "an SPF record that is not known yet": {
      ...online(REJECT),
      unknown: ["contoso.com TXT"],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com is refused when it is forwarded: DMARC asks for reject, and nothing is signed",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    neither: {
      ...online(REJECT),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
    "SPF alone": {
      ...online(EOP, REJECT),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "mail of contoso.com is refused when it is forwarded: DMARC asks for reject, and nothing is signed",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
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
        {
          level: "error",
          at: "news.contoso.com",
          subject: "news.contoso.com",
          message:
            "mail of news.contoso.com is refused: DMARC asks for reject, and there is neither a DKIM key nor an SPF record",
          expected: "DKIM keys and SPF first, enforcement after",
          fix: "publish the signers' DKIM selectors",
        },
      ],
    },
  },
};

export default cases;
