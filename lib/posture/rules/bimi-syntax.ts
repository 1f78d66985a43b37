import { parseBimi } from "../../mail/bimi";
import { bimiOf } from "../facts/bimi";
import { domainRule } from "./rule";

export const bimiSyntax = domainRule({
  id: "bimi-syntax",
  title: "a BIMI record that mail clients cannot read",
  why: "A broken record shows no logo. Locations must be HTTPS addresses.",
  level: "warning",
  sources: [{ name: "draft-brand-indicators-for-message-identification §4.3" }],
  check(mail) {
    return bimiOf(mail).flatMap(({ record, where }) => {
      const read = parseBimi(record.value);
      if (read.ok) return [];
      return read.faults.map(({ message, received, expected, mend }) => ({
        message: `${record.name} is no BIMI record: ${message}`,
        ...(received === undefined ? {} : { received }),
        ...(expected === undefined ? {} : { expected }),
        ...(mend === undefined ? {} : { mend }),
        where,
      }));
    });
  },
});
