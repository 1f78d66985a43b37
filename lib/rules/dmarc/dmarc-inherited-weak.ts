import { DISPOSITIONS } from "../../mail/dmarc/parse";
import { effectivePolicy, policyByOldRule } from "../../mail/dmarc/policy";
import type { DmarcRecord } from "../../mail/dmarc/record";
import { dmarcInForce, dmarcOf } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcInheritedWeak = domainRule({
  id: "dmarc-inherited-weak",
  title: "a domain that inherits a DMARC policy milder than asked for",
  why: "A domain without a record of its own is treated by sp of its organization's record, the highest above it, by p where that is silent. Control lists ask for the policy of each domain, and what is inherited is its policy.",
  level: "note",
  sources: [{ name: "RFC 9989 §4.7, §4.10" }],
  controls: { scuba: ["MS.EXO.4.2v1"], cis: ["2.1.10"] },
  recommended: false,
  check(mail, posture, packs) {
    // parked-dmarc asks a domain that sends nothing; a record of its own has rules of its own, broken ones too.
    if (mail.intent.declared && !mail.intent.sends) return [];
    const force = dmarcInForce(mail, posture);
    if (force.kind !== "inherited" || dmarcOf(mail, posture).length > 0) return [];
    const least = packs.includes("scuba") ? "reject" : "quarantine";
    const wanted = DISPOSITIONS.indexOf(least);
    const applied = effectivePolicy(force.record, "subdomain") ?? "none";
    if (DISPOSITIONS.indexOf(applied) >= wanted && policyByOldRule(force.record, "subdomain") >= wanted)
      return [];
    return [
      {
        message: `${mail.domain} inherits a DMARC policy that lets forgeries through`,
        received: `${receivedOf(force.record)} at ${force.at}`,
        expected: least === "reject" ? "reject" : "quarantine or reject",
        fix: `give ${mail.domain} a record of its own, or tighten that of ${force.at}`,
      },
    ];
  },
});

/** The tags that make the policy what it is. */
function receivedOf({ policy, subdomainPolicy, test, obsolete }: DmarcRecord): string {
  const pct = obsolete.find(({ name }) => name === "pct");
  return [
    subdomainPolicy === undefined ? `p=${policy ?? "none"}` : `sp=${subdomainPolicy}`,
    ...(test ? ["t=y"] : []),
    ...(pct ? [`pct=${pct.value}`] : []),
  ].join("; ");
}
