import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** Environment variables with paths that Terraform would resolve in each stack's folder. */
const PATHS = ["TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG", "TF_PLUGIN_CACHE_DIR"];

/**
 * The environment in which Terraform runs in the stacks' folders: the user's own, made for programs, with paths that
 * mean the same in every folder, and with a plugin cache if the user has chosen none.
 * @param folder where relative paths begin
 */
export function terraformEnvironment(user: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    // Hundreds of runs need not ask HashiCorp for news each.
    CHECKPOINT_DISABLE: "1",
    ...user,
    TF_IN_AUTOMATION: "1",
  };
  for (const name of PATHS) {
    const path = env[name];
    if (path !== undefined && path !== "") env[name] = resolve(folder, path);
  }
  if (!env.TF_PLUGIN_CACHE_DIR && !configuresCache(env)) {
    // Where the cdktf CLI keeps it too.
    env.TF_PLUGIN_CACHE_DIR = join(homeOf(env), ".terraform.d", "plugin-cache");
  }
  // Terraform refuses a cache folder that is not there.
  if (env.TF_PLUGIN_CACHE_DIR) mkdirSync(env.TF_PLUGIN_CACHE_DIR, { recursive: true });
  return env;
}

/** The one name of a binary, or its path made to mean the same in every folder. */
export function terraformBinary(user: NodeJS.ProcessEnv, folder: string): string {
  const name = user.TERRAFORM_BINARY_NAME || "terraform";
  return name.includes("/") && !isAbsolute(name) ? resolve(folder, name) : name;
}

/**
 * Does the user's CLI configuration name a cache? The environment would win over it.
 * https://developer.hashicorp.com/terraform/cli/config/config-file
 */
function configuresCache(env: NodeJS.ProcessEnv): boolean {
  const named = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG;
  const files = named ? [named] : ownConfigurations(homeOf(env));
  return files.some((file) => /^[\s{,]*"?plugin_cache_dir"?\s*[=:]/m.test(textOf(file)));
}

/** What Terraform and OpenTofu read when no file is named. */
function ownConfigurations(home: string): readonly string[] {
  const fragments = join(home, ".terraform.d");
  const names = existsSync(fragments) ? readdirSync(fragments) : [];
  return [
    join(home, ".terraformrc"),
    join(home, ".tofurc"),
    ...names.filter((name) => /\.tfrc(\.json)?$/.test(name)).map((name) => join(fragments, name)),
  ];
}

function homeOf(env: NodeJS.ProcessEnv): string {
  return env.HOME || homedir();
}

/** A file's text; empty if it cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
