import { canonicalIp4 } from "../../dns/address";
import { mxOf } from "../../posture/facts/mx";
import { lookup } from "../../posture/lookup";
import { domainRule } from "../rule";

export const mxUnresolvable = domainRule({
  id: "mx-unresolvable",
  title: "an MX host without an address",
  why: "Senders cannot connect to a name that has no address. If it is the only host, all mail to the domain comes back; EOP's names vanish when a domain leaves its tenant, though the admin center may still be content.",
  level: "error",
  sources: [{ name: "RFC 5321 §5.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-5.1" }],
  // An estate or a plan need not know the addresses of hosts.
  from: ["observed"],
  check(mail, posture) {
    return mxOf(mail, posture).flatMap(({ record, where }) => {
      const host = record.exchange;
      // An address in place of a name has a rule of its own.
      if (host === "." || canonicalIp4(host) !== undefined) return [];
      const alias = lookup(posture, host, "CNAME");
      if (alias.known && alias.records.length > 0) return [];
      const addresses = [lookup(posture, host, "A"), lookup(posture, host, "AAAA")];
      if (addresses.some((found) => !found.known || found.records.length > 0)) return [];
      return [
        {
          message: `the MX host ${host} of ${mail.domain} has no address`,
          expected: "A or AAAA records",
          fix: "check that the domain is verified in its tenant, and compare with the MX that Microsoft shows",
          where,
        },
      ];
    });
  },
});
