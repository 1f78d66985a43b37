import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { filesIn } from "../docs/links";
import { temporaryFolder } from "../support/temp";

const ROOT = join(__dirname, "../..");
const { version } = require("../../package.json");

function release(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/release.mjs", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** What a function of scripts/changelog.mjs gives, or the message that it throws. */
function changelog(call: string, text: string): unknown {
  const file = join(temporaryFolder(), "CHANGELOG.md");
  writeFileSync(file, text);
  const program = `import { readFileSync } from "node:fs";
import { entriesOf, released } from ${JSON.stringify(join(ROOT, "scripts/changelog.mjs"))};
const text = readFileSync(${JSON.stringify(file)}, "utf8");
try { console.log(JSON.stringify(${call} ?? null)); } catch ({ message }) { console.log(JSON.stringify({ message })); }`;
  const args = ["--input-type=module", "--eval", program];
  return JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
}

const CHANGELOG = `# Changelog

## Unreleased

### Added

- \`$&\` in a value.

## 0.2.0 — 2026-11-02

- Second.

## 0.1.0 — 2026-10-01

- First.
`;

test("a release has what was not released under its version and day, and leaves nothing", () => {
  expect(changelog('released(text, "0.3.0", "2026-11-27")', CHANGELOG)).toBe(
    CHANGELOG.replace("## Unreleased\n", "## Unreleased\n\n## 0.3.0 — 2026-11-27\n"),
  );
  expect(changelog('entriesOf(text, "Unreleased")', CHANGELOG)).toBe("### Added\n\n- `$&` in a value.");
  expect(changelog('entriesOf(text, "0.1.0")', CHANGELOG)).toBe("- First.");
  expect(changelog('entriesOf(text, "0.1")', CHANGELOG)).toBeNull();
});

test.each([
  ["without anything to release", '"0.3.0"', "## Unreleased\n\n## 0.2.0\n", 'nothing under "## Unreleased"'],
  ["a second time", '"0.2.0"', CHANGELOG, "0.2.0 is there already"],
])("no release is made %s", (_, of, text, message) => {
  expect(changelog(`released(text, ${of}, "2026-11-27")`, text)).toEqual({
    message: `CHANGELOG.md: ${message}`,
  });
});

test.each([
  ["0.1", 'expected a version such as 0.2.0, got "0.1"'],
  ["v0.2.0", 'expected a version such as 0.2.0, got "v0.2.0"'],
  ["0.0.9", `expected at least ${version}, got 0.0.9`],
])("version %s is refused before anything is changed", (wanted, message) => {
  expect(release(wanted)).toEqual({ status: 1, stdout: "", stderr: `release: failed: ${message}\n` });
});

test("a tag of another version publishes nothing", () => {
  const { status, stderr } = release("--tagged", "v99.0.0");
  expect(stderr).toContain("the tag names another version than package.json");
  expect(status).toBe(1);
});

test("workflows are YAML, give no permission to all jobs, and run scripts that are there", () => {
  const workflows = readdirSync(join(ROOT, ".github/workflows"));
  expect(workflows).toEqual(["ci.yml", "release.yml"]);
  for (const workflow of workflows) {
    const text = readFileSync(join(ROOT, ".github/workflows", workflow), "utf8");
    expect(load(text, { schema: CORE_SCHEMA })).toMatchObject({ permissions: {} });
    const scripts = [...text.matchAll(/(?:^|\s)((?:scripts|\.ci)\/[\w.-]+)/g)].map(([, path = ""]) => path);
    expect(scripts.length).toBeGreaterThan(0);
    const there = new Set([...filesIn(ROOT, [".mjs"], "scripts"), ".ci/run"]);
    expect(scripts.filter((path) => !there.has(path))).toEqual([]);
  }
});
