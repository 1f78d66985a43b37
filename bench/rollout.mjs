// `npm run bench:rollout`: how long a deploy of many domains takes, a plan with nothing to do and a destroy, and how much
// memory, against plain Terraform four at once (`xargs -P4`), in the same run and in sandboxes alike. Plain Terraform asks
// nothing and plans once, in its apply. Memory is resident memory as /proc tells it ten times a second, pages that
// processes share counted for each. The provider is the real one where it is at hand, or the file that PROVIDER names;
// else a stand-in that is made as heavy.
// usage: node bench/rollout.mjs [domains ...]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchProvider, installInto } from "./bench-provider.mjs";
import { watchMemory } from "./process-tree.mjs";

const require = createRequire(import.meta.url);
const { estate, domainName, records, zoneId } = require("./domains.cjs");
const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const { startSandbox } = require(join(dist, "cli/sandbox/start.js"));
const { changed } = require(join(dist, "cli/sandbox/environment.js"));
const cli = join(dist, "cli/main.js");

const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-bench-"));
const console_ = { out: () => {}, err: () => {}, folder };
const STEPS = ["deploy", "plan, nothing to do", "destroy"];

try {
  const provider = benchProvider(process.env.PROVIDER, folder);
  console.log(`provider: ${provider.title}`);
  const counts = process.argv.slice(2).map(Number);
  for (const count of counts.length > 0 ? counts : [40]) await bench(count, provider);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(count, provider) {
  writeFileSync(join(folder, "estate.yaml"), estate(count));
  const plain = await inSandbox(count, provider, plainTerraform);
  const usual = await inSandbox(count, provider, (sandbox) => rollOut(sandbox, "--no-shared-providers"));
  const ours = await inSandbox(count, provider, (sandbox) => rollOut(sandbox));
  console.log(
    `\n${row([`${count} domains of ${records(0).length} records`, "time", "ratio", "CLI", "children"])}`,
  );
  STEPS.forEach((step, at) => {
    line(`terraform, 4 at once: ${step}`, plain[at], plain[at]);
    line("mail-hygiene --no-shared-providers", usual[at], plain[at]);
    line("mail-hygiene", ours[at], plain[at]);
  });
}

/** What whoever knows `xargs` does, without a plugin cache: inits that share one collide in it. */
async function plainTerraform({ env: { TF_PLUGIN_CACHE_DIR: _cache, ...env }, published, count }) {
  await measure(env, folder, process.execPath, cli, "synth", "estate.yaml", "--out", "plain", "--quiet");
  const stacks = join(folder, "plain/stacks");
  writeFileSync(join(folder, "stacks.txt"), readdirSync(stacks).join("\n"));
  const each = (script) =>
    measure(
      env,
      stacks,
      "xargs",
      "-a",
      join(folder, "stacks.txt"),
      "-P4",
      "-I{}",
      "sh",
      "-c",
      `cd {} && ${script}`,
    );
  const init = "terraform init -input=false -no-color";
  const deploy = await each(`${init} && terraform apply -input=false -auto-approve`);
  await published(count);
  const again = await each("terraform plan -input=false -detailed-exitcode");
  const destroy = await each(`${init} && terraform destroy -input=false -auto-approve`);
  await published(0);
  rmSync(join(folder, "plain"), { recursive: true });
  return [deploy, again, destroy];
}

async function rollOut({ env, published, count }, ...more) {
  const run = (...args) => measure(env, folder, process.execPath, cli, ...args, "--parallel", "4", ...more);
  const deploy = await run("deploy", "estate.yaml", "--yes");
  await published(count);
  const again = await run("plan", "estate.yaml", "--detailed-exitcode");
  const destroy = await run("destroy", "estate.yaml", "--yes");
  await published(0);
  return [deploy, again, destroy];
}

/** Gives work a sandbox of its own, with the zones and nothing in them. */
async function inSandbox(count, provider, work) {
  const zones = Array.from({ length: count }, (_, index) => ({ name: domainName(index), id: zoneId(index) }));
  const home = mkdtempSync(join(folder, "sandbox-"));
  const { keeper, environment, endpoints } = await startSandbox(
    { world: { zones, tenants: [] }, home, providers: "stand-in", stays: false, version: "0.0.0" },
    console_,
  );
  installInto(home, provider);
  const env = changed(process.env, environment);
  /** What was measured must have happened. */
  const published = async (domains) => {
    const world = await (await fetch(`${endpoints.control}/world`)).json();
    const found = world.zones.reduce((sum, zone) => sum + (zone.records?.length ?? 0), 0);
    const expected = domains * records(0).length;
    if (found !== expected) throw new Error(`${found} records are published, not ${expected}`);
  };
  try {
    return await work({ env, published, count });
  } finally {
    const gone = once(keeper, "exit");
    keeper.stdin.end();
    await gone;
  }
}

/** Runs a program to its end: its seconds, its own peak memory, and that of all it started, in MB. */
async function measure(env, cwd, program, ...args) {
  const before = process.hrtime.bigint();
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      told = (told + part).slice(-4000);
    });
  }
  const peaks = watchMemory(child.pid);
  const [code] = await once(child, "close");
  const figures = { seconds: Number(process.hrtime.bigint() - before) / 1e9, ...peaks() };
  if (code !== 0) throw new Error(`${[program, ...args].join(" ")}: ${code}\n${told}`);
  return figures;
}

function row(cells) {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(42) : cell.padStart(12))).join("");
}

function line(title, { seconds, own, children }, base) {
  const memory = [own, children].map((megabytes) => (megabytes > 0 ? `${megabytes.toFixed(0)} MB` : "-"));
  console.log(row([title, `${seconds.toFixed(1)} s`, `${(seconds / base.seconds).toFixed(2)} x`, ...memory]));
}
