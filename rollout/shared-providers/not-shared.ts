import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where the way by which Terraform is told of a running provider is tried by our tests. */
const PLATFORMS: readonly string[] = ["linux", "darwin"];

/**
 * Why no provider is shared between stacks, by what the user's environment says.
 * @param folder where relative paths begin
 * @returns `undefined` where they may be; else the reason for people
 */
export function notSharedBecause(
  env: NodeJS.ProcessEnv,
  folder: string,
  platform: string = process.platform,
): string | undefined {
  if (!PLATFORMS.includes(platform)) return `that is not tried on ${platform}`;
  if (env.TF_REATTACH_PROVIDERS) return "TF_REATTACH_PROVIDERS names providers that run already";
  // What a provider logs reaches Terraform's log by the process that started it.
  const log = Object.keys(env).find((name) => /^TF_LOG($|_PROVIDER|_SDK)/.test(name) && env[name]);
  if (log !== undefined) return `${log} asks for what providers log`;
  const overrides = configurationFiles(env, folder).find((file) => /\bdev_overrides\b/.test(textOf(file)));
  return overrides === undefined ? undefined : `${overrides} has dev_overrides`;
}

/**
 * The files that Terraform and OpenTofu read their own settings from.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#locations
 */
function configurationFiles(env: NodeJS.ProcessEnv, folder: string): readonly string[] {
  const home = env.HOME || homedir();
  const named = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG;
  const more = [
    join(home, ".terraform.d"),
    join(env.XDG_CONFIG_HOME || join(home, ".config"), "opentofu"),
  ].flatMap((place) =>
    namesIn(place)
      .filter((name) => /\.(tfrc|tofurc)(\.json)?$|^tofurc$/.test(name))
      .map((name) => join(place, name)),
  );
  const own = named ? [resolve(folder, named)] : [join(home, ".terraformrc"), join(home, ".tofurc")];
  return [...own, ...more];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
