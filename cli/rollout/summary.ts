import { counted } from "../../lib/counted";
import { visibleLine } from "../../lib/visible";
import { type Changes, NO_CHANGES, totalOf } from "../../rollout/changes";
import type { Failure, RunRecord, StackRecord } from "../../rollout/run-record";
import { formatTable } from "../table";
import { changesInWords } from "./words";

/** What the saved plans would change, a row a stack and one sentence. Stacks without changes are counted only. */
export function planSummary(
  stacks: RunRecord["stacks"],
  planned: readonly string[],
  later: readonly string[],
): string {
  const rows = planned.flatMap((name) => {
    const changes = stacks[name]?.changes;
    return changes ? [[name, ...COLUMNS.map((kind) => cell(changes[kind]))]] : [];
  });
  const total = totalOf(planned.map((name) => stacks[name]?.changes ?? NO_CHANGES));
  const table =
    rows.length > 0 ? formatTable(["STACK", ...COLUMNS.map((kind) => kind.toUpperCase())], rows) : "";
  return [
    table,
    `${counted(planned.length, "stack")} of ${Object.keys(stacks).length}: `,
    `${planned.length > 0 ? changesInWords(total) : "no changes"}\n`,
    later.length > 0
      ? `${counted(later.length, "stack")} can only be planned once these were applied: ${later.join(", ")}\n`
      : "",
  ].join("");
}

const COLUMNS = [
  "add",
  "change",
  "replace",
  "destroy",
  "import",
  "forget",
] as const satisfies readonly (keyof Changes)[];

function cell(count: number): string {
  return count === 0 ? "-" : String(count);
}

/** How a run ended, counted by status. */
export function outcomeSummary(stacks: RunRecord["stacks"]): string {
  const counts = new Map<StackRecord["status"], number>();
  for (const { status } of Object.values(stacks)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = OUTCOMES.flatMap(([status, words]) => {
    const count = counts.get(status);
    return count === undefined ? [] : [`${count} ${words}`];
  });
  return `${counted(Object.keys(stacks).length, "stack")}: ${parts.join(", ")}\n`;
}

const OUTCOMES: readonly (readonly [status: StackRecord["status"], words: string])[] = [
  ["applied", "applied"],
  ["unchanged", "unchanged"],
  ["planned", "with changes that are not applied"],
  ["waiting", "not planned"],
  ["running", "not finished"],
  ["blocked", "not tried because another failed"],
  ["interrupted", "interrupted"],
  ["failed", "failed"],
];

/**
 * Every failure in Terraform's own words. Stacks that failed alike are told together: when a registry or a token fails,
 * three hundred say the same.
 * @param logOf the file to read on; `undefined` where there is none
 */
export function failures(
  stacks: RunRecord["stacks"],
  logOf: (stack: string, failure: Failure) => string | undefined,
): string {
  const alike = new Map<
    string,
    { readonly names: string[]; readonly failure: Failure; readonly how: string }
  >();
  for (const [name, { failure, status }] of Object.entries(stacks)) {
    if (!failure) continue;
    // A request that failed names its domain.
    const key = JSON.stringify([status, failure]).replaceAll(name, "<stack>");
    const same = alike.get(key);
    if (same) same.names.push(name);
    else alike.set(key, { names: [name], failure, how: status === "interrupted" ? status : "failed" });
  }
  return [...alike.values()]
    .map(({ names: [first = "", ...others], failure, how }) => {
      const more =
        others.length > 0 ? ` and ${counted(others.length, "other stack")}: ${others.join(", ")}` : "";
      const errors = failure.errors.map(({ summary, detail, address }) => {
        const lines = [address, ...(detail ?? "").trim().split("\n")].filter((line) => line);
        return `  ${visibleLine(summary)}\n${lines.map((line) => `    ${line}\n`).join("")}`;
      });
      const { phase, condition, fix } = failure;
      const log = logOf(first, failure);
      const now = [condition, fix === undefined ? undefined : `fix: ${fix}`].flatMap((line) => line ?? []);
      return [
        `\n${phase} ${how}: ${first}${more}\n`,
        ...errors,
        ...now.map((line) => `  ${line}\n`),
        log === undefined ? "" : `  log: ${log}\n`,
      ].join("");
    })
    .join("");
}
