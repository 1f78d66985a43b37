import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { RolloutOptions } from "../../../cli/rollout/options";
import type { RolloutStack } from "../../../rollout/stack";
import { LedgerWorld } from "../../rollout/support/ledger";
import { judgedBy } from "../../support/judges";
import { type Conducted, conducted, OPTIONS, parseRun } from "./conducted";

const { test } = judgedBy("ps");

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

function world(variables: Readonly<Record<string, string>> = {}): LedgerWorld {
  const made = new LedgerWorld();
  Object.assign(process.env, made.env, variables);
  return made;
}

async function deployed(
  one: LedgerWorld,
  stacks: readonly RolloutStack[],
  more: Partial<RolloutOptions> = {},
) {
  const done = await conducted(one.project, "deploy", stacks, more);
  if (done.code !== 0) throw new Error(done.err);
  return done;
}

/** A second plan, which must find nothing to do. */
async function emptyPlan(one: LedgerWorld, stacks: readonly RolloutStack[]): Promise<Conducted> {
  const done = await conducted(one.project, "plan", stacks, { detailedExitcode: true });
  if (done.code !== 0) throw new Error(done.out + done.err);
  return done;
}

/** A deploy as a process of its own. */
function start(one: LedgerWorld, stacks: readonly RolloutStack[], more: Partial<RolloutOptions> = {}) {
  const options = JSON.stringify({ ...OPTIONS, format: "json", ...more });
  const main = join(__dirname, "conduct-main.cjs");
  const child = spawn(process.execPath, [main, one.project, "deploy", JSON.stringify(stacks), options], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...one.env },
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]).then(
    ([out, err]) => ({ code: child.exitCode, out, err }),
  );
  return { child, ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (let left = 1500; !condition(); left--) {
    if (left === 0) throw new Error("it did not happen within 30 s");
    await sleep(20);
  }
}

/** Processes that have to do with a project, by command line. */
function processesOf({ project }: LedgerWorld): readonly string[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,stat=,args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(project) && !/^\s*\d+ Z/.test(line));
}

/** What a run left on disk of a stack, without what differs between any two runs. */
function results({ project }: LedgerWorld, { out }: Conducted, stack: string) {
  const { run } = parseRun(out);
  const read = (file: string) => JSON.parse(readFileSync(join(project, file), "utf8"));
  const { timestamp: _, ...plan } = read(join(run, stack, "plan.json"));
  // How often a state is written in mid-apply is a matter of time.
  const { lineage: _lineage, serial: _serial, ...state } = read(`state/${stack}.tfstate`);
  return { plan, state };
}

const NAMES = ["contoso.com", "contoso.net", "fabrikam.com", "northwind.com"];

