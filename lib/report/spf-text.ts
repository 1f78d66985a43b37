import { formatFault } from "../fault";
import type { SpfCheck, SpfProblem } from "../mail/spf/check";
import { formatSpfTerm } from "../mail/spf/format";
import type { SpfBranch, SpfTree, TreeStep } from "../mail/spf/tree";
import { gathered } from "../rules/alike";
import type { Finding } from "../rules/finding";
import { findingLine } from "./finding-line";
import { textOf } from "./lines";
import { type Paint, PLAIN } from "./paint";

/** What a domain's SPF record leads to, what the rules find there, and what a receiver makes of one client. */
export interface SpfReport {
  readonly tree: SpfTree;
  readonly findings: readonly Finding[];
  readonly check?: SpfCheck;
}

/** An SPF record as people read it: each term with what it costs, the sums, the findings, and a client's verdict. */
export function spfText({ tree, findings, check }: SpfReport, paint: Paint = PLAIN): string {
  const { lookups, voids, limits } = tree;
  const silent = tree.findings.filter(({ temporary }) => temporary);
  const most = Math.max(voids.ip4, voids.ip6);
  const over = (count: number, limit: number) => (count > limit ? paint.error : paint.good);
  const lines = [
    ...branchLines(tree, "", paint),
    "",
    `look-ups       ${over(lookups, limits.lookups)(`${lookups} of ${limits.lookups}`)}`,
    `void look-ups  ${over(most, limits.voids)(`${most} of ${limits.voids}`)}`,
    ...silent.map((problem) => `${paint.warning("unreachable")}: ${formatSpfProblem(problem)}`),
    ...gathered(findings).map((finding) => findingLine(finding, paint)),
    ...(check ? ["", ...checkLines(check, paint)] : []),
  ];
  return textOf(lines);
}

function branchLines(
  { domain, text, steps, end }: SpfBranch,
  indent: string,
  paint: Paint,
): readonly string[] {
  const head = text === undefined ? (end ?? "no record") : text;
  return [
    `${indent}${paint.bold(domain)}  ${head}`,
    ...steps.filter(isWorthALine).flatMap((step) => stepLines(step, `${indent}  `, paint)),
  ];
}

/** Terms that ask nothing stand in the record above already. */
function isWorthALine({ cost, depends }: TreeStep): boolean {
  return cost > 0 || depends.length > 0;
}

function stepLines(step: TreeStep, indent: string, paint: Paint): readonly string[] {
  const { term, cost, record, depends, unexplored } = step;
  const gone = voidNote(step);
  const notes = [
    `${cost + (record?.lookups ?? 0)}`,
    ...(gone === undefined ? [] : [paint.warning(gone)]),
    ...(depends.length > 0
      ? [`depends on the message: ${depends.map((letter) => `%{${letter}}`).join(", ")}`]
      : []),
    ...(unexplored ? ["not followed"] : []),
  ];
  return [
    `${indent}${formatSpfTerm(term)}  ${paint.dim(`[${notes.join("; ")}]`)}`,
    ...(record ? branchLines(record, `${indent}  `, paint) : []),
  ];
}

/** `a` asks a client's own kind of address only (RFC 7208 §5.3). */
function voidNote({ term, queries }: TreeStep): string | undefined {
  const gone = queries.filter((query) => query.void);
  if (gone.length === 0) return undefined;
  if (term.kind !== "a" || gone.length === queries.length) return "void";
  return `void for ${gone[0]?.type === "A" ? "IPv4" : "IPv6"}`;
}

function checkLines(check: SpfCheck, paint: Paint): readonly string[] {
  const { result, matched, explanation, problems, lookups, voids } = check;
  const colour =
    result === "pass" ? paint.good : result === "neutral" || result === "none" ? paint.note : paint.error;
  const by = matched ? ` by ${formatSpfTerm(matched.directive)} of ${matched.domain}` : "";
  return [
    `result         ${colour(result)}${by}`,
    `spent          ${lookups} look-ups, ${voids} void`,
    // Whatever the domain's owner wrote: quoted, so that it cannot pass for ours.
    ...(explanation === undefined ? [] : [`explanation    ${JSON.stringify(explanation)}`]),
    ...problems.map((problem) => `${paint.error("error")}: ${formatSpfProblem(problem)}`),
  ];
}

function formatSpfProblem({ domain, path: _, ...fault }: SpfProblem): string {
  return `${domain}: ${formatFault(fault)}`;
}
