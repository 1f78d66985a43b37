import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

export const dkimRevoked = domainRule({
  id: "dkim-revoked",
  title: "Microsoft's selector is revoked",
  why: "An empty p= tells verifiers that the key was withdrawn: every signature with the selector fails. Under one of Microsoft's two names it strikes the mail that Exchange Online signs.",
  level: "error",
  sources: [{ name: "RFC 6376 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1" }],
  check(mail) {
    if (!mail.intent.exchangeOnline) return [];
    return dkimOf(mail).selectors.flatMap(({ kind, selector, record, where }) =>
      kind === "revoked" && (/^selector[12]$/.test(selector) || selector === "*")
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
