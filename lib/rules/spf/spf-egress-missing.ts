import { AddressSet } from "../../dns/address-set";
import { effectiveTerms } from "../../mail/spf/effective";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

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
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const { directives, redirect } = effectiveTerms(spf.parsed);
    // Terms that ask the DNS may allow the premises too; only a list of addresses can be judged.
    if (redirect || directives.some(({ kind }) => kind === "a" || kind === "mx" || kind === "exists"))
      return [];
    const allowed = (["ip4", "ip6"] as const).map((version) =>
      AddressSet.union(
        version,
        directives.flatMap((term) =>
          term.kind === version && term.qualifier === "+"
            ? [AddressSet.block(version, term.address, term.cidr)]
            : [],
        ),
      ),
    );
    const missing = mail.intent.egress.filter((text) => {
      const block = AddressSet.parse(text);
      const own = allowed.find(({ version }) => version === block?.version);
      return block && own && !block.minus(own).isEmpty;
    });
    if (missing.length === 0) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} does not allow the premises to send`,
        received: JSON.stringify(spf.record.value),
        expected: missing.map((text) => `${text.includes(":") ? "ip6" : "ip4"}:${text}`).join(" "),
        fix: "add the addresses from which on-premises Exchange sends",
        where: spf.where,
      },
    ];
  },
});
