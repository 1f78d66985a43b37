import { effectivePolicy } from "../../mail/dmarc";
import { dmarcInForce, soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const parkedDmarc = domainRule({
  id: "parked-dmarc",
  title: "a domain without mail whose DMARC policy is not reject",
  why: "A domain that sends nothing has no genuine mail to lose, so that every message in its name is a forgery. Any policy but reject lets some of them through.",
  level: "warning",
  sources: [{ name: "CISA MS.EXO.4.2v1" }, { name: "Microsoft Learn: set up DMARC for parked domains" }],
  check(mail, posture) {
    if (!mail.intent.declared || mail.intent.sends) return [];
    const force = dmarcInForce(mail, posture);
    if (force.kind !== "own" && force.kind !== "inherited") return [];
    const scopes = force.kind === "own" ? (["domain", "subdomain"] as const) : (["subdomain"] as const);
    const weak = scopes.find((scope) => effectivePolicy(force.record, scope) !== "reject");
    if (!weak) return [];
    return [
      {
        message: `${mail.domain} sends nothing, and forgeries of ${weak === "domain" ? "it" : force.kind === "own" ? "names below it" : "it"} are not refused`,
        received: `${effectivePolicy(force.record, weak) ?? "no policy"}${force.kind === "inherited" ? `, from ${force.at}` : ""}`,
        expected: "p=reject, also for subdomains",
        fix: "write v=DMARC1; p=reject; sp=reject;",
        where: soleDmarc(mail, posture)?.where ?? mail.where,
      },
    ];
  },
});
