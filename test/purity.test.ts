import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./support/temp";

const ROOT = join(__dirname, "..");

const IMPURE = [
  "Date",
  "performance",
  "setTimeout",
  "setInterval",
  "fetch",
  "crypto",
  "process",
  "console",
] as const;

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** The globals that the project's linter refuses in a file of the folder. */
function refusedIn(folder: string): readonly string[] {
  const tree = temporaryFolder();
  mkdirSync(join(tree, folder));
  copyFileSync(join(ROOT, "biome.json"), join(tree, "biome.json"));
  const lines = IMPURE.map((name) => `export const its${name} = ${name};\n`);
  writeFileSync(join(tree, folder, "planted.ts"), lines.join(""));
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--vcs-enabled=false", "--reporter=json", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
  const { diagnostics }: Report = JSON.parse(stdout);
  return diagnostics
    .filter(({ category }) => category === "lint/style/noRestrictedGlobals")
    .map(({ location }) => String(IMPURE[location.start.line - 1]));
}

test.each(["lib", "hosts", "constructs", "stacks"])(
  "%s/ reads no clock, no environment, no network and prints nothing",
  (folder) => {
    expect(refusedIn(folder)).toEqual(IMPURE);
  },
);

test("the command line may", () => {
  expect(refusedIn("cli")).toEqual([]);
});
