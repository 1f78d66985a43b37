import { effectiveTerms } from "../../mail/spf/effective";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const parkedSpf = domainRule({
  id: "parked-spf",
  title: "a domain without mail whose SPF record allows senders",
  why: "Whoever is still allowed in the record of a domain that sends nothing can use it: forgers look for such domains. v=spf1 -all says plainly that nobody sends.",
  level: "warning",
  sources: [{ name: "RFC 7208 §10.1.2", url: "https://www.rfc-editor.org/rfc/rfc7208#section-10.1.2" }],
  controls: { cis: ["2.1.8"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf || !mail.intent.declared || mail.intent.sends) return [];
    const [first] = effectiveTerms(spf.parsed).directives;
    if (first?.kind === "all" && first.qualifier === "-") return [];
    return [
      {
        message: `${mail.domain} sends nothing, and its SPF record allows senders`,
        received: JSON.stringify(spf.record.value),
        expected: "v=spf1 -all",
        instead: [{ ...spf.record, value: "v=spf1 -all" }],
        where: spf.where,
      },
    ];
  },
});
