import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type FoundPackage, findPackage } from "./find-package";
import { PLATFORM, REGISTRIES, type WantedProvider } from "./wanted";

export interface Question {
  readonly provider: WantedProvider;
  /** The program. */
  readonly terraform: string;
  readonly env: NodeJS.ProcessEnv;
  /** A filesystem mirror that keeps what is found. */
  readonly keepIn: string;
  /** How long an answer may take, in milliseconds. */
  readonly patience: number;
}

/**
 * Lets Terraform install a provider with the user's own CLI configuration, from wherever that leads: a registry, a
 * network mirror. Nothing of the user's is written: the working folder and the plugin cache are temporary.
 * @returns `undefined` if there is none, or no answer in time
 */
export async function askTerraform(question: Question): Promise<FoundPackage | undefined> {
  const { provider, terraform, env, keepIn, patience } = question;
  const { namespace, type, constraint } = provider;
  mkdirSync(keepIn, { recursive: true });
  const folder = mkdtempSync(join(keepIn, ".init-"));
  const cache = join(folder, "cache");
  mkdirSync(cache);
  const source = `${namespace}/${type}`;
  const configuration = { terraform: { required_providers: { [type]: { source, version: constraint } } } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
  try {
    await promisify(execFile)(terraform, ["init", "-input=false", "-no-color"], {
      cwd: folder,
      env: { ...env, TF_PLUGIN_CACHE_DIR: cache, TF_DATA_DIR: ".terraform", CHECKPOINT_DISABLE: "1" },
      timeout: patience,
    });
    const found = findPackage(provider, [cache, join(folder, ".terraform", "providers")]);
    if (!found) return undefined;
    const { version, path } = found;
    return { version, path: keep(path, join(keepIn, REGISTRIES[0], namespace, type, version, PLATFORM)) };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep(found: string, place: string): string {
  mkdirSync(dirname(place), { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(found, place);
  return place;
}
