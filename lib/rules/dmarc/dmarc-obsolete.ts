import { adviseDmarc, tagInOtherCase } from "../../mail/dmarc/advise";
import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule, hitOf } from "../rule";

export const dmarcObsolete = domainRule({
  id: "dmarc-obsolete",
  title: "tags of a DMARC record that receivers ignore",
  why: "RFC 9989 took away pct, rf, ri and the size limits of addresses, and receivers ignore what they do not know. Who still counts on pct=50 has in truth a policy for all mail. Tags whose value is not valid are discarded too, and count as left out.",
  level: "note",
  below: true,
  sources: [{ name: "RFC 9989 §4.8, appendix A.6" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc) return [];
    const invalid = new Set(dmarc.parsed.invalid?.map(({ name }) => name));
    // "P=reject": some receivers take it for p, those that go by RFC 6376 §3.2 do not.
    const isRisky = (tag: string) => invalid.has(tag) || tagInOtherCase(tag) !== undefined || tag === "psd";
    return adviseDmarc(dmarc.parsed)
      .filter(({ path }) => path?.[0] !== "p")
      .map((fault) => ({
        ...hitOf(fault, `in the DMARC record of ${mail.domain}: ${fault.message}`, dmarc.where),
        // Obsolete tags do no harm; of these something was expected, or is lost (RFC 9989 §4.10.2).
        ...(isRisky(`${fault.path?.[0]}`) ? { level: "warning" as const } : {}),
      }));
  },
});
