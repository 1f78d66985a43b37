import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { LockedProvider } from "../../rollout/lock-file";
import { packageHash } from "../../rollout/package-hash";
import { ProviderPackages } from "../../rollout/provider-packages";
import { temporaryFolder } from "../support/temp";

/** A package as Terraform unpacks one, with its entry in a lock file. */
async function unpacked(platform: string, program: string, more: readonly string[] = []) {
  const source = join(temporaryFolder(), platform);
  mkdirSync(join(source, "docs"), { recursive: true });
  writeFileSync(join(source, "terraform-provider-null_v3.2.4"), program);
  chmodSync(join(source, "terraform-provider-null_v3.2.4"), 0o755);
  writeFileSync(join(source, "docs", "index.md"), "# null\n");
  const hash = await packageHash(source);
  const locked: LockedProvider = {
    address: "registry.terraform.io/hashicorp/null",
    version: "3.2.4",
    hashes: ["zh:0acbaa1a9ba9cbd0e1ce9d63aae1b2b9", hash, ...more],
    text: "",
  };
  const name = Buffer.from(hash.slice(3), "base64").toString("hex");
  return { source, locked, name };
}

const PATH = "registry.terraform.io/hashicorp/null/3.2.4/linux_amd64";

test("a package is kept under its checksum, as a copy, and is there as a whole", async () => {
  const folder = join(temporaryFolder(), "plugins", "packages");
  const packages = new ProviderPackages(folder);
  const { source, locked, name } = await unpacked("linux_amd64", "#!/bin/sh\n");
  expect(await packages.has(locked)).toBe(false);
  await packages.add(source, locked);
  expect(await packages.has(locked)).toBe(true);
  rmSync(source, { recursive: true });
  expect(readdirSync(folder)).toEqual([name]);
  const kept = join(folder, name, "linux_amd64");
  expect(readdirSync(kept, { recursive: true, encoding: "utf8" }).sort()).toEqual([
    "docs",
    join("docs", "index.md"),
    "terraform-provider-null_v3.2.4",
  ]);
  expect(statSync(join(kept, "terraform-provider-null_v3.2.4")).mode & 0o777).toBe(0o755);
  // Others on the machine may run it, as from any plugin cache.
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o755);
});

test("a package that is there stays as it is, whoever adds it again, and by links too", async () => {
  const folder = temporaryFolder();
  const packages = new ProviderPackages(folder);
  const { source, locked, name } = await unpacked("linux_amd64", "#!/bin/sh\n");
  await Promise.all([packages.add(source, locked), new ProviderPackages(folder).add(source, locked)]);
  const inode = () => statSync(join(folder, name, "linux_amd64", "terraform-provider-null_v3.2.4")).ino;
  const before = inode();
  await packages.add(source, locked);
  const link = join(temporaryFolder(), "linux_amd64");
  symlinkSync(join(folder, name, "linux_amd64"), link);
  // Not even read: it is known to be right.
  await packages.add(link, { ...locked, version: "3.2.4" });
  expect([inode(), readdirSync(folder)]).toEqual([before, [name]]);
});

test("a package that is not the locked one is refused, and nothing is left of it", async () => {
  const folder = temporaryFolder();
  const packages = new ProviderPackages(folder);
  const { source, locked } = await unpacked("linux_amd64", "#!/bin/sh\n");
  writeFileSync(join(source, "docs", "index.md"), "# changed meanwhile\n");
  await expect(packages.add(source, locked)).rejects.toThrow(
    /^the package of registry\.terraform\.io\/hashicorp\/null 3\.2\.4 has the checksum h1:\S{44}, which its lock file entry has not: it changed while it was installed$/,
  );
  await expect(packages.add(join(source, "nowhere"), locked)).rejects.toThrow("ENOENT");
  expect([await packages.has(locked), readdirSync(folder)]).toEqual([false, []]);
});

test("a place that cannot be written is an error", async () => {
  const packages = new ProviderPackages(join(temporaryFolder(), "packages"));
  const { source, locked } = await unpacked("linux_amd64", "#!/bin/sh\n");
  writeFileSync(join(source, "..", "file"), "");
  await expect(new ProviderPackages(join(source, "..", "file")).add(source, locked)).rejects.toThrow(
    "EEXIST",
  );
  expect(await packages.has(locked)).toBe(false);
});

test("a working folder gets links to what its lock file has, for each platform, over what was there", async () => {
  const folder = temporaryFolder();
  const packages = new ProviderPackages(folder);
  const mac = await unpacked("darwin_arm64", "mac");
  const linux = await unpacked("linux_amd64", "linux", mac.locked.hashes);
  const other = await unpacked("linux_amd64", "of no interest here");
  for (const { source, locked } of [mac, linux, other]) await packages.add(source, locked);
  const cache = join(temporaryFolder(), "data", "plugins");
  mkdirSync(join(cache, PATH), { recursive: true });
  writeFileSync(join(cache, PATH, "old"), "");
  packages.linkInto(cache, [linux.locked]);
  packages.linkInto(cache, [linux.locked]);
  expect(readdirSync(join(cache, PATH, ".."))).toEqual(["darwin_arm64", "linux_amd64"]);
  expect(readFileSync(join(cache, PATH, "terraform-provider-null_v3.2.4"), "utf8")).toBe("linux");
  expect(realpathSync(join(cache, PATH))).toBe(realpathSync(join(folder, linux.name, "linux_amd64")));
  // The whole output folder may move.
  expect(readlinkSync(join(cache, PATH))).toMatch(/^\.\.\//);
  // What a link leads to is never removed with it.
  expect(await packages.has(linux.locked)).toBe(true);
});

test("checksums that are none lead nowhere", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "linux_amd64", "x"), { recursive: true });
  const packages = new ProviderPackages(folder);
  const cache = join(temporaryFolder(), "plugins");
  const hashes = [
    "h1:",
    "h1:AAAA",
    `h1:${"A".repeat(43)}=`,
    `zh:h1:${"A".repeat(43)}=`,
    `h1:${"A".repeat(43)}==`,
  ];
  const locked = { address: "registry.terraform.io/hashicorp/null", version: "3.2.4", hashes, text: "" };
  expect(await packages.has(locked)).toBe(false);
  packages.linkInto(cache, [locked]);
  expect([existsSync(cache), readdirSync(cache)]).toEqual([true, []]);
});

test("a package that is not what its checksum says, as after a power cut, is taken for none and made anew", async () => {
  const folder = join(temporaryFolder(), "packages");
  const { source, locked, name } = await unpacked("linux_amd64", "#!/bin/sh\n");
  await new ProviderPackages(folder).add(source, locked);
  const program = join(folder, name, "linux_amd64", "terraform-provider-null_v3.2.4");
  writeFileSync(program, "");
  // Another run, which has not looked yet.
  const packages = new ProviderPackages(folder);
  expect([await packages.has(locked), readdirSync(folder)]).toEqual([false, []]);
  await packages.add(source, locked);
  expect([await packages.has(locked), readFileSync(program, "utf8")]).toEqual([true, "#!/bin/sh\n"]);
});

test("a package that cannot be put in its place is an error, and no half of it stays", async () => {
  const folder = temporaryFolder();
  const packages = new ProviderPackages(folder);
  const { source, locked, name } = await unpacked("linux_amd64", "#!/bin/sh\n");
  symlinkSync(join(folder, "gone"), join(folder, name));
  await expect(packages.add(source, locked)).rejects.toThrow("ENOTDIR");
  expect([readdirSync(folder), await packages.has(locked)]).toEqual([[name], false]);
});
