import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcSingleReportAddress = domainRule({
  id: "dmarc-single-report-address",
  title: "a DMARC record with one address for aggregate reports, where CISA's test counts two",
  why: "US federal agencies must have reports sent to CISA, so CISA's test of MS.EXO.4.4v1 wants a second address in rua as the agency's own. Whoever is no agency and wants that test to pass needs two addresses of their own; mail is the same with one.",
  level: "note",
  sources: [
    {
      name: "ScubaGear, EXOConfig.rego",
      url: "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/Rego/EXOConfig.rego",
    },
  ],
  controls: { scuba: ["MS.EXO.4.4v1"] },
  recommended: false,
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (dmarc?.parsed.rua.length !== 1) return [];
    return [
      {
        message: `CISA's test of MS.EXO.4.4v1 does not pass for ${mail.domain}: its DMARC record has one address for aggregate reports`,
        received: JSON.stringify(dmarc.record.value),
        expected: "two addresses in rua",
        fix: "add a second address, or accept this finding if you are no agency",
        where: dmarc.where,
      },
    ];
  },
});
