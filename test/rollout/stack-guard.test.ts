import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_CHANGES } from "../../rollout/changes";
import { EarlierRuns } from "../../rollout/lost-state";
import { RunFolder } from "../../rollout/run-folder";
import type { StackRecord } from "../../rollout/run-record";
import { savedFiles } from "../../rollout/saved-files";
import { stackContent } from "../../rollout/stack-content";
import { StackGuard } from "../../rollout/stack-guard";
import { temporaryFolder } from "../support/temp";
import { writeStack } from "./support/stacks";

/** A stack that was planned, and what guards it; the record is that of the plan unless a test says otherwise. */
function planned(recordAs: (record: StackRecord) => StackRecord = (record) => record) {
  const project = temporaryFolder();
  const stack = writeStack(project, "contoso.com", {});
  writeFileSync(join(stack.folder, ".terraform.lock.hcl"), "# cloudflare 5.14.0\n");
  const folder = RunFolder.create(project, "deploy", "2026-11-26T03:00:00.000Z");
  const files = folder.filesOf(stack.name);
  writeFileSync(files.plan, "PK");
  writeFileSync(files.planJson, "{}");
  const record: StackRecord = {
    status: "planned",
    ...stackContent(stack.folder),
    saved: savedFiles(files),
    after: [],
    seconds: {},
  };
  const guard = new StackGuard({
    folder,
    destroy: false,
    recordOf: () => recordAs(record),
    earlier: new EarlierRuns(project),
    mayBeEmpty: () => false,
  });
  return { guard, stack, files, folder };
}

type Planned = ReturnType<typeof planned>;

test("what is applied is the plan that was made, of the configuration and with the providers that it was made with", () => {
  const { guard, stack, files } = planned();
  expect(guard.sinceSynth(stack, guard.lockOf(stack))).toBeUndefined();
  expect(guard.beforeApply(stack, files)).toBeUndefined();
});

test.each<[string, (planned: Planned) => void, string]>([
  [
    "of another configuration",
    ({ stack }) => writeFileSync(join(stack.folder, "cdk.tf.json"), "{}"),
    "cdk.tf.json changed since this run planned the stack: another program wrote there",
  ],
  [
    "of which the configuration and the lock file are gone",
    ({ stack }) => {
      for (const file of ["cdk.tf.json", ".terraform.lock.hcl"]) rmSync(join(stack.folder, file));
    },
    "cdk.tf.json and .terraform.lock.hcl changed since this run planned the stack: another program wrote there",
  ],
  [
    "that is another one",
    ({ files }) => writeFileSync(files.plan, "PK\0"),
    "plan.bin is not the one that was planned",
  ],
  ["that nobody can review any more", ({ files }) => rmSync(files.planJson), "plan.json is missing"],
])("a plan %s is not applied", (_, meanwhile, summary) => {
  const one = planned();
  meanwhile(one);
  expect(one.guard.beforeApply(one.stack, one.files)).toEqual({
    phase: "apply",
    errors: [{ summary }],
    condition: "nothing of its plan was applied",
    fix: "let nothing else write into the output folder meanwhile, and go on with --resume, which plans the stack anew",
  });
});

test("a run of an older version, which noted no lock file and no plan, is held to its configuration alone", () => {
  const older = ({ lock: _lock, saved: _saved, ...rest }: StackRecord): StackRecord => rest;
  const { guard, stack, files } = planned(older);
  rmSync(files.plan);
  expect(guard.beforeApply(stack, files)).toBeUndefined();
  writeFileSync(join(stack.folder, "cdk.tf.json"), "{}");
  expect(guard.beforeApply(stack, files)?.errors).toEqual([
    { summary: "cdk.tf.json changed since this run planned the stack: another program wrote there" },
  ]);
});

test("nothing is applied where the disk has no room for what Terraform writes", () => {
  // The kernel's own file system, which has room for nothing.
  if (process.platform !== "linux") return;
  const nothing = (record: StackRecord): StackRecord => ({ ...record, config: "", lock: "" });
  const { guard, stack, files } = planned(nothing);
  expect(guard.beforeApply({ ...stack, folder: "/proc" }, files)).toEqual({
    phase: "apply",
    errors: [
      {
        summary: "only 0.0 MB are free on the disk of /proc; an apply needs 16, so that no state is lost",
      },
    ],
    condition: "nothing of its plan was applied",
    fix: "make room, and go on with --resume",
  });
});

test("a state that the run itself filled and that is empty now is lost, and its plan would publish all of it again", () => {
  const held = (count: number) =>
    planned((record) => ({ ...record, resources: { held: count, planned: count } }));
  const plan = {
    changes: { ...NO_CHANGES, add: 7 },
    creates: new Set<string>(),
    resources: { held: 0, planned: 7 },
  };
  const { guard, stack, folder } = held(7);
  expect(guard.lostState(stack, plan)).toMatchObject({
    phase: "plan",
    errors: [{ summary: expect.stringContaining(`the run ${folder.name} left 7 of its resources in it`) }],
  });
  expect(guard.lostState(stack, { ...plan, resources: { held: 1, planned: 7 } })).toBeUndefined();
  const other = held(0);
  expect(other.guard.lostState(other.stack, plan)).toBeUndefined();
});
