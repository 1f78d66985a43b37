import { dkimOf, keysOf, MICROSOFT_PAIR, otherOfPairSigns } from "../../posture/facts/dkim";
import { domainRule, type Hit } from "../rule";

export const dkimRevoked = domainRule({
  id: "dkim-revoked",
  title: "a selector whose key is revoked",
  why: "An empty p= tells verifiers that the key was withdrawn: every signature with the selector fails. Under one of Microsoft's two names it strikes the mail that Exchange Online signs; behind an alias the signer has withdrawn the key. A domain may well revoke keys of its own that nobody signs with any more.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 6376 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1" }],
  check(mail, posture): readonly Hit[] {
    const { selectors, unknown } = dkimOf(mail, posture);
    // A wildcard answers for names that do not exist (RFC 4592 §2.1.3): not for selectors that stand beside it.
    const both = MICROSOFT_PAIR.every((name) => selectors.some(({ selector }) => selector === name));
    return keysOf(mail, posture).flatMap((key): readonly Hit[] => {
      const { kind, selector, at, isBehindAlias, where } = key;
      if (kind !== "revoked") return [];
      const received = "an empty p=";
      const isMicrosofts = mail.intent.exchangeOnline && MICROSOFT_PAIR.includes(selector);
      if (isBehindAlias) {
        const fix = isMicrosofts
          ? "have Microsoft make a new key: Rotate-DkimSigningConfig"
          : "have the signer publish a key, or remove the selector if it no longer signs";
        const isError = isMicrosofts && !otherOfPairSigns(selector, mail, posture);
        return [
          {
            message: `${at} is revoked by whoever signs with it`,
            received,
            expected: "the key of the signer",
            fix,
            where,
            level: isError ? "error" : "warning",
          },
        ];
      }
      if (!isMicrosofts && !(mail.intent.exchangeOnline && selector === "*" && !both && !unknown)) return [];
      return [
        {
          message: `${at} revokes the key that Exchange Online signs with`,
          received,
          expected: "the CNAMEs of selector1 and selector2 that Get-DkimSigningConfig shows",
          fix: "publish both CNAMEs",
          where,
        },
      ];
    });
  },
});
