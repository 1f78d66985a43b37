import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Initializer, type InitializerOptions, type InitOutcome } from "../../rollout/initializer";
import type { RolloutStack } from "../../rollout/stack";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";
import { fakeInit, lockEntry, type Registry } from "./support/init";
import { writeStack } from "./support/stacks";

const SOURCES = {
  cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
  azuread: { source: "hashicorp/azuread", version: "~> 3.0" },
  aws: { source: "hashicorp/aws", version: ">= 6.0.0" },
} as const;
type ProviderName = keyof typeof SOURCES;

const REGISTRY: Registry = {
  "cloudflare/cloudflare": ["5.14.0"],
  "hashicorp/azuread": ["3.6.0", "3.7.0"],
  "hashicorp/aws": ["6.0.0"],
};

function requiring(...names: readonly ProviderName[]): object {
  return {
    terraform: { required_providers: Object.fromEntries(names.map((name) => [name, SOURCES[name]])) },
  };
}

function stack(project: string, name: string, ...providers: readonly ProviderName[]): RolloutStack {
  return writeStack(project, name, {}, requiring(...providers));
}

/** Four stacks that require the provider cloudflare. */
function four(project: string): readonly RolloutStack[] {
  return ["a", "b", "c", "d"].map((name) => stack(project, name, "cloudflare"));
}

function initializerIn(
  project: string,
  terraform: RunTerraform,
  more: Partial<InitializerOptions> = {},
): Initializer {
  return new Initializer({
    terraform,
    product: "terraform 1.11.4",
    upgrade: false,
    plugins: join(project, "cdktf.out", "plugins"),
    m365: () => {
      throw new Error("no stack requires m365");
    },
    ...more,
  });
}

/** Initializes what needs it, all at once, as the first thing in a roll-out. */
async function initAll(
  project: string,
  stacks: readonly RolloutStack[],
  terraform: RunTerraform,
  more: Partial<InitializerOptions> = {},
): Promise<readonly (InitOutcome | "ready")[]> {
  const initializer = initializerIn(project, terraform, more);
  return Promise.all(
    stacks.map(async (one) => {
      const folder = initializer.prepare(one);
      return initializer.needsInit(folder) ? initializer.init(folder, logOf(project, one)) : "ready";
    }),
  );
}

function logOf(project: string, { name }: RolloutStack): string {
  return join(project, `${name}.log`);
}

function lockOf({ folder }: RolloutStack): string {
  return readFileSync(join(folder, ".terraform.lock.hcl"), "utf8");
}

const OK = { ok: true };
const INSTALL = expect.stringMatching(/^install-/);

test("the packages of a set of providers are installed aside; then all stacks are initialized at once, from links", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY);
  const stacks = four(project);
  expect(await initAll(project, stacks, terraform)).toEqual([OK, OK, OK, OK]);
  expect(
    runs.map(({ folder, args, beside, asked, downloaded }) => ({ folder, args, beside, asked, downloaded })),
  ).toEqual([
    {
      folder: INSTALL,
      args: ["init", "-input=false", "-no-color", "-backend=false"],
      beside: 0,
      asked: ["cloudflare/cloudflare"],
      downloaded: ["cloudflare/cloudflare 5.14.0"],
    },
    ...["a", "b", "c", "d"].map((folder, beside) => ({
      folder,
      args: ["init", "-input=false", "-no-color"],
      beside,
      asked: [],
      downloaded: [],
    })),
  ]);
  const plugins = join(project, "cdktf.out", "plugins");
  // Nothing is left of the installation but the package, under its checksum.
  expect(readdirSync(plugins)).toEqual(["packages"]);
  const [checksum = "", ...others] = readdirSync(join(plugins, "packages"));
  expect([checksum, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), []]);
  for (const { folder } of stacks) {
    const installed = ".terraform/providers/registry.terraform.io/cloudflare/cloudflare/5.14.0/linux_amd64";
    expect(realpathSync(join(folder, installed))).toBe(
      realpathSync(join(plugins, "packages", checksum, "linux_amd64")),
    );
  }
  expect(await initAll(project, stacks, terraform)).toEqual(["ready", "ready", "ready", "ready"]);
});

