import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Initializer } from "../../rollout/initializer";
import { EarlierRuns } from "../../rollout/lost-state";
import { RunFolder } from "../../rollout/run-folder";
import type { Phase, StackRecord } from "../../rollout/run-record";
import type { RolloutStack } from "../../rollout/stack";
import { StackGuard } from "../../rollout/stack-guard";
import { terraformRunner } from "../../rollout/stack-runner";
import type { RunTerraform } from "../../rollout/terraform-process";
import { WorkingFolder } from "../../rollout/working-folder";
import { temporaryFolder } from "../support/temp";
import { writeStack } from "./support/stacks";

const PLAN = JSON.stringify({
  format_version: "1.2",
  resource_changes: [
    {
      address: "cloudflare_zone.Zone",
      mode: "managed",
      type: "cloudflare_zone",
      change: { actions: ["create"], before: null, after: {} },
    },
  ],
});
const CHANGES = { add: 1, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 };

/** What the plan's files are known by later. */
const PRODUCT = "terraform 1.11.4";
const INIT = "init -input=false -no-color";

/** What one subcommand does: its exit code, and what it prints. */
interface Behaviour {
  readonly code?: number | undefined;
  readonly log?: string;
  readonly stdout?: string;
  /** What another program writes into the stack's configuration meanwhile. */
  readonly written?: string;
}

