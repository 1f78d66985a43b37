import { parseMicrosoftDkimTarget } from "../../mail/dkim";
import { NEW_DKIM_TARGETS_SINCE } from "../../microsoft/added-before";
import { CLOUDS } from "../../microsoft/clouds";
import { dkimOf } from "../../posture/facts/dkim";
import type { MailPosture } from "../../posture/model";
import { domainRule } from "../rule";

export const dkimDerivedTarget = domainRule({
  id: "dkim-derived-target",
  title: "DKIM targets that were derived where Microsoft documents no rule",
  why: "Microsoft documents no rule for the targets of domains with hyphens, which internationalised names hold too, and none for GCC High, DoD and China; and custom domains added since May 2025 have targets of another form, in a partition that only Microsoft knows. A target that was derived there is a guess, and a wrong CNAME keeps signing from being switched on.",
  level: "note",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  from: ["declared", "planned"],
  check(mail, posture) {
    const [first] = dkimOf(mail, posture).selectors.filter(
      (published) =>
        published.selector === "selector1" &&
        published.kind === "alias" &&
        parseMicrosoftDkimTarget(published.target).ok,
    );
    const guess = first && guessed(mail);
    if (!guess) return [];
    return [
      {
        message: `the DKIM targets of ${mail.domain} may be a guess: ${guess.why}`,
        expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
        fix: guess.fix,
        where: first.where,
      },
    ];
  },
});

const PASTE = "write them as dkim: { selector1: …, selector2: … }";
const SINCE = NEW_DKIM_TARGETS_SINCE;

function guessed({
  domain,
  intent,
}: MailPosture): { readonly why: string; readonly fix: string } | undefined {
  const { tenant, dkimDerived } = intent;
  const cloud = CLOUDS[tenant?.cloud ?? "worldwide"];
  if (!tenant || dkimDerived === undefined) return undefined;
  if (!cloud.partitions) return { why: `Microsoft documents no form for ${cloud.title}`, fix: PASTE };
  if (domain.includes("-"))
    return { why: "Microsoft documents no rule for domains with hyphens", fix: PASTE };
  if (dkimDerived === "token") return undefined;
  return {
    why: `domains added since ${SINCE} have targets of another form, and nothing says that this one was there before`,
    fix: `say so by domainsAddedBefore: ${SINCE} of the tenant or mx: { addedBefore: ${SINCE} }, or ${PASTE}`,
  };
}
