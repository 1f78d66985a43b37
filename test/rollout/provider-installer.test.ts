import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockedProviders } from "../../rollout/lock-file";
import { ProviderInstaller, type ProviderInstallerOptions } from "../../rollout/provider-installer";
import { ProviderPackages } from "../../rollout/provider-packages";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";
import { fakeInit, lockEntry } from "./support/init";

const CLOUDFLARE = { name: "cloudflare", source: "cloudflare/cloudflare", version: "~> 5.0" };
const ADDRESS = "registry.terraform.io/cloudflare/cloudflare";

/** An installer over a Terraform, and the folder that it works in. */
function installer(terraform: RunTerraform, more: Partial<ProviderInstallerOptions> = {}) {
  const scratch = join(temporaryFolder(), "plugins");
  const provided: (readonly [string, readonly string[]])[] = [];
  const made = new ProviderInstaller({
    terraform,
    packages: new ProviderPackages(join(scratch, "packages")),
    scratch,
    dataDir: ".terraform",
    upgrade: false,
    provide: (folder, required) => {
      provided.push([
        folder.startsWith(join(scratch, "install-")) ? "install" : folder,
        required.map(({ source }) => source),
      ]);
    },
    ...more,
  });
  return { scratch, provided, installer: made };
}

const versionsIn = (lock: string | undefined) => lockedProviders(lock ?? "").map(({ version }) => version);

test("an install is an init without a backend, in a folder that is gone after it", async () => {
  const { runs, terraform } = fakeInit({ "cloudflare/cloudflare": ["5.13.0", "5.14.0"] });
  const { installer: one, scratch, provided } = installer(terraform);
  const installation = await one.install([CLOUDFLARE], undefined);
  expect(installation.ok && versionsIn(installation.lock)).toEqual(["5.14.0"]);
  expect(runs.map(({ args }) => args)).toEqual([["init", "-input=false", "-no-color", "-backend=false"]]);
  expect(provided).toEqual([["install", ["cloudflare/cloudflare"]]]);
  expect(readdirSync(scratch)).toEqual(["packages"]);
});

test("an upgrade says so to Terraform, and takes neither the stack's lock file nor those of others", async () => {
  const { runs, terraform } = fakeInit({ "cloudflare/cloudflare": ["5.13.0", "5.14.0"] });
  const { installer: one } = installer(terraform, { upgrade: true });
  const old = lockEntry(ADDRESS, "5.13.0", ["h1:old="]);
  one.learn([CLOUDFLARE], old);
  const installation = await one.install([CLOUDFLARE], old);
  expect(installation.ok && versionsIn(installation.lock)).toEqual(["5.14.0"]);
  expect(runs.map(({ args }) => args.at(-1))).toEqual(["-upgrade"]);
});

test("of lock files that differ the first that was seen is taken by stacks without one", async () => {
  const { terraform } = fakeInit({ "cloudflare/cloudflare": ["5.12.0", "5.13.0", "5.14.0"] });
  const { installer: one } = installer(terraform);
  for (const version of ["5.13.0", "5.12.0"]) one.learn([CLOUDFLARE], lockEntry(ADDRESS, version, ["h1:x="]));
  const installation = await one.install([CLOUDFLARE], undefined);
  expect(installation.ok && versionsIn(installation.lock)).toEqual(["5.13.0"]);
});

test("a stack's own choice stands beside what others have chosen", async () => {
  const { runs, terraform } = fakeInit({ "cloudflare/cloudflare": ["5.12.0", "5.13.0", "5.14.0"] });
  const { installer: one } = installer(terraform);
  one.learn([CLOUDFLARE], lockEntry(ADDRESS, "5.13.0", ["h1:x="]));
  const installation = await one.install([CLOUDFLARE], lockEntry(ADDRESS, "5.12.0", ["h1:y="]));
  expect(installation.ok && versionsIn(installation.lock)).toEqual(["5.12.0"]);
  expect(runs).toHaveLength(1);
});

test("a Terraform that writes no lock file has installed nothing: developers run their own providers", async () => {
  const overridden: RunTerraform = async ({ log }) => {
    writeFileSync(log, "Warning: Provider development overrides are in effect\n");
    return 0;
  };
  const { installer: one } = installer(overridden);
  expect(await one.install([CLOUDFLARE], undefined)).toEqual({ ok: true, lock: undefined });
});

test("what Terraform says of a failure is kept, and the same is not tried twice", async () => {
  let tried = 0;
  const failing: RunTerraform = async ({ log }) => {
    tried++;
    writeFileSync(log, "Error: Failed to query available provider packages\n\nno such host\n");
    return 1;
  };
  const { installer: one } = installer(failing);
  const all = await Promise.all([1, 2].map(() => one.install([CLOUDFLARE], undefined)));
  const outcome = {
    ok: false,
    code: 1,
    errors: [{ summary: "Failed to query available provider packages", detail: "no such host" }],
    log: "Error: Failed to query available provider packages\n\nno such host\n",
  };
  expect([all, tried]).toEqual([[outcome, outcome], 1]);
});
