import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcNoReports = domainRule({
  id: "dmarc-no-reports",
  title: "a DMARC record that asks for no reports",
  why: "Aggregate reports are the only way to learn who sends as the domain, and whether genuine mail fails. Without an address a policy cannot be tightened safely, and abuse goes unseen.",
  level: "warning",
  sources: [{ name: "RFC 9990" }],
  controls: { scuba: ["MS.EXO.4.4v1"], cis: ["2.1.10"] },
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc || dmarc.parsed.rua.length > 0) return [];
    return [
      {
        message: `nobody is told how mail of ${mail.domain} fares: its DMARC record has no rua`,
        received: JSON.stringify(dmarc.record.value),
        expected: "rua=mailto:…",
        fix: "add an address for aggregate reports",
        where: dmarc.where,
      },
    ];
  },
});
