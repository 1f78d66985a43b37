import { DISPOSITIONS } from "../../mail/dmarc/parse";
import type { DmarcDisposition } from "../../options";
import { soleDmarc } from "../../posture/facts/dmarc";
import { domainRule } from "../rule";

export const dmarcWeakSubdomains = domainRule({
  id: "dmarc-weak-subdomains",
  title: "a DMARC policy that is weaker for subdomains",
  why: "Whoever forges a protected domain need only put a label in front of it. Where sp or np is milder than p, mail from any name below the domain, existing or made up, gets the milder treatment.",
  level: "warning",
  sources: [{ name: "RFC 9989 §4.7" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    const policy = dmarc?.parsed.policy;
    if (!dmarc || policy === undefined) return [];
    const { subdomainPolicy, nonExistentPolicy } = dmarc.parsed;
    const tags = [
      ["sp", subdomainPolicy, policy, "the domain itself has it"],
      // Names that do not exist follow sp where nothing is said of them; only what np itself takes away is told.
      [
        "np",
        nonExistentPolicy,
        subdomainPolicy ?? policy,
        subdomainPolicy ? "sp has it" : "the domain itself has it",
      ],
    ] as const;
    return tags.flatMap(([tag, own, above, like]) =>
      own !== undefined && isMilder(own, above)
        ? [
            {
              message: `the DMARC policy of ${mail.domain} is weaker for ${tag === "sp" ? "subdomains" : "subdomains that do not exist"}`,
              received: `${tag}=${own}`,
              expected: `${tag}=${above}, as ${like}`,
              fix: `remove ${tag}`,
              where: dmarc.where,
            },
          ]
        : [],
    );
  },
});

function isMilder(one: DmarcDisposition, other: DmarcDisposition): boolean {
  return DISPOSITIONS.indexOf(one) < DISPOSITIONS.indexOf(other);
}
