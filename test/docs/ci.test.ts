import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { mailHygiene } from "../cli/command";
import { temporaryFolder } from "../support/temp";

const CI = join(__dirname, "../../docs/guide/ci");
const FILES = readdirSync(CI);

/** Every text of a file that a shell runs. */
function scriptsOf(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return ["run", "script", "before_script"].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => scriptsOf(one, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => scriptsOf(one, name));
}

const scripts = (file: string) => scriptsOf(load(readFileSync(join(CI, file), "utf8")));

/** `plan estate.yaml --changed-since base.out`, without what a shell puts in. */
const commandsIn = (text: string): readonly string[] =>
  [...text.replaceAll("\\\n", " ").matchAll(/mail-hygiene ([a-z]+ [^\n|&;>]*)/g)].map(([, command = ""]) =>
    command.trim(),
  );

describe.each(FILES)("%s", (file) => {
  test("is YAML whose scripts a shell can read", () => {
    const texts = scripts(file);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      const plain = text.replace(/\$\{\{.*?\}\}/g, "x");
      const { status, stderr } = spawnSync("bash", ["-n"], { input: plain, encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
      // What an outsider may write, such as a label or an input, is no part of a script: it comes by the environment.
      expect(text).not.toMatch(/\$\{\{\s*(?:inputs|github\.event)/);
    }
  });

  test("gives commands only options that they have", async () => {
    const commands = scripts(file).flatMap(commandsIn);
    expect(commands.length).toBeGreaterThan(0);
    const folder = temporaryFolder();
    for (const command of commands) {
      const [name = ""] = command.split(" ");
      const { code, out } = await mailHygiene(folder, name, "--help");
      expect([name, code]).toEqual([name, 0]);
      for (const [option] of command.matchAll(/(?<=\s|\/)--[a-z-]+/g)) {
        expect(`${name}: ${out}`).toContain(`${option} `);
      }
    }
  });
});

test("every workflow runs with no rights but those that a job names", () => {
  for (const file of FILES.filter((name) => name.startsWith("github-"))) {
    expect([file, load(readFileSync(join(CI, file), "utf8"))]).toEqual([
      file,
      expect.objectContaining({ permissions: {} }),
    ]);
  }
});
