import { occludedRecord } from "../../../../lib/rules/dns/occluded-record";
import { online, type RuleCases } from "../fixture";

const KEYS = "_domainkey.contoso.com NS ns1.vendor.example";
const SELECTOR =
  "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";

const cases: RuleCases = {
  rule: occludedRecord,
  compliant: {
    "a delegation with nothing below it": online(KEYS, "contoso.com TXT v=spf1 -all"),
    "the domain's own name servers": online(
      "contoso.com NS ns1.cloud.example",
      "contoso.com TXT v=spf1 -all",
    ),
    "the addresses of the delegation's own name servers": online(
      "lab.contoso.com NS ns1.lab.contoso.com",
      "lab.contoso.com NS ns2.lab.contoso.com",
      "ns1.lab.contoso.com A 192.0.2.53",
      "ns2.lab.contoso.com AAAA 2001:db8::53",
    ),
  },
  violating: {
    "a selector below a delegation": {
      ...online(KEYS, SELECTOR),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "no name server answers with the CNAME record of selector1._domainkey.contoso.com: _domainkey.contoso.com is delegated",
          received: "NS ns1.vendor.example at _domainkey.contoso.com",
          expected: "the record in the zone _domainkey.contoso.com, on those name servers",
          fix: "publish it there, or remove the NS records at _domainkey.contoso.com",
        },
      ],
    },
    "a policy beside its delegation": {
      ...online(
        "_dmarc.contoso.com NS ns2.vendor.example",
        "_dmarc.contoso.com NS ns1.vendor.example",
        "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
      ),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            "no name server answers with the TXT record of _dmarc.contoso.com: _dmarc.contoso.com is delegated",
          received: "NS ns1.vendor.example, ns2.vendor.example at _dmarc.contoso.com",
          expected: "the record in the zone _dmarc.contoso.com, on those name servers",
          fix: "publish it there, or remove the NS records at _dmarc.contoso.com",
        },
      ],
    },
  },
};

export default cases;
