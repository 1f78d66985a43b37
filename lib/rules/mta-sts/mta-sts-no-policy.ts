import { mtaStsOf } from "../../posture/facts/mta-sts";
import { domainRule } from "../rule";

export const mtaStsNoPolicy = domainRule({
  id: "mta-sts-no-policy",
  title: "an MTA-STS record without a policy behind it",
  why: "The record only says that there is a policy. Senders that cannot fetch it go on without, and those that keep an older one enforce that until it ages out.",
  level: "error",
  sources: [{ name: "RFC 8461 §3.3", url: "https://www.rfc-editor.org/rfc/rfc8461#section-3.3" }],
  from: ["observed"],
  check(mail, posture) {
    const [first] = mtaStsOf(mail, posture).records;
    if (!first || mail.mtaStsPolicy?.kind !== "failed") return [];
    return [
      {
        message: `${mail.domain} announces an MTA-STS policy that cannot be fetched`,
        received: mail.mtaStsPolicy.why,
        expected: `a policy at https://mta-sts.${mail.domain}/.well-known/mta-sts.txt, with a certificate for that name`,
        fix: "serve the policy, or remove the record after publishing mode: none",
        where: first.where,
      },
    ];
  },
});
