import { dmarcOf } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcMultipleRecords = domainRule({
  id: "dmarc-multiple-records",
  title: "several DMARC records at one name",
  why: "Receivers that find two DMARC records at a name act as if there were none, whatever the two say: forgeries are delivered, and no reports come.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 9989 §4.10.1" }],
  controls: {
    scuba: ["MS.EXO.4.1v1", "MS.EXO.4.2v1", "MS.EXO.4.4v1"],
    cis: ["2.1.10"],
    "bulk-sender": ["DMARC"],
  },
  check(mail, posture) {
    const records = dmarcOf(mail, posture);
    const [, second] = records;
    if (!second) return [];
    return [
      {
        message: `${mail.domain} has ${records.length} DMARC records, which count as none`,
        received: records.map(({ record }) => JSON.stringify(record.value)).join(" and "),
        expected: "one record",
        fix: "keep one: the stricter where mail of the domain passes SPF or DKIM, and delete the others",
        where: second.where,
      },
    ];
  },
});
