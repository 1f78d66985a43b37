import { effectiveTerms } from "../../mail/spf/effective";
import { mxOf } from "../../posture/facts/mx";
import { soleSpf } from "../../posture/facts/spf";
import { senderOfInclude } from "../../senders/spf";
import { domainRule } from "../rule";

export const spfUnalignedInclude = domainRule({
  id: "spf-unaligned-include",
  title: "an include through which no mail aligns",
  why: "Some services send with an envelope of their own domain. An include of theirs makes the record longer and lets others of their customers pass SPF, but their mail never counts for this domain's DMARC.",
  level: "warning",
  sources: [{ name: "RFC 9989 §4.4" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    return effectiveTerms(spf.parsed).directives.flatMap((term) => {
      const owner = term.kind === "include" ? senderOfInclude(term.domain.text) : undefined;
      if (
        term.kind !== "include" ||
        !owner ||
        (owner.aligns !== false && owner.aligns !== "with-return-path")
      )
        return [];
      // The bounce domain is where the include belongs. Its bounces come back to the sender's own hosts.
      const isBounceDomain =
        owner.aligns === "with-return-path" &&
        mxOf(mail, posture).some(({ record }) => record.exchange.endsWith(`.${term.domain.text}`));
      if (isBounceDomain) return [];
      return [
        {
          message: `${owner.title} does not align through its include in the SPF record of ${mail.domain}`,
          received: JSON.stringify(term.domain.text),
          expected: owner.why,
          fix: owner.instead ?? "drop the include and name the sender under senders",
          where: spf.where,
        },
      ];
    });
  },
});
