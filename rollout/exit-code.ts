import type { RunRecord } from "./run-record";

/**
 * How a run ended, as an exit code: 1 if a stack failed, or was left with changes that a deploy or destroy should have
 * applied; with `detailed` 2 for a plan that found changes, as `terraform plan -detailed-exitcode`; else 0.
 */
export function exitCodeOf({ command, stacks }: RunRecord, detailed: boolean): 0 | 1 | 2 {
  const statuses = new Set(Object.values(stacks).map(({ status }) => status));
  if ((["failed", "interrupted", "blocked"] as const).some((status) => statuses.has(status))) return 1;
  const unfinished = (["waiting", "running", "planned"] as const).some((status) => statuses.has(status));
  if (!unfinished) return 0;
  if (command !== "plan") return 1;
  return detailed ? 2 : 0;
}
