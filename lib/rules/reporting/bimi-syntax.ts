import { parseBimi } from "../../mail/bimi";
import { bimiOf } from "../../posture/facts/bimi";
import { domainRule, hitOf } from "../rule";

export const bimiSyntax = domainRule({
  id: "bimi-syntax",
  title: "a BIMI record that mail clients cannot read",
  why: "A broken record shows no logo. Locations must be HTTPS addresses.",
  level: "warning",
  sources: [{ name: "draft-brand-indicators-for-message-identification §4.3" }],
  check(mail, posture) {
    return bimiOf(mail, posture).flatMap(({ record, where }) => {
      const read = parseBimi(record.value);
      if (read.ok) return [];
      return read.faults.map((fault) =>
        hitOf(fault, `${record.name} is no BIMI record: ${fault.message}`, where),
      );
    });
  },
});
