import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcNotReject = domainRule({
  id: "dmarc-not-reject",
  title: "a DMARC policy short of reject",
  why: "Under quarantine a forgery still arrives, in the junk folder, where some people look for what they miss. Only p=reject keeps it out.",
  level: "note",
  sources: [],
  controls: { scuba: ["MS.EXO.4.2v1"] },
  recommended: false,
  check(mail, posture) {
    // As with dmarc-policy-none: parked-dmarc asks a domain that sends nothing.
    if (mail.intent.declared && !mail.intent.sends) return [];
    const dmarc = soleDmarc(mail, posture);
    if (dmarc?.parsed.policy !== "quarantine") return [];
    return [
      {
        message: `the DMARC policy of ${mail.domain} delivers forgeries to the junk folder`,
        received: "p=quarantine",
        expected: "p=reject",
        fix: "write p=reject once the reports show no genuine mail that fails",
        where: dmarc.where,
      },
    ];
  },
});
