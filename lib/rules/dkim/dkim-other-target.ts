import { checkMicrosoftDkimTarget, parseMicrosoftDkimTarget } from "../../mail/dkim";
import { dkimToken } from "../../microsoft/token";
import { dkimOf } from "../../posture/facts/dkim";
import { domainRule, hitOf } from "../rule";

export const dkimOtherTarget = domainRule({
  id: "dkim-other-target",
  title: "a DKIM target of another domain, tenant or selector",
  why: "Microsoft's targets hold domain, tenant and selector. One that was copied from elsewhere leads to a key that does not sign this domain's mail: signatures fail, or signing cannot be switched on.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  check(mail, posture) {
    const token = dkimToken(mail.domain);
    return dkimOf(mail, posture).selectors.flatMap((published) => {
      const { selector, where } = published;
      if (published.kind !== "alias" || (selector !== "selector1" && selector !== "selector2")) return [];
      const target = parseMicrosoftDkimTarget(published.target);
      if (!target.ok || !token.ok) return [];
      const checked = checkMicrosoftDkimTarget(published.target, {
        selector,
        domainToken: token.value,
        initialDomain: mail.intent.tenant?.initialDomain ?? tenantOf(target.value),
      });
      if (checked.ok) return [];
      return checked.faults.map((fault) => ({
        fix: "write the target that Get-DkimSigningConfig shows for this domain",
        ...hitOf(fault, `${selector}._domainkey.${mail.domain}: ${fault.message}`, where),
        ...(mail.domain.includes("-") ? { level: "warning" as const } : {}),
      }));
    });
  },
});

/** Where no estate says whose tenant it is, the target's own is taken. */
function tenantOf(
  target: Extract<ReturnType<typeof parseMicrosoftDkimTarget>, { readonly ok: true }>["value"],
): string {
  return target.form === "classic" ? target.initialDomain : `${target.initialDomainPrefix}.onmicrosoft.com`;
}
