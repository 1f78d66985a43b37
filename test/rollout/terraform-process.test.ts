import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../../rollout/stop";
import { terraformProcesses } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";

/** A program in place of Terraform. */
function program(script: string): string {
  const file = join(temporaryFolder(), "terraform");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function run(script: string, stop = new Stop(), env: NodeJS.ProcessEnv = { PATH: process.env.PATH }) {
  const folder = realpathSync(temporaryFolder());
  const log = join(folder, "run.log");
  const stdout = join(folder, "run.json");
  const terraform = terraformProcesses(program(script), env, stop);
  return { folder, log, stdout, terraform };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("Terraform runs in the stack's folder with its arguments and environment, and prints into the log", async () => {
  const { folder, log, terraform } = run('pwd; echo "$1 $2" >&2; echo "$A $B"; exit 2', new Stop(), {
    PATH: process.env.PATH,
    A: "of all runs",
    B: "of all runs",
  });
  writeFileSync(log, "of an earlier run, and longer than what comes now\n");
  expect(await terraform({ args: ["plan", "-json"], folder, log, env: { B: "of this run" } })).toBe(2);
  expect(readFileSync(log, "utf8")).toBe(`${folder}\nplan -json\nof all runs of this run\n`);
});

test("what it prints on stdout can go to a file of its own, and both files are for their owner alone", async () => {
  const { folder, log, stdout, terraform } = run("echo '{}'; echo complaint >&2");
  const umask = process.umask(0);
  try {
    expect(await terraform({ args: [], folder, log, stdout })).toBe(0);
  } finally {
    process.umask(umask);
  }
  expect([readFileSync(log, "utf8"), readFileSync(stdout, "utf8")]).toEqual(["complaint\n", "{}\n"]);
  expect([log, stdout].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test("it reads nothing of the terminal, and is in a session that signals to this one do not reach", async () => {
  const { folder, log, terraform } = run("cat; ps -o pgid= -p $$; echo $$");
  await terraform({ args: [], folder, log });
  const [group, pid] = readFileSync(log, "utf8").trim().split(/\s+/);
  expect(group).toBe(pid);
});

test("a program that is not there is an error, and no listener stays behind", async () => {
  const stop = new Stop();
  const listening = jest.spyOn(stop, "onRequest");
  const folder = temporaryFolder();
  const terraform = terraformProcesses(join(folder, "terraform"), {}, stop);
  await expect(terraform({ args: [], folder, log: join(folder, "log") })).rejects.toThrow("ENOENT");
  expect(listening).toHaveBeenCalledTimes(1);
  expect(() => stop.request()).not.toThrow();
});

test("stops that come while a program that is not there is started signal nobody", async () => {
  const stop = new Stop();
  const folder = temporaryFolder();
  const kill = jest.spyOn(process, "kill");
  const ended = terraformProcesses(
    join(folder, "terraform"),
    {},
    stop,
  )({
    args: ["plan"],
    folder,
    log: join(folder, "log"),
  });
  for (let times = 0; times < 3; times++) stop.request();
  await expect(ended).rejects.toThrow("ENOENT");
  expect(kill).not.toHaveBeenCalled();
  kill.mockRestore();
});

test("a stop lets it finish; a second one interrupts it, and not the programs that it started", async () => {
  const stop = new Stop();
  const { folder, log, terraform } = run(
    `sh -c 'trap "echo provider interrupted" INT; touch provider; until [ -e go ]; do sleep 0.02; done' &
    trap 'echo interrupted; touch go; wait; exit 3' INT
    until [ -e provider ]; do sleep 0.02; done
    touch begun
    until [ -e go ]; do sleep 0.02; done`,
    stop,
  );
  const ended = terraform({ args: [], folder, log });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await until(() => existsSync(join(folder, "begun")));
  stop.request();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([isOver, readFileSync(log, "utf8")]).toEqual([false, ""]);
  stop.request();
  expect(await ended).toBe(3);
  expect(readFileSync(log, "utf8")).toBe("interrupted\n");
});

test("a third stop kills it, with the programs that it started", async () => {
  const stop = new Stop();
  const { folder, log, terraform } = run(
    `trap '' INT
    sh -c 'trap "" INT; echo $$ > provider.new; mv provider.new provider; while :; do sleep 0.02; done' &
    while :; do sleep 0.02; done`,
    stop,
  );
  const ended = terraform({ args: [], folder, log });
  await until(() => existsSync(join(folder, "provider")));
  const provider = Number(readFileSync(join(folder, "provider"), "utf8"));
  expect(isRunning(provider)).toBe(true);
  for (let times = 0; times < 3; times++) stop.request();
  expect(await ended).toBeUndefined();
  await until(() => !isRunning(provider));
});

test("when it has ended, nobody is signalled any more", async () => {
  const stop = new Stop();
  const { folder, log, terraform } = run("exit 0", stop);
  await terraform({ args: [], folder, log });
  const kill = jest.spyOn(process, "kill");
  for (let times = 0; times < 3; times++) stop.request();
  expect(kill).not.toHaveBeenCalled();
  kill.mockRestore();
});

test("one that ends in the same moment as it is signalled is no error", async () => {
  const stop = new Stop();
  const { folder, log, terraform } = run("touch begun; until [ -e go ]; do sleep 0.02; done", stop);
  const ended = terraform({ args: [], folder, log });
  await until(() => existsSync(join(folder, "begun")));
  const kill = jest.spyOn(process, "kill").mockImplementation(() => {
    throw new Error("kill ESRCH");
  });
  for (let times = 0; times < 3; times++) stop.request();
  expect(kill.mock.calls.map(([, signal]) => signal)).toEqual(["SIGINT", "SIGKILL"]);
  kill.mockRestore();
  writeFileSync(join(folder, "go"), "");
  expect(await ended).toBe(0);
});

function isRunning(pid: number): boolean {
  // An orphan that nobody has waited for yet is dead all the same.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout.trim());
}
