import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temp";
import { EXAMPLES, EXAMPLES_FOLDER, type Example, mailHygiene } from "./example";
import { copyReordered } from "./reordered";
import { treeOf } from "./tree";

type Tree = Readonly<Record<string, string>>;

/** The output of a synth of the estate in `folder`, written to a folder of its own. */
async function synth(folder: string): Promise<Tree> {
  const out = join(temporaryFolder(), "out");
  await mailHygiene(folder, "synth", "estate.yaml", "--out", out, "--no-cache");
  return treeOf(out);
}

async function original(example: Example): Promise<Tree> {
  const tree = await synth(join(EXAMPLES_FOLDER, example));
  expect(Object.keys(tree)).toContain("manifest.json");
  return tree;
}

describe.each(EXAMPLES)("the %s example is the same bytes", (example) => {
  test("in another folder, another process, another time zone, more than a year later", async () => {
    const folder = join(temporaryFolder(), "a folder ünlike the other");
    cpSync(join(EXAMPLES_FOLDER, example), folder, { recursive: true });
    const program = join(__dirname, "../../dist/cli/main.js");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--require", require.resolve("./elsewhen.cjs"), program, "synth", "estate.yaml", "--no-cache"],
      {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env.PATH, HOME: folder, TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
      },
    );
    expect(stderr).toMatch(/^(?:\d+ warnings?: mail-hygiene check estate\.yaml\n)?$/);
    expect(status).toBe(0);
    expect(treeOf(join(folder, "cdktf.out"))).toEqual(await original(example));
  });

  test.each(["one", "another", "a third"])("with its keys in %s order", async (seed) => {
    const folder = join(temporaryFolder(), example);
    copyReordered(join(EXAMPLES_FOLDER, example), folder, seed);
    const file = (root: string) => readFileSync(join(root, "estate.yaml"), "utf8");
    expect(file(folder)).not.toBe(file(join(EXAMPLES_FOLDER, example)));
    expect(await synth(folder)).toEqual(await original(example));
  });
});

test("a changed value changes its own stack and no other", async () => {
  const folder = join(temporaryFolder(), "company");
  cpSync(join(EXAMPLES_FOLDER, "company"), folder, { recursive: true });
  const file = join(folder, "estate.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("203.0.113.25", "203.0.113.26"));
  const [before, after] = [await original("company"), await synth(folder)];
  const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
  expect(changed).toEqual(["stacks/contoso.com/cdk.tf.json"]);
});
