import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temp";

const root = join(__dirname, "../..");

/** What a program prints that runs in a process of its own, where nothing has been loaded. */
function printedBy(program: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file.txt"), "an asset");
  return execFileSync(process.execPath, ["-e", program], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, FOLDER: folder },
  });
}

const LOADED = `Object.keys(require.cache).some((path) => /archiver.lib.core/.test(path))`;

test("cdktf starts without archiver", () => {
  expect(
    printedBy(`
      require("./dist/stacks/defer-archiver.js").deferArchiver();
      require("cdktf");
      console.log(${LOADED});
    `),
  ).toBe("false\n");
});

test("an asset that is packed still finds it", () => {
  expect(
    printedBy(`
      require("./dist/stacks/defer-archiver.js").deferArchiver();
      const { App, AssetType, TerraformAsset, TerraformStack } = require("cdktf");
      const app = new App({ outdir: process.env.FOLDER + "/out" });
      const stack = new TerraformStack(app, "stack");
      const packed = new TerraformAsset(stack, "Packed", { path: "${root}/schema", type: AssetType.ARCHIVE });
      app.synth();
      const { statSync } = require("node:fs");
      console.log(statSync(process.env.FOLDER + "/out/stacks/stack/" + packed.path).size > 0);
    `),
  ).toBe("true\n");
});
