import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EarlierRuns, leastHeld } from "../../rollout/lost-state";
import { RunFolder } from "../../rollout/run-folder";
import type { RunRecord, StackRecord } from "../../rollout/run-record";
import { temporaryFolder } from "../support/temp";

const STACK: StackRecord = { status: "applied", config: "0", after: [], seconds: {} };

/** A deploy in the output folder, with what it knows of the state of contoso.com. */
function deployed(
  out: string,
  startedAt: string,
  stack: Partial<StackRecord>,
  resumedAt: string[] = [],
): string {
  const folder = RunFolder.create(out, "deploy", startedAt);
  const record: RunRecord = {
    version: 1,
    command: "deploy",
    estate: "0",
    terraform: { product: "terraform", version: "1.11.4" },
    startedAt,
    resumedAt,
    parallel: 4,
    stacks: { "contoso.com": { ...STACK, ...stack } },
  };
  folder.write(record);
  return folder.name;
}

test("what a state holds is what a run left in it, and of an apply that was cut off the least that it may have left", () => {
  expect(leastHeld(STACK)).toBeUndefined();
  expect(leastHeld({ ...STACK, resources: { held: 5, planned: 0 } })).toBe(5);
  expect(leastHeld({ ...STACK, phase: "apply", resources: { held: 5, planned: 0 } })).toBe(0);
  expect(leastHeld({ ...STACK, phase: "apply", resources: { held: 2, planned: 7 } })).toBe(2);
});

test("an output folder without runs knows nothing of any state", () => {
  expect(new EarlierRuns(temporaryFolder()).latestOf("contoso.com")).toBeUndefined();
});

test("the youngest run that knows a stack counts, an old one that was resumed by the day it was", () => {
  const out = temporaryFolder();
  const resources = (held: number) => ({ resources: { held, planned: held } });
  const old = deployed(out, "2026-11-20T03:00:00.000Z", resources(9), ["2026-11-25T03:00:00.000Z"]);
  const known = () => new EarlierRuns(out).latestOf("contoso.com");
  deployed(out, "2026-11-22T03:00:00.000Z", resources(4));
  deployed(out, "2026-11-26T03:00:00.000Z", {});
  expect(known()).toEqual({ run: old, resources: 9 });
  const young = deployed(out, "2026-11-27T03:00:00.000Z", resources(0));
  expect(known()).toEqual({ run: young, resources: 0 });
  expect(new EarlierRuns(out).latestOf("contoso.net")).toBeUndefined();
});

test("records that cannot be read keep nobody from those that can", () => {
  const out = temporaryFolder();
  const run = deployed(out, "2026-11-20T03:00:00.000Z", { resources: { held: 3, planned: 3 } });
  writeFileSync(
    join(RunFolder.create(out, "deploy", "2026-11-26T03:00:00.000Z").path, "run.json"),
    '{"version":2}',
  );
  mkdirSync(join(RunFolder.create(out, "deploy", "2026-11-27T03:00:00.000Z").path, "run.json"));
  expect(new EarlierRuns(out).latestOf("contoso.com")).toEqual({ run, resources: 3 });
});
