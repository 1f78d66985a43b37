import { isAbsolute, resolve } from "node:path";

/** Environment variables with paths that Terraform would resolve in each stack's folder. */
const PATHS = ["TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG"];

/**
 * The environment in which Terraform runs in the stacks' folders: the user's own, made for programs, with paths that
 * mean the same in every folder, and without a plugin cache: roll-outs have their own (see ProviderPackages).
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
  // Terraform would refuse one that is not there.
  delete env.TF_PLUGIN_CACHE_DIR;
  return env;
}

/** The one name of a binary, or its path made to mean the same in every folder. */
export function terraformBinary(user: NodeJS.ProcessEnv, folder: string): string {
  const name = user.TERRAFORM_BINARY_NAME || "terraform";
  return name.includes("/") && !isAbsolute(name) ? resolve(folder, name) : name;
}
