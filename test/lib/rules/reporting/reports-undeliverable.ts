import { reportsUndeliverable } from "../../../../lib/rules/reporting/reports-undeliverable";
import { online, type RuleCases } from "../fixture";

const DMARC = "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@fabrikam.net;";
const TLS = "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:t@fabrikam.net,https://tls.fabrikam.net/;";
const fabrikam = (...records: readonly string[]) => ({
  domain: "fabrikam.net",
  profile: "receive-only" as const,
  records,
});

const cases: RuleCases = {
  rule: reportsUndeliverable,
  compliant: {
    "a receiver with an MX": {
      domains: [...online(DMARC, TLS).domains, fabrikam("fabrikam.net MX 10 mx.fabrikam.net")],
      outside: ["mx.fabrikam.net A 192.0.2.25"],
      sources: ["declared", "planned"],
    },
    "a receiver whose address stands for an MX": {
      ...online(DMARC),
      outside: ["fabrikam.net MX", "fabrikam.net A 192.0.2.25"],
    },
    "nobody knows whether it receives": { ...online(DMARC), unknown: ["fabrikam.net MX"] },
  },
  violating: {
    "a receiver of the same estate that refuses all mail": {
      domains: [
        ...online(DMARC, TLS).domains,
        fabrikam("fabrikam.net MX 0 .", "tls.fabrikam.net A 192.0.2.1"),
      ],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          subject: "contoso.com",
          message: "DMARC reports of contoso.com are lost: fabrikam.net refuses all mail by a null MX",
          expected: "a mail domain that receives",
          fix: "name another address, or have that one take what is sent there",
        },
        {
          level: "warning",
          at: "_smtp._tls.contoso.com TXT",
          subject: "contoso.com",
          message: "TLS reports of contoso.com are lost: fabrikam.net refuses all mail by a null MX",
          expected: "a mail domain that receives",
          fix: "name another address, or have that one take what is sent there",
        },
      ],
    },
    "names that do not exist": {
      ...online(DMARC, TLS),
      outside: [
        "fabrikam.net MX",
        "fabrikam.net A",
        "fabrikam.net AAAA",
        "tls.fabrikam.net A",
        "tls.fabrikam.net AAAA",
      ],
      sources: ["observed"],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "DMARC reports of contoso.com are lost: fabrikam.net has neither an MX record nor an address",
          expected: "a mail domain that receives",
          fix: "name another address, or have that one take what is sent there",
        },
        {
          level: "warning",
          at: "_smtp._tls.contoso.com TXT",
          message:
            "TLS reports of contoso.com are lost: fabrikam.net has neither an MX record nor an address",
          expected: "a mail domain that receives",
          fix: "name another address, or have that one take what is sent there",
        },
        {
          level: "warning",
          at: "_smtp._tls.contoso.com TXT",
          message: "TLS reports of contoso.com are lost: tls.fabrikam.net has no address",
          expected: "a web server that takes them",
          fix: "name another address, or have that one take what is sent there",
        },
      ],
    },
    "the domain itself, which its profile lets send only": {
      domains: [
        {
          domain: "contoso.com",
          profile: "send-only",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;"],
        },
      ],
      sources: ["declared", "planned"],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "DMARC reports of contoso.com are lost: contoso.com has no MX record, and receives no mail as send-only",
          expected: "a mail domain that receives",
          fix: "name another address, or have that one take what is sent there",
        },
      ],
    },
  },
};

export default cases;
