import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../docs/links";
import judges from "../support/judges.json";
import { temporaryFolder } from "../support/temp";

const ROOT = join(__dirname, "../..");

/** A machine on which only these programs can be run, each a script; and what the launcher made of it. */
function npmTest(programs: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const bin = temporaryFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "scripts/test.mjs"), "--version", ...args],
    { env: { PATH: bin, BIN: bin, JUDGES_FILES: bin }, encoding: "utf8" },
  );
  return { status, stdout, stderr, bin };
}

const terraform = { terraform: "exit 0" };
/** Asks for no password. */
const sudo = { sudo: '[ "$1" = -n ] && shift; [ "$1" = true ] || "$@"' };
const env = { env: 'while :; do case "$1" in *=*) shift ;; *) break ;; esac; done; exec "$@"' };

test("missing judges are named before anything runs, and the run does not pass", () => {
  const { status, stdout, stderr } = npmTest(terraform);
  expect(stderr.split("\n")).toEqual([
    expect.stringMatching(
      /^missing: .*dig \(Debian: bind9-dnsutils\).*: tests that ask them are skipped, and the run will not pass; `npm test -- --without-judges` passes without them$/,
    ),
    expect.stringMatching(/^not passed: without .*dig.* some tests were skipped$/),
    "",
  ]);
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

test("it passes without them if told so, and installs nothing", () => {
  const { status, stderr, bin } = npmTest(
    { ...terraform, ...sudo, ...env, "apt-get": 'echo "$@" >> "$BIN/asked"' },
    "--without-judges",
  );
  expect(stderr).toMatch(/^missing: [^\n]*: tests that ask them are skipped\n$/);
  expect([status, existsSync(join(bin, "asked"))]).toEqual([0, false]);
});

test("they are installed where that is possible, with lists that are new if need be", () => {
  // The first install fails; the second brings every program.
  const aptGet = `echo "$1" >> "$BIN/asked"
case "$1" in
  update) : > "$BIN/updated" ;;
  install) [ -e "$BIN/updated" ] || exit 100
    for name in ${judges.map(({ command }) => command).join(" ")}; do
      printf '#!/bin/sh\\n' > "$BIN/$name"; /bin/chmod +x "$BIN/$name"
    done
    ${judges.flatMap(({ besides = [] }) => besides.map(({ file }) => `/bin/mkdir -p "$BIN${file}"`)).join("\n    ")} ;;
esac`;
  const { status, stdout, stderr, bin } = npmTest({ ...terraform, ...sudo, ...env, "apt-get": aptGet });
  expect(stdout).toMatch(
    /^installing what judges the tests: apt-get install .*bind9-dnsutils.*\n\d+\.\d+\.\d+\n$/,
  );
  expect([status, stderr]).toEqual([0, ""]);
  expect(readFileSync(join(bin, "asked"), "utf8")).toBe("install\nupdate\ninstall\n");
});

test("a machine without Terraform is told where it is", () => {
  const { status, stderr } = npmTest({}, "--without-judges");
  expect(stderr).toContain("missing: terraform (https://developer.hashicorp.com/terraform/install)");
  expect(status).toBe(0);
});

/** What a machine with Node, Terraform, a shell and the tools of every Linux has. */
const AT_HAND = [
  ...["terraform", "npm", "npx", "tar", "sh", "bash"],
  ...["dd", "mkfifo", "mount", "rm", "sleep", "umount"],
];
/** One more judge, which neither npm nor Debian has: its test shows that it is skipped. */
const ELSEWHERE = ["cfn-lint"];

test("every program that tests start is at hand, or a judge that npm test looks for", () => {
  const started = filesIn(ROOT, [".ts"], "test").flatMap((path) =>
    [
      ...readFileSync(join(ROOT, path), "utf8").matchAll(
        /\b(?:spawn|exec|execFile)(?:Sync|Async)?\(\s*"([\w.-]+)"/g,
      ),
    ].map(([, program = ""]) => program),
  );
  const known = [...AT_HAND, ...ELSEWHERE, ...judges.map(({ command }) => command)];
  expect([...new Set(started)].filter((program) => !known.includes(program))).toEqual([]);
  expect(judges.map(({ command }) => command).filter((judge) => !started.includes(judge))).toEqual([]);
});