test("sets that overlap are installed one after the other, and what one has got the next does not get again", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY);
  const outcomes = await initAll(
    project,
    [
      stack(project, "contoso.com", "cloudflare"),
      stack(project, "tenant-contoso", "azuread", "cloudflare"),
      stack(project, "tenant-fabrikam", "azuread"),
    ],
    terraform,
  );
  expect(outcomes).toEqual([OK, OK, OK]);
  const installs = runs.filter(({ folder }) => folder.startsWith("install-"));
  expect(installs.map(({ downloaded }) => downloaded)).toEqual([
    ["cloudflare/cloudflare 5.14.0"],
    ["hashicorp/azuread 3.7.0"],
  ]);
  expect(
    runs.filter(({ folder }) => !folder.startsWith("install-")).flatMap(({ downloaded }) => downloaded),
  ).toEqual([]);
});

test("whatever stacks require together, each package is downloaded once, and never by two at a time or in a stack", async () => {
  const names = Object.keys(SOURCES) as ProviderName[];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.subarray(names), { minLength: 1, maxLength: 8 }), async (sets) => {
      const project = temporaryFolder();
      const { runs, terraform } = fakeInit(REGISTRY);
      const stacks = sets.map((set, place) => stack(project, `d${place}`, ...set));
      for (const outcome of await initAll(project, stacks, terraform)) expect(outcome).toEqual(OK);
      const downloads = runs.flatMap(({ downloaded }) => downloaded);
      expect(downloads.length).toBe(new Set(downloads).size);
      for (const { folder, downloaded, asked } of runs)
        if (!folder.startsWith("install-")) expect([downloaded, asked]).toEqual([[], []]);
      // Whoever installs meets stacks only, which do not write.
      expect(new Set(sets.flat()).size).toBe(downloads.length);
    }),
    { numRuns: 6 },
  );
});

test("a stack that came later gets what others have from an earlier run, without a download", async () => {
  const project = temporaryFolder();
  await initAll(project, four(project), fakeInit(REGISTRY).terraform);
  const { runs, terraform } = fakeInit({ ...REGISTRY, "cloudflare/cloudflare": ["5.14.0", "5.15.0"] });
  const late = stack(project, "late.example", "cloudflare");
  expect(await initAll(project, [...four(project), late], terraform)).toEqual([
    "ready",
    "ready",
    "ready",
    "ready",
    OK,
  ]);
  expect(runs.map(({ folder, downloaded }) => [folder, downloaded])).toEqual([["late.example", []]]);
  expect(lockOf(late)).toContain('"5.14.0"');
});

test("what one stack's constraint chose is no choice for another constraint", async () => {
  const project = temporaryFolder();
  const first = stack(project, "first.example", "azuread");
  await initAll(project, [first], fakeInit({ "hashicorp/azuread": ["3.6.0"] }).terraform);
  const exact = { azuread: { source: "hashicorp/azuread", version: "3.7.0" } };
  const second = writeStack(project, "second.example", {}, { terraform: { required_providers: exact } });
  const { runs, terraform } = fakeInit(REGISTRY);
  expect(await initAll(project, [first, second], terraform)).toEqual(["ready", OK]);
  expect(runs[0]?.downloaded).toEqual(["hashicorp/azuread 3.7.0"]);
});

