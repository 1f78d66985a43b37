import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RunFolder } from "../../rollout/run-folder";
import type { RunRecord } from "../../rollout/run-record";
import { temporaryFolder } from "../support/temp";

const RECORD: RunRecord = {
  version: 1,
  command: "deploy",
  estate: "0".repeat(64),
  terraform: { product: "terraform", version: "1.11.4" },
  startedAt: "2026-11-26T03:04:05.678Z",
  resumedAt: [],
  parallel: 4,
  stacks: {
    "contoso.com": { status: "running", phase: "apply", config: "0".repeat(64), after: [], seconds: {} },
  },
};

test("is named by time and command, and two of one second stay apart", () => {
  const out = temporaryFolder();
  const names = [1, 2, 3].map(() => RunFolder.create(out, "deploy", RECORD.startedAt).name);
  expect(names).toEqual([
    "20261126T030405Z-deploy",
    "20261126T030405Z-deploy-2",
    "20261126T030405Z-deploy-3",
  ]);
});

test("the latest of a command is the youngest that has a record", () => {
  const out = temporaryFolder();
  expect(RunFolder.latest(out, "deploy")).toBeUndefined();
  for (let count = 0; count < 10; count++) RunFolder.create(out, "deploy", RECORD.startedAt).write(RECORD);
  RunFolder.create(out, "plan", "2026-11-27T03:04:05.678Z").write(RECORD);
  mkdirSync(join(out, "runs", "20991231T000000Z-deploy"));
  expect(RunFolder.latest(out, "deploy")?.name).toBe("20261126T030405Z-deploy-10");
});

test("a record is read as it was written, and nothing else lies beside it", () => {
  const folder = RunFolder.create(temporaryFolder(), "deploy", RECORD.startedAt);
  folder.write(RECORD);
  expect(folder.read()).toEqual(RECORD);
  expect(readdirSync(folder.path)).toEqual(["run.json"]);
});

test("a folder without a record is none of a run, and a record of another version is not read", () => {
  const out = temporaryFolder();
  expect(() => RunFolder.open(out)).toThrow(`${out} is no run folder: it has no run.json`);
  const folder = RunFolder.create(out, "deploy", RECORD.startedAt);
  folder.write({ ...RECORD, version: 2 } as unknown as RunRecord);
  expect(() => folder.read()).toThrow("is no record of a run, or one of another version");
});
