import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rootCertificates } from "node:tls";
import type { World } from "../../lib/world/world";
import { builtFile } from "./built-file";
import { findExecutable } from "./executable";
import { terraformShim } from "./shim";

/** The folder of a sandbox: everything that it needs and makes, and nothing that outlives it. */
export class SandboxHome {
  /** @param path an absolute path without symbolic links */
  constructor(
    readonly path: string,
    /** Where Terraform works, with its state, in the place of the folders that it is called in. */
    readonly work = join(path, "work"),
  ) {}

  /** What the clouds hold at first. */
  get seed(): string {
    return join(this.path, "world.json");
  }

  /** Packages of providers, as a filesystem mirror. */
  get mirror(): string {
    return join(this.path, "providers");
  }

  /** Which versions of stand-ins the mirror was asked for. */
  get offered(): string {
    return join(this.path, "offered");
  }

  get pluginCache(): string {
    return join(this.path, "plugin-cache");
  }

  /** Terraform's CLI configuration. */
  get configuration(): string {
    return join(this.path, "terraform.rc");
  }

  /** PEM of the authorities that are trusted: the machine's and the sandbox's own. */
  get authorities(): string {
    return join(this.path, "authorities.pem");
  }

  /** What stands before Terraform in PATH. */
  get bin(): string {
    return join(this.path, "bin");
  }

  get log(): string {
    return join(this.path, "sandbox.log");
  }

  /** The program that stands before a Terraform of this name or path. */
  shimOf(terraform: string): string {
    return join(this.bin, basename(terraform));
  }

  /**
   * Makes the folders and all files that are known before the clouds run.
   * @param standIns the providers, by their types, that stand-ins take the place of
   */
  prepare(world: World, user: NodeJS.ProcessEnv, folder: string, standIns: readonly string[]): void {
    for (const made of [this.path, this.work, this.mirror, this.offered, this.pluginCache, this.bin]) {
      mkdirSync(made, { recursive: true, mode: 0o700 });
    }
    writeFileSync(this.seed, JSON.stringify(world));
    writeFileSync(
      this.configuration,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(this.mirror)}\n  }\n}\n`,
    );
    const named = user.TERRAFORM_BINARY_NAME;
    const program = builtFile("cli", "sandbox", "providers", "offer-versions.js");
    const offer = {
      command: [process.execPath, program, this.mirror, this.offered],
      standIns,
      notes: this.offered,
    };
    for (const name of ["terraform", "tofu", ...(named ? [named] : [])]) {
      const real = findExecutable(name, user.PATH, folder);
      if (real === undefined) continue;
      writeFileSync(this.shimOf(name), terraformShim(real, this.work, this.mirror, offer), { mode: 0o755 });
    }
  }

  /**
   * @param ca PEM of the authority that signed the sandbox's certificates
   * @param given the file that `SSL_CERT_FILE` names
   */
  trust(ca: string, given: string | undefined): void {
    writeFileSync(this.authorities, [machineAuthorities(given), ca].join("\n"));
  }
}

/** Where Go looks on Linux, in its order: https://go.dev/src/crypto/x509/root_linux.go */
const BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

function machineAuthorities(given: string | undefined): string {
  for (const file of given ? [given, ...BUNDLES] : BUNDLES) {
    try {
      return readFileSync(file, "utf8");
    } catch {
      // Another system keeps it elsewhere.
    }
  }
  return rootCertificates.join("\n");
}
