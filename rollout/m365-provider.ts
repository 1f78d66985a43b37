import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { copyAnew } from "./write-anew";

/** The provider's source address. */
export const M365_SOURCE = "cdktf-mail-hygiene/m365";

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", freebsd: "freebsd" };
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "amd64",
  arm64: "arm64",
  arm: "arm",
  ia32: "386",
};

/** The hosts that Terraform and OpenTofu take a source without a host to mean. */
const HOSTS = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** The provider that comes with this package. */
export interface M365Provider {
  readonly version: string;
  /** What it is called where Terraform runs, e.g. `linux_amd64`. */
  readonly platform: string;
  /** The program. */
  readonly executable: string;
}

/**
 * @param version the package's
 * @param machine what Terraform runs on, in Node's words
 * @param rollout the folder of this file
 * @throws Error if it is not built, or cannot run on this machine
 */
export function m365Provider(
  version: string,
  machine: { readonly platform: string; readonly arch: string } = process,
  rollout = __dirname,
): M365Provider {
  const os = PLATFORMS[machine.platform];
  const architecture = ARCHITECTURES[machine.arch];
  if (os === undefined || architecture === undefined) {
    throw new Error(
      `the provider is a Node script, which Terraform cannot start on ${machine.platform}/${machine.arch}; on Windows run Terraform in WSL`,
    );
  }
  // Beside rollout/ in dist/; below dist/ when the sources run.
  const places = ["../provider", "../dist/provider"].map((folder) =>
    join(rollout, folder, "terraform-provider-m365"),
  );
  const executable = places.find((place) => existsSync(place));
  if (executable === undefined) throw new Error("the provider is not built: npm run build");
  return { version, platform: `${os}_${architecture}`, executable };
}

/**
 * Puts the provider into a folder that Terraform takes for a local mirror.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 * @returns the provider's file
 */
export function installProvider(plugins: string, provider: M365Provider): string {
  const file = join(
    packageFolder(plugins, HOSTS[0], provider),
    `terraform-provider-m365_v${provider.version}`,
  );
  mkdirSync(dirname(file), { recursive: true });
  // In its place at once: a Terraform that runs now keeps the file it has.
  const made = `${file}.${randomUUID()}`;
  copyAnew(provider.executable, made);
  chmodSync(made, 0o755);
  renameSync(made, file);
  return file;
}

/** Installs the provider where it is not there with the same bytes. */
export function ensureProvider(plugins: string, provider: M365Provider): string {
  const file = join(
    packageFolder(plugins, HOSTS[0], provider),
    `terraform-provider-m365_v${provider.version}`,
  );
  const same = existsSync(file) && readFileSync(file).equals(readFileSync(provider.executable));
  return same ? file : installProvider(plugins, provider);
}

/**
 * Lets a stack find the one installed copy, by links in its own `terraform.d/plugins`. A copy that was installed there is
 * left alone.
 * @param file what {@link ensureProvider} gave
 */
export function linkProvider(stack: string, file: string, provider: M365Provider): void {
  for (const host of HOSTS) {
    const link = packageFolder(join(stack, "terraform.d", "plugins"), host, provider);
    const kind = lstatSync(link, { throwIfNoEntry: false });
    if (kind && !kind.isSymbolicLink()) continue;
    mkdirSync(dirname(link), { recursive: true });
    if (kind) rmSync(link);
    // Relative: the output folder may move.
    symlinkSync(relative(dirname(link), dirname(file)), link, "dir");
  }
}

function packageFolder(plugins: string, host: string, { version, platform }: M365Provider): string {
  return join(plugins, host, ...M365_SOURCE.split("/"), version, platform);
}
