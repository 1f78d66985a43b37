import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WorkingFolder } from "../../rollout/working-folder";
import { temporaryFolder } from "../support/temp";

const PRODUCT = "terraform 1.11.4";
const PROVIDERS = {
  cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
  azuread: { source: "hashicorp/azuread" },
};

function stackOf(configuration: object): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(configuration));
  return folder;
}

/** A stack that was initialized, with its package behind a link. */
function initialized(): { readonly path: string; readonly target: string } {
  const path = stackOf({ terraform: { required_providers: PROVIDERS, backend: { local: { path: "a" } } } });
  const target = join(temporaryFolder(), "linux_amd64");
  mkdirSync(target);
  const versions = join(path, ".terraform/providers/registry.terraform.io/cloudflare/cloudflare/5.14.0");
  mkdirSync(versions, { recursive: true });
  symlinkSync(target, join(versions, "linux_amd64"));
  const folder = new WorkingFolder(path, PRODUCT);
  folder.lock = "# cloudflare 5.14.0\n";
  folder.markReady();
  return { path, target };
}

function isReady(path: string, product = PRODUCT): boolean {
  return new WorkingFolder(path, product).isReady;
}

test("the required providers are told by name, whatever their order in the configuration", () => {
  const folder = new WorkingFolder(stackOf({ terraform: { required_providers: PROVIDERS } }), PRODUCT);
  expect(folder.requiredProviders).toEqual([
    { name: "azuread", source: "hashicorp/azuread" },
    { name: "cloudflare", source: "cloudflare/cloudflare", version: "5.14.0" },
  ]);
  expect(folder.hasModules).toBe(false);
});

test.each([[{}], [{ terraform: {} }], [{ terraform: { backend: { local: {} } } }]])(
  "%j requires no providers",
  (configuration) => {
    expect(new WorkingFolder(stackOf(configuration), PRODUCT).requiredProviders).toEqual([]);
  },
);

test("modules are noticed", () => {
  expect(new WorkingFolder(stackOf({ module: { mail: { source: "./mail" } } }), PRODUCT).hasModules).toBe(
    true,
  );
});

test("a configuration that cannot be read is an error", () => {
  const folder = temporaryFolder();
  expect(() => new WorkingFolder(folder, PRODUCT)).toThrow("ENOENT");
  writeFileSync(join(folder, "cdk.tf.json"), '{ "terraform": { "required_providers": { "x": {} } } }');
  expect(() => new WorkingFolder(folder, PRODUCT)).toThrow('"source"');
  writeFileSync(join(folder, "cdk.tf.json"), "{");
  expect(() => new WorkingFolder(folder, PRODUCT)).toThrow("Invalid JSON");
});

test("the lock file is read as it stands, and there need be none", () => {
  const path = stackOf({});
  const folder = new WorkingFolder(path, PRODUCT);
  expect(folder.lock).toBeUndefined();
  folder.lock = "# locked\n";
  expect([folder.lock, readFileSync(join(path, ".terraform.lock.hcl"), "utf8")]).toEqual([
    "# locked\n",
    "# locked\n",
  ]);
});

test("a stack is ready while all that its init followed from is the same", () => {
  const { path } = initialized();
  expect(isReady(path)).toBe(true);
  // What is outside the terraform block needs no init.
  const file = join(path, "cdk.tf.json");
  const configuration = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...configuration, resource: {} }));
  expect(isReady(path)).toBe(true);
  writeFileSync(
    file,
    JSON.stringify({ terraform: { ...configuration.terraform, backend: { local: { path: "b" } } } }),
  );
  expect(isReady(path)).toBe(false);
});

test.each<[what: string, change: (path: string, target: string) => void]>([
  ["its lock file", (path) => writeFileSync(join(path, ".terraform.lock.hcl"), "# cloudflare 5.15.0\n")],
  ["the lock file that is gone", (path) => rmSync(join(path, ".terraform.lock.hcl"))],
  ["a package that is gone", (_, target) => rmSync(target, { recursive: true })],
  [
    "a package that is no folder",
    (_, target) => {
      rmSync(target, { recursive: true });
      writeFileSync(target, "");
    },
  ],
  ["a failure", (path) => WorkingFolder.forget(path)],
  ["an emptied data folder", (path) => rmSync(join(path, ".terraform"), { recursive: true })],
  [
    "packages that were put there otherwise",
    (path) => {
      const stamp = join(path, ".terraform", "mail-hygiene.init");
      writeFileSync(stamp, readFileSync(stamp, "utf8").replace(/^./, "x"));
    },
  ],
])("a stack is not ready any more because of %s", (_, change) => {
  const { path, target } = initialized();
  change(path, target);
  expect(isReady(path)).toBe(false);
});

test("another product, or another version of it, wants an init of its own", () => {
  const { path } = initialized();
  expect(isReady(path, "opentofu 1.11.4")).toBe(false);
});

test("a stack without providers is ready without packages", () => {
  const path = stackOf({});
  mkdirSync(join(path, ".terraform"));
  const folder = new WorkingFolder(path, PRODUCT);
  expect(folder.isReady).toBe(false);
  folder.markReady();
  expect(folder.isReady).toBe(true);
  WorkingFolder.forget(folder.path);
  WorkingFolder.forget(folder.path);
  expect(folder.isReady).toBe(false);
});

test("everything that an init makes is in the data folder, and its packages can be taken away", () => {
  const path = stackOf({});
  const folder = new WorkingFolder(path, PRODUCT, ".data");
  expect([folder.dataHome, folder.pluginCache]).toEqual([
    join(path, ".data", "mail-hygiene"),
    join(path, ".data", "mail-hygiene", "terraform", "plugins"),
  ]);
  folder.removePackages();
  const providers = join(path, ".data", "providers", "registry.terraform.io");
  for (const made of [providers, join(folder.pluginCache, "registry.terraform.io")])
    mkdirSync(made, { recursive: true });
  writeFileSync(join(path, ".data", "terraform.tfstate"), "{}");
  folder.markReady();
  folder.removePackages();
  expect([existsSync(providers), existsSync(folder.pluginCache)]).toEqual([false, false]);
  expect(existsSync(join(path, ".data", "terraform.tfstate"))).toBe(true);
  expect(existsSync(join(path, ".data", "mail-hygiene.init"))).toBe(true);
});

test("what Terraform wrote in part, as on a full disk, is no reason to be ready, and is taken away before an init", () => {
  const { path } = initialized();
  const backend = join(path, ".terraform", "terraform.tfstate");
  const modules = join(path, ".terraform", "modules", "modules.json");
  mkdirSync(join(modules, ".."));
  writeFileSync(modules, '{"Modules":[]}');
  for (const text of ["", '{"version":3,', "[]"]) {
    writeFileSync(backend, text);
    expect(isReady(path)).toBe(false);
    new WorkingFolder(path, PRODUCT).removeBroken();
    expect([existsSync(backend), readFileSync(modules, "utf8"), isReady(path)]).toEqual([
      false,
      '{"Modules":[]}',
      true,
    ]);
  }
});

test("a data folder that is a file is taken away, and one that is not there is no fault", () => {
  const path = stackOf({});
  const folder = new WorkingFolder(path, PRODUCT);
  folder.removeBroken();
  writeFileSync(join(path, ".terraform"), "");
  folder.removeBroken();
  expect(existsSync(join(path, ".terraform"))).toBe(false);
});
