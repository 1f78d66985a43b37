import { effectiveTerms } from "../../mail/spf/effective";
import type { SpfBranch } from "../../mail/spf/tree";
import { CLOUDS } from "../../microsoft/clouds";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule } from "../rule";

export const spfEopMissing = domainRule({
  id: "spf-eop-missing",
  title: "Exchange Online is not among the senders",
  why: "Mail of the domain leaves through Exchange Online, whose addresses the record does not allow. Every message then fails SPF, and with -all or an enforced DMARC policy many are refused.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up SPF",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
    },
  ],
  check(mail, posture) {
    const { domain, intent } = mail;
    const spf = soleSpf(mail, posture);
    // Where nobody has declared it, the include is how one would know.
    if (!spf || !intent.declared || !intent.exchangeOnline) return [];
    const include = CLOUDS[intent.tenant?.cloud ?? "worldwide"].spfInclude;
    const { tree } = spfTreeOf(mail, posture);
    if (!tree || allows(tree, include) !== false) return [];
    const { redirect } = effectiveTerms(spf.parsed);
    return [
      {
        message: `the SPF record of ${domain} does not allow Exchange Online, through which its mail leaves`,
        received: JSON.stringify(spf.record.value),
        expected: `include:${include}`,
        fix: redirect
          ? `have the record at ${redirect.domain.text} add include:${include}`
          : `add include:${include}`,
        where: spf.where,
      },
    ];
  },
});

/**
 * Does a record that the check comes to include it: the domain's own, or one behind an include or a redirect?
 * Nothing where a redirect leads to a record that is not known, or to none, which the broken tree tells.
 */
function allows({ steps }: SpfBranch, include: string): boolean | undefined {
  let isKnown = true;
  for (const { term, target, record, unexplored } of steps) {
    const leads = term.kind === "redirect" || (term.kind === "include" && term.qualifier === "+");
    if (!leads) continue;
    if (term.kind === "include" && target?.toLowerCase() === include) return true;
    const behind = record && allows(record, include);
    if (behind) return true;
    if (term.kind === "redirect" && (unexplored || !record || record.end || behind === undefined))
      isKnown = false;
  }
  return isKnown ? false : undefined;
}
