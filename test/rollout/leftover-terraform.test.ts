import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leftoverTerraform, noteRunning, withoutLeftover } from "../../rollout/leftover-terraform";
import { temporaryFolder } from "../support/temp";

const FILE = ".mail-hygiene.running.json";
const stackIn = (folder: string) => ({ name: "contoso.com", folder, after: [] });

/** A process in the place of Terraform, until the test ends it. */
async function running(work: (pid: number, end: () => Promise<void>) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  try {
    await work(child.pid ?? 0, end);
  } finally {
    await end();
  }
}

test("a Terraform is known while it works in a folder, and forgotten with its end", async () => {
  await running(async (pid, end) => {
    const folder = temporaryFolder();
    const done = noteRunning(folder, "apply", pid);
    expect(leftoverTerraform(folder)).toMatchObject({ command: "apply", process: { pid } });
    done();
    expect([leftoverTerraform(folder), readdirSync(folder)]).toEqual([undefined, []]);
    noteRunning(folder, "apply", pid);
    await end();
    expect(leftoverTerraform(folder)).toBeUndefined();
  });
});

test("a stack is waited for once, and is free as soon as the process ends", async () => {
  await running(async (pid, end) => {
    const folder = temporaryFolder();
    noteRunning(folder, "apply", pid);
    const told: string[] = [];
    const free = withoutLeftover(
      "1m",
      () => false,
      (text) => {
        told.push(text);
        void end();
      },
    )(stackIn(folder));
    expect(await free).toBeUndefined();
    expect(told).toEqual([
      `contoso.com: waits for the terraform apply of a run that was killed (process ${pid})`,
    ]);
  });
});

test("one that does not end in time stops its stack, and says how it ends", async () => {
  await running(async (pid) => {
    const folder = temporaryFolder();
    noteRunning(folder, "plan", pid);
    expect(
      await withoutLeftover(
        "0s",
        () => false,
        () => undefined,
      )(stackIn(folder)),
    ).toEqual({
      phase: "plan",
      errors: [
        {
          summary: `the terraform plan of a run that was killed (process ${pid}) still works on the stack after 0s`,
        },
      ],
      fix: `wait for its end and go on with --resume; or end it: kill -INT ${pid}`,
    });
    expect(
      await withoutLeftover(
        "1m",
        () => true,
        () => undefined,
      )(stackIn(folder)),
    ).toBeUndefined();
  });
});

test("a note that cannot be written, or read, keeps nobody waiting", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, FILE));
  expect(() => noteRunning(folder, "apply", process.pid)).not.toThrow();
  expect(leftoverTerraform(folder)).toBeUndefined();
  const other = temporaryFolder();
  writeFileSync(join(other, FILE), '{"command":"apply"');
  expect(leftoverTerraform(other)).toBeUndefined();
});

test("a time that Terraform could not read either is taken for two minutes, not for none", async () => {
  await running(async (pid, end) => {
    const folder = temporaryFolder();
    noteRunning(folder, "apply", pid);
    const told: string[] = [];
    const free = withoutLeftover(
      "soon",
      () => false,
      (text) => told.push(text),
    )(stackIn(folder));
    // Looked for more than once, and told once.
    await new Promise((resolve) => setTimeout(resolve, 250));
    await end();
    expect(await free).toBeUndefined();
    expect(told).toHaveLength(1);
  });
});
