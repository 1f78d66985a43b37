import { spfOf } from "../../posture/facts/spf";
import { domainRule, hitOf } from "../rule";

export const spfSyntax = domainRule({
  id: "spf-syntax",
  title: "an SPF record that receivers cannot read",
  why: "One syntax error anywhere in the record, even behind all, makes receivers answer permerror for every message. The domain is then as good as without SPF, and enforcing DMARC may refuse its mail.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7208 §4.6", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.6" }],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"], "bulk-sender": ["SPF"] },
  check(mail, posture) {
    return spfOf(mail, posture).flatMap(({ record, faults, where }) =>
      faults.map((fault) => ({
        received: JSON.stringify(record.value),
        ...hitOf(fault, `the SPF record of ${mail.domain} is a permanent error: ${fault.message}`, where),
      })),
    );
  },
});
