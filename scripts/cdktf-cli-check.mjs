// Holds what the docs say of the real cdktf CLI: its deploy, diff and destroy work on the same stacks and the same
// state as Terraform alone and `mail-hygiene plan`, in a sandbox, with not one switch that users do not have.
//   node scripts/cdktf-cli-check.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const DOMAIN = "contoso-shop.example";
const ZONE = "9b3e6d2f80c14a57be61f7a0d84c2935";
const RECORDS = 5;
/** As an argument: this process is the command of a sandbox. */
const INSIDE = "--in-sandbox";

const root = fileURLToPath(new URL("..", import.meta.url));
const estate = join(root, "examples/company/estate.yaml");
const mailHygiene = join(root, "dist/cli/main.js");
const pinned = join(root, "scripts/cdktf-cli");
const installed = join(root, "node_modules/.cache/cdktf-cli");

try {
  if (process.argv[2] === INSIDE) await deployDiffDestroy();
  else outside();
} catch (error) {
  console.error(`cdktf-cli: failed: ${error.message}`);
  process.exitCode = 1;
}

function outside() {
  const start = performance.now();
  if (!isInstalled()) install();
  console.log(`cdktf-cli: installed: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  run(root, process.execPath, "scripts/build.mjs", "--if-stale");
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "cdktf-cli-"));
  try {
    const app = `"${process.execPath}" "${join(root, "dist/main.js")}"`;
    const project = { language: "typescript", app, projectId: "mail", sendCrashReports: "false" };
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify(project));
    const sandbox = ["sandbox", "run", "--estate", estate, "--providers", "stand-in", "--"];
    const inside = [process.execPath, fileURLToPath(import.meta.url), INSIDE];
    process.stdout.write(run(folder, process.execPath, mailHygiene, ...sandbox, ...inside));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** npm writes the lock file in node_modules when all else is there. */
function isInstalled() {
  const lock = join(installed, "package-lock.json");
  return (
    existsSync(join(installed, "node_modules/.package-lock.json")) &&
    readFileSync(lock, "utf8") === readFileSync(join(pinned, "package-lock.json"), "utf8")
  );
}

/** Exactly what the lock file names, by its checksums; no package runs a program of its own. */
function install() {
  rmSync(installed, { recursive: true, force: true });
  cpSync(pinned, installed, { recursive: true });
  run(installed, "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
}

async function deployDiffDestroy() {
  const before = await published();
  const one = [DOMAIN, "--auto-approve"];

  cdktf("deploy", ...one);
  assert.equal((await published()).length, before.length + RECORDS, "deploy publishes the domain's records");
  told(`deploy: ${RECORDS} records in the zone`);

  assert.match(cdktf("diff", DOMAIN), /No changes\. Your infrastructure matches the configuration\./);
  told("diff: no changes");

  // With -detailed-exitcode a plan with changes ends with 2.
  run(join("cdktf.out/stacks", DOMAIN), "terraform", "plan", "-input=false", "-detailed-exitcode");
  told("terraform plan: no changes");

  run(".", process.execPath, mailHygiene, "plan", estate, "--domain", DOMAIN, "--detailed-exitcode");
  told("mail-hygiene plan: no changes");

  cdktf("destroy", ...one);
  assert.deepEqual(await published(), before, "destroy leaves the zone as it was");
  told("destroy: the zone is as it was");
}

function told(fact) {
  console.log(`cdktf-cli: ${fact}`);
}

function cdktf(...args) {
  return run(".", process.execPath, join(installed, "node_modules/cdktf-cli/bundle/bin/cdktf.js"), ...args);
}

async function published() {
  const { CLOUDFLARE_BASE_URL: base, CLOUDFLARE_API_TOKEN: token } = process.env;
  const answer = await fetch(`${base}/zones/${ZONE}/dns_records?per_page=5000`, {
    // A connection that is kept has timed out by the next call: nothing here looks after it while programs run.
    headers: { authorization: `Bearer ${token}`, connection: "close" },
  });
  const { success, result, errors } = await answer.json();
  assert.ok(success, JSON.stringify(errors));
  return result;
}

/**
 * Runs a program to its end.
 * @returns what it printed on stdout, without colours
 * @throws Error with all that it printed unless it ends with 0
 */
function run(cwd, program, ...args) {
  const env = { ...process.env, ESTATE: estate, CI: "true", CHECKPOINT_DISABLE: "1" };
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...args].join(" ")}: ${status}\n${stdout}${stderr}`);
  return stripVTControlCharacters(stdout);
}
