import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

export const dkimCopiedKey = domainRule({
  id: "dkim-copied-key",
  title: "a copied key where Microsoft's CNAME belongs",
  why: "Microsoft rotates the keys behind its CNAMEs. A key copied into a TXT record keeps the old one: after the next rotation every signature fails, and Exchange Online refuses to switch signing on without the CNAMEs.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  check(mail, posture) {
    if (!mail.intent.exchangeOnline) return [];
    return dkimOf(mail, posture).selectors.flatMap(({ kind, selector, record, where }) =>
      // That a key is revoked has a rule of its own.
      /^selector[12]$/.test(selector) && record.type === "TXT" && kind !== "revoked"
        ? [
            {
              message: `${record.name} holds a key where Microsoft's CNAME belongs`,
              received: "a TXT record",
              expected: "the CNAME that Get-DkimSigningConfig shows",
              fix: "replace the TXT record by the CNAME",
              where,
            },
          ]
        : [],
    );
  },
});
