import type { SpfProblem } from "../../mail/spf/check";
import { retiredInclude } from "../../mail/spf/retired";
import type { SpfBranch } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule, hitOf } from "../rule";

export const spfBrokenTree = domainRule({
  id: "spf-broken-tree",
  title: "an SPF record that breaks behind an include or a redirect",
  why: "A receiver that comes to an include without a record, with several, or with a syntax error, or that is led in a circle, answers permerror for the whole check: mail that a term in front matches still passes, all other mail of the domain does not, and under DMARC only DKIM is left.",
  level: "error",
  sources: [
    { name: "RFC 7208 §4.6.4, §5.2, §6.1", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.2" },
  ],
  controls: { "bulk-sender": ["SPF"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    return brokenIn(tree).map((problem) =>
      hitOf(
        problem,
        `the SPF record of ${mail.domain} is a permanent error: ${atRecord(problem, tree)}${problem.message}`,
        spf.where,
      ),
    );
  },
});

function atRecord({ domain }: SpfProblem, tree: SpfBranch): string {
  return domain === tree.domain ? "" : `at ${domain}: `;
}

/** What breaks a check at the terms of a record and behind them. What did not answer may be whole another time. */
function brokenIn({ steps }: SpfBranch): readonly SpfProblem[] {
  return steps.flatMap(({ target, problems, record }) => {
    // That such a name is gone has a rule of its own.
    if (target !== undefined && retiredInclude(target)) return [];
    // Of a domain without a record the term says enough.
    const behind = record && record.end !== "none" ? [...record.problems, ...brokenIn(record)] : [];
    return [...behind, ...problems].filter(({ temporary }) => temporary !== true);
  });
}
