import { effectiveTerms } from "../../mail/spf";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfOpenEnd = domainRule({
  id: "spf-open-end",
  title: "an SPF record that says nothing of everyone else",
  why: "A record without all or redirect, or with ?all, is neutral about every host that it does not list. Receivers then treat a forgery like mail of a domain without SPF.",
  level: "warning",
  sources: [
    { name: "RFC 7208 §4.7", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.7" },
    { name: "Microsoft Learn: set up SPF" },
  ],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const { directives, redirect } = effectiveTerms(spf.parsed);
    const last = directives.at(-1);
    const closed = last?.kind === "all" ? last.qualifier !== "?" : redirect !== undefined;
    if (closed) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} is neutral about hosts that it does not list`,
        received: JSON.stringify(spf.record.value),
        expected: "-all or ~all at the end",
        fix: last?.kind === "all" ? "write -all instead of ?all" : "add -all",
        where: spf.where,
      },
    ];
  },
});
