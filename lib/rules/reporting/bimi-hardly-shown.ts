import { adviseBimi, parseBimi } from "../../mail/bimi";
import { bimiOf } from "../../posture/facts/bimi";
import { domainRule, hitOf } from "../rule";

export const bimiHardlyShown = domainRule({
  id: "bimi-hardly-shown",
  title: "a logo that few mail clients show",
  why: "Gmail and others show no logo without a mark certificate, and only SVG Tiny PS is shown at all.",
  level: "note",
  sources: [{ name: "draft-brand-indicators-for-message-identification §4.3" }],
  check(mail, posture) {
    return bimiOf(mail, posture).flatMap(({ record, where }) => {
      const read = parseBimi(record.value);
      if (!read.ok) return [];
      return adviseBimi(read.value).map((fault) =>
        hitOf(fault, `the logo of ${mail.domain}: ${fault.message}`, where),
      );
    });
  },
});
