import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { findExecutable } from "../../../cli/sandbox/executable";
import { leftoverTerraform } from "../../../rollout/leftover-terraform";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";

const CLI = join(__dirname, "../../../dist/cli/main.js");
const DOMAINS = ["contoso.com", "contoso.net"] as const;

function estateOf(domains: readonly string[]): string {
  const entries = domains.map((name) => `  ${name}: { profile: parked }\n`).join("");
  return `version: 1
state: { local: { path: "states/{stack}.tfstate" } }
defaults: { zone: { cloudflare: {} } }
domains:
${entries}`;
}

const project = temporaryFolder();
const out = join(project, "cdktf.out");
const estate = join(project, "estate.yaml");
const declare = (domains: readonly string[]) => writeFileSync(estate, estateOf(domains));
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  declare(DOMAINS);
  clouds = await estateScenario(estate);
});
afterAll(() => clouds.close());

function start(...args: readonly string[]) {
  const terraform = findExecutable("terraform", process.env.PATH, project);
  return spawn(process.execPath, [CLI, ...args], {
    cwd: project,
    // State is where the estate says, and not in the sandbox.
    env: { ...clouds.env, MAIL_HYGIENE_SANDBOX: "", TERRAFORM_BINARY_NAME: terraform },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function mailHygiene(...args: readonly string[]) {
  const program = start(...args);
  const [printed, err] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, "close"),
  ]);
  return { code: program.exitCode, out: printed, err };
}

/** Kills a run in the middle of its first apply, which goes on. */
async function killedInApply(stack: string, ...args: readonly string[]): Promise<void> {
  const program = start(...args);
  const said = Promise.all([text(program.stdout), text(program.stderr)]);
  const gone = once(program, "exit");
  while (leftoverTerraform(join(out, "stacks", stack))?.command !== "apply") {
    if (program.exitCode !== null) throw new Error(`it never applied:\n${(await said).join("")}`);
    await sleep(20);
  }
  program.kill("SIGKILL");
  await gone;
}

const slowly = (method: string, milliseconds: number, count = 3) =>
  fetch(`${clouds.cloud.endpoints.control}/troubles`, {
    method: "POST",
    body: JSON.stringify([{ kind: "slow", service: "cloudflare", method, count, milliseconds }]),
  });

/** What was left to work by a kill has come to its end. */
async function settled(stack: string): Promise<void> {
  while (leftoverTerraform(join(out, "stacks", stack))) await sleep(50);
}

/** What a review of a whole stack that goes would stop. */
const ALLOWED = ["mx-removed", "spf-removed", "dmarc-weakened"].flatMap((limit) => ["--allow", limit]);

for (const [how, waits] of [
  ["while the Terraform that it left still works", false],
  ["after the Terraform that it left is done", true],
] as const) {
  for (const [next, more] of [
    ["resumed", ["--resume", "latest"]],
    ["begun anew", []],
  ] as const) {
    test(`a destroy that was killed in mid-apply, ${next} ${how}, ends as one that was not`, async () => {
      declare(DOMAINS);
      expect(await mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
      await slowly("DELETE", 2000);
      const destroy = ["destroy", "estate.yaml", "--yes", "-d", "contoso.net"] as const;
      await killedInApply("contoso.net", ...destroy);
      if (waits) await settled("contoso.net");
      const again = more.length > 0 ? ["destroy", "estate.yaml", "--yes", ...more] : destroy;
      expect(await mailHygiene(...again)).toMatchObject({
        code: 0,
        err: expect.not.stringContaining("failed"),
      });
      expect(clouds.records("contoso.net")).toEqual([]);
      expect(clouds.records("contoso.com")).toHaveLength(3);
    }, 180_000);

    test(`a destroy of removed stacks that was killed in mid-apply, ${next} ${how}, leaves nothing behind`, async () => {
      declare(DOMAINS);
      expect(await mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
      declare(["contoso.com"]);
      await slowly("DELETE", 2000);
      const destroy = ["destroy", "estate.yaml", "--orphans", "--yes", ...ALLOWED] as const;
      await killedInApply("contoso.net", ...destroy);
      if (waits) await settled("contoso.net");
      expect(await mailHygiene(...destroy, ...more)).toMatchObject({
        code: 0,
        err: expect.not.stringContaining("failed"),
      });
      expect(clouds.records("contoso.net")).toEqual([]);
      expect(existsSync(join(out, "removed", "contoso.net.json"))).toBe(false);
      expect(existsSync(join(out, "stacks", "contoso.net", "cdk.tf.json"))).toBe(false);
      const plan = await mailHygiene("plan", "estate.yaml", "--detailed-exitcode");
      expect([plan.code, plan.err]).toEqual([0, expect.not.stringContaining("contoso.net")]);
    }, 180_000);
  }
}

test("a run of reviewed plans that was killed is waited for by the next, which refuses what it applied", async () => {
  declare(DOMAINS);
  expect((await mailHygiene("plan", "estate.yaml", "-d", "contoso.net")).code).toBe(0);
  await slowly("POST", 2000);
  const reviewed = ["deploy", "estate.yaml", "--yes", "--run", "latest"] as const;
  await killedInApply("contoso.net", ...reviewed);
  const again = await mailHygiene(...reviewed);
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining("contoso.net: waits for the terraform apply of a run that was killed"),
  ]);
  expect(again.err).toContain("The plan is not applied: its state has changed since");
  expect(again.err).toContain("go on with: mail-hygiene plan estate.yaml, a review, and deploy --run; or, ");
  expect(clouds.records("contoso.net")).toHaveLength(3);
  expect(await mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
  expect((await mailHygiene("plan", "estate.yaml", "--detailed-exitcode")).code).toBe(0);
}, 180_000);

test("what was to be let go of is not destroyed by a resume that does not say so", async () => {
  declare(DOMAINS);
  expect(await mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
  declare(["contoso.com"]);
  const forget = ["destroy", "estate.yaml", "--orphans", "--yes", "--forget"] as const;
  const state = join(project, "states", "contoso.net.tfstate");
  const held = readFileSync(state, "utf8");
  writeFileSync(state, held.replace(/"serial": \d+/, '"serial": "x"'));
  const failed = await mailHygiene(...forget);
  writeFileSync(state, held);
  expect([failed.code, failed.err]).toEqual([
    1,
    expect.stringMatching(/go on with: mail-hygiene destroy estate\.yaml --orphans --forget --resume \S+\n/),
  ]);
  const refused = await mailHygiene("destroy", "estate.yaml", "--orphans", "--yes", "--resume", "latest");
  expect([refused.code, refused.err]).toEqual([
    2,
    "mail-hygiene: --resume latest: that run was destroy --orphans --forget; resume it with the same options, and not as destroy --orphans\n",
  ]);
  expect(await mailHygiene(...forget, "--resume", "latest")).toMatchObject({ code: 0 });
  expect(clouds.records("contoso.net")).toHaveLength(3);
}, 180_000);
