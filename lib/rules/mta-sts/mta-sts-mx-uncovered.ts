import { uncoveredMx } from "../../mail/mta-sts";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mtaStsMxUncovered = domainRule({
  id: "mta-sts-mx-uncovered",
  title: "an MX host that the MTA-STS policy does not name",
  why: "Senders that enforce the policy deliver to no host outside it. With every MX uncovered their mail does not arrive at all; *.mx.microsoft does not cover contoso-com.j-v1.mx.microsoft, since the asterisk is one label.",
  level: "error",
  sources: [{ name: "RFC 8461 §4.1", url: "https://www.rfc-editor.org/rfc/rfc8461#section-4.1" }],
  check(mail, posture) {
    const { policy } = mtaStsOf(mail, posture);
    if (!policy) return [];
    const hosts = mxOf(mail, posture).flatMap(({ record }) =>
      record.exchange === "." ? [] : [record.exchange],
    );
    const uncovered = uncoveredMx(policy.value, hosts);
    if (uncovered.length === 0) return [];
    return [
      {
        message: `the MTA-STS policy of ${mail.domain} does not name ${uncovered.length === hosts.length ? "any of its MX hosts" : "all of its MX hosts"}`,
        received: policy.value.mx.join(", "),
        expected: uncovered.join(", "),
        fix: "add the host to the policy before the MX names it",
        where: policy.where,
        ...(policy.value.mode === "enforce" ? {} : { level: "warning" as const }),
      },
    ];
  },
});
