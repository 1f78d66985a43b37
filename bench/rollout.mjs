// `npm run bench:rollout`: how long a deploy of many domains takes, and how much memory, against plain `terraform init`
// and `apply` of one stack after the other, in the same run and the same sandbox, with stand-ins. The plain way is
// measured on some stacks and extrapolated; it asks nothing and plans once, in its apply. Memory is resident memory
// as /proc tells it ten times a second, pages that processes share counted for each.
// usage: node bench/rollout.mjs [domains] [sample]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { watchMemory } from "./process-tree.mjs";

const require = createRequire(import.meta.url);
const { estate, domainName, records, zoneId } = require("./domains.cjs");
const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const { startSandbox } = require(join(dist, "cli/sandbox/start.js"));
const { changed } = require(join(dist, "cli/sandbox/environment.js"));
const cli = join(dist, "cli/main.js");

const count = Number(process.argv[2] ?? 200);
const sample = Math.min(count, Number(process.argv[3] ?? 10));
const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-bench-"));
const console_ = { out: () => {}, err: () => {}, folder };

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  writeFileSync(join(folder, "estate.yaml"), estate(count));
  const plain = await inSandbox(applyOneByOne);
  const figures = await inSandbox(rollOut);
  const all = { ...plain, seconds: (plain.seconds / sample) * count };
  console.log(
    `\n${row([`${count} domains of ${records(0).length} records`, "time", "ratio", "CLI", "children"])}`,
  );
  line(`terraform, ${sample} one by one`, plain, all);
  line(`terraform, ${count}, extrapolated`, all, all);
  for (const [title, figure] of Object.entries(figures)) line(title, figure, all);
}

/** What `terraform init` and `terraform apply` do, with the plugin cache that everybody has. */
async function applyOneByOne({ env, published }) {
  await measure(env, folder, process.execPath, cli, "synth", "estate.yaml", "--out", "plain", "--quiet");
  const runs = [];
  for (let index = 0; index < sample; index++) {
    const stack = join(folder, "plain/stacks", domainName(index));
    runs.push(await measure(env, stack, "terraform", "init", "-input=false"));
    runs.push(await measure(env, stack, "terraform", "apply", "-input=false", "-auto-approve"));
  }
  await published(sample);
  return {
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    own: 0,
    children: Math.max(...runs.map(({ own, children }) => own + children)),
  };
}

async function rollOut({ env, published }) {
  const run = (...args) => measure(env, folder, process.execPath, cli, ...args);
  const deploy = await run("deploy", "estate.yaml", "--yes");
  await published(count);
  const again = await run("plan", "estate.yaml", "--detailed-exitcode");
  const destroy = await run("destroy", "estate.yaml", "--yes");
  await published(0);
  return {
    "mail-hygiene deploy": deploy,
    "mail-hygiene plan, nothing to do": again,
    "mail-hygiene destroy": destroy,
  };
}

/** Gives work a sandbox of its own, with the zones and nothing in them. */
async function inSandbox(work) {
  const zones = Array.from({ length: count }, (_, index) => ({ name: domainName(index), id: zoneId(index) }));
  const home = join(folder, "sandbox");
  mkdirSync(home);
  const { keeper, environment, endpoints } = await startSandbox(
    { world: { zones, tenants: [] }, home, providers: "stand-in", stays: false, version: "0.0.0" },
    console_,
  );
  const env = changed(process.env, environment);
  /** What was measured must have happened. */
  const published = async (domains) => {
    const world = await (await fetch(`${endpoints.control}/world`)).json();
    const found = world.zones.reduce((sum, zone) => sum + (zone.records?.length ?? 0), 0);
    const expected = domains * records(0).length;
    if (found !== expected) throw new Error(`${found} records are published, not ${expected}`);
  };
  try {
    return await work({ env, published });
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
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(34) : cell.padStart(12))).join("");
}

function line(title, { seconds, own, children }, base) {
  const memory = [own, children].map((megabytes) => (megabytes > 0 ? `${megabytes.toFixed(0)} MB` : "-"));
  console.log(row([title, `${seconds.toFixed(1)} s`, `${(seconds / base.seconds).toFixed(2)} x`, ...memory]));
}
