import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findExecutable } from "../../../cli/sandbox/executable";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const CLI = join(__dirname, "../../../dist/cli/main.js");

const DOMAINS = {
  "contoso.com": "{ profile: exchange-online, dmarc: { policy: reject } }",
  "contoso.net": "{ profile: exchange-online, dmarc: { policy: reject } }",
  "contoso.org": "{ profile: parked }",
  "contoso.edu": "{ profile: parked }",
};
type Domain = keyof typeof DOMAINS;

const IDENTITY = `    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      mfa: { baseline: microsoft }
`;

function estateOf(domains: readonly Domain[], identity = ""): string {
  const entries = domains.map((name) => `  ${name}: ${DOMAINS[name]}\n`).join("");
  return `version: 1
state: { local: { path: "states/{stack}/mail.tfstate" } }
defaults: { tenant: contoso, zone: { cloudflare: {} } }
tenants:
  contoso:
    tenantId: 11111111-1111-4111-8111-111111111111
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2026-07-01
${identity}domains:${domains.length > 0 ? `\n${entries}` : " {}\n"}`;
}

const project = temporaryFolder();
const out = join(project, "cdktf.out");
let clouds: Awaited<ReturnType<typeof estateScenario>>;

function declare(domains: readonly Domain[], identity = ""): void {
  writeFileSync(join(project, "estate.yaml"), estateOf(domains, identity));
}

beforeAll(async () => {
  declare(["contoso.com", "contoso.net", "contoso.org", "contoso.edu"], IDENTITY);
  clouds = await estateScenario(join(project, "estate.yaml"));
});

afterAll(() => clouds.close());

