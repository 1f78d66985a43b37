import { effectiveTerms, formatSpfTerm } from "../../mail/spf";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfPassAll = domainRule({
  id: "spf-pass-all",
  title: "an SPF record that lets everyone send",
  why: "+all, or a network that holds the whole Internet, gives a pass to every host: forgeries then pass SPF, and with it DMARC. That is worse than no record at all.",
  level: "error",
  sources: [
    { name: "RFC 7208 §5.1", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.1" },
    { name: "CISA MS.EXO.2.2v3" },
  ],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const open = effectiveTerms(spf.parsed).directives.find(
      (term) =>
        term.qualifier === "+" &&
        (term.kind === "all" || ((term.kind === "ip4" || term.kind === "ip6") && term.cidr === 0)),
    );
    if (!open) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} lets every host on the Internet send`,
        received: JSON.stringify(spf.record.value),
        expected: "a list of senders that ends with -all",
        fix: open.kind === "all" ? "write -all instead of +all" : `remove ${formatSpfTerm(open)}`,
        where: spf.where,
      },
    ];
  },
});
