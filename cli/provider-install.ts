import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { Misuse } from "./misuse";
import type { Console } from "./program";

export interface ProviderInstallOptions {
  /** Where to look for `terraform.d`: a folder with a configuration. */
  readonly dir?: string;
  /** For all configurations of this user. */
  readonly user?: boolean;
}

/** Where the provider is found: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
const PROVIDER_SOURCE = "cdktf-mail-hygiene/m365";

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", freebsd: "freebsd" };
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "amd64",
  arm64: "arm64",
  arm: "arm",
  ia32: "386",
};

/** `mail-hygiene provider install`: puts the provider where Terraform finds it without a registry. */
export function providerInstall(options: ProviderInstallOptions, version: string, console: Console): 0 {
  if (options.user && options.dir !== undefined) throw new Misuse("--user and --dir exclude each other");
  const os = PLATFORMS[process.platform];
  const architecture = ARCHITECTURES[process.arch];
  if (os === undefined || architecture === undefined) {
    throw new Misuse(
      `the provider is a Node script, which Terraform cannot start on ${process.platform}/${process.arch}; on Windows run Terraform in WSL`,
    );
  }
  const plugins = options.user
    ? join(homedir(), ".terraform.d", "plugins")
    : join(resolve(console.folder, options.dir ?? "."), "terraform.d", "plugins");
  const file = join(
    plugins,
    "registry.terraform.io",
    ...PROVIDER_SOURCE.split("/"),
    version,
    `${os}_${architecture}`,
    `terraform-provider-m365_v${version}`,
  );
  mkdirSync(dirname(file), { recursive: true });
  // In its place at once: a Terraform that runs now keeps the file it has.
  copyFileSync(executable(), `${file}.new`);
  chmodSync(`${file}.new`, 0o755);
  renameSync(`${file}.new`, file);
  console.err(`installed ${options.user ? file : relative(console.folder, file) || file}\n`);
  console.out(`terraform {
  required_providers {
    m365 = {
      source  = "${PROVIDER_SOURCE}"
      version = "${version}"
    }
  }
}
`);
  return 0;
}

/** Beside cli/ in dist/; below dist/ when the sources run. */
function executable(): string {
  const places = ["../provider", "../dist/provider"].map((folder) =>
    join(__dirname, folder, "terraform-provider-m365"),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error("the provider is not built: npm run build");
  return found;
}
