import { adviseDkimKey, type DkimKey } from "../../mail/dkim";
import { dkimOf } from "../../posture/facts/dkim";
import { domainRule, hitOf } from "../rule";

export const dkimWeakKey = domainRule({
  id: "dkim-weak-key",
  title: "a DKIM key that is weak or in test mode",
  why: "RSA keys below 1024 bits are ignored by verifiers, and 1024 bits are within reach of whoever can pay for it: then anyone signs as the domain. A key in test mode may count as no key.",
  level: "warning",
  sources: [{ name: "RFC 8301 §3.2", url: "https://www.rfc-editor.org/rfc/rfc8301#section-3.2" }],
  controls: { "bulk-sender": ["DKIM"] },
  check(mail) {
    return dkimOf(mail).selectors.flatMap((published) =>
      published.kind === "key"
        ? adviseDkimKey(published.key).map((fault) => ({
            ...hitOf(fault, `${published.record.name}: ${fault.message}`, published.where),
            // Whatever a pack makes of weak keys: only shorter ones than these are ignored.
            level: isIgnored(published.key) ? ("error" as const) : ("warning" as const),
          }))
        : [],
    );
  },
});

/** RFC 8301 §3.2: verifiers take no RSA key below 1024 bits. */
function isIgnored({ publicKey }: DkimKey): boolean {
  return publicKey?.bits !== undefined && publicKey.bits < 1024;
}
