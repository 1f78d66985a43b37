import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcNoFailureReports = domainRule({
  id: "dmarc-no-failure-reports",
  title: "a DMARC record without a contact for failure reports",
  why: "CISA asks for a contact for aggregate and failure reports. Few receivers send failure reports, since they hold parts of messages; those who do help to find one misconfigured sender at once.",
  level: "note",
  sources: [{ name: "RFC 9991" }, { name: "CISA MS.EXO.4.4v1" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc || dmarc.parsed.ruf.length > 0) return [];
    return [
      {
        message: `the DMARC record of ${mail.domain} has no address for failure reports`,
        expected: "ruf=mailto:…",
        where: dmarc.where,
      },
    ];
  },
});
