// `npm run bench:audit`: domains audited against the name server of a sandbox, at the rate that is set for this machine and
// without one.
// usage: node bench/audit.mjs [domains]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { domainName, worldZone } = require("./domains.cjs");
const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const { startSandbox } = require(join(dist, "cli/sandbox/start.js"));
const { changed } = require(join(dist, "cli/sandbox/environment.js"));

const count = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-bench-"));

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  const indexes = Array.from({ length: count }, (_, index) => index);
  writeFileSync(join(folder, "domains.txt"), indexes.map(domainName).join("\n"));
  const { keeper, environment, endpoints } = await startSandbox(
    {
      world: { zones: indexes.map((index) => worldZone(index, 0)), tenants: [] },
      home: mkdtempSync(join(folder, "sandbox-")),
      providers: "stand-in",
      stays: false,
      version: "0.0.0",
    },
    { out: () => {}, err: () => {}, folder },
  );
  const env = changed(process.env, environment);
  try {
    for (const [title, ...rate] of [["at the set rate"], ["without a rate", "--rate", "999999"]]) {
      const start = performance.now();
      const judged = await audit(env, ["--resolver", endpoints.dns, ...rate]);
      const seconds = (performance.now() - start) / 1000;
      console.log(`audit, ${count} domains, ${title.padEnd(16)} ${seconds.toFixed(1)} s  ${judged}`);
    }
  } finally {
    const gone = once(keeper, "exit");
    keeper.stdin.end();
    await gone;
  }
}

/** @returns how many controls were judged: a question without an answer would leave a domain out */
async function audit(env, options) {
  const program = spawn(
    process.execPath,
    [join(dist, "cli/main.js"), "audit", "--file", "domains.txt", ...options],
    { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let err = "";
  program.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  program.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const [code] = await once(program, "close");
  if (code > 1) throw new Error(`audit ends with ${code}: ${err.slice(0, 500)}`);
  return out.trim().split("\n").at(-1);
}