describe("one process for all stacks", () => {
  test("serves plan, show and apply, four at once, and leaves what Terraform's own processes leave", async () => {
    const [shared, own] = [new LedgerWorld(), new LedgerWorld()];
    const outcome = async (one: LedgerWorld, sharedProviders: boolean) => {
      process.env = { ...before, ...one.env };
      const stacks = NAMES.map((name) => one.stack(name, ["spf", "dmarc"]));
      const run = await deployed(one, stacks, { format: "json", sharedProviders });
      const again = await conducted(one.project, "plan", stacks, { detailedExitcode: true, sharedProviders });
      return {
        results: NAMES.map((name) => results(one, run, name)),
        again: [again.code, again.out.split("run:")[0]],
      };
    };
    const [one, other] = [await outcome(shared, true), await outcome(own, false)];
    expect(one).toEqual(other);
    expect(one.again[0]).toBe(0);
    // Two runs, a process each; by itself Terraform starts two for a plan, one to show it and two for an apply.
    expect(shared.starts()).toEqual({ shared: 2, own: 0 });
    expect(own.starts().shared).toBe(0);
    expect(own.starts().own).toBeGreaterThan(20);
    expect([processesOf(shared), shared.socketFolders()]).toEqual([[], []]);
  }, 120_000);

  test("is not shared by two accounts, neither by the provider block nor by Terraform's variables", async () => {
    const one = world({ LEDGER_ACCOUNT: "environment", TF_VAR_account: "variable" });
    const accounts = ["contoso", "fabrikam", undefined];
    const stacks = accounts.flatMap((account) =>
      [1, 2].map((n) =>
        one.stack(`${account ?? "default"}-${n}`, [`e${n}`], account === undefined ? {} : { account }),
      ),
    );
    const variable = one.stack("by-variable", ["e1"], {
      provider: { ledger: { account: "${var.account}" } },
      variable: { account: {} },
    });
    const { err } = await deployed(one, [...stacks, variable]);
    const users = new Map<number, Set<string>>();
    for (const { call, pid } of one.calls()) {
      const [what, account = ""] = call.split(" ");
      if (what !== "start") users.set(pid, (users.get(pid) ?? new Set()).add(account));
    }
    expect([...users.values()].filter((served) => served.size > 1)).toEqual([]);
    expect(one.starts().shared).toBe(3);
    expect(err.match(/.*not shared.*/g)).toEqual([
      expect.stringContaining(
        "test/ledger is not shared by the stacks, Terraform starts it for each step: its configuration refers to other values",
      ),
    ]);
    expect(one.entries()).toEqual([
      "contoso.e1",
      "contoso.e2",
      "environment.e1",
      "environment.e2",
      "fabrikam.e1",
      "fabrikam.e2",
      "variable.e1",
    ]);
    await emptyPlan(one, [...stacks, variable]);
  }, 120_000);

  test("is one of each version", async () => {
    const one = world();
    one.install("2.0.0", "// another package");
    const stacks = [one.stack("contoso.com", ["a"]), one.stack("contoso.net", ["b"], { version: "2.0.0" })];
    await deployed(one, stacks);
    expect(one.starts()).toEqual({ shared: 2, own: 0 });
    await emptyPlan(one, stacks);
  }, 60_000);
});

describe("Terraform starts providers by itself", () => {
  test.each([
    ["dies", "it ended with 7 before it served"],
    ["network", "it serves on a network address"],
  ])(
    "where one %s when it is to be shared, and that is told once",
    async (fault, told) => {
      const one = world({ LEDGER_FAULT: fault });
      const stacks = NAMES.slice(0, 2).map((name) => one.stack(name, ["spf"]));
      const { err } = await deployed(one, stacks);
      expect(err.match(/.*not shared.*/g)).toEqual([expect.stringContaining(told)]);
      expect(one.starts().shared).toBe(1);
      expect(one.entries()).toEqual(["nobody.spf"]);
      await emptyPlan(one, stacks);
      expect([processesOf(one), one.socketFolders()]).toEqual([[], []]);
    },
    60_000,
  );

  test.each([
    ["by --no-shared-providers", {}, { sharedProviders: false }, ""],
    ["with TF_LOG_PROVIDER", { TF_LOG_PROVIDER: "error" }, {}, "TF_LOG_PROVIDER asks for what providers log"],
  ])(
    "%s",
    async (_, variables, options, told) => {
      const one = world(variables);
      const { err } = await deployed(one, [one.stack("contoso.com", ["spf"])], options);
      expect(err).toContain(told);
      expect(one.starts().shared).toBe(0);
    },
    60_000,
  );

  test("of a package that is not the locked one it starts none, and we start none either", async () => {
    const one = world();
    const stack = one.stack("contoso.com", ["spf"]);
    await deployed(one, [stack]);
    const packages = join(one.project, "cdktf.out/plugins/packages");
    const [program] = readdirSync(packages, { recursive: true, encoding: "utf8" }).filter((name) =>
      /ledger_v/.test(name),
    );
    appendFileSync(join(packages, program ?? ""), "// tampered with\n");
    const starts = one.starts();
    const { code, out, err } = await conducted(one.project, "plan", [stack]);
    expect(code).toBe(1);
    expect(err).toContain("its package has none of the locked checksums");
    expect(out + err).toMatch(/checksums recorded in the dependency lock file/);
    expect(one.starts()).toEqual(starts);
  }, 60_000);
});

