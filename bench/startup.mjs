// `npm run bench:startup`: how long a user waits for `mail-hygiene --help` and for the synth of one domain, with what
// Node itself takes beside it. Each figure is the best of some runs in processes of their own, taken in turns.
// usage: node bench/startup.mjs [runs]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const runs = Number(process.argv[2] ?? 10);
const cli = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-startup-"));

const ESTATE = `version: 1
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
domains:
  contoso.com:
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }
    profile: exchange-online
    dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] }
    mtaSts: { mode: enforce }
    tlsRpt: { rua: ["mailto:tls@contoso.com"] }
`;

/** What is measured, and the seconds it may take. */
const commands = [
  { title: "node -e 0", args: ["-e", "0"] },
  { title: "mail-hygiene --help", args: [cli, "--help"], wanted: 0.4 },
  { title: "synth of one domain", args: [cli, "synth", "estate.yaml", "--no-cache"], wanted: 0.6 },
  { title: "synth, nothing changed", args: [cli, "synth", "estate.yaml", "--out", "cached"], wanted: 0.6 },
];

function seconds(args) {
  const before = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const taken = Number(process.hrtime.bigint() - before) / 1e9;
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed\n${stderr}`);
  return taken;
}

try {
  writeFileSync(join(folder, "estate.yaml"), ESTATE);
  const best = new Map();
  for (let run = 0; run < runs; run++) {
    for (const { title, args } of commands) {
      best.set(title, Math.min(best.get(title) ?? Number.POSITIVE_INFINITY, seconds(args)));
    }
  }
  const node = best.get("node -e 0");
  for (const { title, wanted } of commands) {
    const taken = best.get(title);
    const ratio = `${(taken / node).toFixed(1)} times node`;
    const verdict = wanted ? `${taken < wanted ? "within" : "MISSES"} ${wanted} s` : "";
    console.log(`${title.padEnd(24)}${taken.toFixed(3)} s  ${ratio.padEnd(16)}  ${verdict}`.trimEnd());
    if (wanted && taken >= wanted) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
