import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

export const dkimRevoked = domainRule({
  id: "dkim-revoked",
  title: "Microsoft's selector is revoked",
  why: "An empty p= tells verifiers that the key was withdrawn: every signature with the selector fails. Under one of Microsoft's two names it strikes the mail that Exchange Online signs.",
  level: "error",
  sources: [{ name: "RFC 6376 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1" }],
  check(mail, posture) {
    if (!mail.intent.exchangeOnline) return [];
    const { selectors } = dkimOf(mail, posture);
    const pair = new Set(
      selectors.map(({ selector }) => selector).filter((one) => /^selector[12]$/.test(one)),
    );
    // A name that exists is not answered by the wildcard (RFC 4592 §2.2.1).
    const strikes = (selector: string) => pair.has(selector) || (selector === "*" && pair.size < 2);
    return selectors.flatMap(({ kind, selector, record, where }) =>
      kind === "revoked" && strikes(selector)
        ? [
            {
              message: `${record.name} revokes the key that Exchange Online signs with`,
              received: "an empty p=",
              expected: "the CNAME that Get-DkimSigningConfig shows",
              where,
            },
          ]
        : [],
    );
  },
});
