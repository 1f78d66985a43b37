import type { TxtRecord } from "../../dns/record";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { formatDmarc } from "../../mail/dmarc/format";
import { effectivePolicy } from "../../mail/dmarc/policy";
import type { DmarcRecord } from "../../mail/dmarc/record";
import { dmarcInForce, soleDmarc } from "../../posture/facts/dmarc";
import type { MailPosture, Posture } from "../../posture/model";
import { domainRule } from "../rule";

export const parkedDmarc = domainRule({
  id: "parked-dmarc",
  title: "a domain without mail whose DMARC policy is not reject",
  why: "A domain that sends nothing has no genuine mail to lose, so that every message in its name is a forgery. Any policy but reject lets some of them through.",
  level: "warning",
  sources: [{ name: "Microsoft Learn: set up DMARC for parked domains" }],
  controls: { scuba: ["MS.EXO.4.2v1"], cis: ["2.1.10"] },
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
        instead: [rejecting(mail, posture)],
        where: soleDmarc(mail, posture)?.where ?? mail.where,
      },
    ];
  },
});

/** The domain's own record with nothing but the policy changed, or one of its own where it has none. */
function rejecting(mail: MailPosture, posture: Posture): TxtRecord {
  const own = soleDmarc(mail, posture);
  const { test: _test, nonExistentPolicy: _np, ...kept } = own?.parsed ?? NO_TAGS;
  const value = formatDmarc({ ...kept, policy: "reject", subdomainPolicy: "reject" });
  return own
    ? { ...own.record, value }
    : { type: "TXT", name: dmarcRecordName(mail.domain), ttl: 3600, value };
}

const NO_TAGS: DmarcRecord = { rua: [], ruf: [], obsolete: [], unknown: [] };