describe("kill -9", () => {
  const sharedPid = (one: LedgerWorld) => one.calls().find(({ call }) => call === "start shared")?.pid ?? 0;

  test("of the provider while stacks are planned: they are planned once more, with Terraform's own", async () => {
    const one = world();
    const stacks = NAMES.map((name) => one.stack(name, [name.replace(".", "-")]));
    await deployed(one, stacks);
    const gate = one.gate("read");
    const calls = one.calls().length;
    const plan = conducted(one.project, "plan", stacks, { detailedExitcode: true });
    await until(gate.isReached);
    const pid =
      one
        .calls()
        .slice(calls)
        .find(({ call }) => call === "start shared")?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    gate.open();
    const { code, err } = await plan;
    expect({ code, told: err.match(/.*not shared.*/g) }).toEqual({
      code: 0,
      told: [expect.stringContaining("its process ended")],
    });
    expect(processesOf(one)).toEqual([]);
  }, 60_000);

  test("of the provider in mid-apply: the stack failed, and is not applied a second time", async () => {
    const one = world();
    const stacks = [one.stack("contoso.com", ["spf"]), one.stack("contoso.net", ["mx"])];
    const gate = one.gate("spf");
    const deploy = conducted(one.project, "deploy", stacks, { format: "json", parallel: 1 });
    await until(gate.isReached);
    process.kill(sharedPid(one), "SIGKILL");
    gate.open();
    const { code, out } = await deploy;
    const { stacks: records } = parseRun(out);
    expect([code, records["contoso.com"]?.status, records["contoso.net"]?.status]).toEqual([
      1,
      "failed",
      "applied",
    ]);
    expect(one.calls().filter(({ call }) => call.startsWith("create"))).toHaveLength(2);
    expect(processesOf(one)).toEqual([]);
  }, 60_000);

  test("of Terraform in mid-apply: nothing of it is left, and the other stacks go on", async () => {
    const one = world();
    const stacks = [one.stack("contoso.com", ["spf"]), one.stack("contoso.net", ["mx"])];
    const gate = one.gate("spf");
    const deploy = conducted(one.project, "deploy", stacks, { format: "json", parallel: 1 });
    await until(gate.isReached);
    const { process: terraform } = JSON.parse(
      readFileSync(join(stacks[0]?.folder ?? "", ".mail-hygiene.running.json"), "utf8"),
    );
    process.kill(terraform.pid, "SIGKILL");
    gate.open();
    const { out } = await deploy;
    const { stacks: records } = parseRun(out);
    expect([records["contoso.com"]?.status, records["contoso.net"]?.status]).toEqual(["failed", "applied"]);
    expect(one.starts()).toEqual({ shared: 1, own: 0 });
    expect([processesOf(one), one.socketFolders()]).toEqual([[], []]);
  }, 60_000);

  test("of us in mid-apply: Terraform finishes with the provider, saves its state, and both end", async () => {
    const one = world();
    const stacks = [one.stack("contoso.com", ["spf", "mx"])];
    const gate = one.gate("spf");
    const { child, ended } = start(one, stacks);
    await until(gate.isReached);
    child.kill("SIGKILL");
    await ended;
    gate.open();
    await until(() => processesOf(one).length === 0);
    expect(one.socketFolders()).toEqual([]);
    expect(one.entries()).toEqual(["nobody.mx", "nobody.spf"]);
    // Nothing was lost and nothing is made a second time.
    const { code } = await conducted(one.project, "deploy", stacks, { resume: "latest" });
    expect(code).toBe(0);
    expect(one.calls().filter(({ call }) => call.startsWith("create"))).toHaveLength(2);
    await emptyPlan(one, stacks);
  }, 60_000);

  test("of us while the provider starts: it ends as well", async () => {
    const one = world({ LEDGER_FAULT: "hangs" });
    const { child, ended } = start(one, [one.stack("contoso.com", ["spf"])]);
    await until(() => sharedPid(one) !== 0);
    child.kill("SIGKILL");
    await ended;
    await until(() => processesOf(one).length === 0);
    expect(one.socketFolders()).toEqual([]);
  }, 60_000);
});

test("three times Ctrl-C kills the provider with Terraform: what it was about to do, it does not", async () => {
  const one = world();
  const gate = one.gate("spf");
  const { child, ended } = start(one, [one.stack("contoso.com", ["spf"])]);
  await until(gate.isReached);
  await interrupt(child);
  const { code } = await ended;
  expect(code).toBe(130);
  expect([processesOf(one), one.socketFolders()]).toEqual([[], []]);
}, 60_000);

async function interrupt({ pid = 0 }: ChildProcess): Promise<void> {
  for (let times = 0; times < 3; times++) {
    process.kill(-pid, "SIGINT");
    await sleep(200);
  }
}
