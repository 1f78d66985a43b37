import { effectivePolicy } from "../../mail/dmarc/policy";
import { dkimOf } from "../../posture/facts/dkim";
import { dmarcInForce, soleDmarc } from "../../posture/facts/dmarc";
import { soleSpf, spfOf, spfUnknown } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const dmarcEnforcedUnauthenticated = domainRule({
  id: "dmarc-enforced-unauthenticated",
  title: "an enforced DMARC policy over mail that cannot pass",
  why: "Under quarantine or reject a message must pass SPF or DKIM in the domain's name. The own mail of a domain that sends with neither is refused or goes to the junk folder; with SPF alone that strikes everything that is forwarded.",
  level: "error",
  sources: [{ name: "RFC 9989 §4.4, §7" }],
  controls: { "bulk-sender": ["DMARC"] },
  check(mail, posture) {
    const { domain, intent } = mail;
    const force = dmarcInForce(mail, posture);
    if (!intent.sends || (force.kind !== "own" && force.kind !== "inherited")) return [];
    const applied = effectivePolicy(force.record, force.kind === "own" ? "domain" : "subdomain");
    if (applied !== "quarantine" && applied !== "reject") return [];
    const keys = dkimOf(mail, posture);
    const signs = keys.selectors.some(({ kind }) => kind !== "revoked") || keys.unknown;
    if (signs) return [];
    const spf = soleSpf(mail, posture) !== undefined || spfUnknown(mail, posture);
    const meets = applied === "reject" ? "is refused" : "goes to the junk folder";
    return [
      {
        message: spf
          ? `mail of ${domain} ${meets} when it is forwarded: DMARC asks for ${applied}, and nothing is signed`
          : `mail of ${domain} ${meets}: DMARC asks for ${applied}, and there is neither a DKIM key nor ${spfOf(mail, posture).length > 0 ? "an SPF record that can be read" : "an SPF record"}`,
        expected: "DKIM keys and SPF first, enforcement after",
        fix: "publish the signers' DKIM selectors",
        where: soleDmarc(mail, posture)?.where ?? mail.where,
        ...(spf ? { level: "warning" as const } : {}),
      },
    ];
  },
});
