import { dkimOf } from "../../posture/facts/dkim";
import { dmarcInForce, soleDmarc } from "../../posture/facts/dmarc";
import { soleSpf, spfOf, spfUnknown } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const dmarcEnforcedUnauthenticated = domainRule({
  id: "dmarc-enforced-unauthenticated",
  title: "an enforced DMARC policy over mail that cannot pass",
  why: "Under quarantine or reject a message must pass SPF or DKIM in the domain's name. A domain that sends with neither has its own mail refused; with SPF alone it loses everything that is forwarded.",
  level: "error",
  sources: [{ name: "RFC 9989 §4.4, §7" }],
  check(mail, posture) {
    const { domain, intent } = mail;
    const force = dmarcInForce(mail, posture);
    if (!intent.sends || (force.kind !== "own" && force.kind !== "inherited")) return [];
    const { policy, subdomainPolicy } = force.record;
    const applied = force.kind === "own" ? policy : (subdomainPolicy ?? policy);
    if (applied !== "quarantine" && applied !== "reject") return [];
    const keys = dkimOf(mail, posture);
    const signs = keys.selectors.some(({ kind }) => kind !== "revoked") || keys.unknown;
    if (signs) return [];
    const spf = soleSpf(mail, posture) !== undefined || spfUnknown(mail, posture);
    return [
      {
        message: spf
          ? `mail of ${domain} is refused when it is forwarded: DMARC asks for ${applied}, and nothing is signed`
          : `mail of ${domain} is refused: DMARC asks for ${applied}, and there is neither a DKIM key nor ${spfOf(mail, posture).length > 0 ? "an SPF record that can be read" : "an SPF record"}`,
        expected: "DKIM keys and SPF first, enforcement after",
        fix: "publish the signers' DKIM selectors",
        where: soleDmarc(mail, posture)?.where ?? mail.where,
        ...(spf ? { level: "warning" as const } : {}),
      },
    ];
  },
});
