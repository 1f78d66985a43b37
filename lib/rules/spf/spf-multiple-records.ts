import { spfOf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfMultipleRecords = domainRule({
  id: "spf-multiple-records",
  title: "several SPF records at one name",
  why: "Receivers that find two records beginning with v=spf1 at a name answer permerror, however equal the two are. No mail of the domain passes SPF then, and under DMARC only DKIM is left.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7208 §4.5", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.5" }],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"], "bulk-sender": ["SPF"] },
  check(mail, posture) {
    const [first, ...others] = spfOf(mail, posture);
    if (!first || others.length === 0) return [];
    return [
      {
        message: `${mail.domain} has ${others.length + 1} SPF records, which is a permanent error to receivers`,
        received: [first, ...others].map(({ record }) => JSON.stringify(record.value)).join(" and "),
        expected: "one record",
        fix: "write the terms of all into one record, and delete the others",
        where: others[0]?.where ?? first.where,
      },
    ];
  },
});
