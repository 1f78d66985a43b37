import { effectiveTerms } from "../../mail/spf/effective";
import { formatSpfTerm } from "../../mail/spf/format";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfPtr = domainRule({
  id: "spf-ptr",
  title: "ptr in an SPF record",
  why: "ptr asks the reverse zone of whoever connects, which is slow, often fails, and puts load on the servers of .arpa. RFC 7208 says not to publish it, and several large receivers skip it.",
  level: "warning",
  below: true,
  sources: [{ name: "RFC 7208 §5.5", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.5" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    return effectiveTerms(spf.parsed)
      .directives.filter(({ kind }) => kind === "ptr")
      .map((term) => ({
        message: `the SPF record of ${mail.domain} uses ptr`,
        received: formatSpfTerm(term),
        fix: "name the hosts with ip4, ip6 or a",
        where: spf.where,
      }));
  },
});
