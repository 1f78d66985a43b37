import { dkimOf, otherOfPairSigns } from "../../posture/facts/dkim";
import { isSurelyAbsent } from "../../posture/facts/fact";
import { domainRule, type Hit } from "../rule";

export const dkimDangling = domainRule({
  id: "dkim-dangling",
  title: "a DKIM selector that leads nowhere",
  why: "The alias stands, and no key is behind it: the signer has removed the key, the name was mistyped, or the tenant has no signing configuration. Signatures with the selector fail. Of Microsoft's two selectors only one has a key until the first rotation; that is no fault.",
  level: "error",
  sources: [{ name: "RFC 6376 §3.6.2.2", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.2" }],
  check(mail, posture) {
    return dkimOf(mail, posture).selectors.flatMap((published): readonly Hit[] => {
      if (published.kind !== "alias") return [];
      if (published.behind?.kind !== "none") return [];
      const { selector, record, target, where } = published;
      // Microsoft makes the second key when it first rotates.
      if (otherOfPairSigns(selector, mail, posture)) {
        return [
          {
            message: `${record.name} leads to a name without a key, as long as Microsoft has not rotated`,
            received: `CNAME ${target}`,
            expected: "a key there after the first rotation; until then the other selector signs",
            level: "note",
            where,
          },
        ];
      }
      return [
        {
          message: `${record.name} leads to a name without a key`,
          received: `CNAME ${target}`,
          expected: "a name that holds the signer's key",
          fix: "have the signer make the key, or remove the selector",
          ...(isSurelyAbsent(posture, target, "TXT") ? {} : { level: "warning" as const }),
          where,
        },
      ];
    });
  },
});
