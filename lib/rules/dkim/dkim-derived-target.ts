import { parseMicrosoftDkimTarget } from "../../mail/dkim";
import { CLOUDS } from "../../microsoft/clouds";
import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

export const dkimDerivedTarget = domainRule({
  id: "dkim-derived-target",
  title: "DKIM targets in a cloud for which Microsoft documents no form",
  why: "For GCC High, DoD and China nothing published says what Microsoft's DKIM targets look like. Targets that were derived there are a guess, and a wrong CNAME keeps signing from being switched on.",
  level: "note",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  from: ["declared", "planned"],
  check(mail, posture) {
    const cloud = CLOUDS[mail.intent.tenant?.cloud ?? "worldwide"];
    if (cloud.partitions || !mail.intent.tenant) return [];
    const [first] = dkimOf(mail, posture).selectors.filter(
      (published) =>
        published.selector === "selector1" &&
        published.kind === "alias" &&
        parseMicrosoftDkimTarget(published.target).ok,
    );
    if (!first) return [];
    return [
      {
        message: `the DKIM targets of ${mail.domain} may be a guess: Microsoft documents no form for ${cloud.title}`,
        expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
        where: first.where,
      },
    ];
  },
});
