import type { SpfCheck, SpfProblem } from "../mail/spf/check";
import { formatSpfTerm } from "../mail/spf/format";
import type { SpfBranch } from "../mail/spf/tree";
import { findingJson } from "./findings-json";
import type { SpfReport } from "./spf-text";

/**
 * `{tree, lookups, voids, limits, findings, problems, check?}`; the names of the keys are contract (docs/guide/spf.md).
 */
export function spfJson({ tree, findings, check }: SpfReport): string {
  const { lookups, voids, limits } = tree;
  const report = {
    tree: branchJson(tree),
    lookups,
    voids,
    limits,
    findings: findings.map(findingJson),
    problems: tree.findings.map(problemJson),
    ...(check ? { check: checkJson(check) } : {}),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function branchJson({ domain, text, end, lookups, steps }: SpfBranch): object {
  return {
    domain,
    ...(text === undefined ? {} : { record: text }),
    ...(end === undefined ? {} : { end }),
    lookups,
    terms: steps.map(({ term, target, cost, queries, depends, unexplored, record }) => ({
      term: formatSpfTerm(term),
      ...(target === undefined ? {} : { target }),
      cost,
      void: queries.filter((query) => query.void).map(({ name, type }) => `${name} ${type}`),
      ...(depends.length > 0 ? { depends } : {}),
      ...(unexplored ? { unexplored } : {}),
      ...(record ? { record: branchJson(record) } : {}),
    })),
  };
}

function checkJson({ result, matched, explanation, lookups, voids, problems }: SpfCheck): object {
  return {
    result,
    ...(matched ? { matched: { domain: matched.domain, term: formatSpfTerm(matched.directive) } } : {}),
    ...(explanation === undefined ? {} : { explanation }),
    lookups,
    voids,
    problems: problems.map(problemJson),
  };
}

function problemJson({ domain, message, received, expected, fix, temporary }: SpfProblem): object {
  return { domain, message, received, expected, fix, ...(temporary ? { temporary } : {}) };
}
