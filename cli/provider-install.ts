import { homedir } from "node:os";
import { join, relative, resolve } from "node:path";
import { installProvider, M365_SOURCE, m365Provider } from "../rollout/m365-provider";
import type { Console } from "./console";
import { Misuse } from "./misuse";

export interface ProviderInstallOptions {
  /** Where to look for `terraform.d`: a folder with a configuration. */
  readonly dir?: string;
  /** For all configurations of this user. */
  readonly user?: boolean;
}

/** `mail-hygiene provider install`: puts the provider where Terraform finds it without a registry. */
export function providerInstall(options: ProviderInstallOptions, version: string, console: Console): 0 {
  if (options.user && options.dir !== undefined) throw new Misuse("--user and --dir exclude each other");
  const plugins = options.user
    ? join(homedir(), ".terraform.d", "plugins")
    : join(resolve(console.folder, options.dir ?? "."), "terraform.d", "plugins");
  const file = installProvider(plugins, m365Provider(version));
  console.err(`installed ${options.user ? file : relative(console.folder, file) || file}\n`);
  console.out(`terraform {
  required_providers {
    m365 = {
      source  = "${M365_SOURCE}"
      version = "${version}"
    }
  }
}
`);
  return 0;
}
