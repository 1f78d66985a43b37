// Holds the way to CDK Terrain (cdktn) open, which goes on where cdktf stopped: in a copy of this project `cdktf` is
// an alias of cdktn, and there it builds, passes the tests that could tell the two apart, and synthesizes what it
// synthesizes here.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CDKTN = "0.24.0";

/**
 * Tests of what cdktf has no part in: mail as data, the package's contents, the rules of the source tree, programs of
 * their own, what runs Terraform over stacks that are written already; and those of hostile texts, which the gate before
 * cdktf refuses, and which take long.
 */
const CDKTF_FREE = [
  "/test/lib/",
  "/test/package/",
  "/test/provider/",
  "/test/sandbox/",
  "/test/observe/",
  "/test/gateway/",
  "/test/rollout/",
  "/test/cli/(?!synth)",
  "/hostile",
  "/test/examples/demo",
  "/test/stacks/aws/",
  "/test/scripts/",
  "/test/editor/",
  "/test/docs/",
  "/test/layers.test.ts",
  "/test/purity.test.ts",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "cdktn-"));
const copy = join(scratch, "project");

try {
  phase("copy the project", () => copyProject());
  phase(`install cdktn ${CDKTN} in place of cdktf`, () => {
    useCdktn();
    run(
      copy,
      "npm",
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--loglevel=error",
    );
    requireOnlyCdktn();
  });
  phase("build with both", () => {
    run(root, "node", "scripts/build.mjs", "--if-stale");
    run(copy, "node", "scripts/build.mjs");
  });
  phase("test with cdktn", () => {
    run(
      copy,
      "node",
      "scripts/test.mjs",
      "--without-judges",
      "--ci",
      "--testPathIgnorePatterns",
      ...CDKTF_FREE,
    );
  });
  phase("synthesize with both and compare", () => {
    const stacks = estates().flatMap((estate) => [
      compare(`${estate}, mail-hygiene synth`, (project, out) => {
        run(project, "node", "dist/cli/main.js", "synth", estate, "--out", out, "--no-cache", "--quiet");
      }),
      compare(`${estate}, cdktf app`, (project, out) => {
        run(project, "env", `ESTATE=${estate}`, `CDKTF_OUTDIR=${out}`, "node", "dist/main.js");
      }),
    ]);
    console.log(
      `cdktn ${CDKTN} synthesizes what cdktf does: ${stacks.reduce((a, b) => a + b)} stacks compared`,
    );
  });
} catch (error) {
  console.error(`cdktn: failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function phase(title, work) {
  const start = performance.now();
  console.log(`cdktn: ${title}`);
  work();
  console.log(`cdktn: ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Runs a program, showing what it prints. A failure of it is one of this check. */
function run(cwd, program, ...args) {
  execFileSync(program === "node" ? process.execPath : program, args, { cwd, stdio: "inherit" });
}

/** What git has or would take: no output, no packages. */
function copyProject() {
  const git = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", git, { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of files) {
    // Git still lists what was deleted and not yet committed.
    if (file === "" || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
}

/** The move, as it will be made; the overrides go when there are provider packages for cdktn. */
function useCdktn() {
  const manifest = readJson(join(copy, "package.json"));
  manifest.devDependencies.cdktf = `npm:cdktn@${CDKTN}`;
  manifest.peerDependencies.cdktf = `npm:cdktn@${CDKTN}`;
  const providers = Object.keys(manifest.dependencies).filter((name) => name.startsWith("@cdktf/provider-"));
  const ofProviders = Object.fromEntries(providers.map((name) => [name, { cdktf: "$cdktf" }]));
  manifest.overrides = { ...manifest.overrides, ...ofProviders };
  writeFileSync(join(copy, "package.json"), JSON.stringify(manifest, undefined, 2));
}

/** cdktf beside cdktn in one process would prove nothing. */
function requireOnlyCdktn() {
  const { packages } = readJson(join(copy, "node_modules", ".package-lock.json"));
  const installed = Object.entries(packages)
    .filter(([path]) => /\/cdkt[fn]$/.test(path))
    .map(([path, { name, version }]) => `${path} ${name} ${version}`);
  assert.deepEqual(
    installed,
    [`node_modules/cdktf cdktn ${CDKTN}`],
    "cdktn must be installed once, and no cdktf",
  );
}

function estates() {
  const found = readdirSync(join(root, "examples"))
    .map((name) => `examples/${name}/estate.yaml`)
    .filter((path) => existsSync(join(root, path)));
  assert.notEqual(found.length, 0, "there is no estate to synthesize");
  return found;
}

/**
 * Synthesizes here and in the copy, and compares what came out, whichever way it is laid out.
 * @returns the number of stacks
 */
function compare(title, synth) {
  const [ours, theirs] = [root, copy].map((project, index) => {
    const out = join(mkdtempSync(join(scratch, "out-")), "cdktf.out");
    synth(project, out);
    const version = index === 0 ? readJson(join(root, "node_modules/cdktf/package.json")).version : CDKTN;
    return readOutput(out, version);
  });
  console.log(`cdktn: ${title}: ${ours.size} files`);
  assert.ok(ours.size > 1, "nothing was synthesized");
  assert.deepEqual([...theirs.keys()], [...ours.keys()], "cdktn writes other files than cdktf");
  for (const [path, content] of ours) {
    try {
      assert.deepEqual(theirs.get(path), content);
    } catch (error) {
      throw new Error(`${path}: cdktn's (actual) is not cdktf's (expected)\n${error.message}`);
    }
  }
  return ours.size - 1;
}

/** Every file below a folder by its path, parsed, without the version of what wrote it, which must be the one given. */
function readOutput(out, version) {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  // Stacks of the AWS CDK are none of cdktf's business.
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(out, "aws")))
    .sort();
  return new Map(
    paths.map((path) => {
      const content = readJson(path);
      const stamped = content["//"]?.metadata ?? content;
      assert.equal(stamped.version, version, `${path} was not written by version ${version}`);
      stamped.version = "as installed";
      return [path.slice(out.length + 1), content];
    }),
  );
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
