import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { judgedBy } from "../../support/judges";
import { gatewayOf, leftProcesses } from "../../support/processes";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";

const { test } = judgedBy("ps");

const CLI = join(__dirname, "../../../dist/cli/main.js");
const DOMAINS = ["contoso-parked.com", "contoso-ag.example", "contoso-parked.org"];
const ESTATE = `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, profile: parked }
domains:
${DOMAINS.map((name) => `  ${name}: { zone: { cloudflare: {} } }`).join("\n")}
`;

/** How many runs are killed; more of them by `KILLS=20 npx jest killed-at-random`. */
const KILLS = Number(process.env.KILLS || 2);
const SEED = Number(process.env.SEED || Date.now() % 2 ** 31);

/** https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const project = temporaryFolder();
const file = join(project, "estate.yaml");
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  writeFileSync(file, ESTATE);
  clouds = await estateScenario(file);
});

afterAll(() => clouds.close());

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    cwd: project,
    env: clouds.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(program: ChildProcess): Promise<{ readonly code: unknown; readonly said: string }> {
  const [out, err, [code]] = await Promise.all([
    program.stdout ? text(program.stdout) : "",
    program.stderr ? text(program.stderr) : "",
    once(program, "close"),
  ]);
  return { code, said: `${out}${err}` };
}

/** The output folder, below the sandbox's shadows. */
const out = () => join(clouds.env.MAIL_HYGIENE_SANDBOX ?? "", project, "cdktf.out");
const hasRun = () =>
  existsSync(join(out(), "runs")) &&
  readdirSync(join(out(), "runs")).some((run) => existsSync(join(out(), "runs", run, "run.json")));

/** Terraform, providers and the gateway before the Cloudflare API. */
const left = () => leftProcesses([project, out(), clouds.env.PATH?.split(":")[0] ?? project]);

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended with its run.
  }
}

test(`a deploy that is killed at ${KILLS} random moments ends as one that is not (SEED=${SEED})`, async () => {
  const random = randomFrom(SEED);
  const killedAt: string[] = [];
  for (let at = 0; at < KILLS; at++) {
    const resume = hasRun() ? ["--resume", "latest"] : [];
    const deploy = start("deploy", file, "--yes", "--parallel", "2", ...resume);
    const end = ended(deploy);
    const moment = Math.round(9000 * random() ** 2);
    await Promise.race([end, sleep(moment)]);
    // Of ten kills three are the gateway's, which the run survives, with whatever was under way.
    const gateway = random() < 0.3 ? gatewayOf(deploy.pid) : undefined;
    if (gateway === undefined) deploy.kill("SIGKILL");
    else kill(gateway);
    const { code, said } = await end;
    // Either it was killed, or it was done before that.
    if (code !== null && code !== 0 && gateway === undefined)
      throw new Error(`SEED=${SEED}, kill ${at}: exit code ${code}\n${said}`);
    killedAt.push(`${moment} ms${gateway === undefined ? "" : " (gateway)"}${code === 0 ? " (done)" : ""}`);
  }
  const resume = hasRun() ? ["--resume", "latest"] : [];
  const last = await ended(start("deploy", file, "--yes", ...resume));
  if (last.code !== 0) throw new Error(`SEED=${SEED}, killed after ${killedAt.join(", ")}:\n${last.said}`);

  for (const zone of DOMAINS) {
    expect(clouds.records(zone).map((record) => record.replace(`${zone} `, "").replace("1 ", ""))).toEqual(
      clouds
        .records(DOMAINS[0] ?? "")
        .map((record) => record.replace(`${DOMAINS[0]} `, "").replace("1 ", "")),
    );
    expect(clouds.records(zone)).toHaveLength(3);
  }
  expect((await ended(start("plan", file, "--detailed-exitcode"))).code).toBe(0);
  expect(left()).toEqual([]);
  expect(readdirSync(out()).filter((name) => name.includes("lock"))).toEqual([]);
  expect(readdirSync(out()).sort()).toEqual(
    ["mail-hygiene.cache.json", "manifest.json", "plugins", "runs", "stacks"].sort(),
  );
  expect(readdirSync(join(out(), "plugins")).filter((name) => name.startsWith("install-"))).toEqual([]);
}, 900_000);
