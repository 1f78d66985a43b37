import { isNullMx, mxOf } from "../../posture/facts/mx";
import { domainRule, type Hit } from "../rule";

export const mxNullNotAlone = domainRule({
  id: "mx-null-not-alone",
  title: "a null MX beside other MX records, or with a preference",
  why: "The null MX says that the domain takes no mail at all. Beside another record it is a contradiction that senders resolve each in their own way, some by returning the mail. A null MX has preference 0.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7505 §3", url: "https://www.rfc-editor.org/rfc/rfc7505#section-3" }],
  check(mail, posture): readonly Hit[] {
    const records = mxOf(mail, posture);
    const none = records.find(isNullMx);
    if (!none) return [];
    if (records.length === 1) {
      if (none.record.preference === 0) return [];
      return [
        {
          message: `the null MX of ${mail.domain} has a preference, so that senders need not take it for one`,
          received: `${none.record.preference} .`,
          expected: "0 . (RFC 7505 §3)",
          fix: "write 0",
          where: none.where,
        },
      ];
    }
    return [
      {
        message: `${mail.domain} says that it receives no mail, and names hosts that receive it`,
        received: records.map(({ record }) => `${record.preference} ${record.exchange}`).join(", "),
        expected: "the null MX alone, or the hosts alone",
        fix: mail.intent.receives ? "remove the null MX" : "remove the other records",
        where: none.where,
      },
    ];
  },
});
