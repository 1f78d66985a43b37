import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_CHANGES } from "../../rollout/changes";
import { exitCodeOf } from "../../rollout/exit-code";
import { rollOut } from "../../rollout/roll-out";
import { newRecord, RunBook, resumedRecord } from "../../rollout/run-book";
import { RunFolder } from "../../rollout/run-folder";
import type { Command, RunRecord } from "../../rollout/run-record";
import type { RolloutStack } from "../../rollout/stack";
import type { PlanOutcome, StackRunner } from "../../rollout/stack-runner";
import { Stop } from "../../rollout/stop";
import { temporaryFolder } from "../support/temp";

const STARTED = "2026-11-26T03:00:00.000Z";

function stacksIn(folder: string, after: Readonly<Record<string, readonly string[]>>): RolloutStack[] {
  return Object.entries(after).map(([name, needed]) => {
    const path = join(folder, "stacks", name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "cdk.tf.json"), JSON.stringify({ name }));
    return { name, folder: path, after: needed.map((stack) => ({ stack, creates: "cloudflare_zone" })) };
  });
}

function plans(add: number, ...creates: readonly string[]): PlanOutcome {
  return {
    kind: "planned",
    hasChanges: add > 0,
    changes: { ...NO_CHANGES, add },
    creates: new Set(creates),
    resources: { held: 1, planned: 1 + add },
    saved: { plan: "b".repeat(64), json: "c".repeat(64) },
    lock: "",
  };
}

const FAILED = {
  kind: "failed",
  failure: { phase: "plan", errors: [{ summary: "403 Forbidden" }] },
} as const;

interface Told {
  readonly record: RunRecord;
  /** What was asked of the runner and of the person, in order. */
  readonly calls: readonly string[];
}

/** Rolls out with a runner that answers from a table; what it has no answer for has two records to add. */
async function rolledOut(
  command: Command,
  after: Readonly<Record<string, readonly string[]>>,
  planned: Readonly<Record<string, PlanOutcome | Error | "throws">> = {},
  more: {
    readonly failingApplies?: readonly string[];
    /** Names of stacks whose apply does not come to an outcome. */
    readonly throwingApplies?: readonly string[];
    readonly answer?: boolean;
    /** May plans be applied? Left out, nobody is asked. */
    readonly judged?: boolean;
    readonly stopAt?: string;
    readonly earlier?: RunRecord;
  } = {},
): Promise<Told> {
  const folder = temporaryFolder();
  const stacks = stacksIn(folder, after);
  const fresh = newRecord({
    command,
    stacks,
    terraform: { product: "terraform", version: "1.11.4" },
    parallel: 1,
    startedAt: STARTED,
  });
  const calls: string[] = [];
  const stop = new Stop();
  const call = (text: string) => {
    calls.push(text);
    if (text === more.stopAt) stop.request();
  };
  const runs = RunFolder.create(folder, command, STARTED);
  const book = new RunBook(
    more.earlier ? resumedRecord(more.earlier, fresh) : fresh,
    runs,
    () => undefined,
    () => 0,
  );
  const runner: StackRunner = {
    async plan({ name }, begin) {
      begin("plan");
      call(`plan ${name}`);
      const outcome = planned[name] ?? plans(2);
      if (outcome instanceof Error) throw outcome;
      if (outcome === "throws") throw "a text";
      return outcome;
    },
    async apply({ name }) {
      call(`apply ${name}`);
      if (more.throwingApplies?.includes(name)) throw new Error("ENOSPC: no space left on device");
      return more.failingApplies?.includes(name)
        ? { kind: "failed", failure: { phase: "apply", errors: [{ summary: "81058" }] } }
        : { kind: "applied" };
    },
  };
  await rollOut({
    command,
    stacks,
    book,
    runner,
    parallel: 1,
    stop,
    ...(more.judged === undefined
      ? {}
      : {
          judge: async (names: readonly string[]) => {
            call(`judge ${names.join()}`);
            return more.judged === true;
          },
        }),
    confirm: async (names, later) => {
      call(`confirm ${names.join()}${later.length > 0 ? ` before ${later.join()}` : ""}`);
      return more.answer ?? true;
    },
  });
  return { record: book.record, calls };
}

function statuses({ stacks }: RunRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(stacks).map(([name, { status, blockedBy }]) => [
      name,
      blockedBy ? `${status} by ${blockedBy}` : status,
    ]),
  );
}

