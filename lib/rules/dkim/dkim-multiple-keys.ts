import type { DnsName } from "../../dns/name";
import { excerpt } from "../../mail/spf/span";
import { dkimOf, isMeantAsKey, type PublishedSelector } from "../../posture/facts/dkim";
import { txtAt } from "../../posture/facts/fact";
import type { Posture } from "../../posture/model";
import { domainRule } from "../rule";

export const dkimMultipleKeys = domainRule({
  id: "dkim-multiple-keys",
  title: "several texts at one DKIM selector",
  why: "A selector holds one text. With two, each verifier takes whichever its resolver gives first, or none: a part of the signatures fails, another part at each answer.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 6376 §3.6.2.2", url: "https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.2" }],
  controls: { "bulk-sender": ["DKIM"] },
  check(mail, posture) {
    const byName = new Map<DnsName, PublishedSelector>();
    for (const published of dkimOf(mail, posture).selectors) {
      if (!byName.has(published.record.name)) byName.set(published.record.name, published);
    }
    return [...byName].flatMap(([name, published]) => {
      const texts = textsAt(name, posture);
      if (texts.length < 2 || !texts.some(isMeantAsKey)) return [];
      const alias = published.kind === "alias" ? ` (behind its CNAME to ${published.target})` : "";
      return [
        {
          message: `${name}${alias} holds ${texts.length} texts, of which verifiers take any`,
          received: texts.map(excerpt).join(" and "),
          expected: "one key (RFC 6376 §3.6.2.2)",
          fix: alias
            ? "have the signer keep the key that it signs with, and remove the rest"
            : "keep the key that signs, and remove the rest; another key needs a selector of its own",
          where: published.where,
        },
      ];
    });
  },
});

/** Servers rotate the order of their answers. */
function textsAt(name: DnsName, posture: Posture): readonly string[] {
  return txtAt(posture, name)
    .map(({ record }) => record.value)
    .sort();
}
