import { mxOf } from "../../posture/facts/mx";
import { lookup } from "../../posture/lookup";
import { domainRule } from "../rule";

export const mxAlias = domainRule({
  id: "mx-alias",
  title: "an MX host that is an alias",
  why: "An MX must name a host with addresses, never a CNAME. Some senders do not follow the alias, and their mail to the domain fails.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 2181 §10.3", url: "https://www.rfc-editor.org/rfc/rfc2181#section-10.3" }],
  check(mail, posture) {
    return mxOf(mail, posture).flatMap(({ record, where }) => {
      if (record.exchange === ".") return [];
      const alias = lookup(posture, record.exchange, "CNAME");
      const [target] = alias.known ? alias.records : [];
      if (!target) return [];
      return [
        {
          message: `the MX host ${record.exchange} of ${mail.domain} is an alias`,
          received: `CNAME ${target.target}`,
          expected: "a host with A or AAAA records",
          fix: `name ${target.target} in the MX itself`,
          where,
        },
      ];
    });
  },
});
