import { effectiveTerms } from "../../mail/spf/effective";
import { CLOUDS } from "../../microsoft/clouds";
import { soleSpf } from "../../posture/facts/spf";
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
    const { directives, redirect } = effectiveTerms(spf.parsed);
    const include = CLOUDS[intent.tenant?.cloud ?? "worldwide"].spfInclude;
    const allowed = directives.some(
      (term) =>
        term.kind === "include" && term.qualifier === "+" && term.domain.text.toLowerCase() === include,
    );
    if (redirect || allowed) return [];
    return [
      {
        message: `the SPF record of ${domain} does not allow Exchange Online, through which its mail leaves`,
        received: JSON.stringify(spf.record.value),
        expected: `include:${include}`,
        fix: `add include:${include}`,
        where: spf.where,
      },
    ];
  },
});
