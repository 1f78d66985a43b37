import type { SpfBranch } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
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
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    const open = openEnd(tree);
    if (!open) return [];
    const { domain, text, end } = open;
    const redirected = domain !== tree.domain;
    return [
      {
        message: `the SPF record of ${mail.domain} is neutral about hosts that it does not list`,
        received: redirected
          ? `${JSON.stringify(text)} at ${domain}, to which it redirects`
          : JSON.stringify(spf.record.value),
        expected: "-all or ~all at the end",
        fix: end === "?all" ? "write -all instead of ?all" : "add -all",
        where: spf.where,
      },
    ];
  },
});

/** The record that decides about everyone else, where it is neutral. */
function openEnd({
  domain,
  text = "",
  end,
  steps,
}: SpfBranch): { readonly domain: string; readonly text: string; readonly end: "?all" | "none" } | undefined {
  const last = steps.at(-1);
  // A record that receivers cannot evaluate, or that nobody has read, says nothing of its end.
  if (end !== undefined) return undefined;
  if (last?.term.kind === "redirect") return last.record && openEnd(last.record);
  if (last?.term.kind === "all")
    return last.term.qualifier === "?" ? { domain, text, end: "?all" } : undefined;
  return { domain, text, end: "none" };
}
