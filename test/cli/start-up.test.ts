import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { temporaryFolder } from "../support/temp";

const ROOT = join(__dirname, "../..");
const CLI = join(ROOT, "dist/cli/main.js");
const ESTATE = join(ROOT, "examples/company/estate.yaml");

/** At exit, names the packages that were loaded. */
const HOOK = `
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const packages = Object.keys(require.cache).map((path) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path)?.[1]);
  writeFileSync(process.env.LOADED, JSON.stringify([...new Set(packages.filter(Boolean))].sort()));
});
`;

/** The packages that the compiled command loads. */
function loadedBy(...args: readonly string[]): readonly string[] {
  const folder = temporaryFolder();
  const hook = join(folder, "hook.cjs");
  writeFileSync(hook, HOOK);
  const loaded = join(folder, "loaded.json");
  execFileSync(process.execPath, ["--require", hook, CLI, ...args], {
    cwd: folder,
    env: { ...process.env, LOADED: loaded },
  });
  return require(loaded);
}

test.each(["--help", "--version", "synth --help", "records --help", "deploy --help", "review --help"])(
  "mail-hygiene %s loads the command line parser alone",
  (line) => {
    expect(loadedBy(...line.split(" "))).toEqual(["commander"]);
  },
);

test("records reads an estate without cdktf", () => {
  const model = ["commander", "ipaddr.js", "js-yaml", "picomatch", "valibot"];
  expect(loadedBy("records", ESTATE)).toEqual(model);
});

test("a synth loads cdktf and one provider, and nothing more once its output is there", () => {
  const model = ["commander", "ipaddr.js", "js-yaml", "picomatch", "valibot"];
  const out = join(temporaryFolder(), "cdktf.out");
  expect(loadedBy("synth", ESTATE, "--out", out)).toEqual(
    [...model, "@cdktf/provider-cloudflare", "cdktf", "constructs"].sort(),
  );
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
