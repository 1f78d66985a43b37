import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { isMapping } from "../../../lib/mapping";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";

const { test } = judgedBy("ps");

const CLI = join(__dirname, "../../../dist/cli/main.js");
const DOMAINS = ["contoso-parked.com", "contoso-parked.net", "contoso-parked.org"];
const estateOf = (ttl: number) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, profile: parked, ttl: ${ttl} }
domains:
${DOMAINS.map((name) => `  ${name}: { zone: { cloudflare: {} } }`).join("\n")}
`;

const project = temporaryFolder();
const file = join(project, "estate.yaml");
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  writeFileSync(file, estateOf(3600));
  clouds = await estateScenario(file);
});

afterAll(() => clouds.close());

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    cwd: project,
    env: { ...clouds.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(program: ChildProcess) {
  const [out, err, [code]] = await Promise.all([
    program.stdout ? text(program.stdout) : "",
    program.stderr ? text(program.stderr) : "",
    once(program, "close"),
  ]);
  return { code, out, err };
}

const mailHygiene = (...args: readonly string[]) => ended(start(args));

/** What `--format json` says became of calls. */
function callsIn(out: string): unknown {
  const record: unknown = JSON.parse(out);
  return isMapping(record) ? record.calls : undefined;
}

const published = () => DOMAINS.map((name) => clouds.records(name));
const runs = () => join(clouds.env.MAIL_HYGIENE_SANDBOX ?? "", project, "cdktf.out/runs");

/** All that the last run has written, but for plans. */
function lastLogs(): string {
  const run = readdirSync(runs()).sort().at(-1) ?? "";
  const files = readdirSync(join(runs(), run), { recursive: true, encoding: "utf8" });
  return files
    .filter((name) => /\.(log|json)$/.test(name))
    .map((name) => readFileSync(join(runs(), run, name), "utf8"))
    .join("\n");
}

test("a deploy publishes the same with and without it, and both say afterwards that nothing is left to do", async () => {
  expect(await mailHygiene("deploy", file, "--yes")).toMatchObject({ code: 0 });
  const through = published();
  expect(through.map((records) => records.length)).toEqual([3, 3, 3]);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
  expect((await mailHygiene("plan", file, "--detailed-exitcode", "--no-gateway")).code).toBe(0);
  expect((await mailHygiene("destroy", file, "--yes")).code).toBe(0);
  expect(published()).toEqual([[], [], []]);
  expect((await mailHygiene("deploy", file, "--yes", "--no-gateway")).code).toBe(0);
  expect(published()).toEqual(through);
}, 180_000);

test("a plan in which nothing changes costs two calls a domain, and --stats says so", async () => {
  const json = await mailHygiene("plan", file, "--stats", "--format", "json");
  expect(callsIn(json.out)).toMatchObject({ asked: 15, made: 6, repeated: 0, refused: 0 });
  expect(json.err).toContain(
    "calls to the Cloudflare API: 15 asked for, 6 made (9 saved); 12 answered from what was read before\n",
  );
  const without = await mailHygiene("plan", file, "--stats", "--no-gateway");
  expect(without.err).toContain("calls to the Cloudflare API: not counted, there was no gateway before it\n");
}, 60_000);

test("what somebody changed in the dashboard is seen by the next plan, with and without it alike", async () => {
  await clouds.patchRecord(DOMAINS[0] ?? "", `_dmarc.${DOMAINS[0]}`, "TXT", { ttl: 60 });
  const [through, without] = [
    await mailHygiene("plan", file),
    await mailHygiene("plan", file, "--no-gateway"),
  ];
  expect(through.out).toContain("TTL changed: _dmarc.contoso-parked.com TXT 60 s → 3600 s");
  expect(through.out).toBe(without.out);
  expect((await mailHygiene("deploy", file, "--yes")).code).toBe(0);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
}, 60_000);

test("an error of the API is told by the API's own address, in logs too", async () => {
  const failed = await ended(start(["plan", file], { CLOUDFLARE_API_TOKEN: "short" }));
  expect(failed.code).toBe(1);
  expect(failed.err).toContain(`${clouds.cloud.endpoints.cloudflare}/zones`);
  for (const told of [failed.err, lastLogs()]) {
    const addresses = [...told.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[^/"\\]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set([new URL("/client", clouds.cloud.endpoints.cloudflare).href]));
  }
}, 120_000);

test("without a way to the API that it can take, providers go their own, and it is said once", async () => {
  const proxied = await ended(
    start(["plan", file, "--api-budget", "50"], {
      CLOUDFLARE_BASE_URL: "https://api.cloudflare.example/client/v4",
      HTTPS_PROXY: "http://127.0.0.1:9",
    }),
  );
  expect(proxied.err.match(/providers ask the Cloudflare API themselves/g)).toHaveLength(1);
  expect(proxied.err).toContain("it is reached by a proxy of the environment");
}, 60_000);

function childrenOf(pid: number | undefined): readonly { readonly pid: number; readonly args: string }[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, own, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid ? [{ pid: Number(own), args }] : [];
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a deploy that is killed leaves it to the Terraform that finishes, and it ends with that", async () => {
  writeFileSync(file, estateOf(7200));
  const deploy = start(["deploy", file, "--yes"]);
  const end = ended(deploy);
  let gateway: number | undefined;
  let isApplying = false;
  deploy.stderr?.on("data", (said) => {
    isApplying ||= String(said).includes("applying");
  });
  for (let left = 600; left > 0 && !isApplying; left--) {
    await sleep(50);
    gateway ??= childrenOf(deploy.pid).find(({ args }) => args.includes("gateway/main.js"))?.pid;
  }
  expect(isApplying).toBe(true);
  deploy.kill("SIGKILL");
  await end;
  if (gateway === undefined) throw new Error("there was no gateway");
  for (let left = 600; left > 0 && isAlive(gateway); left--) await sleep(50);
  expect(isAlive(gateway)).toBe(false);
  expect((await mailHygiene("deploy", file, "--yes", "--resume", "latest")).code).toBe(0);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
  expect(
    published().every((records) => records.length === 3 && records.every((one) => / 7200 /.test(one))),
  ).toBe(true);
}, 120_000);

test("a gateway that is killed costs what was under way, and what begins then asks the API itself", async () => {
  writeFileSync(file, estateOf(3600));
  const plan = start(["plan", file, "--parallel", "1"]);
  const end = ended(plan);
  let gateway: number | undefined;
  for (let left = 400; left > 0 && gateway === undefined; left--) {
    await sleep(25);
    gateway = childrenOf(plan.pid).find(({ args }) => args.includes("gateway/main.js"))?.pid;
  }
  if (gateway === undefined) throw new Error("there was no gateway");
  await sleep(300);
  process.kill(gateway, "SIGKILL");
  const { err } = await end;
  expect(err).toMatch(
    /the gateway before the Cloudflare API has ended|asks the API itself|ask the Cloudflare API themselves/,
  );
  expect((await mailHygiene("deploy", file, "--yes")).code).toBe(0);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
}, 120_000);
