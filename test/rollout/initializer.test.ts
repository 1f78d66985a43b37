import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Initializer } from "../../rollout/initializer";
import type { RolloutStack } from "../../rollout/stack";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";
import { writeStack } from "./support/stacks";

const CLOUDFLARE = {
  required_providers: { cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" } },
};

/** Terraform as it fills a cache: who ran beside whom, and with which lock file. */
function watched(fails: (folder: string) => string | undefined = () => undefined) {
  const runs: { readonly folder: string; readonly args: readonly string[]; readonly beside: number }[] = [];
  let running = 0;
  const terraform: RunTerraform = async ({ folder, args, log }) => {
    runs.push({ folder: folder.split("/").at(-1) ?? "", args, beside: running });
    running++;
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    const error = fails(folder);
    writeFileSync(log, error ? `Error: ${error}\n` : "");
    if (error) return 1;
    mkdirSync(join(folder, ".terraform"), { recursive: true });
    writeFileSync(join(folder, ".terraform.lock.hcl"), "# cloudflare 5.14.0\n");
    return 0;
  };
  return { runs, terraform };
}

async function initAll(stacks: readonly RolloutStack[], terraform: RunTerraform, upgrade = false) {
  const log = temporaryFolder();
  const initializer = new Initializer({
    terraform,
    product: "terraform 1.11.4",
    upgrade,
    plugins: log,
    m365: () => {
      throw new Error("nobody asked for m365");
    },
  });
  return Promise.all(
    stacks.map(async (stack) => {
      const folder = initializer.prepare(stack);
      if (!initializer.needsInit(folder)) return "ready";
      return (await initializer.init(folder, join(log, stack.name))).ok;
    }),
  );
}

function four(): readonly RolloutStack[] {
  const project = temporaryFolder();
  return ["a", "b", "c", "d"].map((name) => writeStack(project, name, {}, { terraform: CLOUDFLARE }));
}

test("the first stack with a set of providers fills the cache alone; then the others go together", async () => {
  const { runs, terraform } = watched();
  const stacks = four();
  expect(await initAll(stacks, terraform)).toEqual([true, true, true, true]);
  expect(runs.map(({ folder, beside }) => [folder, beside])).toEqual([
    ["a", 0],
    ["b", 0],
    ["c", 1],
    ["d", 2],
  ]);
  expect(await initAll(stacks, terraform)).toEqual(["ready", "ready", "ready", "ready"]);
});

test("two sets of providers do not fill the cache at once", async () => {
  const { runs, terraform } = watched();
  const project = temporaryFolder();
  const azuread = { required_providers: { azuread: { source: "hashicorp/azuread", version: "3.7.0" } } };
  await initAll(
    [
      writeStack(project, "contoso.com", {}, { terraform: CLOUDFLARE }),
      writeStack(project, "tenant-contoso", {}, { terraform: azuread }),
    ],
    terraform,
  );
  expect(runs.map(({ beside }) => beside)).toEqual([0, 0]);
});

test("a first stack with trouble of its own leaves the place to the next", async () => {
  const { runs, terraform } = watched((folder) =>
    folder.endsWith("/a") ? "Error refreshing state: AccessDenied" : undefined,
  );
  expect(await initAll(four(), terraform)).toEqual([false, true, true, true]);
  expect(runs.map(({ folder, beside }) => [folder, beside])).toEqual([
    ["a", 0],
    ["b", 0],
    ["c", 0],
    ["d", 1],
  ]);
});

test("providers that cannot be had are asked for once", async () => {
  const { runs, terraform } = watched(() => "Failed to query available provider packages");
  expect(await initAll(four(), terraform)).toEqual([false, false, false, false]);
  expect(runs).toHaveLength(1);
});

test("an upgrade chooses once for each set of providers, and the others take that choice", async () => {
  const { runs, terraform } = watched();
  const stacks = four();
  await initAll(stacks, terraform);
  await initAll(stacks, terraform, true);
  expect(runs.slice(4).map(({ args }) => args.includes("-upgrade"))).toEqual([true, false, false, false]);
});
