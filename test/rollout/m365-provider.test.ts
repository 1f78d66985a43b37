import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  ensureProvider,
  installProvider,
  linkProvider,
  type M365Provider,
  m365Provider,
} from "../../rollout/m365-provider";
import { temporaryFolder } from "../support/temp";

/** A package of ours, with its provider in one of the places where a build leaves it. */
function packageWith(place: "provider" | "dist/provider"): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "rollout"));
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, "terraform-provider-m365"), "#!/usr/bin/env node\n");
  return folder;
}

function provider(version = "0.1.0", program = "#!/usr/bin/env node\n"): M365Provider {
  const executable = join(temporaryFolder(), "terraform-provider-m365");
  writeFileSync(executable, program);
  return { version, platform: "linux_amd64", executable };
}

const INSTALLED = "registry.terraform.io/cdktf-mail-hygiene/m365/0.1.0/linux_amd64";

test.each([
  ["linux", "x64", "linux_amd64"],
  ["linux", "arm64", "linux_arm64"],
  ["linux", "arm", "linux_arm"],
  ["linux", "ia32", "linux_386"],
  ["darwin", "arm64", "darwin_arm64"],
  ["freebsd", "x64", "freebsd_amd64"],
])("on %s/%s it is for Terraform's %s", (platform, arch, expected) => {
  const folder = packageWith("provider");
  expect(m365Provider("0.1.0", { platform, arch }, join(folder, "rollout"))).toEqual({
    version: "0.1.0",
    platform: expected,
    executable: join(folder, "provider", "terraform-provider-m365"),
  });
});

test("run from the sources, it is where the build put it", () => {
  const folder = packageWith("dist/provider");
  expect(m365Provider("0.1.0", { platform: "linux", arch: "x64" }, join(folder, "rollout")).executable).toBe(
    join(folder, "dist", "provider", "terraform-provider-m365"),
  );
});

test("without a build there is none", () => {
  expect(() => m365Provider("0.1.0", { platform: "linux", arch: "x64" }, temporaryFolder())).toThrow(
    "the provider is not built: npm run build",
  );
});

test.each([
  ["win32", "x64"],
  ["linux", "riscv64"],
])("on %s/%s Terraform cannot start it", (platform, arch) => {
  expect(() => m365Provider("0.1.0", { platform, arch })).toThrow(
    `the provider is a Node script, which Terraform cannot start on ${platform}/${arch}; on Windows run Terraform in WSL`,
  );
});

test("it is installed as a file that all may run, at once and over what was there", () => {
  const plugins = join(temporaryFolder(), "plugins");
  const umask = process.umask(0o077);
  const file = installProvider(plugins, provider("0.1.0", "old"));
  process.umask(umask);
  expect(file).toBe(join(plugins, INSTALLED, "terraform-provider-m365_v0.1.0"));
  expect(statSync(file).mode & 0o777).toBe(0o755);
  const before = statSync(file).ino;
  expect(installProvider(plugins, provider("0.1.0", "new"))).toBe(file);
  expect([readFileSync(file, "utf8"), statSync(file).ino === before]).toEqual(["new", false]);
  expect(readdirSync(join(plugins, INSTALLED))).toEqual(["terraform-provider-m365_v0.1.0"]);
});

test("it is installed again only where its bytes differ", () => {
  const plugins = temporaryFolder();
  const file = ensureProvider(plugins, provider("0.1.0", "old"));
  const inode = () => statSync(file).ino;
  const first = inode();
  expect([ensureProvider(plugins, provider("0.1.0", "old")), inode()]).toEqual([file, first]);
  expect(ensureProvider(plugins, provider("0.1.0", "new"))).toBe(file);
  expect([readFileSync(file, "utf8"), inode() === first]).toEqual(["new", false]);
});

test("a stack finds it at both registries' addresses, by links that survive a move of the whole folder", () => {
  const out = temporaryFolder();
  const own = provider();
  const stack = join(out, "stacks", "contoso.com");
  for (let times = 0; times < 2; times++) linkProvider(stack, ensureProvider(join(out, "plugins"), own), own);
  const hosts = join(stack, "terraform.d", "plugins");
  expect(readdirSync(hosts).sort()).toEqual(["registry.opentofu.org", "registry.terraform.io"]);
  for (const host of readdirSync(hosts)) {
    const link = join(hosts, host, "cdktf-mail-hygiene", "m365", "0.1.0", "linux_amd64");
    expect(readlinkSync(link)).toMatch(/^\.\.\//);
    expect(realpathSync(link)).toBe(realpathSync(join(out, "plugins", INSTALLED)));
  }
});

test("a copy that a person installed in a stack is left alone", () => {
  const out = temporaryFolder();
  const own = provider();
  const copy = join(out, "stack", "terraform.d", "plugins", INSTALLED);
  mkdirSync(copy, { recursive: true });
  linkProvider(join(out, "stack"), ensureProvider(join(out, "plugins"), own), own);
  expect(lstatSync(copy).isSymbolicLink()).toBe(false);
  const other = copy.replace("registry.terraform.io", "registry.opentofu.org");
  expect(lstatSync(other).isSymbolicLink()).toBe(true);
});

test("a link that leads nowhere any more is made again", () => {
  const out = temporaryFolder();
  const own = provider();
  const link = join(out, "stack", "terraform.d", "plugins", INSTALLED);
  mkdirSync(join(link, ".."), { recursive: true });
  symlinkSync("nowhere", link);
  linkProvider(join(out, "stack"), ensureProvider(join(out, "plugins"), own), own);
  expect(existsSync(link)).toBe(true);
});
