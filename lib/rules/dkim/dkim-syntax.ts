import { keysOf } from "../../posture/facts/dkim";
import { domainRule, hitOf } from "../rule";

export const dkimSyntax = domainRule({
  id: "dkim-syntax",
  title: "a DKIM key record that verifiers cannot read",
  why: "A key that is cut off, quoted twice or otherwise broken is no key: every signature that names the selector fails, and looks like a forgery.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 6376 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1" }],
  controls: { "bulk-sender": ["DKIM"] },
  check(mail, posture) {
    return keysOf(mail, posture).flatMap((published) =>
      published.kind === "unreadable"
        ? published.faults.map((fault) =>
            hitOf(fault, `${published.at} is no DKIM key: ${fault.message}`, published.where),
          )
        : [],
    );
  },
});
