import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

const PAIR: readonly string[] = ["selector1", "selector2"];

export const dkimRevoked = domainRule({
  id: "dkim-revoked",
  title: "Microsoft's selector is revoked",
  why: "An empty p= tells verifiers that the key was withdrawn: every signature with the selector fails. Under one of Microsoft's two names it strikes the mail that Exchange Online signs.",
  level: "error",
  sources: [{ name: "RFC 6376 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1" }],
  check(mail, posture) {
    if (!mail.intent.exchangeOnline) return [];
    const { selectors, unknown } = dkimOf(mail, posture);
    // A wildcard answers for names that do not exist (RFC 4592 §2.1.3): not for selectors that stand beside it.
    const both = PAIR.every((name) => selectors.some(({ selector }) => selector === name));
    return selectors.flatMap(({ kind, selector, record, where }) =>
      kind === "revoked" && (PAIR.includes(selector) || (selector === "*" && !both && !unknown))
        ? [
            {
              message: `${record.name} revokes the key that Exchange Online signs with`,
              received: "an empty p=",
              expected: "the CNAMEs of selector1 and selector2 that Get-DkimSigningConfig shows",
              fix: "publish both CNAMEs",
              where,
            },
          ]
        : [],
    );
  },
});
