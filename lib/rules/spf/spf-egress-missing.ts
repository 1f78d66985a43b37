import { AddressSet } from "../../dns/address-set";
import { effectiveTerms } from "../../mail/spf/effective";
import type { SpfDirective } from "../../mail/spf/record";
import { authorized, type SpfBranch, type SpfTree } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
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
    const allowed = redirect ? behindRedirect(spfTreeOf(mail, posture).tree) : listed(directives);
    if (!allowed) return [];
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

/** What a list of addresses allows; nothing beside terms that ask the DNS, which may allow the premises too. */
function listed(directives: readonly SpfDirective[]): readonly AddressSet[] | undefined {
  if (directives.some(({ kind }) => kind === "a" || kind === "mx" || kind === "exists")) return undefined;
  return (["ip4", "ip6"] as const).map((version) =>
    AddressSet.union(
      version,
      directives.flatMap((term) =>
        term.kind === version && term.qualifier === "+"
          ? [AddressSet.block(version, term.address, term.cidr)]
          : [],
      ),
    ),
  );
}

/** What another record allows, where all of it is known: somebody else may publish it, and has to name the premises. */
function behindRedirect(tree: SpfTree | undefined): readonly AddressSet[] | undefined {
  if (!tree || !isWhole(tree)) return undefined;
  const { ip4, ip6, indeterminate } = authorized(tree);
  return indeterminate.length > 0 ? undefined : [ip4, ip6];
}

function isWhole({ end, steps }: SpfBranch): boolean {
  return (
    end === undefined && steps.every(({ unexplored, record }) => !unexplored && (!record || isWhole(record)))
  );
}
