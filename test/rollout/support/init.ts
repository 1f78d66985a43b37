import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { lockedProviders } from "../../../rollout/lock-file";
import { packageHash } from "../../../rollout/package-hash";
import type { RunTerraform } from "../../../rollout/terraform-process";

const PLATFORM = "linux_amd64";

export interface InitRun {
  /** The last part of the folder's path. */
  readonly folder: string;
  readonly args: readonly string[];
  /** How many others ran when it began. */
  readonly beside: number;
  /** Source addresses that the registry was asked about. */
  readonly asked: readonly string[];
  /** What was written into the plugin cache, e.g. `cloudflare/cloudflare 5.14.0`. */
  readonly downloaded: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** The versions that a registry has, oldest first, by source address. */
export type Registry = Readonly<Record<string, readonly string[]>>;

interface Behaviour {
  /** What Terraform says for a folder in which it fails. */
  readonly fails?: (folder: string) => string | undefined;
  /** Source addresses that the state of a stack's folder needs beside its configuration. */
  readonly inState?: (folder: string) => readonly string[];
  /** `TF_DATA_DIR`. @default ".terraform" */
  readonly dataDir?: string;
  /** What a package holds. @default its name and version */
  readonly content?: (source: string, version: string, run: number) => string;
}

/**
 * `terraform init`, as far as it installs providers: a version that the lock file has is taken from the plugin cache if a
 * checksum agrees, everything else is downloaded into the cache, over what is there (EnsureProviderVersions in
 * Terraform's internal/providercache/installer.go). A provider in an implied mirror is looked for in no registry.
 */
export function fakeInit(registry: Registry, behaviour: Behaviour = {}) {
  const {
    fails,
    inState,
    dataDir = ".terraform",
    content = (source, version) => `${source} ${version}`,
  } = behaviour;
  const runs: InitRun[] = [];
  let running = 0;
  const terraform: RunTerraform = async ({ folder, args, log, env = {} }) => {
    const name = basename(folder);
    const asked: string[] = [];
    const downloaded: string[] = [];
    runs.push({ folder: name, args, beside: running++, asked, downloaded, env });
    const number = runs.length;
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    try {
      const error = fails?.(name);
      writeFileSync(log, error ? `Error: ${error}\n` : `init of ${name}\n`);
      if (error) return 1;
      const lockFile = join(folder, ".terraform.lock.hcl");
      const locked = existsSync(lockFile) ? lockedProviders(readFileSync(lockFile, "utf8")) : [];
      const entries: string[] = [];
      for (const source of [...requiredBy(folder), ...(inState?.(name) ?? [])]) {
        const address = `registry.terraform.io/${source}`;
        const mirrors = (env.XDG_DATA_DIRS ?? "")
          .split(":")
          .map((one) => join(one, "terraform/plugins", address));
        if (!mirrors.some((mirror) => existsSync(mirror))) asked.push(source);
        const entry = locked.find((one) => one.address === address);
        const newest = registry[source]?.at(-1);
        const version = args.includes("-upgrade") ? newest : (entry?.version ?? newest);
        if (version === undefined) throw new Error(`the registry has no ${source}`);
        const cached = join(env.TF_PLUGIN_CACHE_DIR ?? "no cache", address, version, PLATFORM);
        const hashes = entry?.version === version ? entry.hashes : [];
        if (!existsSync(cached) || !hashes.includes(await packageHash(cached))) {
          rmSync(cached, { recursive: true, force: true });
          mkdirSync(cached, { recursive: true });
          writeFileSync(join(cached, "terraform-provider"), content(source, version, number));
          downloaded.push(`${source} ${version}`);
        }
        const link = join(folder, dataDir, "providers", address, version, PLATFORM);
        mkdirSync(dirname(link), { recursive: true });
        rmSync(link, { force: true });
        symlinkSync(cached, link);
        entries.push(lockEntry(address, version, [...new Set([...hashes, await packageHash(cached)])]));
      }
      mkdirSync(join(folder, dataDir), { recursive: true });
      if (entries.length > 0) writeFileSync(lockFile, `${entries.join("\n")}`);
      return 0;
    } finally {
      running--;
    }
  };
  return { runs, terraform };
}

/** An entry of a dependency lock file, as Terraform writes it. */
export function lockEntry(address: string, version: string, hashes: readonly string[]): string {
  const lines = hashes.map((hash) => `    "${hash}",\n`).join("");
  return `provider "${address}" {\n  version     = "${version}"\n  constraints = "${version}"\n  hashes = [\n${lines}  ]\n}\n`;
}

function requiredBy(folder: string): readonly string[] {
  const { terraform = {} }: { terraform?: { required_providers?: Record<string, { source: string }> } } =
    JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  return Object.values(terraform.required_providers ?? {}).map(({ source }) => source);
}
