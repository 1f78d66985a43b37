import type { Fault } from "../../fault";
import { adviseDkimKey } from "../../mail/dkim";
import { keysOf } from "../../posture/facts/dkim";
import { domainRule, hitOf } from "../rule";

export const dkimWeakKey = domainRule({
  id: "dkim-weak-key",
  title: "a DKIM key that is weak, in test mode or not for mail",
  why: "An RSA key of 1024 bits is within reach of attackers who pay for it, and then anyone signs as the domain. A key in test mode may count as no key, and verifiers ignore one that is not for mail or allows no hash in use.",
  level: "warning",
  below: true,
  sources: [{ name: "RFC 8301 §3.2", url: "https://www.rfc-editor.org/rfc/rfc8301#section-3.2" }],
  controls: { "bulk-sender": ["DKIM"] },
  check(mail, posture) {
    return keysOf(mail, posture).flatMap((published) =>
      published.kind === "key"
        ? adviseDkimKey(published.key).map((fault) => ({
            ...hitOf(fault, `${published.at}: ${fault.message}`, published.where),
            level: isUnusable(fault) ? ("error" as const) : ("warning" as const),
          }))
        : [],
    );
  },
});

/** Verifiers ignore a key that is not for mail, or for no hash that is in use (RFC 6376 §3.6.1). */
function isUnusable({ path }: Fault): boolean {
  return path?.[0] === "h" || path?.[0] === "s";
}
