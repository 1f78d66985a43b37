import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLES_FOLDER, mailHygiene } from "./example";

/** What the demo prints where there is no terminal, and the stacks that it leaves in its folder. */
function demo(): { readonly words: string; readonly stacks: readonly string[] } {
  const script = join(EXAMPLES_FOLDER, "../scripts/demo.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: tmpdir(),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const out = /^ {2}(\S*mail-hygiene-demo-\S+)$/m.exec(stdout)?.[1];
  if (out === undefined) throw new Error(`the demo does not say where it wrote:\n${stdout}`);
  const stacks = readdirSync(join(out, "stacks"));
  rmSync(out, { recursive: true });
  return { words: stdout.replace(out, "OUT").replace(/in \d+\.\d s/, "in N s"), stacks };
}

test("the demo writes the group's stacks and says the same every time", async () => {
  const first = demo();
  expect(first.stacks).toHaveLength(40);
  expect(demo()).toEqual(first);
});

test("the demo counts what the group declares", async () => {
  const rows: unknown[] = JSON.parse(
    await mailHygiene(EXAMPLES_FOLDER, "records", "group/estate.yaml", "-f", "json"),
  );
  const { words } = demo();
  expect(words).toContain(`40 domains and 3 subdomains: ${rows.length} records and 10 MTA-STS policies`);
  const counts = [...words.matchAll(/ (\d+)$/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test("the demo's rows say what the records say", () => {
  const lines = demo()
    .words.split("\n")
    .map((line) => line.replace(/ {2,}/g, " | "));
  expect(lines).toContain(
    "contoso.com | exchange-online | EOP, DNSSEC (j) | 1 | -all | Microsoft +4 | reject | enforce | 17",
  );
  expect(lines).toContain(
    "adatum.com | exchange-online | EOP, GCC High | 1 | -all | Microsoft | reject | – | 7",
  );
  expect(lines).toContain("contoso-login.com | parked | null | 0 | -all | all revoked | reject | – | 4");
});
