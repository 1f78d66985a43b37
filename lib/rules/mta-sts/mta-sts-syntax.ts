import type { Fault } from "../../fault";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import type { Where } from "../../posture/model";
import { domainRule, type Hit, hitOf } from "../rule";

export const mtaStsSyntax = domainRule({
  id: "mta-sts-syntax",
  title: "MTA-STS that senders cannot read",
  why: "A broken record or policy is as good as none: senders fall back to TLS where it is offered, and an attacker on the way need only not offer it. Two records count as none, too.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 8461 §3", url: "https://www.rfc-editor.org/rfc/rfc8461#section-3" }],
  check(mail, posture) {
    const { records, policyFaults } = mtaStsOf(mail, posture);
    const told =
      (what: string, where: Where) =>
      (fault: Fault): Hit =>
        hitOf(fault, `the MTA-STS ${what} of ${mail.domain} cannot be read: ${fault.message}`, where);
    const [, second] = records;
    return [
      ...records.flatMap(({ faults, where }) => faults.map(told("record", where))),
      ...(second
        ? [
            {
              message: `${mail.domain} has ${records.length} MTA-STS records, which count as none`,
              expected: "one record",
              fix: "keep the one whose id belongs to the policy",
              where: second.where,
            },
          ]
        : []),
      ...policyFaults.map(told("policy", mail.mtaStsPolicy?.where ?? mail.where)),
    ];
  },
});
