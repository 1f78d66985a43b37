import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { RolloutOptions } from "../../../cli/rollout/options";
import type { RolloutStack } from "../../../rollout/stack";
import { gated, record, stateOf, writeStack } from "../../rollout/support/stacks";
import { temporaryFolder } from "../../support/temp";
import { conducted, OPTIONS, parseRun } from "./conducted";

interface Running {
  readonly child: ChildProcess;
  /** What it printed on stderr so far. */
  told(): string;
  /** Waits for something that comes before its end. */
  until(condition: () => boolean): Promise<void>;
  /** Waits for its end: exit code, and the run that it printed. */
  end(): Promise<{ readonly code: number | null; readonly out: string }>;
}

/** A deploy in a process group of its own, so that a signal can reach all of it as a terminal's Ctrl-C does. */
function start(
  project: string,
  stacks: readonly RolloutStack[],
  more: Partial<RolloutOptions> = {},
): Running {
  const options = JSON.stringify({ ...OPTIONS, format: "json", parallel: 2, ...more });
  const main = join(__dirname, "conduct-main.cjs");
  const child = spawn(process.execPath, [main, project, "deploy", JSON.stringify(stacks), options], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOME: project },
  });
  const out = text(child.stdout);
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const closed = once(child, "close");
  return {
    child,
    told: () => told,
    until: async (condition) => {
      while (!condition()) {
        if (child.exitCode !== null) throw new Error(`the run ended too early: ${told}`);
        await sleep(20);
      }
    },
    end: async () => {
      const [code] = await closed;
      return { code, out: await out };
    },
  };
}

function signal({ child }: Running, name: NodeJS.Signals): void {
  if (child.pid === undefined) throw new Error("the deploy did not start");
  process.kill(-child.pid, name);
}

function statuses(out: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parseRun(out).stacks).map(([name, { status }]) => [name, status]));
}

/** Two stacks whose creation is held at gates, and one that would come after them. */
function held(project: string) {
  const gates = ["a", "b"].map((gate) => join(project, gate));
  const stacks = [
    ...gates.map((gate, place) => writeStack(project, `${"ab"[place]}.contoso.com`, { Spf: gated(gate) })),
    writeStack(project, "c.contoso.com", { Spf: record("v=spf1 -all") }),
  ];
  return {
    stacks,
    allBegun: () => gates.every((gate) => existsSync(`${gate}.begun`)),
    open: () => {
      for (const gate of gates) writeFileSync(`${gate}.open`, "");
    },
  };
}

test("Ctrl-C lets running applies finish and begins no more; --resume does the rest and no more", async () => {
  const project = temporaryFolder();
  const { stacks, allBegun, open } = held(project);
  const deploy = start(project, stacks);
  await deploy.until(allBegun);
  signal(deploy, "SIGINT");
  await deploy.until(() => deploy.told().includes("stopping: "));
  open();
  const { code, out } = await deploy.end();
  expect(code).toBe(130);
  expect(statuses(out)).toEqual({
    "a.contoso.com": "applied",
    "b.contoso.com": "applied",
    "c.contoso.com": "planned",
  });
  expect(stateOf(project, "b.contoso.com")).toEqual({ Spf: "gated" });
  expect(stateOf(project, "c.contoso.com")).toEqual({});

  const resumed = await conducted(project, "deploy", stacks, { resume: "latest", format: "json" });
  expect(resumed.code).toBe(0);
  expect(new Set(Object.values(statuses(resumed.out)))).toEqual(new Set(["applied"]));
  expect(resumed.err).not.toContain("a.contoso.com");
  expect(parseRun(resumed.out).run).toBe(parseRun(out).run);
});

test("Ctrl-C twice has Terraform stop where it is safe, with its state saved", async () => {
  const project = temporaryFolder();
  const { stacks, allBegun } = held(project);
  const deploy = start(project, stacks);
  await deploy.until(allBegun);
  signal(deploy, "SIGINT");
  await deploy.until(() => deploy.told().includes("stopping: "));
  signal(deploy, "SIGINT");
  const { code, out } = await deploy.end();
  expect(code).toBe(130);
  expect(statuses(out)).toEqual({
    "a.contoso.com": "interrupted",
    "b.contoso.com": "interrupted",
    "c.contoso.com": "planned",
  });
  expect(deploy.told()).toContain("\napply interrupted: a.contoso.com\n");
  expect(deploy.told()).not.toContain("failed");
  // What was being made is in state, marked to be made anew.
  expect(Object.keys(stateOf(project, "a.contoso.com"))).toEqual(["Spf"]);
});

test("a deploy that is killed goes on from its run folder, and waits for a Terraform that outlived it", async () => {
  const project = temporaryFolder();
  const { stacks, allBegun, open } = held(project);
  const killed = start(project, stacks);
  await killed.until(allBegun);
  signal(killed, "SIGKILL");
  expect((await killed.end()).code).toBeNull();

  const resumed = start(project, stacks, { resume: "latest" });
  const waits =
    /^\[\S+\] a\.contoso\.com: waits for the terraform apply of a run that was killed \(process \d+\)$/m;
  await resumed.until(() => waits.test(resumed.told()));
  open();
  const { code, out } = await resumed.end();
  expect(code).toBe(0);
  expect(statuses(out)).toEqual({
    // Applied by the Terraform that outlived the first deploy; there was nothing left to do.
    "a.contoso.com": "unchanged",
    "b.contoso.com": "unchanged",
    "c.contoso.com": "applied",
  });
  for (const { name } of stacks) expect(Object.keys(stateOf(project, name))).toEqual(["Spf"]);
});

test("a Terraform that outlives a killed run for too long is named, with what to do, and the others go on", async () => {
  const project = temporaryFolder();
  const { stacks, allBegun, open } = held(project);
  const killed = start(project, stacks);
  await killed.until(allBegun);
  signal(killed, "SIGKILL");
  await killed.end();
  const resumed = await start(project, stacks, { resume: "latest", lockTimeout: "300ms" });
  const { code, out } = await resumed.end();
  expect([code, statuses(out)]).toEqual([
    1,
    { "a.contoso.com": "failed", "b.contoso.com": "failed", "c.contoso.com": "applied" },
  ]);
  expect(resumed.told()).toMatch(
    / {2}the terraform apply of a run that was killed \(process (\d+)\) still works on the stack after 300ms\n {2}fix: wait for its end and go on with --resume; or end it: kill -INT \1\n/,
  );
  open();
  expect((await start(project, stacks, { resume: "latest" }).end()).code).toBe(0);
});
