// Makes a release: the version, the changelog and what follows from the version, as one commit with a tag. Pushing the
// tag publishes it (.github/workflows/release.yml).
//   npm run release -- 0.2.0          of a clean main
//   npm run release -- --dry-run [v]  the same in a copy that is thrown away, and what the package would hold
//   node scripts/release.mjs --tagged v0.2.0   fails unless this is the commit that the tag names
//   node scripts/release.mjs --notes v0.2.0    what the changelog says of it
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entriesOf, released } from "./changelog.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const WHAT_CHANGES = ["CHANGELOG.md", "constructs/exchange/m365", "package.json", "package-lock.json"];

const args = process.argv.slice(2);
try {
  const [first = "", second = ""] = args;
  if (first === "--tagged") requireTagged(second);
  else if (first === "--notes") console.log(notes(second));
  else if (first === "--dry-run") dryRun(second);
  else release(first);
} catch (error) {
  console.error(`release: failed: ${error.message}`);
  process.exitCode = 1;
}

function release(version) {
  requireVersion(version);
  assert.equal(
    run(root, "git", "rev-parse", "--abbrev-ref", "HEAD").trim(),
    "main",
    "a release is made of main",
  );
  assert.equal(run(root, "git", "status", "--porcelain"), "", "there are changes that are not committed");
  prepare(root, version);
  run(root, "npm", "run", "check");
  run(root, "git", "add", ...WHAT_CHANGES);
  run(root, "git", "commit", "-m", `Release ${version}`);
  run(root, "git", "tag", "-a", `v${version}`, "-m", `v${version}`);
  console.log(`v${version} is committed and tagged; to publish it: git push origin main v${version}`);
}

/** Of the last commit, in a copy. */
function dryRun(wanted) {
  const version = wanted === "" ? nextVersion() : wanted;
  requireVersion(version);
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "release-"));
  const copy = join(scratch, "project");
  try {
    run(root, "git", "worktree", "add", "--detach", copy, "HEAD");
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    prepare(copy, version);
    process.stdout.write(run(copy, "git", "diff", "--stat"));
    run(copy, process.execPath, "scripts/build.mjs");
    const [{ filename, size, entryCount, files }] = JSON.parse(
      run(copy, "npm", "pack", "--dry-run", "--ignore-scripts", "--json", "--loglevel=error"),
    );
    for (const path of ["CHANGELOG.md", "LICENSE", "README.md", "dist/THIRD-PARTY-NOTICES.txt"]) {
      assert.ok(
        files.some((file) => file.path === path),
        `${filename}: expected ${path} in it`,
      );
    }
    const { repository } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
    assert.match(repository?.url ?? "", /^git\+https:/, "npm's provenance needs package.json's repository");
    console.log(
      `${filename}: ${entryCount} files, ${(size / 1e6).toFixed(1)} MB; nothing is tagged or published`,
    );
    console.log(`\n${notesIn(copy, version)}`);
  } finally {
    spawnSync("git", ["worktree", "remove", "--force", copy], { cwd: root });
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Everything that holds the version, in a folder. */
function prepare(folder, version) {
  const file = join(folder, "CHANGELOG.md");
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(file, released(readFileSync(file, "utf8"), version, date));
  for (const name of ["package.json", "package-lock.json"]) {
    const json = JSON.parse(readFileSync(join(folder, name), "utf8"));
    json.version = version;
    if (json.packages) json.packages[""].version = version;
    writeFileSync(join(folder, name), `${JSON.stringify(json, undefined, 2)}\n`);
  }
  run(folder, process.execPath, "scripts/generate-m365-bindings.mjs");
}

/** The version of package.json while it has no tag, else the next minor one. */
function nextVersion() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!isTagged(version)) return version;
  const [major, minor] = version.split(".").map(Number);
  return `${major}.${minor + 1}.0`;
}

function requireVersion(version) {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  assert.ok(parts, `expected a version such as 0.2.0, got ${JSON.stringify(version)}`);
  assert.ok(!isTagged(version), `v${version} is tagged already`);
  const now = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    .version.split(".")
    .map(Number);
  const [difference = 0] = parts.map((part, place) => part - now[place]).filter((by) => by !== 0);
  assert.ok(difference >= 0, `expected at least ${now.join(".")}, got ${version}`);
}

function isTagged(version) {
  return run(root, "git", "tag", "--list", `v${version}`).trim() !== "";
}

function requireTagged(tag) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(tag, `v${version}`, "the tag names another version than package.json");
  notes(tag);
}

function notes(tag) {
  return notesIn(root, tag.replace(/^v/, ""));
}

function notesIn(folder, version) {
  const entries = entriesOf(readFileSync(join(folder, "CHANGELOG.md"), "utf8"), version);
  assert.ok(entries, `CHANGELOG.md: nothing under ${version}`);
  return entries;
}

/** @returns what the program printed on stdout */
function run(cwd, program, ...words) {
  const { status, error, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...words].join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
