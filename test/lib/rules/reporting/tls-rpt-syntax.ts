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
