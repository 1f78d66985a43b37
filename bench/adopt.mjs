// `npm run bench:adopt`: zones of 20 records adopted from a sandbox's Cloudflare, beside a bare loop of the same calls: as
// many at once, each answer read as JSON and dropped.
// With --plan real Terraform plans all of them after that, and has to find nothing to change: the records are imported.
// usage: node bench/adopt.mjs [zones] [--plan]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
const { worldZone } = require("./domains.cjs");
const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const { startSandbox } = require(join(dist, "cli/sandbox/start.js"));
const { changed } = require(join(dist, "cli/sandbox/environment.js"));

/** What `adopt` asks for at once, and of how many zones a page tells. */
const AT_ONCE = 8;
const PAGE = 50;
/** Records of a zone: those of the other benches, and web for the rest. */
const RECORDS = 20;

/** Seconds that the adoption may take, with the start of the program. */
const MOST = 60;

const {
  values: { plan },
  positionals: [zones = "500"],
} = parseArgs({ options: { plan: { type: "boolean", default: false } }, allowPositionals: true });
const count = Number(zones);
const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-bench-"));

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  const { keeper, environment } = await startSandbox(
    {
      world: { zones: Array.from({ length: count }, (_, index) => worldZone(index, RECORDS)), tenants: [] },
      home: mkdtempSync(join(folder, "sandbox-")),
      providers: "stand-in",
      stays: false,
      version: "0.0.0",
    },
    { out: () => {}, err: () => {}, folder },
  );
  const env = changed(process.env, environment);
  try {
    const adopted = await seconds(() => mailHygiene(env, "adopt"));
    const text = readFileSync(join(folder, "estate.yaml"), "utf8");
    // What was measured must have happened.
    const found = text.match(/^ {2}d\d+\.example\.com:$/gm)?.length;
    if (found !== count) throw new Error(`${found} zones were adopted, not ${count}`);
    const bare = await seconds(() => loop(env));
    console.log(`adopt, ${count} zones of ${RECORDS} records   ${adopted.toFixed(1)} s`);
    console.log(`bare loop of its calls       ${bare.toFixed(1)} s`);
    console.log(`ratio                        ${(adopted / bare).toFixed(1)}`);
    if (plan) {
      if (adopted > MOST) throw new Error(`adopt took ${adopted.toFixed(1)} s`);
      let told = "";
      const planned = await seconds(async () => {
        told = await mailHygiene(env, "adopt", "--check");
      });
      // Each zone has records of mail, all of which are imported.
      const proof = new RegExp(
        `^${count} stacks: (\\d+) imported, 0 added, 0 changed, 0 destroyed$`,
        "m",
      ).exec(told);
      if (!proof || Number(proof[1]) < count) throw new Error(`the plan is not empty:\n${told}`);
      console.log(`${proof[0]}   ${planned.toFixed(1)} s`);
    }
  } finally {
    const gone = once(keeper, "exit");
    keeper.stdin.end();
    await gone;
  }
}

/** @returns what it prints */
async function mailHygiene(env, ...args) {
  const program = spawn(process.execPath, [join(dist, "cli/main.js"), ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let told = "";
  program.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  program.stderr.setEncoding("utf8").on("data", (text) => {
    told += text;
  });
  const [code] = await once(program, "close");
  if (code !== 0) throw new Error(`${args.join(" ")} ends with ${code}\n${out}${told}`);
  return out;
}

async function loop({ CLOUDFLARE_BASE_URL: base, CLOUDFLARE_API_TOKEN: token }) {
  const get = async (path) =>
    (await fetch(`${base}/${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const ids = [];
  for (let page = 1; page <= Math.ceil(count / PAGE); page++) {
    const { result } = await get(`zones?per_page=${PAGE}&page=${page}`);
    ids.push(...result.map(({ id }) => id));
  }
  let next = 0;
  const work = async () => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      await get(`zones/${id}/dns_records?per_page=5000&page=1`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
