import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { judgedBy } from "../../support/judges";
import { gatewayOf, leftProcesses } from "../../support/processes";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const { test } = judgedBy("ps");

const CLI = join(__dirname, "../../../dist/cli/main.js");
const DOMAINS = ["contoso-parked.com", "contoso-ag.example", "contoso-parked.org"];
const estateOf = (ttl: number) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, profile: parked, ttl: ${ttl} }
domains:
${DOMAINS.map((name) => `  ${name}: { zone: { cloudflare: {} } }`).join("\n")}
`;

/** How many runs are stopped; more of them by `STOPS=200 npx jest stopped-at-random`. */
const STOPS = Number(process.env.STOPS || 2);
const SEED = Number(process.env.SEED || Date.now() % 2 ** 31);

/** How runs are stopped, and how often of a hundred times. */
const WAYS = {
  "kill -9": 30,
  "Ctrl-C": 10,
  SIGTERM: 10,
  "gateway killed": 15,
  "provider killed": 15,
  "Terraform killed": 10,
  "network cut": 10,
} as const;

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
  writeFileSync(file, estateOf(300));
  clouds = await estateScenario(file);
});

afterAll(() => clouds.close());

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...ownWay(args)], {
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
/** Terraform, providers and the gateway before the Cloudflare API. */
const left = () => leftProcesses([project, out(), clouds.env.PATH?.split(":")[0] ?? project]);

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  } catch {
    // It ended with its run.
  }
}

/** A process of the run's, by what its command line holds. */
function processOf(part: string): number | undefined {
  const line = left().find((one) => one.includes(part));
  return line === undefined ? undefined : Number(line.trim().split(/\s+/)[0]);
}

const STOP: Readonly<Record<keyof typeof WAYS, (run: ChildProcess) => unknown>> = {
  "kill -9": (run) => run.kill("SIGKILL"),
  "Ctrl-C": (run) => run.kill("SIGINT"),
  SIGTERM: (run) => run.kill("SIGTERM"),
  "gateway killed": (run) => kill(gatewayOf(run.pid)),
  "provider killed": () => kill(processOf("/terraform-provider-cloudflare")),
  "Terraform killed": () => kill(processOf("terraform apply") ?? processOf("terraform plan")),
  // The first is carried out, and its answer lost.
  "network cut": () =>
    fetch(`${clouds.cloud.endpoints.control}/troubles`, {
      method: "POST",
      body: JSON.stringify([
        { kind: "break", service: "cloudflare", carriedOut: true, count: 1 },
        { kind: "break", service: "cloudflare", count: 5 },
      ]),
    }),
};

/** One question to Cloudflare, whatever becomes of it. */
const asked = () => fetch(`${clouds.cloud.endpoints.cloudflare}/zones`).catch(() => undefined);

function drawn(share: number): keyof typeof WAYS {
  let rest = share * 100;
  for (const [way, weight] of Object.entries(WAYS)) {
    if (rest < weight) return way as keyof typeof WAYS;
    rest -= weight;
  }
  return "kill -9";
}

/** The records of all domains, without what they hold: `name TYPE`, sorted. */
const names = () =>
  DOMAINS.flatMap((zone) =>
    clouds.records(zone).map((record) =>
      record
        .split(" ")
        .filter((_, at) => at !== 1)
        .slice(0, 3)
        .join(" "),
    ),
  ).sort();
const whole = (ttl: number) =>
  DOMAINS.flatMap((zone) => [
    `_dmarc.${zone} ${ttl} TXT "v=DMARC1; p=reject; sp=reject;"`,
    `${zone} ${ttl} MX 0 .`,
    `${zone} ${ttl} TXT "v=spf1 -all"`,
  ]);

test(
  `${STOPS} deploys that are stopped at random moments lose nothing, double nothing, and end as one that is not (SEED=${SEED})`,
  async () => {
    const random = randomFrom(SEED);
    const told: string[] = [];
    const failed = (why: string, said = "") => new Error(`SEED=${SEED}, ${told.join(", ")}: ${why}\n${said}`);
    let ttl = 300;
    for (let at = 0; at < STOPS; at++) {
      // All there is is changed, and every fourth time one domain is made anew.
      ttl += 1;
      writeFileSync(file, estateOf(ttl));
      if (at % 4 === 3) {
        const gone = DOMAINS[at % DOMAINS.length] ?? "";
        const destroyed = await ended(start("destroy", file, "--yes", "-d", gone));
        if (destroyed.code !== 0)
          throw failed(`destroy of ${gone} ended with ${destroyed.code}`, destroyed.said);
      }
      const before = names();
      const deploy = start("deploy", file, "--yes", "--parallel", "2");
      const end = ended(deploy);
      const moment = Math.round(3000 * random());
      const way = drawn(random());
      await Promise.race([end, sleep(moment)]);
      const isOver = deploy.exitCode !== null;
      if (!isOver) await STOP[way](deploy);
      told.push(`${moment} ms ${isOver ? "done" : way}`);
      const { said } = await end;
      // What a killed run has left finishes what it began.
      while (processOf("terraform apply") !== undefined) await sleep(50);
      // What is left of a cut meets us instead of the next run.
      if (way === "network cut" && !isOver) for (let more = 0; more < 6; more++) await asked();
      const after = names();
      const lost = before.filter((name) => !after.includes(name));
      const doubled = after.filter((name, place) => after.indexOf(name) !== place);
      if (lost.length + doubled.length > 0) throw failed(`lost ${lost}; doubled ${doubled}`, said);
      const next = await ended(start("deploy", file, "--yes"));
      if (next.code !== 0) throw failed(`the next deploy ended with ${next.code}`, next.said);
      if (DOMAINS.flatMap((zone) => clouds.records(zone)).join() !== whole(ttl).join()) {
        throw failed(
          `there is not what is declared:\n${DOMAINS.flatMap((zone) => clouds.records(zone)).join("\n")}`,
          said,
        );
      }
    }
    expect((await ended(start("plan", file, "--detailed-exitcode"))).code).toBe(0);
    expect(left()).toEqual([]);
    expect(readdirSync(out()).filter((name) => name.includes("lock"))).toEqual([]);
    expect(readdirSync(out()).sort()).toEqual(
      ["mail-hygiene.cache.json", "manifest.json", "plugins", "runs", "stacks"].sort(),
    );
    expect(readdirSync(join(out(), "plugins")).filter((name) => name.startsWith("install-"))).toEqual([]);
  },
  60_000 + 30_000 * STOPS,
);
