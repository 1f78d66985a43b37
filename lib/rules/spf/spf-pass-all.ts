import { effectiveTerms, formatSpfTerm, type SpfDirective } from "../../mail/spf";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfPassAll = domainRule({
  id: "spf-pass-all",
  title: "an SPF record that lets everyone send",
  why: "+all, or a network that holds the whole Internet, written as such or as a/0, gives a pass to every host: forgeries then pass SPF, and with it DMARC. That is worse than no record at all.",
  level: "error",
  sources: [{ name: "RFC 7208 §5.1", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.1" }],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const open = effectiveTerms(spf.parsed).directives.find(
      (term) => term.qualifier === "+" && matchesEveryone(term),
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

function matchesEveryone(term: SpfDirective): boolean {
  switch (term.kind) {
    case "all":
      return true;
    case "ip4":
    case "ip6":
      return term.cidr === 0;
    case "a":
    case "mx":
      return term.cidr4 === 0 || term.cidr6 === 0;
    default:
      return false;
  }
}
