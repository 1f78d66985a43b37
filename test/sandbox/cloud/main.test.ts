import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWorld } from "../../../sandbox/cloud/state-file";
import { temporaryFolder } from "../../support/temp";

const PROGRAM = join(__dirname, "../../../dist/sandbox/cloud.js");
const TOKEN = "Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY";

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args]);
  started.push(child);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return { child, output, ended: once(child, "close").then(([code]) => Number(code)) };
}

async function ready(...args: readonly string[]) {
  const program = run(...args);
  while (!program.output.stdout.includes("\n")) {
    await Promise.race([once(program.child.stdout, "data"), program.ended.then(refuseToWait)]);
  }
  return { ...program, endpoints: JSON.parse(program.output.stdout) };
}

function refuseToWait(): never {
  throw new Error("the program ended before it was ready");
}

async function addZone(endpoints: { cloudflare: string }, name: string): Promise<void> {
  const { ok } = await fetch(`${endpoints.cloudflare}/zones`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ name }),
  });
  expect(ok).toBe(true);
}

function worldFile(): { world: string; state: string } {
  const folder = temporaryFolder();
  const world = join(folder, "world.json");
  writeFileSync(world, JSON.stringify({ zones: [{ name: "contoso.com" }], tenants: [] }));
  return { world, state: join(folder, "state.json") };
}

test("it says where it stands in one line, and ends when its stdin closes", async () => {
  const { world } = worldFile();
  const { child, output, endpoints, ended } = await ready("--world", world);
  expect(endpoints).toMatchObject({
    cloudflare: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/client\/v4$/),
    metadata: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    ca: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/),
  });
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(output.stdout.split("\n")).toHaveLength(2);
  expect(output.stderr).toBe("");
});

test("the state file wins over the world, and has what happened until SIGTERM", async () => {
  const { world, state } = worldFile();
  const first = await ready("--world", world, "--state", state);
  await addZone(first.endpoints, "fabrikam.com");
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  const second = await ready("--world", world, "--state", state);
  second.child.kill("SIGINT");
  expect(await second.ended).toBe(0);
  expect(readWorld(state).zones.map(({ name }) => name)).toEqual(["contoso.com", "fabrikam.com"]);
});

test("killed in the middle of many changes, it leaves a state file that is whole", async () => {
  const { world, state } = worldFile();
  const { child, endpoints, ended } = await ready("--world", world, "--state", state);
  const names = Array.from({ length: 200 }, (_, index) => `zone-${index}.com`);
  const adding = Promise.allSettled(names.map((name) => addZone(endpoints, name)));
  while (readFileSync(state, "utf8").length < 1000) await new Promise(setImmediate);
  child.kill("SIGKILL");
  await Promise.all([ended, adding]);
  expect(readWorld(state).zones.length).toBeGreaterThan(1);
});

test.each([
  [["--wordl", "x"], /^Unknown option '--wordl'.*\nusage: cloud\.js/s],
  [["--world", "/nowhere/world.json"], /^\/nowhere\/world\.json: the file cannot be read: ENOENT/],
])("%j is refused with exit code 1", async (args, message) => {
  const { output, ended } = run(...args);
  expect(await ended).toBe(1);
  expect(output.stderr).toMatch(message);
});