test("plans that change something are judged together, before anybody is asked, and are left where something speaks against them", async () => {
  const after = { "contoso.com": [], "contoso.net": [], "contoso.org": [] };
  const planned = { "contoso.net": plans(0) };
  const plan = ["plan contoso.com", "plan contoso.net", "plan contoso.org", "judge contoso.com,contoso.org"];
  const stopped = await rolledOut("deploy", after, planned, { judged: false });
  expect(stopped.calls).toEqual(plan);
  expect([statuses(stopped.record)["contoso.com"], exitCodeOf(stopped.record, false)]).toEqual([
    "planned",
    1,
  ]);
  expect((await rolledOut("plan", after, planned, { judged: true })).calls).toEqual(plan);
  expect((await rolledOut("deploy", after, planned, { judged: true })).calls).toEqual([
    ...plan,
    "confirm contoso.com,contoso.org",
    "apply contoso.com",
    "apply contoso.org",
  ]);
});

test("an apply that did not come to its end is remembered until one does", async () => {
  const after = { "contoso.com": [], "contoso.net": [] };
  const first = await rolledOut("deploy", after, {}, { failingApplies: ["contoso.com"] });
  expect(Object.values(first.record.stacks).map(({ unfinished }) => unfinished)).toEqual([true, undefined]);
  // Planned again and stopped, it is still not known what was made.
  const second = await rolledOut("deploy", after, {}, { answer: false, earlier: first.record });
  expect(second.record.stacks["contoso.com"]).toMatchObject({ status: "planned", unfinished: true });
  const third = await rolledOut("deploy", after, {}, { earlier: second.record });
  expect(third.record.stacks["contoso.com"]).toMatchObject({ status: "applied" });
  expect(third.record.stacks["contoso.com"]?.unfinished).toBeUndefined();
});

test("all stacks are planned, one question is asked, and what has changes is applied", async () => {
  const { record, calls } = await rolledOut(
    "deploy",
    { "contoso.com": [], "contoso.net": [], "contoso.org": [] },
    { "contoso.net": plans(0) },
  );
  expect(calls).toEqual([
    "plan contoso.com",
    "plan contoso.net",
    "plan contoso.org",
    "confirm contoso.com,contoso.org",
    "apply contoso.com",
    "apply contoso.org",
  ]);
  expect(statuses(record)).toEqual({
    "contoso.com": "applied",
    "contoso.net": "unchanged",
    "contoso.org": "applied",
  });
  expect(exitCodeOf(record, false)).toBe(0);
});

test("a domain in a zone that another stack has still to create is planned after that one was applied", async () => {
  const { record, calls } = await rolledOut(
    "deploy",
    { "a.contoso.com": ["contoso.com"], "contoso.com": [], "fabrikam.com": [] },
    { "contoso.com": plans(5, "cloudflare_zone", "cloudflare_dns_record") },
  );
  expect(calls).toEqual([
    "plan contoso.com",
    "plan fabrikam.com",
    "confirm contoso.com,fabrikam.com before a.contoso.com",
    "apply contoso.com",
    "apply fabrikam.com",
    "plan a.contoso.com",
    "confirm a.contoso.com",
    "apply a.contoso.com",
  ]);
  expect(exitCodeOf(record, false)).toBe(0);
});

test("once the zone is there its domains are planned with it, and still applied after it", async () => {
  const { calls } = await rolledOut(
    "deploy",
    { "a.contoso.com": ["contoso.com"], "contoso.com": [] },
    { "contoso.com": plans(1, "cloudflare_dns_record") },
  );
  expect(calls).toEqual([
    "plan contoso.com",
    "plan a.contoso.com",
    "confirm a.contoso.com,contoso.com",
    "apply contoso.com",
    "apply a.contoso.com",
  ]);
});

test("a plan leaves domains of a zone that is not there yet unplanned, and says there are changes", async () => {
  const { record } = await rolledOut(
    "plan",
    { "a.contoso.com": ["contoso.com"], "contoso.com": [] },
    { "contoso.com": plans(1, "cloudflare_zone") },
  );
  expect(statuses(record)).toEqual({ "a.contoso.com": "waiting", "contoso.com": "planned" });
  expect([exitCodeOf(record, false), exitCodeOf(record, true)]).toEqual([0, 2]);
});

