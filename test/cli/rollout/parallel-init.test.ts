import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Initializer } from "../../../rollout/initializer";
import { m365Provider } from "../../../rollout/m365-provider";
import { Stop } from "../../../rollout/stop";
import { terraformProcesses } from "../../../rollout/terraform-process";
import { writeStack } from "../../rollout/support/stacks";
import { temporaryFolder } from "../../support/temp";
import { zip } from "../../support/zip";

const PROVIDERS = {
  cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
  azuread: { source: "hashicorp/azuread", version: "3.7.0" },
  m365: { source: "cdktf-mail-hygiene/m365", version: "0.1.0" },
} as const;

/** All have something in common with most others. */
const SETS: readonly (readonly (keyof typeof PROVIDERS)[])[] = [
  ["cloudflare"],
  ["cloudflare", "m365"],
  ["azuread"],
  ["azuread", "cloudflare"],
  ["azuread", "m365"],
  ["azuread", "cloudflare", "m365"],
];

const DIST = join(__dirname, "../../../dist");
const M365 = m365Provider("0.1.0");

interface Mirror {
  /** The variables that make Terraform take packages from the mirror. */
  readonly env: NodeJS.ProcessEnv;
}

function program(name: string): string {
  return join(DIST, name === "m365" ? "provider" : "sandbox", `terraform-provider-${name}`);
}

/** The stand-in providers and our own one, unpacked, which Terraform links to. */
function unpackedMirror(): Mirror {
  return mirror((folder, name, version) => {
    const place = join(folder, version, M365.platform);
    mkdirSync(place, { recursive: true });
    symlinkSync(program(name), join(place, `terraform-provider-${name}_v${version}`));
  });
}

/** The same in archives with a large file, so that unpacking one takes its time. */
function packedMirror(): Mirror {
  const filler = Buffer.alloc(12 << 20, "a provider's program is large; ");
  return mirror((folder, name, version) => {
    mkdirSync(folder, { recursive: true });
    const archive = zip([
      { name: "A-CHANGELOG.md", content: filler },
      {
        name: `terraform-provider-${name}_v${version}`,
        content: readFileSync(program(name)),
        isExecutable: true,
      },
    ]);
    writeFileSync(join(folder, `terraform-provider-${name}_${version}_${M365.platform}.zip`), archive);
  });
}

function mirror(add: (folder: string, name: string, version: string) => void): Mirror {
  const root = temporaryFolder();
  for (const [name, { source, version }] of Object.entries(PROVIDERS))
    add(join(root, "mirror", "registry.terraform.io", source), name, version);
  const configuration = join(root, "mirror.tfrc");
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, "mirror")}"\n  }\n}\n`,
  );
  return { env: { ...process.env, TF_CLI_CONFIG_FILE: configuration, CHECKPOINT_DISABLE: "1" } };
}

/**
 * Initializes stacks with six sets of providers at once, and starts each stack's providers while others are still at it.
 * @returns what went wrong
 */
async function initialized(
  env: NodeJS.ProcessEnv,
  count: number,
  binary = "terraform",
): Promise<readonly string[]> {
  const project = temporaryFolder();
  const terraform = terraformProcesses(binary, env, new Stop());
  const initializer = new Initializer({
    terraform,
    product: "terraform",
    upgrade: false,
    plugins: join(project, "cdktf.out", "plugins"),
    m365: () => M365,
  });
  const stacks = SETS.flatMap((set, place) =>
    Array.from({ length: count }, (_, number) => {
      const required = Object.fromEntries(set.map((name) => [name, PROVIDERS[name]]));
      return writeStack(
        project,
        `set-${place}-${number}`,
        {},
        { terraform: { required_providers: required } },
      );
    }),
  );
  const faults = stacks.map(async (stack): Promise<readonly string[]> => {
    const log = join(project, `${stack.name}.log`);
    const outcome = await initializer.init(initializer.prepare(stack), log);
    if (!outcome.ok) return [`${stack.name}: init: ${JSON.stringify(outcome.errors)}`];
    const args = ["providers", "schema", "-json"];
    const code = await terraform({ args, folder: stack.folder, log, stdout: `${log}.json` });
    return code === 0 ? [] : [`${stack.name}: start: ${readFileSync(log, "utf8")}`];
  });
  const all = (await Promise.all(faults)).flat();
  const packages = readdirSync(join(project, "cdktf.out", "plugins", "packages"));
  expect(packages).toHaveLength(3);
  return all;
}

/** A Terraform that is held up at any moment, in the middle of whatever it does with files, as by a slow disk. */
function haltingTerraform(): string {
  const file = join(temporaryFolder(), "terraform");
  const some = (most: number) => `0.$(printf %03d $(( $(od -An -N2 -tu2 /dev/urandom) % ${most} )))`;
  writeFileSync(
    file,
    `#!/bin/sh
terraform "$@" & pid=$!
while sleep ${some(60)}; kill -STOP $pid 2>/dev/null; do sleep ${some(120)}; kill -CONT $pid; done
wait $pid
`,
    { mode: 0o755 },
  );
  return file;
}

/** Another program that initializes with the user's plugin cache, again and again. */
async function otherUntil(isOver: () => boolean, env: NodeJS.ProcessEnv): Promise<number> {
  let inits = 0;
  const terraform = terraformProcesses("terraform", env, new Stop());
  for (; !isOver(); inits++) {
    const folder = temporaryFolder();
    const some = Object.entries(PROVIDERS).filter(([name]) => name !== "m365" || inits % 2 === 0);
    const required = Object.fromEntries(some);
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: required } }),
    );
    await terraform({ args: ["init", "-input=false"], folder, log: join(folder, "log") });
  }
  return inits;
}

test("a disk that is slow at any moment, and another program that uses the user's plugin cache, disturb no init", async () => {
  const cache = temporaryFolder();
  const { env } = packedMirror();
  const configuration = env.TF_CLI_CONFIG_FILE ?? "";
  writeFileSync(configuration, `plugin_cache_dir = "${cache}"\n${readFileSync(configuration, "utf8")}`);
  let isOver = false;
  const other = otherUntil(() => isOver, env);
  const halting = haltingTerraform();
  const faults = await Promise.all([initialized(env, 1, halting), initialized(env, 1, halting)]);
  isOver = true;
  expect(faults.flat()).toEqual([]);
  expect(await other).toBeGreaterThan(0);
  expect(readdirSync(cache)).not.toEqual([]);
}, 240_000);

test.each([
  ["links", unpackedMirror, 2],
  // Unpacking takes its time, so that fewer meet in it as surely.
  ["archives", packedMirror, 1],
])(
  "two roll-outs initialize six sets of providers that overlap at once, from a mirror of %s",
  async (_, make, count) => {
    // A plugin cache that both have, and that neither may use: Terraform replaces packages there that others run.
    const cache = temporaryFolder();
    const env = { ...make().env, TF_PLUGIN_CACHE_DIR: cache };
    const faults = await Promise.all([initialized(env, count), initialized(env, count)]);
    expect(faults.flat()).toEqual([]);
    expect(readdirSync(cache)).toEqual([]);
  },
  180_000,
);
