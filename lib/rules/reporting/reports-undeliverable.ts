import { reportReceivers, whyNothingArrives } from "../../posture/facts/report-receivers";
import { domainRule } from "../rule";

export const reportsUndeliverable = domainRule({
  id: "reports-undeliverable",
  title: "reports go where nothing arrives",
  why: "Reporters try once and give up. Reports to a domain that refuses mail, or to a name that does not exist, are lost without a word, so that nobody learns who sends as the domain or which deliveries fail.",
  level: "warning",
  sources: [
    { name: "RFC 7505 §3", url: "https://www.rfc-editor.org/rfc/rfc7505#section-3" },
    { name: "RFC 9990" },
    { name: "RFC 8460 §3", url: "https://www.rfc-editor.org/rfc/rfc8460#section-3" },
  ],
  check(mail, posture) {
    return reportReceivers(mail, posture).flatMap((receiver) => {
      const why = whyNothingArrives(receiver, posture);
      const { reports, scheme, domain, where } = receiver;
      if (why === undefined) return [];
      return [
        {
          message: `${reports} reports of ${mail.domain} are lost: ${domain} ${why}`,
          expected: scheme === "mailto" ? "a mail domain that receives" : "a web server that takes them",
          fix: "name another address, or have that one take what is sent there",
          where,
        },
      ];
    });
  },
});