test("a destroy goes backwards: first what is in a zone, then the stack that made it", async () => {
  const after = { "a.contoso.com": ["contoso.com"], "contoso.com": [] };
  const { calls } = await rolledOut("destroy", after);
  expect(calls).toEqual([
    "plan a.contoso.com",
    "plan contoso.com",
    "confirm a.contoso.com,contoso.com",
    "apply a.contoso.com",
    "apply contoso.com",
  ]);
  const { record } = await rolledOut("destroy", after, {}, { failingApplies: ["a.contoso.com"] });
  expect(statuses(record)).toEqual({ "a.contoso.com": "failed", "contoso.com": "blocked by a.contoso.com" });
  // A zone's own stack is refused (prevent_destroy): that is no reason to keep the records in it.
  const refused = await rolledOut("destroy", after, { "contoso.com": FAILED });
  expect(statuses(refused.record)).toEqual({ "a.contoso.com": "applied", "contoso.com": "failed" });
});

test("in a destroy every stack is planned, also behind one whose plan fails; it is only not applied", async () => {
  const after = { "a.contoso.com": ["contoso.com"], "contoso.com": [], "fabrikam.com": [] };
  const { record, calls } = await rolledOut("destroy", after, { "a.contoso.com": FAILED });
  expect(calls).toEqual([
    "plan a.contoso.com",
    "plan contoso.com",
    "plan fabrikam.com",
    "confirm fabrikam.com",
    "apply fabrikam.com",
  ]);
  expect(statuses(record)).toEqual({
    "a.contoso.com": "failed",
    "contoso.com": "blocked by a.contoso.com",
    "fabrikam.com": "applied",
  });
});

test("each phase that a stack went through has its time", async () => {
  const { record } = await rolledOut(
    "deploy",
    { "contoso.com": [], "contoso.net": [], "contoso.org": [] },
    { "contoso.net": plans(0) },
    { failingApplies: ["contoso.org"] },
  );
  expect(Object.values(record.stacks).map(({ seconds }) => seconds)).toEqual([
    { plan: 0, apply: 0 },
    { plan: 0 },
    { plan: 0, apply: 0 },
  ]);
});

test("a stack that fails stands in the way of those behind it only", async () => {
  const after = {
    "a.contoso.com": ["contoso.com"],
    "contoso.com": [],
    "fabrikam.com": [],
    "northwind.example": [],
  };
  const atPlan = await rolledOut("deploy", after, {
    "contoso.com": FAILED,
    "northwind.example": new Error("ENOSPC: no space left on device"),
  });
  expect(statuses(atPlan.record)).toEqual({
    "a.contoso.com": "blocked by contoso.com",
    "contoso.com": "failed",
    "fabrikam.com": "applied",
    "northwind.example": "failed",
  });
  expect(atPlan.record.stacks["northwind.example"]?.failure).toEqual({
    phase: "plan",
    errors: [{ summary: "ENOSPC: no space left on device" }],
  });
  const atApply = await rolledOut(
    "deploy",
    after,
    { "contoso.com": plans(1, "cloudflare_zone") },
    { failingApplies: ["contoso.com"] },
  );
  expect(statuses(atApply.record)).toEqual({
    "a.contoso.com": "blocked by contoso.com",
    "contoso.com": "failed",
    "fabrikam.com": "applied",
    "northwind.example": "applied",
  });
  expect(atApply.calls).not.toContain("plan a.contoso.com");
  expect(atApply.record.stacks["contoso.com"]).toEqual({
    ...atApply.record.stacks["contoso.com"],
    changes: { ...NO_CHANGES, add: 1 },
    failure: { phase: "apply", errors: [{ summary: "81058" }] },
  });
  expect(exitCodeOf(atApply.record, false)).toBe(1);
});

test("what was planned beside a stack whose apply fails is not applied after it, down the line", async () => {
  const after = {
    "contoso.com": [],
    "eu.contoso.com": ["contoso.com"],
    "de.eu.contoso.com": ["eu.contoso.com"],
  };
  const { record, calls } = await rolledOut("deploy", after, {}, { failingApplies: ["contoso.com"] });
  expect(statuses(record)).toEqual({
    "contoso.com": "failed",
    "eu.contoso.com": "blocked by contoso.com",
    "de.eu.contoso.com": "blocked by eu.contoso.com",
  });
  expect(calls.filter((call) => call.startsWith("apply"))).toEqual(["apply contoso.com"]);
});

