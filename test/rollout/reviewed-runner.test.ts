import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Initializer } from "../../rollout/initializer";
import { reviewedRunner } from "../../rollout/reviewed-runner";
import { RunFolder } from "../../rollout/run-folder";
import type { Phase, RunRecord, StackRecord } from "../../rollout/run-record";
import { savedFiles } from "../../rollout/saved-files";
import { sha256 } from "../../rollout/stack-content";
import type { RunTerraform } from "../../rollout/terraform-process";
import { WorkingFolder } from "../../rollout/working-folder";
import { temporaryFolder } from "../support/temp";
import { zip } from "../support/zip";
import { writeStack } from "./support/stacks";

const NAME = "contoso.com";
const LOCK = `provider "registry.terraform.io/cloudflare/cloudflare" {
  version = "5.14.0"
  hashes = []
}
`;
const STATE = JSON.stringify({ version: 4, lineage: "a", serial: 4, resources: [] });
const PLAN_JSON = JSON.stringify({ format_version: "1.2", resource_changes: [] });
const TERRAFORM = { product: "terraform", version: "1.11.4" } as const;

interface Setting {
  /** The record of the run that was reviewed, where it is another than that of a plan with changes. */
  readonly earlier?: Partial<StackRecord> | "absent";
  /** Members of the saved plan. @default the state and the lock file that it rests on */
  readonly members?: Readonly<Record<string, string>>;
  /** The stack's lock file now. */
  readonly lock?: string;
  readonly version?: { readonly product: "terraform" | "opentofu"; readonly version: string };
  /** What is done to the run, and to the stack, after the plan. */
  readonly meanwhile?: (files: ReturnType<RunFolder["filesOf"]>, stack: string) => void;
  readonly pull?: { readonly code?: number; readonly stdout?: string; readonly log?: string };
  readonly init?: { readonly code: number; readonly log?: string };
  readonly config?: string;
  /** Keeps the run no checksums, as older versions did not? */
  readonly unsaved?: boolean;
  /** Why a Terraform that outlived its run still works on the stack. */
  readonly leftover?: string;
  readonly isStopped?: boolean;
}

/** A run of `plan`, and one that applies its plans. */
function takenUp(setting: Setting = {}) {
  const project = temporaryFolder();
  const stack = writeStack(project, NAME, {});
  const plans = RunFolder.create(project, "plan", "2026-11-26T03:00:00.000Z");
  const from = plans.filesOf(NAME);
  const { members = { tfstate: STATE, ".terraform.lock.hcl": LOCK } } = setting;
  const entries = Object.entries(members).map(([name, text]) => ({ name, content: Buffer.from(text) }));
  writeFileSync(from.plan, zip(entries));
  writeFileSync(from.planJson, PLAN_JSON);
  const config = sha256(readFileSync(join(stack.folder, "cdk.tf.json")));
  const record: StackRecord = {
    status: "planned",
    config,
    after: [],
    seconds: {},
    ...(setting.unsaved ? {} : { saved: savedFiles(from) }),
    ...(setting.earlier === "absent" ? {} : setting.earlier),
  };
  const reviewed: RunRecord = {
    version: 1,
    command: "plan",
    estate: "e",
    terraform: TERRAFORM,
    startedAt: "2026-11-26T03:00:00.000Z",
    resumedAt: [],
    parallel: 1,
    stacks: setting.earlier === "absent" ? {} : { [NAME]: record },
  };
  if (setting.lock !== undefined) writeFileSync(join(stack.folder, ".terraform.lock.hcl"), setting.lock);
  setting.meanwhile?.(from, stack.folder);
  const runs = RunFolder.create(project, "deploy", "2026-11-26T04:00:00.000Z");
  const calls: string[] = [];
  const terraform: RunTerraform = async ({ args, log, stdout }) => {
    calls.push(args.join(" "));
    const [command] = args;
    const { code = 0, log: text = "", ...answer } = (command === "init" ? setting.init : setting.pull) ?? {};
    writeFileSync(log, text);
    if (stdout !== undefined) writeFileSync(stdout, "stdout" in answer ? (answer.stdout ?? "") : STATE);
    return code;
  };
  mkdirSync(join(stack.folder, ".terraform"));
  if (!setting.init) new WorkingFolder(stack.folder, "terraform 1.11.4").markReady();
  const runner = reviewedRunner({
    runner: { apply: async () => ({ kind: "applied" }) },
    reviewed: { folder: plans, record: reviewed },
    folder: runs,
    configOf: () => setting.config ?? config,
    version: setting.version ?? TERRAFORM,
    terraform,
    initializer: new Initializer({
      terraform,
      product: "terraform 1.11.4",
      upgrade: false,
      plugins: join(project, "plugins"),
      m365: () => {
        throw new Error("the stack does not require m365");
      },
    }),
    guard: { lockOf: () => "the lock file's checksum" },
    lockTimeout: "2m",
    isStopped: () => setting.isStopped ?? false,
    withoutLeftover: async () =>
      setting.leftover === undefined ? undefined : { phase: "plan", errors: [{ summary: setting.leftover }] },
  });
  const phases: Phase[] = [];
  return {
    runner,
    stack,
    calls,
    phases,
    files: runs.filesOf(NAME),
    plan: () => runner.plan(stack, (phase) => phases.push(phase)),
  };
}

