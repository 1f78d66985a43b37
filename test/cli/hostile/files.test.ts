import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESTATE, folderWith, mailHygiene } from "../command";

const SECRET = "aws_secret_access_key: SECRETSECRETSECRET\n";
const DOMAINS = "contoso.com: { profile: parked, zone: { cloudflare: {} } }\n";
const including = (pattern: string) => `version: 1\ndomains: !include ${JSON.stringify(pattern)}\n`;

/** A folder `estate/` with these files, beside a file that is none of it. */
function folder(files: Readonly<Record<string, string>>): string {
  const outer = folderWith({ "outside/secret.yaml": SECRET, "estate/.keep": "" });
  const inner = join(outer, "estate");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(inner, path, ".."), { recursive: true });
    writeFileSync(join(inner, path), text);
  }
  return inner;
}

/** What a command says on stderr, which it does: a file that never ends would keep it until the test's time is over. */
async function refusal(at: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await mailHygiene(at, ...args);
  expect([code, out]).toEqual([1, ""]);
  expect(err).not.toMatch(/SECRET|aws_secret/);
  return err;
}

describe("an estate that is no file of its folder ends at once, with its path", () => {
  test.each<[string, (at: string) => void, string]>([
    ["a pipe", (at) => execFileSync("mkfifo", [join(at, "e.yaml")]), "e.yaml: a pipe, not a file"],
    [
      "a device",
      (at) => symlinkSync("/dev/zero", join(at, "e.yaml")),
      "e.yaml: a link that leads out of the folder it was read in",
    ],
    [
      "a link out of it",
      (at) => symlinkSync("../outside/secret.yaml", join(at, "e.yaml")),
      "e.yaml: a link that leads out of the folder it was read in",
    ],
    [
      "a link to itself",
      (at) => symlinkSync("e.yaml", join(at, "e.yaml")),
      "e.yaml: a link that leads to itself",
    ],
    ["a folder", (at) => mkdirSync(join(at, "e.yaml")), "e.yaml: a folder, not a file"],
    [
      "a file of 8.2 gigabytes",
      (at) => {
        writeFileSync(join(at, "e.yaml"), "");
        truncateSync(join(at, "e.yaml"), 8_200_000_000);
      },
      "e.yaml: 8200000000 octets, more than the 8388608 that are read",
    ],
  ])("%s", async (_title, make, told) => {
    const at = folder({});
    make(at);
    expect(await refusal(at, "records", "e.yaml")).toBe(
      `e.yaml:1:1: the file cannot be read, got ${told}\n1 problem; nothing was written\n`,
    );
  });

  test("a device that is named itself", async () => {
    expect(await refusal(folder({}), "records", "/dev/zero")).toContain("/dev/zero: a device, not a file");
  });
});

describe("an include", () => {
  test.each<[string, string, (at: string) => void, string]>([
    [
      "a pipe",
      "d/*.yaml",
      (at) => execFileSync("mkfifo", [join(at, "d/b.yaml")]),
      "d/b.yaml: a pipe, not a file",
    ],
    [
      "/dev/zero",
      "d/*.yaml",
      (at) => symlinkSync("/dev/zero", join(at, "d/b.yaml")),
      "d/b.yaml: a link that leads out",
    ],
    [
      "a link out",
      "d/b.yaml",
      (at) => symlinkSync("../../outside/secret.yaml", join(at, "d/b.yaml")),
      "expected a file in the folder of the estate",
    ],
    ["a path out", "../outside/secret.yaml", () => undefined, "expected a file in the folder of the estate"],
    ["a glob out", "../**/*.yaml", () => undefined, "expected a file in the folder of the estate"],
    [
      "a linked folder",
      "out/*.yaml",
      (at) => symlinkSync("../outside", join(at, "out")),
      "expected a file in the folder of the estate",
    ],
  ])("that is %s is refused", async (_title, pattern, make, told) => {
    const at = folder({ "estate.yaml": including(pattern), "d/a.yaml": DOMAINS });
    make(at);
    expect(await refusal(at, "records", "estate.yaml")).toContain(told);
  });

  test("by a link that stays in the folder is read", async () => {
    const at = folder({ "estate.yaml": including("d/*.yaml"), "real/a.yaml": DOMAINS, "d/.keep": "" });
    symlinkSync("../real/a.yaml", join(at, "d/a.yaml"));
    expect((await mailHygiene(at, "records", "estate.yaml")).out).toContain("contoso.com");
  });

  test("of a pattern that was made to take for ever ends soon", async () => {
    const name = "a".repeat(250);
    const at = folder({
      "estate.yaml": including(`d/${"*a".repeat(100)}*b`),
      ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`d/${name}${index}`, ""])),
    });
    expect(await refusal(at, "records", "estate.yaml")).toContain("the include matches no file");
  });
});

test("a suppression of a pattern that was made to take for ever ends soon", async () => {
  const at = folder({
    "estate.yaml": `${ESTATE}rules: { suppress: [{ rule: spf-long, reason: x, domains: ["${"*o".repeat(60)}*b"] }] }\n`,
  });
  // One that backtracks would keep it until the test's time is over.
  expect((await mailHygiene(at, "check", "estate.yaml")).code).toBe(0);
});

test.each(["key", "value"])("a %s of six megabytes costs a line", async (part) => {
  const long = "x".repeat(6_000_000);
  const at = folder({
    "estate.yaml":
      part === "key"
        ? `version: 1\n"${long}": 1\n`
        : `version: 1\ndomains: { a.com: { profile: "${long}" } }\n`,
  });
  expect((await refusal(at, "records", "estate.yaml")).length).toBeLessThan(10_000);
});

describe("a plan", () => {
  test.each<[string, (at: string) => void, string]>([
    ["a pipe", (at) => execFileSync("mkfifo", [join(at, "plan.json")]), "plan.json: a pipe, not a file"],
    [
      "a device",
      (at) => symlinkSync("/dev/zero", join(at, "plan.json")),
      "plan.json: a link that leads out of the folder",
    ],
    [
      "a link out",
      (at) => symlinkSync("../outside/secret.yaml", join(at, "plan.json")),
      "plan.json: a link that leads out of the folder",
    ],
  ])("that is %s is refused with its path", async (_title, make, told) => {
    const at = folder({});
    make(at);
    expect(await refusal(at, "review", "plan.json")).toContain(told);
  });

  test.each(["run.json", "contoso.com/plan.json"])("of a run whose %s is a pipe, too", async (file) => {
    const stacks = { "contoso.com": { status: "planned", config: "", after: [], seconds: {} } };
    const record = {
      version: 1,
      command: "plan",
      startedAt: "2026-11-28T00:00:00Z",
      terraform: { product: "terraform", version: "1.11.4" },
      parallel: 1,
      stacks,
    };
    const at = folder({ "run/run.json": JSON.stringify(record), "run/contoso.com/x": "" });
    execFileSync("rm", ["-f", join(at, "run", file)]);
    execFileSync("mkfifo", [join(at, "run", file)]);
    expect(await refusal(at, "review", "run")).toMatch(
      new RegExp(`run/(?:${file}): a pipe, not a file|no record of a run`),
    );
  });
});