test("what goes wrong around Terraform is the stack's failure, at apply as at plan", async () => {
  const after = { "contoso.com": [], "contoso.net": [] };
  const atApply = await rolledOut("deploy", after, {}, { throwingApplies: ["contoso.com"] });
  expect(statuses(atApply.record)).toEqual({ "contoso.com": "failed", "contoso.net": "applied" });
  expect(atApply.record.stacks["contoso.com"]?.failure).toEqual({
    phase: "apply",
    errors: [{ summary: "ENOSPC: no space left on device" }],
  });
  const atPlan = await rolledOut("deploy", after, { "contoso.com": "throws" });
  expect(atPlan.record.stacks["contoso.com"]?.failure).toEqual({
    phase: "plan",
    errors: [{ summary: "a text" }],
  });
});

test("domains below a domain that waits for its zone wait with it, and each is planned when its turn comes", async () => {
  const after = {
    "contoso.com": [],
    "eu.contoso.com": ["contoso.com"],
    "de.eu.contoso.com": ["eu.contoso.com"],
  };
  const zone = plans(1, "cloudflare_zone");
  const { record, calls } = await rolledOut("deploy", after, { "contoso.com": zone, "eu.contoso.com": zone });
  expect(calls).toEqual([
    "plan contoso.com",
    "confirm contoso.com before eu.contoso.com,de.eu.contoso.com",
    "apply contoso.com",
    "plan eu.contoso.com",
    "confirm eu.contoso.com before de.eu.contoso.com",
    "apply eu.contoso.com",
    "plan de.eu.contoso.com",
    "confirm de.eu.contoso.com",
    "apply de.eu.contoso.com",
  ]);
  expect(exitCodeOf(record, false)).toBe(0);
});

test("a stack whose planning was stopped waits", async () => {
  const { record, calls } = await rolledOut(
    "deploy",
    { "contoso.com": [] },
    { "contoso.com": { kind: "stopped" } },
  );
  expect([statuses(record), calls]).toEqual([{ "contoso.com": "waiting" }, ["plan contoso.com"]]);
});

test("an answer that comes with a stop applies nothing, and plans nothing more", async () => {
  const { record, calls } = await rolledOut(
    "deploy",
    { "contoso.com": [], "a.contoso.com": ["contoso.com"] },
    { "contoso.com": plans(1, "cloudflare_zone") },
    { stopAt: "confirm contoso.com before a.contoso.com" },
  );
  expect(statuses(record)).toEqual({ "contoso.com": "planned", "a.contoso.com": "waiting" });
  expect(calls).toEqual(["plan contoso.com", "confirm contoso.com before a.contoso.com"]);
});

test("nothing is applied when the answer is no, and nothing is asked when nothing changes", async () => {
  const declined = await rolledOut("deploy", { "contoso.com": [] }, {}, { answer: false });
  expect(declined.calls).toEqual(["plan contoso.com", "confirm contoso.com"]);
  expect(exitCodeOf(declined.record, false)).toBe(1);
  const empty = await rolledOut("deploy", { "contoso.com": [] }, { "contoso.com": plans(0) });
  expect(empty.calls).toEqual(["plan contoso.com"]);
});

test("a stop lets what runs end and begins nothing more", async () => {
  const after = { "contoso.com": [], "contoso.net": [] };
  const early = await rolledOut("deploy", after, {}, { stopAt: "plan contoso.com" });
  expect(statuses(early.record)).toEqual({ "contoso.com": "planned", "contoso.net": "waiting" });
  const late = await rolledOut("deploy", after, {}, { stopAt: "apply contoso.com" });
  expect(statuses(late.record)).toEqual({ "contoso.com": "applied", "contoso.net": "planned" });
});

test("a resumed run skips what was applied, unless its configuration changed, and plans the rest again", async () => {
  const after = { "contoso.com": [], "contoso.net": [], "contoso.org": [], "fabrikam.com": [] };
  const { record } = await rolledOut("deploy", after, {}, { stopAt: "apply contoso.net" });
  const killed = { ...record.stacks["contoso.org"], status: "running", phase: "apply" };
  const stale = { ...record.stacks["contoso.com"], config: "0".repeat(64) };
  const earlier = {
    ...record,
    stacks: { ...record.stacks, "contoso.org": killed, "contoso.com": stale, "left.example": stale },
  } as RunRecord;
  const resumed = await rolledOut("deploy", after, {}, { earlier });
  expect(resumed.calls).toEqual([
    "plan contoso.com",
    "plan contoso.org",
    "plan fabrikam.com",
    "confirm contoso.com,contoso.org,fabrikam.com",
    "apply contoso.com",
    "apply contoso.org",
    "apply fabrikam.com",
  ]);
  expect(resumed.record.resumedAt).toEqual([STARTED]);
  expect(Object.keys(resumed.record.stacks)).toEqual(Object.keys(after));
});
