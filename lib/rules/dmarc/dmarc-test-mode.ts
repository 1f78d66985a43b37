import { effectivePolicy } from "../../mail/dmarc/policy";
import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcTestMode = domainRule({
  id: "dmarc-test-mode",
  title: "an enforced DMARC policy in test mode",
  why: "t=y asks receivers for the next milder policy: reject becomes quarantine, quarantine becomes none. It is for the days in which a stricter policy is tried out. Receivers that know only RFC 7489 ignore the tag and apply the policy as it stands, so that it protects no mail there.",
  level: "note",
  below: true,
  sources: [{ name: "RFC 9989 §4.7" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    const { test, policy } = dmarc?.parsed ?? {};
    if (!dmarc || test !== true || policy === undefined || policy === "none") return [];
    return [
      {
        message: `receivers treat the DMARC policy of ${mail.domain} as ${effectivePolicy(dmarc.parsed)}; those that know only RFC 7489 enforce p=${policy}`,
        received: `p=${policy}; t=y`,
        fix: "remove t=y when the trial is over",
        where: dmarc.where,
      },
    ];
  },
});
