import { parseBimi } from "../../mail/bimi";
import { bimiOf } from "../../posture/facts/bimi";
import { domainRule, hitOf } from "../rule";

export const bimiSyntax = domainRule({
  id: "bimi-syntax",
  title: "a BIMI record that mail clients cannot read",
  why: "A broken record shows no logo, nor do several at one selector. Locations must be HTTPS addresses.",
  level: "warning",
  below: true,
  sources: [{ name: "draft-brand-indicators-for-message-identification §4.3, §7.2" }],
  check(mail, posture) {
    const found = bimiOf(mail, posture);
    const names = [...new Set(found.map(({ record }) => record.name))];
    return [
      ...found.flatMap(({ record, where }) => {
        const read = parseBimi(record.value);
        if (read.ok) return [];
        return read.faults.map((fault) =>
          hitOf(fault, `${record.name} is no BIMI record: ${fault.message}`, where),
        );
      }),
      ...names.flatMap((name) => {
        const records = found.filter(({ record }) => record.name === name);
        const [, second] = records;
        if (!second) return [];
        return [
          {
            message: `${name} has ${records.length} BIMI records, which count as none`,
            received: records.map(({ record }) => JSON.stringify(record.value)).join(" and "),
            expected: "one record",
            fix: "keep the one with the logo that is meant, and delete the others",
            where: second.where,
          },
        ];
      }),
    ];
  },
});
