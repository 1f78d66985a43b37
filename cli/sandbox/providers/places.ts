import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The folders in which a user's Terraform or OpenTofu finds packages of providers without a network: plugin caches,
 * filesystem mirrors of the CLI configuration, and the implied mirrors.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 * @param folder the working folder
 */
export function providerPlaces(env: NodeJS.ProcessEnv, folder: string): readonly string[] {
  const home = env.HOME || homedir();
  const configuration = configurationFiles(env, home).map(readText).join("\n");
  const expand = (path: string) =>
    resolve(
      folder,
      path.replace(/^~(?=\/)/, home).replaceAll(/\$\{?(\w+)\}?/g, (_, name: string) => env[name] ?? ""),
    );
  const shared = (env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":");
  const places = [
    ...(env.TF_PLUGIN_CACHE_DIR ? [env.TF_PLUGIN_CACHE_DIR] : []),
    ...settings(configuration, /"?plugin_cache_dir"?\s*[=:]\s*"([^"]+)"/g),
    ...settings(configuration, /"?filesystem_mirror"?\s*[:=]?\s*\[?\s*\{[^}]*?"?path"?\s*[=:]\s*"([^"]+)"/g),
    join(folder, "terraform.d", "plugins"),
    join(home, ".terraform.d", "plugins"),
    join(home, ".terraform.d", "plugin-cache"),
    ...[env.XDG_DATA_HOME || join(home, ".local/share"), ...shared].flatMap((data) =>
      ["terraform", "opentofu"].map((product) => join(data, product, "plugins")),
    ),
  ];
  return [...new Set(places.map(expand))];
}

function configurationFiles(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  const named = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG;
  return named ? [named] : [join(home, ".terraformrc"), join(home, ".tofurc")];
}

function settings(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, value]) => (value === undefined ? [] : [value]));
}

/** Comments left out; nothing where there is no such file. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll(/^\s*(#|\/\/).*$/gm, "");
  } catch {
    return "";
  }
}
