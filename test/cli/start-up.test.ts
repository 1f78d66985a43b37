import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { temporaryFolder } from "../support/temp";

const ROOT = join(__dirname, "../..");
const CLI = join(ROOT, "dist/cli/main.js");
const ESTATE = join(ROOT, "examples/company/estate.yaml");

/** At exit, names the modules that were loaded. */
const HOOK = `
const { writeFileSync } = require("node:fs");
process.on("exit", () => writeFileSync(process.env.LOADED, JSON.stringify(Object.keys(require.cache))));
`;

/** The packages that the compiled command loads. */
function loadedBy(...args: readonly string[]): readonly string[] {
  return packagesOf(modulesOf(...args));
}

function packagesOf(modules: readonly string[]): readonly string[] {
  const packages = modules.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "");
  return [...new Set(packages.filter((name) => name !== ""))].sort();
}

/** The folders of this package from which the compiled command loads modules, with their numbers. */
function foldersOf(...args: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const path of modulesOf(...args)) {
    const [, folder] = /\/dist\/((?:lib\/)?[^/]+)\//.exec(path) ?? [];
    if (folder && path.startsWith(join(ROOT, "dist"))) counts[folder] = (counts[folder] ?? 0) + 1;
  }
  return counts;
}

/** The paths of the modules that the compiled command loads. */
function modulesOf(...args: readonly string[]): readonly string[] {
  const folder = temporaryFolder();
  const hook = join(folder, "hook.cjs");
  writeFileSync(hook, HOOK);
  const loaded = join(folder, "loaded.json");
  execFileSync(process.execPath, ["--require", hook, CLI, ...args], {
    cwd: folder,
    env: { ...process.env, LOADED: loaded },
  });
  return JSON.parse(readFileSync(loaded, "utf8"));
}

test.each([
  "--help",
  "--version",
  "synth --help",
  "records --help",
  "deploy --help",
  "review --help",
  "init --help",
  "writeback --help",
  "scripts writeback --help",
])("mail-hygiene %s loads the command line parser alone", (line) => {
  expect(loadedBy(...line.split(" "))).toEqual(["commander"]);
});

test("records reads an estate without cdktf", () => {
  const model = ["commander", "ipaddr.js", "js-yaml", "picomatch", "valibot"];
  expect(loadedBy("records", ESTATE)).toEqual(model);
});

test("records loads what makes records: no rules, no postures, no evaluation of SPF, none of a tenant's plan", () => {
  const folders = foldersOf("records", ESTATE);
  expect(Object.keys(folders).sort()).toEqual([
    "cli",
    "hosts",
    "lib",
    "lib/declare",
    "lib/dns",
    "lib/domain",
    "lib/estate",
    "lib/identity",
    "lib/mail",
    "lib/microsoft",
    "lib/schema",
    "lib/senders",
  ]);
  expect(Object.values(folders).reduce((sum, count) => sum + count)).toBeLessThan(150);
  const modules = modulesOf("records", ESTATE).filter((path) => !path.includes("node_modules"));
  expect(
    modules.filter((path) => /mail\/spf\/(?:check|tree)\/|identity\/(?:plan|baselines)/.test(path)),
  ).toEqual([]);
});

test("a synth loads cdktf, one provider and no bindings of m365, and nothing of these once its output is there", () => {
  const model = ["commander", "ipaddr.js", "js-yaml", "picomatch", "valibot"];
  const out = join(temporaryFolder(), "cdktf.out");
  const modules = modulesOf("synth", ESTATE, "--out", out);
  expect(packagesOf(modules)).toEqual([...model, "@cdktf/provider-cloudflare", "cdktf", "constructs"].sort());
  expect(modules.filter((path) => path.includes("constructs/exchange/"))).toEqual([]);
  expect(loadedBy("synth", ESTATE, "--out", out)).toEqual(model);
});

test("domains at Route 53 load the AWS CDK and no cdktf, and neither once their output is there", () => {
  const folder = temporaryFolder();
  const estate = join(folder, "estate.yaml");
  writeFileSync(estate, "version: 1\ndomains: { contoso.com: { profile: parked, zone: { route53: {} } } }\n");
  const out = join(folder, "out");
  const loaded = loadedBy("synth", estate, "--out", out);
  expect(loaded).toEqual(expect.arrayContaining(["aws-cdk-lib", "constructs"]));
  expect(loaded.filter((name) => name.includes("cdktf"))).toEqual([]);
  const again = loadedBy("synth", estate, "--out", out);
  expect(again.filter((name) => name === "constructs" || name.includes("cdktf"))).toEqual([]);
});

test("a reader that has seen enough is no fault", async () => {
  const command = spawn(process.execPath, [CLI, "records", ESTATE]);
  command.stdout.destroy();
  const complaints = text(command.stderr);
  const [code] = await once(command, "close");
  expect([code, await complaints]).toEqual([0, ""]);
});
