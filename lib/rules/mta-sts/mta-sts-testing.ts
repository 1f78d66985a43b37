import { mtaStsOf } from "../../posture/facts/mta-sts";
import { domainRule } from "../rule";

export const mtaStsTesting = domainRule({
  id: "mta-sts-testing",
  title: "an MTA-STS policy that is not enforced",
  why: "Mode testing asks senders to report and to deliver all the same: an attacker who takes TLS away still reads the mail. It is for the weeks in which TLS reports show that nothing breaks.",
  level: "note",
  sources: [{ name: "RFC 8461 §5", url: "https://www.rfc-editor.org/rfc/rfc8461#section-5" }],
  check(mail, posture) {
    const { policy } = mtaStsOf(mail, posture);
    if (policy?.value.mode !== "testing") return [];
    return [
      {
        message: `the MTA-STS policy of ${mail.domain} only tests`,
        received: "mode: testing",
        expected: "mode: enforce",
        fix: "write mode: enforce once the TLS reports show no failures",
        where: policy.where,
      },
    ];
  },
});
