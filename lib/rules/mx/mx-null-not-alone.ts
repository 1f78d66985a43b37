import { isNullMx, mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxNullNotAlone = domainRule({
  id: "mx-null-not-alone",
  title: "a null MX beside other MX records",
  why: "The null MX says that the domain takes no mail at all. Beside another record it is a contradiction that senders resolve each in their own way, some by returning the mail.",
  level: "error",
  sources: [{ name: "RFC 7505 §3", url: "https://www.rfc-editor.org/rfc/rfc7505#section-3" }],
  check(mail, posture) {
    const records = mxOf(mail, posture);
    const none = records.find(isNullMx);
    if (!none || records.length === 1) return [];
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
