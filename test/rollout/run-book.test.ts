import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newRecord, RunBook, resumedRecord } from "../../rollout/run-book";
import { RunFolder } from "../../rollout/run-folder";
import type { RunRecord, StackRecord } from "../../rollout/run-record";
import type { RolloutStack } from "../../rollout/stack";
import { temporaryFolder } from "../support/temp";

const STARTED = "2026-11-26T03:00:00.000Z";

function stacksOf(configurations: Readonly<Record<string, string>>): readonly RolloutStack[] {
  const folder = temporaryFolder();
  return Object.entries(configurations).map(([name, text]) => {
    const path = join(folder, name);
    mkdirSync(path);
    writeFileSync(join(path, "cdk.tf.json"), text);
    const after = name === "a.contoso.com" ? [{ stack: "contoso.com", creates: "cloudflare_zone" }] : [];
    return { name, folder: path, after };
  });
}

function recordOf(stacks: readonly RolloutStack[], startedAt = STARTED): RunRecord {
  const terraform = { product: "terraform", version: "1.11.4" } as const;
  return newRecord({ command: "deploy", stacks, terraform, parallel: 4, startedAt });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A book whose clock stands at what the test says, in milliseconds. */
function bookOf(record: RunRecord) {
  const folder = RunFolder.create(temporaryFolder(), "deploy", STARTED);
  const told: (readonly [string, StackRecord])[] = [];
  const clock = { now: 1000 };
  const book = new RunBook(
    record,
    folder,
    (...news) => told.push(news),
    () => clock.now,
  );
  return { book, folder, told, clock };
}

const TWO = { "contoso.com": "{}", "a.contoso.com": '{"x":1}' };

test("a new run has every stack waiting, with the checksum of its configuration and what comes first", () => {
  const record = recordOf(stacksOf(TWO));
  expect(record).toEqual({
    version: 1,
    command: "deploy",
    estate: sha256(
      JSON.stringify([
        ["contoso.com", sha256("{}")],
        ["a.contoso.com", sha256('{"x":1}')],
      ]),
    ),
    terraform: { product: "terraform", version: "1.11.4" },
    startedAt: STARTED,
    resumedAt: [],
    parallel: 4,
    stacks: {
      "contoso.com": { status: "waiting", config: sha256("{}"), after: [], seconds: {} },
      "a.contoso.com": { status: "waiting", config: sha256('{"x":1}'), after: ["contoso.com"], seconds: {} },
    },
  });
});

test("a resumed run keeps what is done with the same configuration, and has the rest waiting", () => {
  const names = [
    "applied",
    "unchanged",
    "planned",
    "running",
    "failed",
    "blocked",
    "waiting",
    "changed",
    "new",
  ];
  const stacks = stacksOf(Object.fromEntries(names.map((name) => [name, `{"${name}":1}`])));
  const fresh = recordOf(stacks, "2026-11-26T05:00:00.000Z");
  const earlier: RunRecord = {
    ...recordOf(stacks),
    parallel: 1,
    resumedAt: ["2026-11-26T04:00:00.000Z"],
    endedAt: "2026-11-26T04:30:00.000Z",
    exitCode: 1,
    stacks: Object.fromEntries(
      names
        .filter((name) => name !== "new")
        .map((name) => {
          const status = name === "changed" ? "applied" : (name as StackRecord["status"]);
          const config = name === "changed" ? "0".repeat(64) : sha256(`{"${name}":1}`);
          return [name, { status, config, after: [], seconds: { apply: 1 } }];
        }),
    ),
  };
  const resumed = resumedRecord(earlier, fresh);
  expect(Object.entries(resumed.stacks).map(([name, { status }]) => `${name}: ${status}`)).toEqual([
    "applied: applied",
    "unchanged: unchanged",
    "planned: waiting",
    "running: waiting",
    "failed: waiting",
    "blocked: waiting",
    "waiting: waiting",
    "changed: waiting",
    "new: waiting",
  ]);
  expect(resumed.stacks.applied).toBe(earlier.stacks.applied);
  expect(resumed).toEqual({
    ...fresh,
    startedAt: STARTED,
    resumedAt: ["2026-11-26T04:00:00.000Z", "2026-11-26T05:00:00.000Z"],
    stacks: resumed.stacks,
  });
});

test("of an apply that was cut off a resumed run supposes no more in the state than its plan would have left", () => {
  const fresh = recordOf(stacksOf(TWO));
  const heldAfter = (then: Partial<StackRecord>, resources: NonNullable<StackRecord["resources"]>) => {
    const stacks = Object.entries(fresh.stacks).map(([name, one]) => [name, { ...one, ...then, resources }]);
    return resumedRecord({ ...fresh, stacks: Object.fromEntries(stacks) }, fresh).stacks["contoso.com"]
      ?.resources?.held;
  };
  // The Terraform that outlives a kill may destroy all, or none.
  const cut = { status: "running", phase: "apply" } as const;
  expect(heldAfter(cut, { held: 6, planned: 0 })).toBe(0);
  expect(heldAfter(cut, { held: 2, planned: 6 })).toBe(2);
  expect(heldAfter({ status: "running", phase: "plan" }, { held: 6, planned: 0 })).toBe(6);
  expect(heldAfter({ status: "planned" }, { held: 6, planned: 0 })).toBe(6);
});

test("every change is on disk at once, and told", () => {
  const { book, folder, told, clock } = bookOf(recordOf(stacksOf(TWO)));
  const first = folder.read();
  expect(first).toEqual(book.record);
  book.begin("contoso.com", "init");
  expect(folder.read().stacks["contoso.com"]).toEqual({
    ...first.stacks["contoso.com"],
    status: "running",
    phase: "init",
  });
  clock.now = 2500.4;
  book.begin("contoso.com", "plan");
  clock.now = 4000;
  const changes = { add: 1, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 };
  book.end("contoso.com", { status: "planned", changes });
  const ended = {
    ...first.stacks["contoso.com"],
    status: "planned",
    changes,
    seconds: { init: 1.5, plan: 1.5 },
  };
  expect(folder.read()).toEqual({ ...first, stacks: { ...first.stacks, "contoso.com": ended } });
  expect(book.of("contoso.com")).toEqual(ended);
  expect(told.map(([stack, { status, phase, seconds }]) => [stack, status, phase, seconds])).toEqual([
    ["contoso.com", "running", "init", {}],
    ["contoso.com", "running", "plan", { init: 1.5 }],
    ["contoso.com", "planned", undefined, { init: 1.5, plan: 1.5 }],
  ]);
});

test("time is counted from a phase's own beginning, not from what a killed run left", () => {
  const record = recordOf(stacksOf(TWO));
  const killed = { ...record.stacks["contoso.com"], status: "running", phase: "apply" } as StackRecord;
  const { book, clock } = bookOf({ ...record, stacks: { ...record.stacks, "contoso.com": killed } });
  book.end("contoso.com", { status: "waiting" });
  expect(book.of("contoso.com")).toEqual(record.stacks["contoso.com"]);
  clock.now = 5000;
  book.begin("contoso.com", "plan");
  clock.now = 6000;
  book.end("contoso.com", { status: "unchanged" });
  // A stack that ends without a phase, as one that is blocked, keeps its times.
  clock.now = 9000;
  book.end("contoso.com", { status: "blocked", blockedBy: "a.contoso.com" });
  expect(book.of("contoso.com")).toEqual({
    ...record.stacks["contoso.com"],
    status: "blocked",
    blockedBy: "a.contoso.com",
    seconds: { plan: 1 },
  });
});

test("a closed run says when and how it ended", () => {
  const { book, folder } = bookOf(recordOf(stacksOf(TWO)));
  const before = book.record;
  const closed = book.close("2026-11-26T03:05:00.000Z", 1);
  expect(closed).toEqual({ ...before, endedAt: "2026-11-26T03:05:00.000Z", exitCode: 1 });
  expect([folder.read(), book.record]).toEqual([closed, closed]);
});

test("a stack that the run has not is an error", () => {
  const { book } = bookOf(recordOf(stacksOf(TWO)));
  expect(() => book.of("fabrikam.com")).toThrow("the run has no stack fabrikam.com");
});

test("what zones hold already, what stops the run and what it reconfigured are written, and are no news of a stack", () => {
  const stacks = stacksOf(TWO);
  const [stack] = stacks;
  if (!stack) throw new Error("no stacks");
  const { book, folder, told } = bookOf(recordOf(stacks));
  const before = book.record;
  book.noteExisting("contoso.com", ["contoso.com has an SPF record already"]);
  book.noteStops(["mx-removed: contoso.com"]);
  writeFileSync(join(stack.folder, "cdk.tf.json"), '{"removed":[]}');
  book.reconfigured(stack);
  const config = sha256('{"removed":[]}');
  const existing = ["contoso.com has an SPF record already"];
  expect(book.record).toEqual({
    ...before,
    stops: ["mx-removed: contoso.com"],
    stacks: { ...before.stacks, "contoso.com": { ...before.stacks["contoso.com"], existing, config } },
  });
  expect([folder.read(), told]).toEqual([book.record, []]);
});

test("a disk that takes no record stops no run: it goes on, says so, and writes the next one that it can", () => {
  const { book, folder, told } = bookOf(recordOf(stacksOf(TWO)));
  const before = folder.read();
  // In the place of the file that would be renamed.
  const blocker = join(folder.path, "run.json.new");
  mkdirSync(blocker);
  const block = () => mkdirSync(blocker, { recursive: true });
  book.begin("contoso.com", "plan");
  block();
  book.end("contoso.com", { status: "unchanged" });
  expect(book.unwritten).toMatch(/^cannot write in .*-deploy: /);
  expect(folder.read()).toEqual(before);
  expect([book.of("contoso.com").status, told.length]).toEqual(["unchanged", 2]);
  book.close("2026-11-26T03:05:00.000Z", 0);
  expect([book.unwritten, folder.read()]).toEqual([undefined, book.record]);
});

test("what is known of a stack's state outlives a resume", () => {
  const fresh = recordOf(stacksOf(TWO));
  const [first, second] = Object.values(fresh.stacks);
  if (!first || !second) throw new Error("no stacks");
  const failed: StackRecord = { ...first, status: "failed", resources: { held: 4, planned: 6 } };
  const resumed = resumedRecord({ ...fresh, stacks: { ...fresh.stacks, "contoso.com": failed } }, fresh);
  expect(Object.values(resumed.stacks)).toEqual([{ ...first, resources: { held: 4, planned: 4 } }, second]);
});