function start(...args: readonly string[]) {
  const terraform = findExecutable("terraform", process.env.PATH, project);
  return spawn(process.execPath, [CLI, ...ownWay(args)], {
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

const destroyOrphans = (...more: readonly string[]) =>
  mailHygiene("destroy", "estate.yaml", "--orphans", "--yes", ...more);

const ALLOWED = ["mx-removed", "spf-removed", "dmarc-weakened"].flatMap((limit) => ["--allow", limit]);
const NOTHING_LEFT = { code: 0, out: "", err: "no stack has left the estate; nothing to destroy\n" };

/** Everything of the tenant by its name. */
function directory(): string {
  return JSON.stringify(clouds.cloud.world().tenants);
}

test("a domain that left the estate is told by plan and by the review of its run", async () => {
  expect((await mailHygiene("deploy", "estate.yaml", "--yes")).code).toBe(0);
  declare(["contoso.com", "contoso.org", "contoso.edu"], IDENTITY);
  const plan = await mailHygiene("plan", "estate.yaml", "--detailed-exitcode");
  expect([plan.code, plan.out]).toEqual([0, "0 stacks of 4: no changes\n4 stacks: 4 unchanged\n"]);
  expect(plan.err).toContain(
    "contoso.net has left the estate: 6 resources in states/contoso.net/mail.tfstate stay\n" +
      "take away what they published, after a review: mail-hygiene destroy estate.yaml --orphans\n",
  );
  const comment = ["review", "cdktf.out", "--estate", "estate.yaml", "--format", "markdown"] as const;
  const review = await mailHygiene(...comment);
  expect(review.code).toBe(1);
  expect(review.out).toContain("- contoso.net has left the estate: what it published stays");
  expect(review.out).toContain("--allow not-judged=contoso.net");
  // The change that is reviewed did not take it out.
  const unconcerned = await mailHygiene(...comment, "--base", "estate.yaml");
  expect(unconcerned.code).toBe(0);
  expect(unconcerned.out).toContain("- contoso.net has left the estate: what it published stays");
}, 120_000);

test("it is destroyed after a review, whose limits --yes does not waive", async () => {
  const stopped = await destroyOrphans();
  expect(stopped.code).toBe(1);
  expect(stopped.out).toContain(
    "contoso.net high risk: MX contoso-net.mail.protection.outlook.com → none (mail to the domain is no longer delivered)\n",
  );
  expect(stopped.out).toContain(
    "  contoso.net had an MX and has none any more: if this is intended, --allow mx-removed=contoso.net\n",
  );
  expect(clouds.records("contoso.net")).toHaveLength(6);
}, 60_000);

test("killed in the middle, it is resumed to the end; after that nothing is left to do", async () => {
  const slow = { kind: "slow", service: "cloudflare", method: "DELETE", count: 6, milliseconds: 1500 };
  await fetch(`${clouds.cloud.endpoints.control}/troubles`, { method: "POST", body: JSON.stringify([slow]) });
  const killed = start("destroy", "estate.yaml", "--orphans", "--yes", ...ALLOWED);
  const gone = once(killed, "exit");
  killed.stderr.setEncoding("utf8");
  for await (const line of killed.stderr) if (String(line).includes("contoso.net: applying")) break;
  killed.kill("SIGKILL");
  await gone;
  const resumed = await destroyOrphans("--resume", "latest", ...ALLOWED);
  expect([resumed.code, resumed.err]).toEqual([0, expect.not.stringContaining("failed")]);
  expect(clouds.records("contoso.net")).toEqual([]);
  expect(clouds.records("contoso.com")).toHaveLength(6);
  expect(await destroyOrphans()).toEqual(NOTHING_LEFT);
  expect(existsSync(join(out, "removed", "contoso.net.json"))).toBe(false);
  expect((await mailHygiene("plan", "estate.yaml", "-d", "contoso.edu")).err).not.toContain("contoso.net");
}, 120_000);

test("of two, one of which holds the break-glass group, none is destroyed until it is settled what becomes of it", async () => {
  declare(["contoso.org", "contoso.edu"]);
  const refused = await destroyOrphans(...ALLOWED);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`
nothing was destroyed: protected from destruction (prevent_destroy) are
  tenant-contoso: azuread_group.BreakGlass (sg-break-glass)
either let them stay, out of Terraform's hands, and destroy the rest: --keep-protected
or leave the stack out: --domain '!(tenant-contoso)'
or let go of all that removed stacks hold: --forget
`);
  expect(clouds.records("contoso.com")).toHaveLength(6);
  const settled = await destroyOrphans("--keep-protected", ...ALLOWED, "--allow", "not-judged");
  expect(settled).toMatchObject({
    code: 0,
    out: expect.stringContaining("azuread_group.BreakGlass no longer managed\n"),
  });
  expect(clouds.records("contoso.com")).toEqual([]);
  expect(directory()).toContain("sg-break-glass");
  expect(directory()).not.toContain("Require multifactor authentication");
  expect(await destroyOrphans()).toEqual(NOTHING_LEFT);
}, 120_000);

test("what only the records of runs know is destroyed by providers and backend of the estate", async () => {
  for (const name of readdirSync(out))
    if (name !== "runs") rmSync(join(out, name), { recursive: true, force: true });
  declare(["contoso.edu"]);
  expect((await destroyOrphans(...ALLOWED)).code).toBe(0);
  expect(clouds.records("contoso.org")).toEqual([]);
  expect(await destroyOrphans()).toEqual(NOTHING_LEFT);
}, 60_000);

test("a state that nothing else knows may be another estate's: it has to be named, and can be let go of", async () => {
  rmSync(out, { recursive: true });
  declare([]);
  const other = "states/contoso.edu/mail.tfstate";
  expect((await mailHygiene("plan", "estate.yaml")).err).toContain(
    `${other} holds 3 resources of contoso.edu, which is not in the estate; if it was of it: mail-hygiene destroy estate.yaml --orphans --domain contoso.edu\n`,
  );
  const unnamed = await destroyOrphans(...ALLOWED);
  expect([unnamed.code, unnamed.err]).toEqual([
    0,
    `contoso.edu: ${other} may be another estate's; if it was of this one: --domain contoso.edu\n` +
      NOTHING_LEFT.err,
  ]);
  const forgotten = await destroyOrphans("--domain", "contoso.edu", "--forget");
  expect([forgotten.code, forgotten.out]).toEqual([
    0,
    expect.stringContaining("1 stack of 1: 3 to forget\n"),
  ]);
  expect(clouds.records("contoso.edu")).toHaveLength(3);
  const again = await destroyOrphans("--domain", "contoso.edu");
  expect([again.code, again.err]).toEqual([
    2,
    "mail-hygiene: --domain contoso.edu matches no stack that has left the estate\n",
  ]);
}, 60_000);
