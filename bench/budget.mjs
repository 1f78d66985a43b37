// `npm run bench:budget`: how many calls a plan costs in which nothing changes, and how long it takes, where the API takes
// 1,200 calls in 5 minutes, as Cloudflare's does, and refuses more. One domain is deployed for its state; that of the
// others is written after it, with the ids of their own records, as if each had been deployed.
// usage: node bench/budget.mjs [domains] [option of plan ...]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { estate, domainName, records, worldZone, zoneId } = require("./domains.cjs");
const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const { startSandbox } = require(join(dist, "cli/sandbox/start.js"));
const { changed } = require(join(dist, "cli/sandbox/environment.js"));
const cli = join(dist, "cli/main.js");
const BUDGET = 1200;
/** How many listings are under way at once. */
const AT_ONCE = 16;

const folder = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-bench-"));
const [count = 1000, ...more] = process.argv.slice(2).map((arg, at) => (at === 0 ? Number(arg) : arg));

try {
  writeFileSync(join(folder, "estate.yaml"), estate(1));
  const first = await inSandbox([{ name: domainName(0), id: zoneId(0) }], async ({ env }) => {
    await run(env, "deploy", "estate.yaml", "--yes");
    return readFileSync(stateFile(env, 0), "utf8");
  });
  writeFileSync(join(folder, "estate.yaml"), estate(count));
  const zones = Array.from({ length: count }, (_, index) => worldZone(index, 0));
  await inSandbox(
    zones,
    async ({ env, endpoints }) => {
      const places = Array.from({ length: count }, (_, index) => index);
      const worker = async () => {
        for (let index = places.pop(); index !== undefined; index = places.pop()) {
          const file = stateFile(env, index);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, stateOf(first, index, await listed(endpoints.cloudflare, index)));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      const { told, seconds } = await run(
        env,
        "plan",
        "estate.yaml",
        "--detailed-exitcode",
        "--stats",
        "--format",
        "json",
        ...more,
      );
      const { calls } = JSON.parse(told);
      console.log(
        `${count} domains of ${records(0).length} records, ${BUDGET} calls in 5 minutes, nothing changes:`,
      );
      console.log(
        `${(seconds / 60).toFixed(1)} minutes, ${calls.made} calls (${(calls.made / count).toFixed(2)} a domain), ${calls.asked} asked for, ${calls.refused} refused`,
      );
    },
    BUDGET,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The state of another domain, after that of the first: its records have the ids that the API tells. */
function stateOf(first, index, found) {
  const token = (domain) => domain.replace(/[.]/g, "-");
  const text = first
    .replaceAll(domainName(0), domainName(index))
    .replaceAll(token(domainName(0)), token(domainName(index)))
    .replaceAll(zoneId(0), zoneId(index));
  const state = JSON.parse(text);
  for (const { type, instances } of state.resources) {
    if (type !== "cloudflare_dns_record") continue;
    for (const { attributes } of instances) {
      const record = found.find(
        (one) =>
          one.type === attributes.type && one.name === attributes.name && one.content === attributes.content,
      );
      if (!record) throw new Error(`${attributes.type} ${attributes.name} is not there`);
      Object.assign(attributes, {
        id: record.id,
        created_on: record.created_on,
        modified_on: record.modified_on,
      });
    }
  }
  return JSON.stringify(state);
}

/** The records of a zone, by a caller of its own: a budget is a token's. */
async function listed(endpoint, index) {
  const answer = await fetch(`${endpoint}/zones/${zoneId(index)}/dns_records?per_page=5000`, {
    headers: { authorization: `Bearer ${"l".repeat(40 - String(index % 100).length)}${index % 100}` },
  });
  const { success, result, errors } = await answer.json();
  if (!success) throw new Error(JSON.stringify(errors));
  return result;
}

/** Where the state of a domain lies in a sandbox. */
function stateFile({ MAIL_HYGIENE_SANDBOX: home = "" }, index) {
  return join(home, folder, "cdktf.out/stacks", domainName(index), "terraform.tfstate");
}

async function inSandbox(zones, work, apiBudget) {
  const home = mkdtempSync(join(folder, "sandbox-"));
  const options = {
    world: { zones, tenants: [] },
    home,
    providers: "stand-in",
    stays: false,
    version: "0.0.0",
    apiBudget,
  };
  const { keeper, environment, endpoints } = await startSandbox(options, {
    out: () => {},
    err: () => {},
    folder,
  });
  try {
    return await work({ env: changed(process.env, environment), endpoints });
  } finally {
    const gone = once(keeper, "exit");
    keeper.stdin.end();
    await gone;
  }
}

async function run(env, ...args) {
  const before = process.hrtime.bigint();
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  let err = "";
  child.stdout.on("data", (part) => {
    told += part;
  });
  child.stderr.on("data", (part) => {
    err = (err + part).slice(-4000);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${args.join(" ")}: ${code}\n${err}${told.slice(-4000)}`);
  return { told, seconds: Number(process.hrtime.bigint() - before) / 1e9 };
}
