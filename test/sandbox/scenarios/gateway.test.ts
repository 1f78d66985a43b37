import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { isMapping } from "../../../lib/mapping";
import { judgedBy } from "../../support/judges";
import { gatewayOf, leftProcesses } from "../../support/processes";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

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
  return spawn(process.execPath, [CLI, ...ownWay(args)], {
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

test("a deploy publishes through it what there is to be, and nothing is left to do by any way to the API", async () => {
  expect(await mailHygiene("deploy", file, "--yes")).toMatchObject({ code: 0 });
  expect(published()).toEqual(
    DOMAINS.map((name) => [
      `_dmarc.${name} 3600 TXT "v=DMARC1; p=reject; sp=reject;"`,
      `${name} 3600 MX 0 .`,
      `${name} 3600 TXT "v=spf1 -all"`,
    ]),
  );
  for (const without of [["--no-gateway"], ["--no-gateway", "--no-shared-providers"]]) {
    const { code, err } = await mailHygiene("plan", file, "--detailed-exitcode", "--stats", ...without);
    expect([code, err]).toEqual([
      0,
      expect.stringContaining("not counted, there was no gateway before it\n"),
    ]);
  }
}, 180_000);

test.each([[[]], [["--no-shared-providers"]]])(
  "a plan in which nothing changes costs two calls a domain, and --stats says so %j",
  async (more) => {
    const json = await mailHygiene(
      "plan",
      file,
      "--stats",
      "--format",
      "json",
      "--detailed-exitcode",
      ...more,
    );
    expect(json.code).toBe(0);
    expect(callsIn(json.out)).toMatchObject({ asked: 15, made: 6, repeated: 0, refused: 0 });
    expect(json.err).toContain(
      "calls to the Cloudflare API: 15 asked for, 6 made (9 saved); 12 answered from what was read before\n",
    );
  },
  60_000,
);

test("what somebody changed in the dashboard is seen by the next plan, with and without it alike", async () => {
  await clouds.patchRecord(DOMAINS[0] ?? "", `_dmarc.${DOMAINS[0]}`, "TXT", { ttl: 60 });
  const [through, without] = [
    await mailHygiene("plan", file),
    await mailHygiene("plan", file, "--no-gateway"),
  ];
  expect(through.out).toContain("TTL changed: _dmarc.contoso-parked.com TXT 60 s → 3600 s");
  expect(through.out).toBe(without.out);
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

/** Whatever is left of the scenario's runs. */
const left = () => leftProcesses([project, clouds.env.PATH?.split(":")[0] ?? project]);

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 1200; !(await condition()); tries--) {
    if (tries === 0) throw new Error("it did not happen within 30 s");
    await sleep(25);
  }
}

async function asked(method: string): Promise<number> {
  const log: unknown = await (await fetch(`${clouds.cloud.endpoints.control}/requests`)).json();
  return Array.isArray(log)
    ? log.filter((one) => one.service === "cloudflare" && one.method === method).length
    : 0;
}

/** The next such calls are carried out and then answered so late that the gateway can be killed before. */
async function answerLate(method: string): Promise<void> {
  const body = JSON.stringify([
    { kind: "slow", milliseconds: 2000, service: "cloudflare", method, count: 1 },
  ]);
  const { ok } = await fetch(`${clouds.cloud.endpoints.control}/troubles`, { method: "POST", body });
  expect(ok).toBe(true);
}

/** Kills the gateway of a run in the middle of such a call. */
async function killGatewayAt(method: string, ...args: readonly string[]) {
  const before = await asked(method);
  await answerLate(method);
  const run = start(args);
  const end = ended(run);
  await until(async () => (await asked(method)) > before);
  const gateway = gatewayOf(run.pid);
  if (gateway === undefined) throw new Error("there was no gateway");
  process.kill(gateway, "SIGKILL");
  return end;
}

test("a deploy that is killed leaves it to the Terraform that finishes, and it ends with that", async () => {
  writeFileSync(file, estateOf(7200));
  const before = await asked("PUT");
  const deploy = start(["deploy", file, "--yes"]);
  const end = ended(deploy);
  await until(async () => (await asked("PUT")) > before);
  const gateway = gatewayOf(deploy.pid);
  deploy.kill("SIGKILL");
  await end;
  expect(gateway).toBeDefined();
  await until(() => left().length === 0);
  expect((await mailHygiene("deploy", file, "--yes", "--resume", "latest")).code).toBe(0);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
  expect(
    published()
      .flat()
      .map((record) => record.split(" ")[1]),
  ).toEqual(Array(9).fill("7200"));
}, 120_000);

test("a plan whose gateway is killed is made again, and what follows asks the API itself", async () => {
  const { code, err } = await killGatewayAt("GET", "plan", file, "--parallel", "1", "--detailed-exitcode");
  expect([code, err]).toEqual([
    0,
    expect.stringContaining("the gateway before the Cloudflare API has ended"),
  ]);
  expect(left()).toEqual([]);
}, 120_000);

test("a deploy whose gateway is killed in the middle of a write is resumed: nothing is lost, nothing doubled", async () => {
  expect((await mailHygiene("destroy", file, "--yes")).code).toBe(0);
  expect(published()).toEqual([[], [], []]);
  const { code, err } = await killGatewayAt("POST", "deploy", file, "--yes");
  expect([code, err]).toEqual([
    1,
    expect.stringContaining("the gateway before the Cloudflare API has ended"),
  ]);
  expect(err).not.toMatch(/127\.0\.0\.1:\d+\//);
  expect((await mailHygiene("deploy", file, "--yes", "--resume", "latest")).code).toBe(0);
  expect(published().map((records) => records.length)).toEqual([3, 3, 3]);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
  expect(left()).toEqual([]);
}, 120_000);
