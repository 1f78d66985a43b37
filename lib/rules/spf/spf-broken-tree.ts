import { type DnsData, type DnsType, txtText } from "../../dns/resolve";
import { nearMiss } from "../../mail/near-miss";
import type { SpfProblem, SpfQuery } from "../../mail/spf/check";
import { retiredInclude } from "../../mail/spf/retired";
import type { SpfBranch } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { looksLike } from "../near-miss";
import { domainRule, hitOf } from "../rule";

export const spfBrokenTree = domainRule({
  id: "spf-broken-tree",
  title: "an SPF record that breaks behind an include or a redirect",
  why: "A receiver that comes to an include without a record, with several, or with a syntax error, or that is led in a circle, answers permerror for the whole check: mail that a term in front matches still passes, all other mail of the domain does not, and under DMARC only DKIM is left.",
  level: "error",
  below: true,
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
    // Of a domain without a record the term says enough, with the text that stands there in its place.
    const isNone = record?.end === "none";
    const behind = record && !isNone ? [...record.problems, ...brokenIn(record)] : [];
    const own = isNone ? problems.map((problem) => ({ ...problem, ...meantAt(record) })) : problems;
    return [...behind, ...own].filter(({ temporary }) => temporary !== true);
  });
}

/** The text at an include's target that was meant as its record, and what its owner must write. */
function meantAt({
  domain,
  queries,
}: SpfBranch): Pick<SpfProblem, "message" | "received" | "fix"> | undefined {
  for (const text of queries.flatMap(textsIn)) {
    const miss = nearMiss("spf", text);
    if (!miss) continue;
    return {
      message: looksLike("spf", domain, miss.why),
      received: JSON.stringify(text),
      fix: `have ${miss.instead ?? "a text that begins with v=spf1 and a space"} written at ${domain}, or remove the term`,
    };
  }
  return undefined;
}

function textsIn({ type, answer }: SpfQuery): readonly string[] {
  if (type !== "TXT" || answer.kind !== "records") return [];
  return answer.records.flatMap((record) => (isStrings(record) ? [txtText(record)] : []));
}

function isStrings(data: DnsData[DnsType]): data is DnsData["TXT"] {
  return Array.isArray(data);
}
