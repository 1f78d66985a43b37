import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RunFolder, savedPlans } from "../../rollout/run-folder";
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

test("what it holds is for its owner alone, and is never committed", () => {
  const umask = process.umask(0);
  const out = temporaryFolder();
  const folder = RunFolder.create(out, "deploy", RECORD.startedAt);
  folder.write(RECORD);
  const files = folder.filesOf("contoso.com");
  process.umask(umask);
  const runs = join(out, "runs");
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(
    [runs, folder.path, join(folder.path, "run.json"), join(folder.path, "contoso.com")].map(mode),
  ).toEqual(["700", "700", "600", "700"]);
  expect(readFileSync(join(runs, ".gitignore"), "utf8")).toBe("*\n");
  expect(files).toEqual({
    initLog: join(folder.path, "contoso.com", "init.log"),
    planLog: join(folder.path, "contoso.com", "plan.log"),
    plan: join(folder.path, "contoso.com", "plan.bin"),
    planJson: join(folder.path, "contoso.com", "plan.json"),
    showLog: join(folder.path, "contoso.com", "show.log"),
    applyLog: join(folder.path, "contoso.com", "apply.log"),
    recoverLog: join(folder.path, "contoso.com", "recover.log"),
    recoveredState: join(folder.path, "contoso.com", "errored.tfstate"),
    pullLog: join(folder.path, "contoso.com", "pull.log"),
    pulledState: join(folder.path, "contoso.com", "state.json"),
  });
  expect(folder.filesOf("contoso.com")).toEqual(files);
});

test("its files are made again where a person removed the folder", () => {
  const folder = RunFolder.create(temporaryFolder(), "deploy", RECORD.startedAt);
  rmSync(folder.path, { recursive: true });
  expect(statSync(join(folder.filesOf("contoso.com").plan, "..")).isDirectory()).toBe(true);
});

test("a place that cannot be written is an error, not an endless search for another name", () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "runs"));
  expect(() => RunFolder.create(out, "plan", "no/such/../time")).toThrow("ENOENT");
});

test("an output folder in which no runs can be kept says why", () => {
  const out = temporaryFolder();
  const runs = join(out, "runs");
  writeFileSync(runs, "");
  expect(() => RunFolder.create(out, "plan", RECORD.startedAt)).toThrow(
    `cannot write in ${runs}: a file is in its place (EEXIST: file already exists, mkdir '${runs}')`,
  );
});

test("the latest run may be of one of several commands", () => {
  const out = temporaryFolder();
  RunFolder.create(out, "plan", "2026-11-26T03:04:05.678Z").write(RECORD);
  RunFolder.create(out, "deploy", "2026-11-27T03:04:05.678Z").write(RECORD);
  RunFolder.create(out, "destroy", "2026-11-28T03:04:05.678Z").write(RECORD);
  mkdirSync(join(out, "runs", "20301126T030405Z-deployment"));
  writeFileSync(join(out, "runs", "20301126T030405Z-deployment", "run.json"), "{}");
  expect(RunFolder.latest(out, "plan", "deploy")?.name).toBe("20261127T030405Z-deploy");
  expect(RunFolder.latest(out, "plan")?.name).toBe("20261126T030405Z-plan");
});

test("an opened run is the one that was named", () => {
  const folder = RunFolder.create(temporaryFolder(), "deploy", RECORD.startedAt);
  folder.write(RECORD);
  expect(RunFolder.open(folder.path).path).toBe(folder.path);
});

test("saved plans come by the stacks' names, without those of stacks that have none", () => {
  const folder = RunFolder.create(temporaryFolder(), "plan", RECORD.startedAt);
  const stack = { status: "planned", config: "0".repeat(64), after: [], seconds: {} } as const;
  const names = ["fabrikam.com", "contoso.com", "northwind.example", "adatum.com"];
  folder.write({ ...RECORD, stacks: Object.fromEntries(names.map((name) => [name, stack])) });
  writeFileSync(folder.filesOf("fabrikam.com").planJson, '{"format_version":"1.2"}');
  writeFileSync(folder.filesOf("contoso.com").planJson, "{}");
  // Terraform was killed while it printed.
  writeFileSync(folder.filesOf("adatum.com").planJson, "");
  expect([...savedPlans(folder)]).toEqual([
    { stack: "contoso.com", record: stack, json: "{}" },
    { stack: "fabrikam.com", record: stack, json: '{"format_version":"1.2"}' },
  ]);
});
