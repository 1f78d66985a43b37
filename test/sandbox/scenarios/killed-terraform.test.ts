import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { judgedBy } from "../../support/judges";
import { familyOf } from "../../support/processes";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const { test } = judgedBy("ps");

const CLI = join(__dirname, "../../../dist/cli/main.js");
// Stacks are applied in the order of their names.
const FIRST = "contoso-ag.example";
const SECOND = "contoso-parked.com";

/** Two domains that refuse all mail. */
const ESTATE = `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, profile: parked }
domains:
  ${FIRST}:
    zone: { cloudflare: { zoneId: 1c4f0a7be2d84936a50d8e3b97f6c201 } }
  ${SECOND}:
    zone: { cloudflare: { zoneId: 7a9d35c08e1b4f62b4c7d20f6e81a93b } }
`;

const project = temporaryFolder();
const file = join(project, "estate.yaml");
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  writeFileSync(file, ESTATE);
  clouds = await estateScenario(file);
});

afterAll(() => clouds.close());

function start(...args: readonly string[]) {
  return spawn(process.execPath, [CLI, ...ownWay(args)], {
    cwd: project,
    env: clouds.env,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** A rollout's exit code, the status of both stacks, and all that it printed on stdout. */
async function rolledOut(command: string, ...more: readonly string[]) {
  const program = start(command, file, "--format", "json", ...more);
  const [printed] = await Promise.all([text(program.stdout), once(program, "close")]);
  const { stacks }: { readonly stacks: Readonly<Record<string, { readonly status: string }>> } =
    JSON.parse(printed);
  return { result: [program.exitCode, stacks[FIRST]?.status, stacks[SECOND]?.status], printed };
}

const published = () =>
  clouds.cloud.world().zones.map(({ name, records = [] }) => ({
    name,
    records: records.map(({ type, content }) => `${type} ${content}`).sort(),
  }));

const PARKED = ["MX .", 'TXT "v=DMARC1; p=reject; sp=reject;"', 'TXT "v=spf1 -all"'];

/** Kills all at once when the first stack has asked for its records and got no answer yet. */
async function killInTheMiddle(deploy: ChildProcess): Promise<void> {
  while ((published().find(({ name }) => name === FIRST)?.records.length ?? 0) < 3) await sleep(20);
  for (const pid of familyOf(deploy.pid)) process.kill(pid, "SIGKILL");
}

test("records that a killed Terraform made and could not note are taken over by the resumed run", async () => {
  // No answer before the kill, however long the machine takes.
  const slow = { kind: "slow", service: "cloudflare", method: "POST", count: 3, milliseconds: 600_000 };
  await fetch(`${clouds.cloud.endpoints.control}/troubles`, { method: "POST", body: JSON.stringify([slow]) });
  const deploy = start("deploy", file, "--yes", "--parallel", "1");
  const gone = once(deploy, "exit");
  await killInTheMiddle(deploy);
  await gone;

  // The lock that was left is of a process that is gone, and holds nobody up.
  const orphans = clouds.cloud.world().zones.find(({ name }) => name === FIRST)?.records ?? [];
  const resumed = await rolledOut("deploy", "--yes", "--resume", "latest");
  expect(resumed.result).toEqual([0, "applied", "applied"]);
  // The same records, and no second ones.
  const ids = clouds.cloud
    .world()
    .zones.find(({ name }) => name === FIRST)
    ?.records?.map(({ id }) => id);
  expect(ids).toEqual(orphans.map(({ id }) => id));
  expect(published().map(({ records }) => records)).toEqual([PARKED, PARKED]);

  expect((await rolledOut("plan", "--detailed-exitcode")).result).toEqual([0, "unchanged", "unchanged"]);
  expect((await rolledOut("destroy", "--yes")).result).toEqual([0, "applied", "applied"]);
  expect(published().map(({ records }) => records)).toEqual([[], []]);
}, 120_000);
