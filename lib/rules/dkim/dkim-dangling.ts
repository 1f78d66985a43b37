import { dkimOf } from "../../posture/facts/dkim";
import { lookup } from "../../posture/lookup";
import { domainRule } from "../rule";

export const dkimDangling = domainRule({
  id: "dkim-dangling",
  title: "a DKIM selector that leads nowhere",
  why: "The alias stands, and no key is behind it: the signer has removed the key, the name was mistyped, or the tenant has no signing configuration. Signatures with the selector fail.",
  level: "error",
  sources: [{ name: "RFC 6376 §3.6.2.2", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.2" }],
  from: ["observed"],
  check(mail, posture) {
    return dkimOf(mail, posture).selectors.flatMap((published) => {
      if (published.kind !== "alias") return [];
      const key = lookup(posture, published.target, "TXT");
      if (!key.known || key.records.length > 0) return [];
      return [
        {
          message: `${published.record.name} leads to a name without a key`,
          received: `CNAME ${published.target}`,
          expected: "a name that holds the signer's key",
          fix: "have the signer make the key, or remove the selector",
          where: published.where,
        },
      ];
    });
  },
});
