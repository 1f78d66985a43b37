import { SPF_LOOKUP_LIMIT } from "../../mail/spf/lookups";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule } from "../rule";

export const spfLookups = domainRule({
  id: "spf-lookups",
  title: "an SPF record that needs more than ten DNS look-ups",
  why: "Receivers stop after ten terms that ask the DNS, counted over the record and everything it includes, and answer permerror. Which sender is hit depends on the order of the terms, so that the fault shows only for some mail.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7208 §4.6.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4" }],
  controls: { "bulk-sender": ["SPF"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    const count = tree.lookups;
    if (count <= SPF_LOOKUP_LIMIT) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} needs ${count} DNS look-ups`,
        received: JSON.stringify(spf.record.value),
        expected: `at most ${SPF_LOOKUP_LIMIT}, with all that it includes`,
        fix: "list addresses instead, or move a sender to a subdomain of its own",
        where: spf.where,
      },
    ];
  },
});
