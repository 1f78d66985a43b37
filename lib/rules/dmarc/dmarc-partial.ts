import { percentOf } from "../../mail/dmarc/policy";
import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcPartial = domainRule({
  id: "dmarc-partial",
  title: "a DMARC policy that some receivers apply to a part of the mail",
  why: "pct below 100 asks receivers of RFC 7489 for the policy on a share of the mail alone, and t=y asks those of RFC 9989 for the next milder one. A control that asks for a policy asks for it on all mail.",
  level: "note",
  below: true,
  sources: [{ name: "RFC 7489 §6.6.4" }, { name: "RFC 9989 §4.7" }],
  controls: { scuba: ["MS.EXO.4.2v1"], cis: ["2.1.10"] },
  recommended: false,
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    const { policy = "none", test } = dmarc?.parsed ?? {};
    if (!dmarc || policy === "none") return [];
    const percent = percentOf(dmarc.parsed);
    const weak = [...(percent < 100 ? [`pct=${percent}`] : []), ...(test ? ["t=y"] : [])];
    if (weak.length === 0) return [];
    return [
      {
        message: `the DMARC policy of ${mail.domain} does not hold for all mail`,
        received: [`p=${policy}`, ...weak].join("; "),
        expected: `p=${policy} without pct and t`,
        fix: `remove ${weak.map((tag) => tag.split("=")[0]).join(" and ")} when the trial is over`,
        where: dmarc.where,
      },
    ];
  },
});