interface Setting {
  readonly needsInit?: boolean;
  readonly destroy?: boolean;
  /** Is a stop requested once this much has been run? Empty: before anything is. */
  readonly stoppedAfter?: string;
  readonly init?: Behaviour;
  readonly plan?: Behaviour;
  readonly show?: Behaviour;
  readonly apply?: Behaviour;
  readonly record?: Partial<StackRecord>;
  readonly mayBeEmpty?: boolean;
  readonly recover?: boolean;
  readonly interrupted?: boolean;
  /** Why a Terraform that outlived its run still works on the stack. */
  readonly leftover?: string;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isCommand(text: string): text is "init" | "plan" | "show" | "apply" {
  return ["init", "plan", "show", "apply"].includes(text);
}

/** A runner over a Terraform that behaves as the test says, and all that was asked of it. */
function runnerWith(setting: Setting = {}) {
  const project = temporaryFolder();
  const stack: RolloutStack = writeStack(project, "contoso.com", {});
  const runs = RunFolder.create(project, "deploy", "2026-11-26T03:00:00.000Z");
  const files = runs.filesOf("contoso.com");
  const calls: string[] = [];
  const terraform: RunTerraform = async ({ args, folder, log, stdout }) => {
    const [command = ""] = args;
    calls.push(args.join(" ").replaceAll(files.plan, "PLAN"));
    expect(folder).toBe(stack.folder);
    const usual: Readonly<Record<string, Behaviour>> = {
      init: { code: 0 },
      plan: { code: 2 },
      show: { code: 0, stdout: PLAN },
    };
    const behaviour = { ...usual[command], ...(isCommand(command) ? setting[command] : {}) };
    writeFileSync(log, behaviour.log ?? "");
    if (stdout !== undefined) writeFileSync(stdout, behaviour.stdout ?? "");
    if (behaviour.written !== undefined) writeFileSync(join(folder, "cdk.tf.json"), behaviour.written);
    if (command === "plan") writeFileSync(files.plan, "PK", { mode: 0o644 });
    return behaviour.code;
  };
  const folder = new WorkingFolder(stack.folder, PRODUCT);
  mkdirSync(join(stack.folder, ".terraform"));
  if (!setting.needsInit) folder.markReady();
  const record: StackRecord = {
    status: "waiting",
    config: sha256(readFileSync(join(stack.folder, "cdk.tf.json"), "utf8")),
    after: [],
    seconds: {},
    ...setting.record,
  };
  const runner = terraformRunner({
    terraform,
    guard: new StackGuard({
      folder: runs,
      destroy: setting.destroy ?? false,
      recordOf: () => record,
      earlier: new EarlierRuns(project),
      mayBeEmpty: () => setting.mayBeEmpty ?? false,
    }),
    recover: setting.recover ?? true,
    isInterrupted: () => setting.interrupted ?? false,
    recordOf: () => record,
    withoutLeftover: async () =>
      setting.leftover === undefined ? undefined : { phase: "plan", errors: [{ summary: setting.leftover }] },
    initializer: new Initializer({
      terraform,
      product: PRODUCT,
      upgrade: false,
      plugins: join(project, "plugins"),
      m365: () => {
        throw new Error("the stack does not require m365");
      },
    }),
    folder: runs,
    destroy: () => setting.destroy ?? false,
    lockTimeout: "2m",
    isStopped: () => setting.stoppedAfter !== undefined && ["", ...calls].includes(setting.stoppedAfter),
  });
  const phases: Phase[] = [];
  return {
    runner,
    stack,
    files,
    calls,
    phases,
    folder,
    plan: () => runner.plan(stack, (phase) => phases.push(phase)),
  };
}

test("a stack that is initialized is planned, and its plan is kept for apply and in JSON, for its owner alone", async () => {
  const { plan, calls, phases, files, folder } = runnerWith();
  writeFileSync(files.plan, "of an earlier round");
  writeFileSync(files.planJson, "of an earlier round");
  expect(await plan()).toEqual({
    kind: "planned",
    hasChanges: true,
    changes: CHANGES,
    creates: new Set(["cloudflare_zone"]),
    resources: { held: 0, planned: 1 },
    saved: { plan: sha256("PK"), json: sha256(PLAN) },
    lock: "",
  });
  expect(calls).toEqual([
    "plan -input=false -json -lock-timeout=2m -detailed-exitcode -out=PLAN",
    "show -no-color -json PLAN",
  ]);
  expect(phases).toEqual(["plan"]);
  expect(readdirSync(join(files.plan, "..")).sort()).toEqual(["plan.bin", "plan.json", "plan.log"]);
  expect(statSync(files.plan).mode & 0o777).toBe(0o600);
  expect(readFileSync(files.planJson, "utf8")).toBe(PLAN);
  expect(folder.isReady).toBe(true);
});

test("a plan of nothing has no changes, and one for destroy says so to Terraform", async () => {
  const empty = JSON.stringify({ format_version: "1.2", resource_changes: [] });
  const { plan, calls } = runnerWith({ destroy: true, plan: { code: 0 }, show: { stdout: empty } });
  expect(await plan()).toEqual({
    kind: "planned",
    hasChanges: false,
    changes: { ...CHANGES, add: 0 },
    creates: new Set(),
    resources: { held: 0, planned: 0 },
    saved: { plan: sha256("PK"), json: sha256(empty) },
    lock: "",
  });
  expect(calls[0]).toBe("plan -input=false -json -lock-timeout=2m -destroy -detailed-exitcode -out=PLAN");
});

test("a stack that needs it is initialized first", async () => {
  const { plan, calls, phases } = runnerWith({ needsInit: true });
  expect((await plan()).kind).toBe("planned");
  expect([calls[0], phases]).toEqual([INIT, ["init", "plan"]]);
});

test("an init that fails is the stack's failure, in Terraform's words", async () => {
  const log = "Error: Error refreshing state: AccessDenied\n";
  const { plan, calls, files } = runnerWith({ needsInit: true, init: { code: 1, log } });
  expect(await plan()).toEqual({
    kind: "failed",
    failure: { phase: "init", errors: [{ summary: "Error refreshing state: AccessDenied" }] },
  });
  expect([calls, readFileSync(files.initLog, "utf8")]).toEqual([[INIT], log]);
});

test("after a stop no plan is begun", async () => {
  const { plan, calls } = runnerWith({ needsInit: true, stoppedAfter: INIT });
  expect(await plan()).toEqual({ kind: "stopped" });
  expect(calls).toEqual([INIT]);
});

test("a stop that comes while a Terraform of a killed run is waited for begins nothing, and the folder stays as it is", async () => {
  const { plan, calls, phases, folder } = runnerWith({ stoppedAfter: "", leftover: "still there" });
  expect(await plan()).toEqual({ kind: "stopped" });
  expect([calls, phases, folder.isReady]).toEqual([[], [], true]);
});

test("a Terraform of a killed run that does not end keeps the stack from being planned", async () => {
  const summary =
    "the terraform apply of a run that was killed (process 4711) still works on the stack after 2m";
  const { plan, calls } = runnerWith({ leftover: summary });
  expect(await plan()).toEqual({ kind: "failed", failure: { phase: "plan", errors: [{ summary }] } });
  expect(calls).toEqual([]);
});

test.each<[string, Setting, readonly string[]]>([
  ["while it is initialized", { needsInit: true, init: { code: 0, written: "{}" } }, ["init"]],
  ["while it is planned", { plan: { code: 2, written: "{}" } }, ["plan"]],
  ["so that its plan fails", { plan: { code: 1, written: "{" } }, ["plan"]],
])(
  "a configuration that another program changes %s is planned no further, and no plan is left",
  async (_, setting, ran) => {
    const { plan, calls, files } = runnerWith(setting);
    expect(await plan()).toEqual({
      kind: "failed",
      failure: {
        phase: "plan",
        errors: [
          {
            summary: "cdk.tf.json changed since this run synthesized the stack: another program wrote there",
          },
        ],
        condition: "nothing of its plan was applied",
        fix: expect.stringContaining("go on with --resume, which plans the stack anew"),
      },
    });
    expect(calls.map((call) => call.split(" ")[0])).toEqual(ran);
    expect([existsSync(files.plan), existsSync(files.planJson)]).toEqual([false, false]);
  },
);

test("a plan that fails is the stack's failure, what was planned earlier is gone, and the next run initializes anew", async () => {
  const diagnostic = {
    severity: "error",
    summary: "Invalid provider configuration",
    address: "provider.cloudflare",
  };
  const log = `${JSON.stringify({ type: "diagnostic", diagnostic })}\n`;
  const { plan, calls, files, folder } = runnerWith({ plan: { code: 1, log } });
  writeFileSync(files.planJson, "of an earlier round");
  expect(await plan()).toEqual({
    kind: "failed",
    failure: {
      phase: "plan",
      errors: [{ summary: "Invalid provider configuration", address: "provider.cloudflare" }],
    },
  });
  expect(calls).toHaveLength(1);
  expect([existsSync(files.planJson), folder.isReady]).toEqual([false, false]);
});

test("a plan that cannot be shown is a failure, and its complaint is kept", async () => {
  const log = "Error: Failed to read plan file\n\nIt is not what it was.\n";
  const { plan, files } = runnerWith({ show: { code: 1, log, stdout: "{" } });
  expect(await plan()).toEqual({
    kind: "failed",
    failure: {
      phase: "plan",
      errors: [{ summary: "Failed to read plan file", detail: "It is not what it was." }],
    },
  });
  expect([existsSync(files.planJson), readFileSync(files.showLog, "utf8")]).toEqual([false, log]);
});

test.each([
  ["was killed", undefined, "Terraform gave no reason (it was killed); its log may hold one"],
  ["says nothing", 1, "Terraform gave no reason (exit code 1); its log may hold one"],
])("a Terraform that %s fails for a reason of ours", async (_, code, summary) => {
  const failed = (phase: Phase) => ({ kind: "failed", failure: { phase, errors: [{ summary }] } });
  expect(await runnerWith({ plan: { code } }).plan()).toEqual(failed("plan"));
  expect(await runnerWith({ show: { code } }).plan()).toEqual(failed("plan"));
  const { runner, stack } = runnerWith({ apply: { code } });
  expect(await runner.apply(stack)).toMatchObject(failed("apply"));
  expect(await runnerWith({ needsInit: true, init: { code } }).plan()).toEqual(failed("init"));
});

test("more writes of Conditional Access than Graph takes are spread", async () => {
  const { runner, stack, calls, files } = runnerWith({ apply: { code: 0 } });
  const type = "azuread_conditional_access_policy";
  const resource_changes = Array.from({ length: 11 }, (_, at) => ({
    address: `${type}.p${at}`,
    mode: "managed",
    type,
    name: `p${at}`,
    change: { actions: ["create"], before: null, after: {}, after_unknown: {}, after_sensitive: {} },
  }));
  const plan = { format_version: "1.2", terraform_version: "1.11.4", resource_changes };
  writeFileSync(files.planJson, JSON.stringify(plan));
  await runner.apply(stack);
  expect(calls).toEqual(["apply -input=false -json -lock-timeout=2m -parallelism=5 PLAN"]);
});

test("what is applied is the saved plan", async () => {
  const { runner, stack, calls, files } = runnerWith({ apply: { code: 0, log: "applied\n" } });
  expect(await runner.apply(stack)).toEqual({ kind: "applied" });
  expect(calls).toEqual(["apply -input=false -json -lock-timeout=2m PLAN"]);
  expect(readFileSync(files.applyLog, "utf8")).toBe("applied\n");
});

test("an apply that fails is the stack's failure, with the resource that it is about", async () => {
  const diagnostic = { severity: "error", summary: "81058", address: "cloudflare_dns_record.Spf" };
  const log = JSON.stringify({ type: "diagnostic", diagnostic });
  const { runner, stack } = runnerWith({ apply: { code: 1, log } });
  expect(await runner.apply(stack)).toEqual({
    kind: "failed",
    failure: {
      phase: "apply",
      errors: [{ summary: "81058", address: "cloudflare_dns_record.Spf" }],
      condition: "no change was completed",
    },
  });
});

const completed = (action: string) => JSON.stringify({ type: "apply_complete", hook: { action } });

test("an apply that ends early says how much was made, and what the state holds now", async () => {
  const log = ["create", "create", "update", "delete"].map(completed).join("\n");
  const record = { resources: { held: 3, planned: 7 } };
  const { runner, stack } = runnerWith({ apply: { code: 1, log }, record });
  expect(await runner.apply(stack)).toMatchObject({
    failure: { condition: "4 changes were completed before, and the state has them" },
    resources: { held: 4, planned: 7 },
  });
  const killed = runnerWith({ apply: { code: undefined, log: completed("create") } });
  expect(await killed.runner.apply(killed.stack)).toMatchObject({
    failure: {
      condition:
        "1 change was completed, its log says; what was asked for last may be there and not in the state",
    },
  });
});

test("of an apply that was killed the state holds the least that it may: it may have come further than its log", async () => {
  const log = completed("delete");
  const ended = (held: number, planned: number) => {
    const { runner, stack } = runnerWith({
      apply: { code: undefined, log },
      record: { resources: { held, planned } },
    });
    return runner.apply(stack);
  };
  expect(await ended(5, 0)).toMatchObject({ kind: "failed", resources: { held: 0, planned: 0 } });
  expect(await ended(2, 7)).toMatchObject({ kind: "failed", resources: { held: 2, planned: 7 } });
});

test("a state that Terraform could only print is kept beside the stack, and pushed by a resume", async () => {
  const state = { version: 4, serial: 3, lineage: "a", resources: [] };
  const dump = JSON.stringify({ "@message": "Emergency state dump", type: "log", state });
  const { runner, stack } = runnerWith({ apply: { code: 1, log: `${completed("create")}\n${dump}\n` } });
  expect(await runner.apply(stack)).toMatchObject({
    kind: "failed",
    failure: {
      condition: `1 change was completed; Terraform could not save the state, and left it as errored.tfstate in ${stack.folder}`,
      fix: expect.stringContaining("--resume, which pushes errored.tfstate first"),
    },
  });
  expect(readFileSync(join(stack.folder, "errored.tfstate"), "utf8")).toBe(JSON.stringify(state));
});

test("what Terraform says of an interrupt is told in its words", async () => {
  const diagnostic = { severity: "error", summary: "execution halted" };
  const log = JSON.stringify({ type: "diagnostic", diagnostic });
  const { runner, stack } = runnerWith({ interrupted: true, apply: { code: 1, log } });
  expect(await runner.apply(stack)).toEqual({
    kind: "interrupted",
    failure: {
      phase: "apply",
      errors: [{ summary: "execution halted" }],
      condition: "no change was completed",
    },
  });
});

test("what the user interrupts is called that, in every phase", async () => {
  const errors = [{ summary: "it stopped at a safe point, as you asked" }];
  const interrupted = (phase: Phase) => ({ kind: "interrupted", failure: { phase, errors } });
  const setting = { interrupted: true } as const;
  expect(await runnerWith({ ...setting, plan: { code: 1 } }).plan()).toEqual(interrupted("plan"));
  expect(await runnerWith({ ...setting, needsInit: true, init: { code: 1 } }).plan()).toEqual(
    interrupted("init"),
  );
  const { runner, stack } = runnerWith({ ...setting, apply: { code: 1 } });
  expect(await runner.apply(stack)).toMatchObject(interrupted("apply"));
  const killed = runnerWith({ ...setting, apply: { code: undefined } });
  expect(await killed.runner.apply(killed.stack)).toMatchObject({
    kind: "interrupted",
    failure: { errors: [{ summary: "it was killed, as you asked" }] },
  });
});

describe("an empty state of which an earlier run knows better", () => {
  const known = { resources: { held: 2, planned: 2 } } as const;
  const empty = JSON.stringify({ format_version: "1.2", resource_changes: [] });

  test("is not planned over, and no plan is left that somebody could apply", async () => {
    const { plan, files } = runnerWith({ record: known });
    expect(await plan()).toMatchObject({
      kind: "failed",
      failure: {
        errors: [{ summary: expect.stringMatching(/^its state is empty, and the run \S+ left 2 of its/) }],
        fix: expect.stringContaining("--empty-state contoso.com"),
      },
    });
    expect([existsSync(files.plan), existsSync(files.planJson)]).toEqual([false, false]);
  });

  test("is no destroy that has nothing to do", async () => {
    expect((await runnerWith({ record: known, destroy: true, show: { stdout: empty } }).plan()).kind).toBe(
      "failed",
    );
  });

  test.each<[string, Setting]>([
    ["somebody says that it is right", { record: known, mayBeEmpty: true }],
    ["nothing would be made", { record: known, show: { stdout: empty } }],
    ["the run knows it as empty", { record: { resources: { held: 0, planned: 2 } } }],
    ["no run knows the stack", {}],
    [
      "it was in the state, and somebody deleted it outside",
      {
        record: known,
        show: {
          stdout: JSON.stringify({
            ...JSON.parse(PLAN),
            resource_drift: [
              {
                address: "cloudflare_zone.Zone",
                mode: "managed",
                type: "cloudflare_zone",
                change: { actions: ["delete"], before: {}, after: null },
              },
            ],
          }),
        },
      },
    ],
  ])("is planned over where %s", async (_, setting) => {
    expect((await runnerWith(setting).plan()).kind).toBe("planned");
  });
});
