import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcNoFailureReports = domainRule({
  id: "dmarc-no-failure-reports",
  title: "a DMARC record without a contact for failure reports",
  why: "CISA asks for a contact for aggregate and failure reports. Few receivers send failure reports, since they hold parts of messages; those who do help to find one misconfigured sender at once.",
  level: "note",
  sources: [{ name: "RFC 9991" }],
  controls: { scuba: ["MS.EXO.4.4v1"], cis: ["2.1.10"] },
  recommended: false,
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc || dmarc.parsed.ruf.length > 0) return [];
    return [
      {
        message: `the DMARC record of ${mail.domain} has no address for failure reports`,
        received: JSON.stringify(dmarc.record.value),
        expected: "ruf=mailto:…",
        fix: "add an address for failure reports",
        where: dmarc.where,
      },
    ];
  },
});