test("a stack's own lock file stands, beside another that chose later", async () => {
  const project = temporaryFolder();
  const old = stack(project, "old.example", "azuread");
  await initAll(project, [old], fakeInit({ "hashicorp/azuread": ["3.6.0"] }).terraform);
  const fresh = temporaryFolder();
  const kept = stack(fresh, "old.example", "azuread");
  writeFileSync(join(kept.folder, ".terraform.lock.hcl"), lockOf(old));
  const { runs, terraform } = fakeInit(REGISTRY);
  expect(await initAll(fresh, [stack(fresh, "new.example", "aws"), kept], terraform)).toEqual([OK, OK]);
  expect(runs.flatMap(({ downloaded }) => downloaded)).toEqual([
    "hashicorp/aws 6.0.0",
    "hashicorp/azuread 3.6.0",
  ]);
  expect(lockOf(kept)).toBe(lockOf(old));
});

test("an entry that only a stack's state needs stays in its lock file, and its package out of the others' way", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY, {
    inState: (folder) => (folder === "moved.example" ? ["hashicorp/aws"] : []),
  });
  const moved = stack(project, "moved.example", "cloudflare");
  expect(await initAll(project, [moved, stack(project, "a", "cloudflare")], terraform)).toEqual([OK, OK]);
  expect(runs.map(({ folder, downloaded }) => [folder, downloaded])).toEqual([
    [INSTALL, ["cloudflare/cloudflare 5.14.0"]],
    ["moved.example", ["hashicorp/aws 6.0.0"]],
    ["a", []],
  ]);
  const before = lockOf(moved);
  expect(before).toContain("hashicorp/aws");
  expect(await initAll(project, [moved], terraform, { product: "terraform 1.12.0" })).toEqual([OK]);
  expect(lockOf(moved)).toBe(before);
});

test("trouble of a stack's own is its own", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY, {
    fails: (folder) => (folder === "a" ? "Error refreshing state: AccessDenied" : undefined),
  });
  expect(await initAll(project, four(project), terraform)).toEqual([
    { ok: false, code: 1, errors: [{ summary: "Error refreshing state: AccessDenied" }] },
    OK,
    OK,
    OK,
  ]);
  expect(runs).toHaveLength(5);
  // It is not taken for initialized.
  expect(await initAll(project, four(project), fakeInit(REGISTRY).terraform)).toEqual([
    OK,
    "ready",
    "ready",
    "ready",
  ]);
});

test("providers that cannot be had are asked for once, and each stack's log has what Terraform said", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY, {
    fails: () => "Failed to query available provider packages",
  });
  const umask = process.umask(0);
  const stacks = four(project);
  const failed = { ok: false, code: 1, errors: [{ summary: "Failed to query available provider packages" }] };
  expect(await initAll(project, stacks, terraform)).toEqual([failed, failed, failed, failed]);
  process.umask(umask);
  expect(runs.map(({ folder }) => folder)).toEqual([INSTALL]);
  expect(readdirSync(join(project, "cdktf.out", "plugins"))).toEqual([]);
  for (const one of stacks) {
    expect(readFileSync(logOf(project, one), "utf8")).toBe(
      "Error: Failed to query available provider packages\n",
    );
    expect(statSync(logOf(project, one)).mode & 0o777).toBe(0o600);
    // What was there stays.
    expect(existsSync(join(one.folder, ".terraform"))).toBe(false);
  }
});

test("a set that cannot be had is in no other set's way", async () => {
  const project = temporaryFolder();
  const { terraform } = fakeInit({ "cloudflare/cloudflare": ["5.14.0"] });
  const [azuread, cloudflare] = await Promise.allSettled([
    ...(() => {
      const initializer = initializerIn(project, terraform);
      return [stack(project, "t", "azuread"), stack(project, "d", "cloudflare")].map((one) =>
        initializer.init(initializer.prepare(one), logOf(project, one)),
      );
    })(),
  ]);
  expect(azuread).toEqual({ status: "rejected", reason: new Error("the registry has no hashicorp/azuread") });
  expect(cloudflare).toEqual({ status: "fulfilled", value: OK });
});

