import { mtaStsOf } from "../../posture/facts/mta-sts";
import { domainRule } from "../rule";

/** Seconds: a day. RFC 8461 §3.2 expects weeks. */
const SHORTEST = 86_400;

export const mtaStsShortAge = domainRule({
  id: "mta-sts-short-age",
  title: "an enforced MTA-STS policy that senders soon forget",
  why: "The policy protects only as long as senders remember it: who writes less often than its max_age meets the domain as if for the first time, and an attacker can then hide the policy. Weeks are meant.",
  level: "note",
  sources: [{ name: "RFC 8461 §3.2, §10.2", url: "https://www.rfc-editor.org/rfc/rfc8461#section-10.2" }],
  check(mail, posture) {
    const { policy } = mtaStsOf(mail, posture);
    if (policy?.value.mode !== "enforce" || policy.value.maxAge >= SHORTEST) return [];
    return [
      {
        message: `senders forget the MTA-STS policy of ${mail.domain} within a day`,
        received: `max_age: ${policy.value.maxAge}`,
        expected: "weeks: 604800 or more",
        where: policy.where,
      },
    ];
  },
});
