import { adviseSpf } from "../../mail/spf/advise";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule, hitOf } from "../rule";

export const spfWithoutEffect = domainRule({
  id: "spf-without-effect",
  title: "terms of an SPF record that do nothing",
  why: "Terms behind all, repeated terms, include= for include: and networks with host bits set are legal and mean nothing, or not what they seem to. Whoever wrote them believes in a sender that is not allowed.",
  level: "warning",
  below: true,
  sources: [{ name: "RFC 7208 §4.6.1, §5.1, §6", url: "https://www.rfc-editor.org/rfc/rfc7208#section-6" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    return adviseSpf(spf.parsed).flatMap((fault) => {
      const index = fault.path?.[1];
      // A record without an end, and ptr, have rules of their own.
      if (typeof index !== "number" || spf.parsed.terms[index]?.kind === "ptr") return [];
      return [hitOf(fault, `in the SPF record of ${mail.domain}: ${fault.message}`, spf.where)];
    });
  },
});
