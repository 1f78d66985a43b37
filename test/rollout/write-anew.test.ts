import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noteRunning } from "../../rollout/leftover-terraform";
import { RunFolder } from "../../rollout/run-folder";
import { WorkingFolder } from "../../rollout/working-folder";
import { copyAnew, writeAnew } from "../../rollout/write-anew";
import { EntryCache } from "../../stacks/entry-cache";
import { keepConfiguration } from "../../stacks/kept-configurations";
import { temporaryFolder } from "../support/temp";

const THEIRS = "of somebody else";

/** A folder in which a name is a link to a file elsewhere, and what that file holds by now. */
function linked(name: string) {
  const folder = temporaryFolder();
  const elsewhere = join(temporaryFolder(), "theirs");
  writeFileSync(elsewhere, THEIRS);
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(elsewhere, file);
  return { folder, file, held: () => readFileSync(elsewhere, "utf8") };
}

test("a file is written as a new one, whatever lies in its place", () => {
  const { file, held } = linked("a");
  writeAnew(file, "ours", 0o600);
  expect([readFileSync(file, "utf8"), held()]).toEqual(["ours", THEIRS]);
  const { file: copy, held: other } = linked("b");
  copyAnew(file, copy);
  expect([readFileSync(copy, "utf8"), other()]).toEqual(["ours", THEIRS]);
});

function workingFolder(path: string): WorkingFolder {
  writeFileSync(join(path, "cdk.tf.json"), "{}");
  return new WorkingFolder(path, "terraform 1.11.4");
}

test.each<[string, (folder: string) => void]>([
  ["runs/.gitignore", (folder) => void RunFolder.create(folder, "plan", "2026-11-28T09:00:00.000Z")],
  [
    ".terraform.lock.hcl.new",
    (folder) => {
      workingFolder(folder).lock = "# cloudflare 5.14.0\n";
    },
  ],
  [".terraform/mail-hygiene.init", (folder) => workingFolder(folder).markReady()],
  [".mail-hygiene.running.json", (folder) => void noteRunning(folder, "plan", process.pid)],
  ["removed/contoso.com.json", (folder) => keepConfiguration(folder, "contoso.com", { resource: {} })],
  [
    "mail-hygiene.entries.json.new",
    (folder) => {
      const cache = new EntryCache(folder, "this build");
      cache.set("profile: parked", {} as Parameters<EntryCache["set"]>[1]);
      cache.save();
    },
  ],
])("a link at %s that came after the folder was looked at is not written through", (name, write) => {
  const { folder, held } = linked(name);
  write(folder);
  expect(held()).toBe(THEIRS);
});

/** Writes that follow a link: of a file that is not new. */
const FOLLOWS = /\b(?:appendFileSync|createWriteStream|copyFileSync|writeFileSync|openSync)\([^;]*;/g;
const ANEW = /"wx"|COPYFILE_EXCL|O_NOFOLLOW/;

/** In a folder that nobody knows before. */
const ASIDE = ["provider-installer.ts", "provider-packages.ts"];

test("nothing in the output folder is written in another way", () => {
  const root = join(__dirname, "../..");
  const files = ["rollout", "stacks", "cli/rollout"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !ASIDE.includes(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(60);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(FOLLOWS)]
      .filter(([call]) => !ANEW.test(call))
      .map(([call]) => `${file}: ${call}`);
  });
  expect(found).toEqual([]);
});
