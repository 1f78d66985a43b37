import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn, packageHash } from "../../rollout/package-hash";
import { temporaryFolder } from "../support/temp";

function packageOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

test("a package's checksum is the one that Terraform writes into lock files", async () => {
  // What `terraform init` of 1.11.4 wrote for a package of these files in a filesystem mirror.
  const folder = packageOf({
    "terraform-provider-null_v3.2.4": "#!/bin/sh\nexit 1\n",
    "LICENSE.txt": "MPL-2.0\n",
    "docs/index.md": "# null\n",
  });
  expect(await packageHash(folder)).toBe("h1:zvMNWR6qjLTBwOU3aqc87tgbw0o/PEk8a282wzEnT3A=");
});

test("the files of a package are told in the order of their bytes, with those behind links and without folders", () => {
  const folder = packageOf({
    "b.txt": "",
    "B.txt": "",
    "a/c.txt": "",
    "a.txt": "",
    "ä.txt": "",
    "😀.txt": "",
    "｡.txt": "",
  });
  const linked = join(folder, "linked");
  symlinkSync(join(folder, "b.txt"), linked);
  expect(filesIn(folder)).toEqual([
    "B.txt",
    "a.txt",
    "a/c.txt",
    "b.txt",
    "linked",
    "ä.txt",
    "｡.txt",
    "😀.txt",
  ]);
});
