import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSync } from "esbuild";
import { temporaryFolder } from "../../support/temp";
import { type Ran, startTerraform } from "./support/terraform-run";

const root = temporaryFolder();
const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
const folder = join(root, "mirror/example.com/test/shelf/1.0.0", target);
const executable = join(folder, "terraform-provider-shelf_v1.0.0");

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(__dirname, "support/shelf-main.ts")],
    outfile: executable,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
  });
  chmodSync(executable, 0o755);
  writeFileSync(
    join(root, "terraform.rc"),
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, "mirror")}"\n  }\n}\n`,
  );
});

/** A folder with a configuration, and the real Terraform that starts the executable by itself. */
function installed(configuration: string) {
  const work = temporaryFolder();
  const write = (text: string) =>
    writeFileSync(
      join(work, "main.tf"),
      `terraform {\n  required_providers {\n    shelf = { source = "example.com/test/shelf" }\n  }\n}\n${text}\n`,
    );
  write(configuration);
  const start = (args: readonly string[], env: Record<string, string> = {}) =>
    startTerraform(work, args, {
      TF_CLI_CONFIG_FILE: join(root, "terraform.rc"),
      SHELF_FILE: join(work, "shelf.json"),
      ...env,
    });
  const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
    start(args, env).ended;
  return { write, run, start };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const THING = 'resource "shelf_thing" "x" {\n  name = "a"\n  note = "n"\n}';

test("Terraform starts it, agrees on TLS, and is told to let go at the end", async () => {
  const { run } = installed(THING);
  expect((await run(["init"])).stdout).toContain("Installed example.com/test/shelf v1.0.0");
  const apply = await run(["apply", "-auto-approve"], { TF_LOG: "trace" });
  expect(apply.stdout).toContain("1 added");
  expect(apply.stderr).toMatch(/\[INFO\] +provider\.[^\n]*shelving a/);
  expect(apply.stderr).toContain("plugin process exited");
  // go-plugin waits two seconds for a plugin that does not end by itself, says this, and kills it.
  expect(apply.stderr).not.toContain("plugin failed to exit gracefully");
  expect((await run(["plan", "-detailed-exitcode"])).code).toBe(0);
  expect((await run(["destroy", "-auto-approve"])).stdout).toContain("1 destroyed");
});

test("it is killed in the middle of an update: the state before it stays, and the next plan knows the truth", async () => {
  const { run, write } = installed(THING);
  await run(["init"]);
  await run(["apply", "-auto-approve"]);
  write(THING.replace('"n"', '"m"'));
  const crashed = await run(["apply", "-auto-approve"], { SHELF_CRASH: "update" });
  expect(crashed.code).toBe(1);
  expect(crashed.stderr).toMatch(/Plugin did not respond|Request cancelled|crash/i);
  // The outside has taken the change; only `revision` moved with it.
  expect((await run(["plan", "-detailed-exitcode"])).code).toBe(0);
});

test("an error that nobody awaits becomes the diagnostic of the call under way, and Terraform does not hang", async () => {
  const { run } = installed(THING);
  await run(["init"]);
  const { code, stderr } = await run(["apply", "-auto-approve"], { SHELF_THROW: "create" });
  expect(code).toBe(1);
  expect(stderr).toContain("the provider shelf failed");
  expect(stderr).toContain("thrown where nobody awaits it");
});

test("a plan beyond gRPC's usual limit of 4 MB goes through", async () => {
  const { run } = installed(
    THING.replace(
      '"n"',
      'join("", [for i in range(1000) : join("", [for j in range(100) : "0123456789abcdef0123456789abcdef0123456789abcdef01"])])',
    ),
  );
  await run(["init"]);
  expect((await run(["apply", "-auto-approve"])).stdout.slice(-200)).toContain("1 added");
});

describe("Terraform is killed while the provider starts", () => {
  /** Before anything of the provider is loaded: says that it is there, and waits. */
  const SLOW = `
require("node:fs").appendFileSync(process.env.STARTED, process.pid + "\\n");
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env.SLOW));
`;

  test.each([
    ["before it is loaded", 600, 0],
    ["as it begins", 0, 0],
    ["while it is loaded", 0, 100],
    ["while it makes its keys", 0, 200],
    ["while it begins to listen", 0, 300],
    ["once it listens", 0, 500],
  ])("%s: it ends as well", async (_, slow, delay) => {
    const work = temporaryFolder();
    const started = join(work, "started");
    writeFileSync(join(work, "slow.cjs"), SLOW);
    writeFileSync(started, "");
    const { run, start } = installed(THING);
    await run(["init"]);
    const terraform = start(["plan"], {
      NODE_OPTIONS: `--require ${join(work, "slow.cjs")}`,
      STARTED: started,
      SLOW: String(slow),
    });
    // It may have ended by itself before it is killed: a plan takes half a second on a quick machine.
    const exit = once(terraform.process, "exit");
    const pids = () => readFileSync(started, "utf8").trim().split("\n").filter(Boolean).map(Number);
    while (pids().length === 0) await sleep(5);
    await sleep(delay);
    terraform.process.kill("SIGKILL");
    await exit;
    for (let left = 100; pids().some(isAlive); left--) {
      if (left === 0) throw new Error("a provider outlives Terraform");
      await sleep(50);
    }
  });
});

test("run by hand it says what it is and ends", () => {
  const { status, stdout, stderr } = spawnSync(executable, [], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("Terraform provider shelf 1.0.0. It is not meant to be run by hand");
});

test("a host that does not offer protocol 6 is told so", () => {
  const { status, stderr } = spawnSync(executable, [], {
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      PLUGIN_PROTOCOL_VERSIONS: "4,5",
      TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    },
  });
  expect(status).toBe(1);
  expect(stderr).toContain("plugin protocol 6");
});

test("the file is small enough to be read at every start", () => {
  expect(statSync(executable).size).toBeLessThan(1_200_000);
});
