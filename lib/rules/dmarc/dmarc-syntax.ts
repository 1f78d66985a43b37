import { dmarcOf } from "../../posture/facts/dmarc";
import { domainRule, hitOf } from "../rule";

export const dmarcSyntax = domainRule({
  id: "dmarc-syntax",
  title: "a DMARC record that receivers cannot read",
  why: "A record with a broken tag list, or with a policy that is none of the three, is ignored or taken for p=none. What it was meant to forbid is delivered.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 9989 §4.7" }],
  controls: {
    scuba: ["MS.EXO.4.1v1", "MS.EXO.4.2v1", "MS.EXO.4.4v1"],
    cis: ["2.1.10"],
    "bulk-sender": ["DMARC"],
  },
  check(mail, posture) {
    return dmarcOf(mail, posture).flatMap(({ record, faults, where }) =>
      faults.map((fault) => ({
        received: JSON.stringify(record.value),
        ...hitOf(fault, `the DMARC record of ${mail.domain} cannot be read: ${fault.message}`, where),
      })),
    );
  },
});