test("an upgrade chooses once for each set of providers, and all stacks take that choice", async () => {
  const project = temporaryFolder();
  const sets = (): readonly RolloutStack[] => [
    stack(project, "a", "azuread"),
    stack(project, "b", "azuread"),
    stack(project, "c", "azuread", "cloudflare"),
  ];
  await initAll(project, sets(), fakeInit({ ...REGISTRY, "hashicorp/azuread": ["3.6.0"] }).terraform);
  const { runs, terraform } = fakeInit(REGISTRY);
  expect(await initAll(project, sets(), terraform, { upgrade: true })).toEqual([OK, OK, OK]);
  const seen = runs.map(({ folder, args, downloaded }) => ({
    folder,
    upgrade: args.includes("-upgrade"),
    downloaded,
  }));
  expect(seen.filter(({ upgrade }) => upgrade)).toEqual([
    { folder: INSTALL, upgrade: true, downloaded: ["hashicorp/azuread 3.7.0"] },
    { folder: INSTALL, upgrade: true, downloaded: ["cloudflare/cloudflare 5.14.0"] },
  ]);
  expect(seen.filter(({ upgrade }) => !upgrade)).toEqual(
    ["a", "b", "c"].map((folder) => ({ folder, upgrade: false, downloaded: [] })),
  );
  for (const one of sets()) expect(lockOf(one)).not.toContain("3.6.0");
});

test("a stack with modules finds out itself what they require, in a plugin cache of its own", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY);
  const withModule = { ...requiring("cloudflare"), module: { mail: { source: "./mail" } } };
  const stacks = [writeStack(project, "m", {}, withModule), stack(project, "a", "cloudflare")];
  expect(await initAll(project, stacks, terraform)).toEqual([OK, OK]);
  expect(await initAll(project, stacks, terraform, { upgrade: true })).toEqual([OK, OK]);
  const own = runs.filter(({ folder }) => folder === "m");
  expect(own.map(({ args, asked, env }) => [args.slice(1), asked, Object.keys(env)])).toEqual([
    [["-input=false", "-no-color"], ["cloudflare/cloudflare"], ["TF_PLUGIN_CACHE_DIR"]],
    [["-input=false", "-no-color", "-upgrade"], ["cloudflare/cloudflare"], ["TF_PLUGIN_CACHE_DIR"]],
  ]);
});

test("a stack that requires no providers needs no installation", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY);
  const none = writeStack(project, "none", { Spf: { input: "v=spf1 -all" } });
  expect(await initAll(project, [none], terraform)).toEqual([OK]);
  expect(runs.map(({ folder }) => folder)).toEqual(["none"]);
  expect(existsSync(join(none.folder, ".terraform.lock.hcl"))).toBe(false);
});

test("each init has a plugin cache of its own, which is the first place to look for providers", async () => {
  const project = temporaryFolder();
  const { runs, terraform } = fakeInit(REGISTRY, { dataDir: ".tfdata" });
  const stacks = [stack(project, "a", "cloudflare"), stack(project, "b", "cloudflare")];
  await initAll(project, stacks, terraform, { dataDir: ".tfdata" });
  const home = (name: string) => join(project, "cdktf.out", "stacks", name, ".tfdata", "mail-hygiene");
  expect(runs.map(({ env }) => env)).toEqual([
    { TF_PLUGIN_CACHE_DIR: expect.stringMatching(/\/cdktf\.out\/plugins\/install-\w+\/plugin-cache$/) },
    {
      TF_PLUGIN_CACHE_DIR: join(home("a"), "terraform", "plugins"),
      XDG_DATA_DIRS: `${home("a")}:/usr/local/share:/usr/share`,
    },
    {
      TF_PLUGIN_CACHE_DIR: join(home("b"), "terraform", "plugins"),
      XDG_DATA_DIRS: `${home("b")}:/usr/local/share:/usr/share`,
    },
  ]);
  const later = fakeInit(REGISTRY, { dataDir: ".tfdata" });
  const dataDirs = "/opt/share";
  await initAll(project, stacks, later.terraform, { dataDir: ".tfdata", dataDirs, product: "tofu" });
  expect(later.runs.map(({ env }) => env.XDG_DATA_DIRS)).toEqual([
    `${home("a")}:/opt/share`,
    `${home("b")}:/opt/share`,
  ]);
});

