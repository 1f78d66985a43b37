import type { DmarcRecord } from "../../mail/dmarc/record";
import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcPolicyNone = domainRule({
  id: "dmarc-policy-none",
  title: "a DMARC policy that asks for nothing",
  why: "p=none only observes: forgeries of the domain are delivered as if there were no policy. It is where a roll-out starts, for the weeks in which reports show who sends, and not where it ends.",
  level: "warning",
  below: true,
  sources: [{ name: "RFC 9989 §4.7" }],
  controls: { scuba: ["MS.EXO.4.2v1"], cis: ["2.1.10"] },
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    // A domain that sends nothing has no reports to wait for: parked-dmarc asks it for reject at once.
    if (mail.intent.declared && !mail.intent.sends) return [];
    if (!dmarc || (dmarc.parsed.policy ?? "none") !== "none") return [];
    return [
      {
        message: `the DMARC policy of ${mail.domain} lets forgeries through`,
        received: receivedOf(dmarc.parsed),
        expected: "p=quarantine or p=reject",
        fix: "read the reports, fix the senders that fail, then write p=quarantine",
        where: dmarc.where,
      },
    ];
  },
});

function receivedOf({ policy, rua }: DmarcRecord): string {
  if (policy !== undefined) return `p=${policy}`;
  return rua.length > 0 ? "no p, which counts as p=none" : "neither p nor rua: receivers ignore the record";
}
