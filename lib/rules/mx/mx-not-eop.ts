import { isNullMx, mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxNotEop = domainRule({
  id: "mx-not-eop",
  title: "mail does not arrive through EOP",
  why: "The domain's mail is meant to be filtered by Exchange Online Protection. An MX elsewhere hands it to another system first: EOP then sees that system's address instead of the sender's, and its verdicts lose their ground.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: mail flow best practices",
      url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/mail-flow-best-practices",
    },
  ],
  check(mail, posture) {
    const records = mxOf(mail, posture);
    const [first] = records;
    if (!mail.intent.declared || !mail.intent.eop || !first || records.some(({ eop }) => eop)) return [];
    return [
      {
        message: isNullMx(first)
          ? `${mail.domain} is to receive through EOP, and says that it receives nothing`
          : `mail of ${mail.domain} is to arrive through EOP, and goes elsewhere`,
        received: records.map(({ record }) => record.exchange).join(", "),
        expected: "EOP's host for the domain",
        fix: "point the MX to EOP, or name the gateway under mx in the estate",
        where: first.where,
      },
    ];
  },
});
