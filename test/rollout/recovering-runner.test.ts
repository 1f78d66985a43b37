import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_CHANGES } from "../../rollout/changes";
import { type RecoveryOptions, recoveringRunner, type TakeOver } from "../../rollout/recovering-runner";
import { RunFolder } from "../../rollout/run-folder";
import type { Phase } from "../../rollout/run-record";
import type { PlanOutcome } from "../../rollout/stack-runner";
import { temporaryFolder } from "../support/temp";
import { writeStack } from "./support/stacks";

const NAME = "contoso.com";
const PLAN = '{"format_version":"1.2","resource_changes":[]}';
const SPF: TakeOver = {
  to: "cloudflare_dns_record.Spf",
  id: "023e105f4ecef8ad9ca31a8372d0c353/372e67954025e0ba",
};

const FAILED: PlanOutcome = {
  kind: "failed",
  failure: { phase: "plan", errors: [{ summary: "Error acquiring the state lock" }] },
};

function planned(add: number): PlanOutcome {
  return {
    kind: "planned",
    hasChanges: add > 0,
    changes: { ...NO_CHANGES, add },
    creates: new Set(),
    resources: { held: 0, planned: add },
    saved: { plan: "0", json: "0" },
    lock: "",
  };
}

/** A stack that is planned by one plan after the other, and what each of them was made with. */
function recovery(plans: readonly (PlanOutcome | Error)[], more: Partial<RecoveryOptions> = {}) {
  const project = temporaryFolder();
  const stack = writeStack(project, NAME, {});
  const folder = RunFolder.create(project, "deploy", "2026-11-26T03:00:00.000Z");
  const file = join(stack.folder, "mail-hygiene-recovery.tf.json");
  const imports: unknown[] = [];
  const asked: string[] = [];
  const left = [...plans];
  const runner = recoveringRunner({
    runner: {
      plan: async (_, begin) => {
        begin("plan");
        imports.push(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
        writeFileSync(folder.filesOf(NAME).planJson, PLAN);
        const outcome = left.shift();
        if (!outcome || outcome instanceof Error) throw outcome ?? new Error("planned too often");
        return outcome;
      },
      apply: async () => ({ kind: "applied" }),
    },
    folder,
    wasCut: (name) => name === NAME,
    find: async (name, json) => {
      asked.push(name, json);
      return [SPF];
    },
    ...more,
  });
  const phases: Phase[] = [];
  return {
    plan: () => runner.plan(stack, (phase) => phases.push(phase)),
    apply: () => runner.apply(stack),
    file,
    imports,
    asked,
    phases,
  };
}

test("what a cut apply made and could not note is planned again as imports, which only the plan keeps", async () => {
  const { plan, apply, file, imports, asked, phases } = recovery([planned(2), planned(1)]);
  expect(await plan()).toEqual(planned(1));
  expect(imports).toEqual([undefined, { import: [SPF] }]);
  expect([asked, phases, existsSync(file)]).toEqual([[NAME, PLAN], ["plan", "plan"], false]);
  expect(await apply()).toEqual({ kind: "applied" });
});

test("nothing that was found makes no second plan", async () => {
  const find = async () => [];
  const { plan, imports } = recovery([planned(2)], { find });
  expect(await plan()).toEqual(planned(2));
  expect(imports).toEqual([undefined]);
});

test.each<[string, PlanOutcome, Partial<RecoveryOptions>]>([
  ["a stack whose last apply came to its end", planned(2), { wasCut: () => false }],
  ["a plan without changes", planned(0), {}],
  ["a plan that failed", FAILED, {}],
  ["a plan that a stop came before", { kind: "stopped" }, {}],
])("%s looks for nothing that exists", async (_, outcome, more) => {
  const { plan, imports, asked } = recovery([outcome], more);
  expect(await plan()).toEqual(outcome);
  expect([imports, asked]).toEqual([[undefined], []]);
});

test("imports that a kill left behind are no part of the next plan", async () => {
  const { plan, file, imports } = recovery([planned(0)]);
  writeFileSync(file, JSON.stringify({ import: [{ ...SPF, id: "gone" }] }));
  expect(await plan()).toEqual(planned(0));
  expect([imports, existsSync(file)]).toEqual([[undefined], false]);
});

test("a second plan that fails leaves no imports behind, however it fails", async () => {
  const refused = recovery([planned(2), FAILED]);
  expect(await refused.plan()).toEqual(FAILED);
  expect(existsSync(refused.file)).toBe(false);
  const broken = recovery([planned(2), new Error("spawn terraform ENOENT")]);
  await expect(broken.plan()).rejects.toThrow("spawn terraform ENOENT");
  expect([broken.imports.length, existsSync(broken.file)]).toEqual([2, false]);
});
