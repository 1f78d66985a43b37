import { effectiveTerms, formatSpfTerm } from "../../mail/spf";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

/** Shorter prefixes than these hold more addresses than one organisation sends from. */
const BROAD = { ip4: 16, ip6: 32 } as const;

export const spfBroadNetwork = domainRule({
  id: "spf-broad-network",
  title: "an SPF record with a very large network",
  why: "A network of more than 65,536 IPv4 addresses, or of more than an IPv6 allocation of a whole provider, is rarely one sender's own. Everybody else in it may send as the domain, and passes DMARC with it.",
  level: "warning",
  sources: [{ name: "RFC 7208 §11.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-11.4" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    return effectiveTerms(spf.parsed).directives.flatMap((term) => {
      if ((term.kind !== "ip4" && term.kind !== "ip6") || term.qualifier !== "+") return [];
      // The whole Internet has a rule of its own.
      if (term.cidr === 0 || term.cidr >= BROAD[term.kind]) return [];
      return [
        {
          message: `the SPF record of ${mail.domain} lets a very large network send`,
          received: formatSpfTerm(term),
          expected: `at least /${BROAD[term.kind]}`,
          fix: "list the addresses that really send",
          where: spf.where,
        },
      ];
    });
  },
});
