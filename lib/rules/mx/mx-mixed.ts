import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxMixed = domainRule({
  id: "mx-mixed",
  title: "MX hosts of EOP beside others",
  why: "Senders, and above all spammers, choose among all MX hosts. What enters through the other one passes around EOP's filter, or arrives there from an address that says nothing of the sender.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: mail flow best practices",
      url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/mail-flow-best-practices",
    },
  ],
  check(mail, posture) {
    const records = mxOf(mail, posture);
    const others = records.filter(({ eop, record }) => !eop && record.exchange !== ".");
    const [first] = others;
    // The null MX is no host of anybody.
    if (!first || !records.some(({ eop }) => eop)) return [];
    return [
      {
        message: `${mail.domain} has MX hosts of EOP beside others`,
        received: others.map(({ record }) => record.exchange).join(", "),
        expected: "EOP's hosts alone",
        fix: "remove the others once no mail needs them",
        where: first.where,
      },
    ];
  },
});
