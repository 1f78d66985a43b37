import { holds, type Network, readNetwork } from "../../dns/network";
import { effectiveTerms } from "../../mail/spf";
import { soleSpf } from "../facts/spf";
import { domainRule } from "./rule";

export const spfEgressMissing = domainRule({
  id: "spf-egress-missing",
  title: "the premises are not among the senders",
  why: "On-premises Exchange sends to the Internet from addresses of its own. Mail from an address that the record does not list fails SPF, although it is genuine.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up SPF",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
    },
  ],
  check(mail) {
    const spf = soleSpf(mail);
    if (!spf || mail.intent.egress.length === 0) return [];
    const { directives, redirect } = effectiveTerms(spf.parsed);
    // Terms that ask the DNS may allow the premises too; only a list of addresses can be judged.
    if (redirect || directives.some(({ kind }) => kind === "a" || kind === "mx" || kind === "exists"))
      return [];
    const allowed = directives.flatMap((term): Network[] =>
      (term.kind === "ip4" || term.kind === "ip6") && term.qualifier === "+"
        ? [{ family: term.kind === "ip4" ? 4 : 6, address: term.address, bits: term.cidr }]
        : [],
    );
    const missing = mail.intent.egress.filter((text) => {
      const block = readNetwork(text);
      return block && !allowed.some((network) => holds(network, block));
    });
    if (missing.length === 0) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} does not allow the premises to send`,
        received: JSON.stringify(spf.record.value),
        expected: missing.map((text) => `${text.includes(":") ? "ip6" : "ip4"}:${text}`).join(" "),
        mend: "add the addresses from which on-premises Exchange sends",
        where: spf.where,
      },
    ];
  },
});
