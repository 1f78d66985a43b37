import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Statistics } from "../../gateway/statistics";
import type { RunFolder } from "../../rollout/run-folder";
import type { Failure, RunRecord } from "../../rollout/run-record";
import type { Console } from "../console";
import { callsInWords } from "./calls-in-words";
import type { Conducted } from "./conducted";
import { protectedStacks, protectedWords } from "./protected-stacks";
import { removedWords } from "./removed-stacks";
import { failures, outcomeSummary, planSummary } from "./summary";
import { wayOn } from "./way-on";

/** Relative below the working folder; a path that climbs out of it, as to a sandbox's shadow, says less than the whole. */
function pathTo(path: string, from: string): string {
  const way = relative(from, path);
  return way === "" || way.startsWith("..") ? path : way;
}

/** What is told when a run has ended, whatever came of it. */
export function report(
  record: RunRecord,
  folder: RunFolder,
  conducted: Conducted,
  console: Console,
  calls: Readonly<Statistics> | undefined,
): void {
  const { command, options, stacks, endings, removed } = conducted;
  const path = pathTo(folder.path, console.folder);
  const logOf = (stack: string, { phase }: Failure) =>
    existsSync(join(folder.path, stack, `${phase}.log`)) ? join(path, stack, `${phase}.log`) : undefined;
  console.err(failures(record.stacks, logOf));
  if (command === "destroy")
    console.err(protectedWords(protectedStacks(record.stacks, stacks), options.orphans ?? false));
  conducted.ended?.(
    [...(endings ?? new Map()).keys()].filter((name) =>
      ["applied", "unchanged"].includes(record.stacks[name]?.status ?? ""),
    ),
  );
  if (options.stats) console.err(callsInWords(calls));
  if (options.format === "json") {
    console.out(`${JSON.stringify({ run: path, ...record, ...(calls && { calls }) }, undefined, 2)}\n`);
    return;
  }
  if (command === "plan") {
    const names = Object.keys(record.stacks);
    const inState = (status: string) => names.filter((name) => record.stacks[name]?.status === status);
    console.out(planSummary(record.stacks, inState("planned"), inState("waiting")));
  }
  console.out(outcomeSummary(record.stacks));
  if (removed) console.err(removedWords(removed, conducted.estate));
  console.err(`run: ${path}\n`);
  if (command !== "plan" && record.exitCode !== 0) {
    console.err(
      wayOn({
        command,
        estate: conducted.estate,
        options,
        isReviewed: conducted.reviewed !== undefined,
        path,
      }),
    );
  }
}
