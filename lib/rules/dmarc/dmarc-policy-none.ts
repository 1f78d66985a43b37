import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcPolicyNone = domainRule({
  id: "dmarc-policy-none",
  title: "a DMARC policy that asks for nothing",
  why: "p=none only observes: forgeries of the domain are delivered as if there were no policy. It is where a roll-out starts, for the weeks in which reports show who sends, and not where it ends.",
  level: "warning",
  sources: [{ name: "RFC 9989 §4.7" }, { name: "CISA MS.EXO.4.2v1" }, { name: "CIS Microsoft 365 2.1.10" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc || (dmarc.parsed.policy ?? "none") !== "none") return [];
    return [
      {
        message: `the DMARC policy of ${mail.domain} lets forgeries through`,
        received: dmarc.parsed.policy === undefined ? "no p, which counts as p=none" : "p=none",
        expected: "p=quarantine or p=reject",
        fix: "read the reports, fix the senders that fail, then write p=quarantine",
        where: dmarc.where,
      },
    ];
  },
});
