import { bimiNeeds, parseBimi } from "../../mail/bimi";
import { bimiOf } from "../../posture/facts/bimi";
import { dmarcInForce } from "../../posture/facts/dmarc";
import { domainRule, hitOf } from "../rule";

export const bimiUnenforced = domainRule({
  id: "bimi-unenforced",
  title: "a logo that no mail client shows",
  why: "Mail clients show a logo only under an enforced DMARC policy for all mail, subdomains included. Before that the record is work without effect.",
  level: "warning",
  sources: [{ name: "draft-brand-indicators-for-message-identification §7.1" }],
  check(mail, posture) {
    const [first] = bimiOf(mail, posture).filter(({ record }) => {
      const read = parseBimi(record.value);
      return read.ok && read.value.logo !== "";
    });
    const force = first && dmarcInForce(mail, posture);
    if (!first || !force || force.kind === "unknown") return [];
    if (force.kind === "none")
      return [
        {
          message: `${mail.domain} shows a logo, and has no DMARC policy`,
          expected: "p=quarantine or p=reject",
          where: first.where,
        },
      ];
    return bimiNeeds(force.record).map((fault) =>
      hitOf(fault, `no mail client shows the logo of ${mail.domain}: ${fault.message}`, first.where),
    );
  },
});
