import { effectiveTerms } from "../../mail/spf/effective";
import { formatSpfTerm } from "../../mail/spf/format";
import type { SpfDirective } from "../../mail/spf/record";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

/** Shorter prefixes than these hold more addresses than one organisation sends from. */
const BROAD = { ip4: 16, ip6: 32 } as const;

export const spfBroadNetwork = domainRule({
  id: "spf-broad-network",
  title: "an SPF record with a very large network",
  why: "A network of more than 65,536 IPv4 addresses, or of more than an IPv6 allocation of a whole provider, is rarely one sender's own. Everybody else in it may send as the domain, and passes DMARC with it.",
  level: "warning",
  below: true,
  sources: [{ name: "RFC 7208 §11.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-11.4" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    return effectiveTerms(spf.parsed).directives.flatMap((term) =>
      networksOf(term)
        // The whole Internet has a rule of its own.
        .filter(({ version, cidr }) => term.qualifier === "+" && cidr > 0 && cidr < BROAD[version])
        .map(({ version }) => ({
          message: `the SPF record of ${mail.domain} lets a very large network send`,
          received: formatSpfTerm(term),
          expected: `a prefix of /${BROAD[version]} or longer`,
          fix: "list the addresses that really send",
          where: spf.where,
        })),
    );
  },
});

/** The size of the networks that a term matches: around each address of a name, of a and mx. */
function networksOf(
  term: SpfDirective,
): readonly { readonly version: keyof typeof BROAD; readonly cidr: number }[] {
  if (term.kind === "ip4" || term.kind === "ip6") return [{ version: term.kind, cidr: term.cidr }];
  if (term.kind !== "a" && term.kind !== "mx") return [];
  return [
    { version: "ip4", cidr: term.cidr4 },
    { version: "ip6", cidr: term.cidr6 },
  ];
}
