import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../support/temp";
import { EXAMPLES_FOLDER } from "./example";

/** Runs the demo where there is no terminal; what it prints, with runs of spaces and colons of times made plain. */
function demo(path = process.env.PATH, ...args: readonly string[]) {
  const script = join(EXAMPLES_FOLDER, "../scripts/demo.mjs");
  const temp = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: temp,
    env: { ...process.env, PATH: path, TMPDIR: temp },
    encoding: "utf8",
  });
  return { status, stderr, lines: stdout.split("\n").map((line) => line.replace(/ {2,}/g, " | ")), temp };
}

/** What the README shows of a plan, its counts left out: there are more domains in the whole demo. */
function readmePlan(): readonly string[] {
  const readme = readFileSync(join(EXAMPLES_FOLDER, "../README.md"), "utf8");
  const [, shown = ""] = /^\$ mail-hygiene plan managed\.yaml .*\n…\n([\s\S]*?)\n…\n/m.exec(readme) ?? [];
  expect(shown).not.toBe("");
  return shown.split("\n").map((line) => line.replace(/ {2,}/g, " | "));
}

const SOME = "{contoso.com,contoso.org,contososuites.com,contoso-login.example,alpineskihouse.com}";

test("the demo rolls out, looks, changes, breaks and takes away, and leaves nothing", () => {
  const { status, lines, stderr, temp } = demo(process.env.PATH, "--domain", SOME);
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("rror")]);
  expect(lines).toContain("5 stacks: 5 applied");
  expect(lines).toContain(
    "contoso.com | exchange-online | EOP, DNSSEC (j) | 1 | -all | Microsoft +4 | reject | pass by spf, dkim | fail: reject",
  );
  expect(lines).toContain(
    "contoso-login.example | parked | null | 0 | -all | all revoked | reject | sends nothing | fail: reject",
  );
  expect(lines).toContain(
    " | news | send-only | – | 0 | -all | 2 | as contoso.com | sent by a service | fail: reject",
  );
  expect(lines.find((line) => line.includes("are served as declared"))).toMatch(
    /^(\d\d) of \1 records are served as declared, 2 of 2 MTA-STS policies over TLS\.$/,
  );
  expect(lines).toContain(
    " | DMARC none → quarantine (mail that passes neither SPF nor DKIM in alignment is no longer delivered as usual)",
  );
  expect(lines).toContain("4 stacks of 5: 2 to add, 2 to change");
  for (const line of readmePlan()) expect(lines).toContain(line);
  expect(lines.find((line) => line.startsWith("39 zones hold"))).toContain("39 zones hold 0 records.");
  expect(readdirSync(temp)).toEqual([]);
}, 120_000);

describe("without a Terraform that serves, the demo says which would and does nothing", () => {
  const folder = temporaryFolder();
  symlinkSync(process.execPath, join(folder, "node"));

  test("where there is none", () => {
    const { status, stderr } = demo(folder);
    expect(status).toBe(1);
    expect(stderr).toBe(
      "terraform cannot be run. The demo needs Terraform 1.7 or newer, or OpenTofu 1.7 or newer (TERRAFORM_BINARY_NAME=tofu):\n  https://developer.hashicorp.com/terraform/install\n",
    );
  });

  test("where it is too old", () => {
    const old = join(folder, "old/terraform");
    mkdirSync(dirname(old));
    writeFileSync(old, "#!/bin/sh\necho Terraform v1.6.6\n", { mode: 0o755 });
    expect(demo(`${dirname(old)}:/bin`).stderr).toContain("terraform is Terraform 1.6.6. The demo needs");
  });
});
