import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

const PAIR = ["selector1", "selector2"] as const;

export const dkimSelectorMissing = domainRule({
  id: "dkim-selector-missing",
  title: "one of Microsoft's two selectors is missing",
  why: "Exchange Online signs with one of two keys and moves to the other when it rotates. With one CNAME missing, signing cannot be switched on, or fails on the day of the next rotation.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  controls: { scuba: ["MS.EXO.3.1v1"], cis: ["2.1.9"] },
  check(mail, posture) {
    const { selectors, unknown } = dkimOf(mail, posture);
    const [there, second] = PAIR.flatMap((name) => selectors.filter(({ selector }) => selector === name));
    // Neither of the two: that Microsoft does not sign may be meant, and missing keys have a rule of their own.
    if (!there || second || unknown || !mail.intent.exchangeOnline) return [];
    const missing = PAIR.find((name) => name !== there.selector);
    return [
      {
        message: `${mail.domain} has only one of Microsoft's two DKIM selectors`,
        received: `${there.selector}._domainkey.${mail.domain}`,
        expected: `${missing}._domainkey.${mail.domain} beside it`,
        fix: "publish both CNAMEs as Get-DkimSigningConfig shows them",
        where: there.where,
      },
    ];
  },
});
