import { tlsRptSyntax } from "../../../../lib/rules/reporting/tls-rpt-syntax";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: tlsRptSyntax,
  compliant: {
    "a record": online(
      "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com,https://reports.contoso.com/tls;",
    ),
    "a wildcard's text, which senders drop": online(
      "*.contoso.com TXT some text",
      "_smtp._tls.contoso.com TXT some text",
    ),
  },
  violating: {
    "three, one of which cannot be read": {
      ...online(
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:a@contoso.com;",
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:b@contoso.com;",
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=ftp://contoso.com/;",
      ),
      finds: [
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT #2",
          message: "contoso.com has 3 TLS reporting records, which count as none",
          expected: "one record",
          fix: "write all addresses into one",
        },
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT #3",
          message:
            'the TLS reporting record of contoso.com cannot be read: URI scheme "ftp" is not used here',
          received: '"ftp://contoso.com/"',
          expected: "mailto:reports@contoso.com or https://reports.contoso.com/",
        },
      ],
    },
    "a record without addresses": {
      ...online("_smtp._tls.contoso.com TXT v=TLSRPTv1;"),
      finds: [
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT",
          message: "the TLS reporting record of contoso.com cannot be read: no rua field",
          expected: "rua=mailto:…",
        },
      ],
    },
    "two records": {
      ...online(
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:a@contoso.com;",
        "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:b@contoso.com;",
      ),
      finds: [
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT #2",
          message: "contoso.com has 2 TLS reporting records, which count as none",
          expected: "one record",
          fix: "write all addresses into one",
        },
      ],
    },
  },
};

export default cases;
