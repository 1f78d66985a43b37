import { adviseDkimKey } from "../../mail/dkim";
import { dkimOf } from "../../posture/facts/dkim";
import { domainRule, hitOf } from "../rule";

export const dkimWeakKey = domainRule({
  id: "dkim-weak-key",
  title: "a DKIM key that is weak or in test mode",
  why: "RSA keys below 1024 bits are ignored by verifiers, and 1024 bits are within reach of whoever can pay for it: then anyone signs as the domain. A key in test mode may count as no key.",
  level: "warning",
  sources: [{ name: "RFC 8301 §3.2", url: "https://www.rfc-editor.org/rfc/rfc8301#section-3.2" }],
  check(mail, posture) {
    return dkimOf(mail, posture).selectors.flatMap((published) =>
      published.kind === "key"
        ? adviseDkimKey(published.key).map((fault) => ({
            ...hitOf(fault, `${published.record.name}: ${fault.message}`, published.where),
            ...((published.key.publicKey?.bits ?? 1024) < 1024 ? { level: "error" as const } : {}),
          }))
        : [],
    );
  },
});
