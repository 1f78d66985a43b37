import { exitCodeOf } from "../../rollout/exit-code";
import type { Command, RunRecord, StackRecord } from "../../rollout/run-record";

function record(command: Command, ...statuses: readonly StackRecord["status"][]): RunRecord {
  return {
    version: 1,
    command,
    estate: "",
    terraform: { product: "terraform", version: "1.11.4" },
    startedAt: "2026-11-26T03:00:00.000Z",
    resumedAt: [],
    parallel: 1,
    stacks: Object.fromEntries(
      statuses.map((status, place) => [`d${place}`, { status, config: "", after: [], seconds: {} }]),
    ),
  };
}

test.each<[Command, readonly StackRecord["status"][], exit: number, detailed: number]>([
  ["plan", [], 0, 0],
  ["plan", ["unchanged", "unchanged"], 0, 0],
  ["plan", ["unchanged", "planned"], 0, 2],
  ["plan", ["waiting", "unchanged"], 0, 2],
  ["plan", ["running"], 0, 2],
  ["plan", ["planned", "failed"], 1, 1],
  ["plan", ["blocked", "unchanged"], 1, 1],
  ["deploy", ["applied", "unchanged"], 0, 0],
  ["deploy", ["applied", "planned"], 1, 1],
  ["deploy", ["applied", "waiting"], 1, 1],
  ["deploy", ["applied", "running"], 1, 1],
  ["deploy", ["applied", "failed"], 1, 1],
  ["destroy", ["applied", "blocked"], 1, 1],
  ["destroy", ["applied"], 0, 0],
])("a %s that left %j ends with %i, or %i with -detailed-exitcode", (command, statuses, exit, detailed) => {
  const run = record(command, ...statuses);
  expect([exitCodeOf(run, false), exitCodeOf(run, true)]).toEqual([exit, detailed]);
});