const refused = (why: string) => ({
  kind: "failed",
  failure: {
    phase: "plan",
    errors: [{ summary: `The plan is not applied: ${why}; plan and review again` }],
  },
});

test("the plan that was reviewed is taken over, for its owner alone, and is what is applied", async () => {
  const { runner, plan, calls, files, stack } = takenUp({ lock: LOCK });
  expect(await plan()).toEqual({
    kind: "planned",
    hasChanges: true,
    saved: savedFiles(files),
    lock: "the lock file's checksum",
    changes: { add: 0, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 },
    creates: new Set(),
    resources: { held: 0, planned: 0 },
  });
  expect(calls).toEqual(["state pull"]);
  expect(readFileSync(files.planJson, "utf8")).toBe(PLAN_JSON);
  expect([files.plan, files.planJson].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(await runner.apply(stack)).toEqual({ kind: "applied" });
});

test("of a plan without changes nothing of the state is asked", async () => {
  const { plan, calls } = takenUp({ earlier: { status: "unchanged" } });
  expect(await plan()).toMatchObject({ kind: "planned", hasChanges: false });
  expect(calls).toEqual([]);
});

test.each<readonly [string, Setting, string]>([
  ["a stack that the run has not", { earlier: "absent" }, "the run has no such stack"],
  ["one that was applied", { earlier: { status: "applied" } }, "it was applied already"],
  ["one whose plan failed", { earlier: { status: "failed" } }, "its plan failed"],
  [
    "one that waited for another",
    { earlier: { status: "waiting" } },
    "it was not planned in that run: a stack that it needs was to be applied first",
  ],
  ["a plan that is not there any more", { meanwhile: ({ plan }) => rmSync(plan) }, "plan.bin is missing"],
  [
    "a plan that was altered",
    { meanwhile: ({ plan }) => writeFileSync(plan, "PK") },
    "plan.bin is not the one that was planned",
  ],
  [
    "a review of another plan",
    { meanwhile: ({ planJson }) => writeFileSync(planJson, "{}") },
    "plan.json is not the one that was planned",
  ],
  [
    "a stack of which the estate says something else now",
    { config: "other" },
    "the estate says something else of this stack than when it was planned",
  ],
  [
    "another version of Terraform",
    { version: { product: "terraform", version: "1.12.0" } },
    "it was planned by terraform 1.11.4, and here is terraform 1.12.0",
  ],
  [
    "another product",
    { version: { product: "opentofu", version: "1.11.4" } },
    "it was planned by terraform 1.11.4, and here is opentofu 1.11.4",
  ],
  [
    "another version of a provider",
    { lock: LOCK.replace("5.14.0", "5.15.0") },
    "provider registry.terraform.io/cloudflare/cloudflare was 5.14.0 when it was planned, and is 5.15.0 now",
  ],
  [
    "a state that went on",
    { pull: { stdout: STATE.replace('"serial":4', '"serial":5') } },
    "its state has changed since: serial 4 of a was planned, now it is serial 5 of a",
  ],
  [
    "another state in the place of the one that was planned",
    { pull: { stdout: STATE.replace('"lineage":"a"', '"lineage":"b"') } },
    "its state has changed since: serial 4 of a was planned, now it is serial 4 of b",
  ],
  [
    "a state that is gone",
    { pull: { stdout: "" } },
    "its state has changed since: serial 4 of a was planned, now it is no state",
  ],
  [
    "a state that nobody can read",
    { pull: { stdout: "no JSON" } },
    "its state has changed since: serial 4 of a was planned, now it is no state that can be read",
  ],
])("%s is refused, and nothing is taken over", async (_, setting, why) => {
  const { plan, files } = takenUp(setting);
  expect(await plan()).toEqual(refused(why));
  expect(readdirSync(join(files.plan, "..")).filter((name) => /plan\.|state/.test(name))).toEqual([]);
});

test("a run of an older version, which kept no checksums, is refused", async () => {
  const { plan } = takenUp({ unsaved: true });
  expect(await plan()).toEqual(refused("the run keeps no checksums of its plans: it is of an older version"));
});

test("a state that an apply could not save is known to no plan: it is refused before anything is applied", async () => {
  const { plan } = takenUp({
    meanwhile: (_, stack) => writeFileSync(join(stack, "errored.tfstate"), STATE),
  });
  expect(await plan()).toEqual({
    kind: "failed",
    failure: expect.objectContaining({
      errors: [{ summary: expect.stringContaining("errored.tfstate holds what an earlier apply made") }],
    }),
  });
});

test("a folder without choices of its own, as on another machine, gets the plan's providers and is initialized", async () => {
  const { plan, phases, calls, stack } = takenUp({ init: { code: 0 } });
  expect(await plan()).toMatchObject({ kind: "planned" });
  expect(phases).toEqual(["init", "plan"]);
  expect(calls).toEqual([expect.stringMatching(/^init /), "state pull"]);
  expect(readFileSync(join(stack.folder, ".terraform.lock.hcl"), "utf8")).toBe(LOCK);
});

test("what Terraform says of a failed init, and of a state that it cannot read, is told", async () => {
  const init = takenUp({ init: { code: 1, log: "Error: no network\n\nnothing answers\n" } });
  expect(await init.plan()).toMatchObject({ kind: "failed", failure: { phase: "init" } });
  const pull = takenUp({ pull: { code: 1, log: "Error: access denied\n\nno right to the bucket\n" } });
  expect(await pull.plan()).toEqual({
    kind: "failed",
    failure: {
      phase: "plan",
      errors: [{ summary: "access denied", detail: "no right to the bucket" }],
    },
  });
});

test("a plan that does not tell its state, such as an encrypted one, is left to Terraform to refuse", async () => {
  const { plan, calls } = takenUp({ members: {} });
  expect(await plan()).toMatchObject({ kind: "planned", hasChanges: true });
  expect(calls).toEqual([]);
});

test("a Terraform that outlived its run is waited for, and one that stays keeps the plan from being applied", async () => {
  const leftover = "the terraform apply of a run that was killed still works on the stack";
  expect(await takenUp({ leftover }).plan()).toEqual({
    kind: "failed",
    failure: { phase: "plan", errors: [{ summary: leftover }] },
  });
  expect(await takenUp({ isStopped: true }).plan()).toEqual({ kind: "stopped" });
});
