import { parseRunRecord, type RunRecord, type StackRecord } from "../../rollout/run-record";

const STATUSES = ["waiting", "running", "planned", "unchanged", "applied", "failed", "blocked"] as const;
const PHASES = ["init", "plan", "apply"] as const;
const COMMANDS = ["plan", "deploy", "destroy"] as const;
const PRODUCTS = ["terraform", "opentofu"] as const;

const STACK: StackRecord = {
  status: "failed",
  phase: "apply",
  config: "0".repeat(64),
  after: ["contoso.com"],
  changes: { add: 1, change: 2, replace: 3, destroy: 4, import: 5, forget: 6 },
  failure: {
    phase: "apply",
    errors: [
      {
        summary: "81058",
        detail: "An identical record already exists.",
        address: "cloudflare_dns_record.Spf",
      },
    ],
  },
  blockedBy: "contoso.com",
  seconds: { init: 0, plan: 1.5, apply: 2 },
};

const RECORD: RunRecord = {
  version: 1,
  command: "deploy",
  estate: "0".repeat(64),
  terraform: { product: "terraform", version: "1.11.4" },
  startedAt: "2026-11-26T03:00:00.000Z",
  resumedAt: ["2026-11-26T04:00:00.000Z"],
  endedAt: "2026-11-26T05:00:00.000Z",
  exitCode: 1,
  parallel: 4,
  stacks: { "a.contoso.com": STACK },
};

function parsed(record: unknown): RunRecord | undefined {
  return parseRunRecord(JSON.stringify(record));
}

function withStack(change: object): unknown {
  return { ...RECORD, stacks: { "contoso.com": { ...STACK, ...change } } };
}

test("a record is read back as it was written, with every part and without those it may lack", () => {
  expect(parsed(RECORD)).toEqual(RECORD);
  const least = { status: "waiting", config: "", after: [], seconds: {} };
  const { endedAt: _, exitCode: __, ...running } = { ...RECORD, stacks: { "contoso.com": least } };
  expect(parsed(running)).toEqual(running);
  expect(parsed(withStack({ failure: { phase: "init", errors: [{ summary: "x" }] } }))).toBeDefined();
});

test("every command, product, status and phase is read", () => {
  for (const command of COMMANDS) expect(parsed({ ...RECORD, command })).toEqual({ ...RECORD, command });
  for (const product of PRODUCTS) {
    const record = { ...RECORD, terraform: { product, version: "1.9.1" } };
    expect(parsed(record)).toEqual(record);
  }
  for (const status of STATUSES) expect(parsed(withStack({ status }))).toEqual(withStack({ status }));
  for (const phase of PHASES) {
    const change = { phase, failure: { phase, errors: [] } };
    expect(parsed(withStack(change))).toEqual(withStack(change));
  }
});

test.each<[what: string, record: unknown]>([
  ["another version", { ...RECORD, version: 2 }],
  ["a command that is none", { ...RECORD, command: "apply" }],
  ["a product that is none", { ...RECORD, terraform: { product: "pulumi", version: "1" } }],
  ["half a worker", { ...RECORD, parallel: 0.5 }],
  ["fewer than no workers", { ...RECORD, parallel: -1 }],
  ["a status that is none", withStack({ status: "" })],
  ["a phase that is none", withStack({ phase: "" })],
  ["a failure in a phase that is none", withStack({ failure: { phase: "", errors: [] } })],
  ["a failure without a reason", withStack({ failure: { phase: "plan", errors: [{}] } })],
  ["a failure of nothing", withStack({ failure: {} })],
  ["counts that lack one", withStack({ changes: { add: 1 } })],
  ["a negative count", withStack({ changes: { ...STACK.changes, destroy: -1 } })],
  ["time that ran backwards", withStack({ seconds: { plan: -1 } })],
  ["seconds of another kind", withStack({ seconds: { plan: "1" } })],
  ["no stacks", { ...RECORD, stacks: undefined }],
  ["a list", []],
])("a record with %s is none", (_, record) => {
  expect(parsed(record)).toBeUndefined();
});

test("text that is no JSON is no record", () => {
  expect(parseRunRecord("")).toBeUndefined();
});
