// `npm run bench`: how long a synth takes, against a bare cdktf program that writes the same resources with no model
// at all, in the same run. Each figure is the best of some runs, in processes of their own, taken in turns. Where others
// keep the machine busy, the processor's time says more than the clock's.
// usage: node bench/run.mjs [domains ...]
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { estate, domainName, records } = require("./domains.cjs");
const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, "../dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-bench-"));

/** Runs a program and gives its seconds, those of the processor, and its peak memory in MB. */
function measure(...args) {
  const peak = join(folder, "peak");
  const before = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ["--require", join(here, "peak-memory.cjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, PEAK_MEMORY: peak },
  });
  const seconds = Number(process.hrtime.bigint() - before) / 1e9;
  if (run.status !== 0) throw new Error(`${args.join(" ")} failed\n${run.stdout}${run.stderr}`);
  const [megabytes, cpu] = readFileSync(peak, "utf8").split(" ").map(Number);
  return { seconds, cpu, megabytes };
}

const best = (figures) => ({
  seconds: Math.min(...figures.map(({ seconds }) => seconds)),
  cpu: Math.min(...figures.map(({ cpu }) => cpu)),
  megabytes: Math.min(...figures.map(({ megabytes }) => megabytes)),
});

const empty = (name) => {
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, name));
  return join(folder, name);
};

/** Both programs must have written the same records, or the comparison means nothing. */
function requireSameRecords(ours, bare, count) {
  for (const index of [0, count - 1]) {
    const [one, other] = [ours, bare].map((out) => {
      const file = join(out, "stacks", domainName(index), "cdk.tf.json");
      return Object.entries(JSON.parse(readFileSync(file, "utf8")).resource.cloudflare_dns_record)
        .map(([, { "//": _metadata, ...record }]) => JSON.stringify(record))
        .sort();
    });
    if (one.length !== records(index).length || one.join() !== other.join()) {
      throw new Error(`the two programs differ at ${domainName(index)}`);
    }
  }
}

/** The time of merely writing what was written. */
function writeOnly(out) {
  const files = readdirSync(join(out, "stacks")).map((name) => [
    name,
    readFileSync(join(out, "stacks", name, "cdk.tf.json")),
  ]);
  const target = empty("write");
  const before = process.hrtime.bigint();
  for (const [name, content] of files) {
    mkdirSync(join(target, name));
    writeFileSync(join(target, name, "cdk.tf.json"), content);
  }
  return Number(process.hrtime.bigint() - before) / 1e9;
}

const row = (cells) =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(34) : cell.padStart(12))).join("");
const line = (label, { seconds, cpu, megabytes }, base) =>
  console.log(
    row([
      label,
      `${seconds.toFixed(2)} s`,
      `${(seconds / base.seconds).toFixed(2)} x`,
      `${cpu.toFixed(2)} s`,
      `${(cpu / base.cpu).toFixed(2)} x`,
      `${megabytes.toFixed(0)} MB`,
      `${(megabytes / base.megabytes).toFixed(2)} x`,
    ]),
  );

function bench(count, rounds) {
  const file = join(folder, "estate.yaml");
  const changed = join(folder, "changed.yaml");
  writeFileSync(file, estate(count));
  writeFileSync(
    changed,
    estate(count, (index) => index % Math.ceil(count / 3) === 0),
  );
  const figures = { bare: [], cold: [], warm: [], same: [] };
  for (let round = 0; round < rounds; round++) {
    const bare = empty("bare");
    const ours = empty("ours");
    figures.bare.push(measure(join(here, "bare.cjs"), String(count), bare));
    figures.cold.push(measure(cli, "synth", file, "--out", ours));
    requireSameRecords(ours, bare, count);
    cpSync(ours, empty("again"), { recursive: true });
    figures.warm.push(measure(cli, "synth", changed, "--out", ours));
    figures.same.push(measure(cli, "synth", file, "--out", join(folder, "again")));
  }
  const base = best(figures.bare);
  console.log(
    `\n${row([`${count} domains of 12 records`, "time", "ratio", "processor", "ratio", "peak memory", "ratio"])}`,
  );
  line("bare cdktf program", base, base);
  line("synth, cold", best(figures.cold), base);
  line("synth, up to 3 domains changed", best(figures.warm), base);
  line("synth, nothing changed", best(figures.same), base);
  console.log(row(["writing those bytes alone", `${writeOnly(join(folder, "bare")).toFixed(2)} s`]));
}

try {
  const counts = process.argv.slice(2).map(Number);
  for (const count of counts.length > 0 ? counts : [1, 100, 1000]) bench(count, count > 100 ? 3 : 5);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