test("what an earlier init installed elsewhere is taken away first", async () => {
  const project = temporaryFolder();
  const one = stack(project, "a", "cloudflare");
  const old = join(one.folder, ".terraform", "providers", "registry.terraform.io", "old");
  const oldCache = join(one.folder, ".terraform", "mail-hygiene", "terraform", "plugins", "old");
  for (const folder of [old, oldCache]) mkdirSync(folder, { recursive: true });
  await initAll(project, [one], fakeInit(REGISTRY).terraform);
  expect([existsSync(old), existsSync(oldCache)]).toEqual([false, false]);
});

test("a package that is not what its lock file says is refused", async () => {
  const project = temporaryFolder();
  const { terraform } = fakeInit(REGISTRY);
  const one = stack(project, "a", "cloudflare");
  const torn: RunTerraform = async (invocation) => {
    const code = await terraform(invocation);
    const entry = lockEntry("registry.terraform.io/cloudflare/cloudflare", "5.14.0", [
      `h1:${"A".repeat(43)}=`,
    ]);
    writeFileSync(join(invocation.folder, ".terraform.lock.hcl"), entry);
    return code;
  };
  const summary =
    "the package of registry.terraform.io/cloudflare/cloudflare 5.14.0 has the checksum h1:+/HgdlecPaxlFywDXYQCAgwarzTNvgxsBnG4DvxAxnI=, which its lock file entry has not: it changed while it was installed";
  expect(await initAll(project, [one], torn)).toEqual([{ ok: false, code: 0, errors: [{ summary }] }]);
  expect(readFileSync(logOf(project, one), "utf8")).toMatch(
    new RegExp(`^init of install-\\w+\n\n${summary.slice(0, 20)}`),
  );
  expect(readdirSync(join(project, "cdktf.out", "plugins", "packages"))).toEqual([]);
});

describe("provider m365", () => {
  function m365In(project: string) {
    const executable = join(project, "terraform-provider-m365");
    writeFileSync(executable, "#!/usr/bin/env node\n");
    return { version: "0.1.0", platform: "linux_amd64", executable };
  }

  test.each(["cdktf-mail-hygiene/m365", "registry.terraform.io/cdktf-mail-hygiene/m365"])(
    "is put within reach of the stacks that require %s, and of their installation",
    async (source) => {
      const project = temporaryFolder();
      const m365 = jest.fn(() => m365In(project));
      const mirror = "terraform.d/plugins/registry.terraform.io/cdktf-mail-hygiene/m365/0.1.0/linux_amd64";
      const reached: (readonly [string, boolean])[] = [];
      const { terraform } = fakeInit({ [source]: ["0.1.0"], ...REGISTRY });
      const watched: RunTerraform = (invocation) => {
        const { folder } = invocation;
        reached.push([folder.split("/").at(-1) ?? "", existsSync(join(folder, mirror))]);
        return terraform(invocation);
      };
      const required = { m365: { source, version: "0.1.0" } };
      const exchange = writeStack(
        project,
        "exchange.example",
        {},
        { terraform: { required_providers: required } },
      );
      const stacks = [exchange, stack(project, "dns.example", "cloudflare")];
      expect(await initAll(project, stacks, watched, { m365 })).toEqual([OK, OK]);
      expect(
        Object.fromEntries(reached.map(([folder, is]) => [folder.replace(/-.*/, ""), is])),
      ).toMatchObject({
        "exchange.example": true,
        "dns.example": false,
      });
      expect(reached.filter(([folder]) => folder.startsWith("install-")).map(([, is]) => is)).toEqual([
        true,
        false,
      ]);
    },
  );
});
