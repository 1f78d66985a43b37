import { dmarcRecordName } from "../../mail/dmarc/build";
import { dmarcInForce, dmarcOf } from "../../posture/facts/dmarc";
import { nearMissesInstead } from "../near-miss";
import { domainRule } from "../rule";

export const dmarcMissing = domainRule({
  id: "dmarc-missing",
  title: "no DMARC record answers for the domain",
  why: "Without a policy at the domain or above it, receivers decide by themselves what to do with mail that only pretends to come from it, and nobody is told. Large receivers ask for a record from everyone who sends in bulk.",
  level: "warning",
  sources: [{ name: "RFC 9989 §4.10" }],
  controls: {
    scuba: ["MS.EXO.4.1v1", "MS.EXO.4.2v1", "MS.EXO.4.4v1"],
    cis: ["2.1.10"],
    "bulk-sender": ["DMARC"],
  },
  check(mail, posture) {
    // One that does not parse, or a second one, is told by rules of their own.
    if (dmarcOf(mail, posture).length > 0 || dmarcInForce(mail, posture).kind !== "none") return [];
    const meant = nearMissesInstead("dmarc", mail, posture);
    if (meant.length > 0) return meant;
    const name = dmarcRecordName(mail.domain);
    return [
      {
        message: `${mail.domain} has no DMARC record, nor has a domain above it`,
        expected: `a TXT record at ${name}`,
        // What the other party must publish, `hosted-record-differs` says.
        ...(mail.demands?.dmarc
          ? {}
          : mail.intent.sends
            ? { fix: "begin with v=DMARC1; p=none; and an address for reports, then tighten" }
            : { instead: [{ type: "TXT", name, ttl: 3600, value: "v=DMARC1; p=reject; sp=reject;" }] }),
      },
    ];
  },
});
