// `npm run bench:review`: how long a review of many stacks takes, and how much memory, beside a program that only parses
// the same plans. In nine of ten stacks the DMARC policy becomes stricter, the tenth is new. Each figure is the best of
// some runs, in processes of their own, taken in turns.
// usage: node bench/review.mjs [stacks] [runs]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { domainName, estate } = require("./domains.cjs");
const { planJson } = require("./plan.cjs");
const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, "../dist/cli/main.js");

const count = Number(process.argv[2] ?? 2000);
const runs = Number(process.argv[3] ?? 3);
/** What a review of 2,000 stacks may take, of the processor's time: the clock's is that of whatever else runs, too. */
const WANTED = { seconds: 10, megabytes: 1000 };
const PARSE = `
const { readFileSync } = require("node:fs");
for (const file of process.argv.slice(1)) JSON.parse(readFileSync(file, "utf8"));
`;

const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-bench-"));
try {
  bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bench() {
  mkdirSync(join(folder, "plans"));
  let bytes = 0;
  const plans = Array.from({ length: count }, (_, index) => {
    const file = join("plans", `${domainName(index)}.json`);
    const json = planJson(index, { isNew: index % 10 === 9, before: unenforced });
    bytes += json.length;
    writeFileSync(join(folder, file), json);
    return file;
  });
  writeFileSync(join(folder, "estate.yaml"), estate(count));
  const programs = [
    { title: "JSON.parse of the plans", args: ["-e", PARSE, ...plans] },
    { title: "review", args: [cli, "review", ...plans, "--format", "json"], isReview: true },
    {
      title: "review --estate",
      args: [cli, "review", ...plans, "--estate", "estate.yaml", "--format", "json"],
      isReview: true,
    },
  ];
  const measured = new Map(programs.map(({ title }) => [title, []]));
  for (let run = 0; run < runs; run++) {
    for (const { title, args, isReview } of programs) {
      const { stdout, ...figures } = measure(args);
      if (isReview) requireAllReviewed(stdout);
      measured.get(title).push(figures);
    }
  }
  const base = best(measured.get(programs[0].title));
  console.log(
    row([`${count} plans, ${(bytes / 1e6).toFixed(0)} MB`, "time", "ratio", "processor", "ratio", "memory"]),
  );
  for (const { title, isReview } of programs) {
    const { seconds, cpu, megabytes } = best(measured.get(title));
    const misses = isReview && count === 2000 && (cpu > WANTED.seconds || megabytes > WANTED.megabytes);
    if (misses) process.exitCode = 1;
    console.log(
      row([
        title,
        `${seconds.toFixed(2)} s`,
        `${(seconds / base.seconds).toFixed(1)} x`,
        `${cpu.toFixed(2)} s`,
        `${(cpu / base.cpu).toFixed(1)} x`,
        `${megabytes.toFixed(0)} MB`,
      ]) + (misses ? `  MISSES ${WANTED.seconds} s, ${WANTED.megabytes} MB` : ""),
    );
  }
}

/** The DMARC record before: the same without a policy to enforce. */
function unenforced([id, type, name, content]) {
  return [id, type, name, content.replace("p=quarantine; sp=reject", "p=none")];
}

/** What was measured must have happened. */
function requireAllReviewed(stdout) {
  const { plans, subjects } = JSON.parse(stdout);
  if (plans !== count || subjects.length !== count) {
    throw new Error(`${plans} plans of ${subjects.length} subjects that change were reviewed, not ${count}`);
  }
}

/** Runs a program and gives its seconds, those of the processor, and its peak memory in MB. */
function measure(args) {
  const peak = join(folder, "peak");
  const before = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", join(here, "peak-memory.cjs"), ...args],
    { cwd: folder, encoding: "utf8", maxBuffer: 1e9, env: { ...process.env, PEAK_MEMORY: peak } },
  );
  const seconds = Number(process.hrtime.bigint() - before) / 1e9;
  if (status !== 0) throw new Error(`a review ended with ${status}\n${stderr}`);
  const [megabytes, cpu] = readFileSync(peak, "utf8").split(" ").map(Number);
  return { seconds, cpu, megabytes, stdout };
}

function best(figures) {
  const least = (key) => Math.min(...figures.map((figure) => figure[key]));
  return { seconds: least("seconds"), cpu: least("cpu"), megabytes: least("megabytes") };
}

function row(cells) {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(34) : cell.padStart(11))).join("");
}
