import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { builtFile } from "../built-file";
import type { ProviderChoice } from "./choose";
import { PLATFORM, type ProviderPackage, REGISTRIES } from "./wanted";

/**
 * Fills a filesystem mirror with the providers of mail stacks, for Terraform and for OpenTofu.
 * @param version this package's, which is provider m365's
 */
export function fillMirror(mirror: string, choices: readonly ProviderChoice[], version: string): void {
  for (const registry of REGISTRIES) {
    for (const choice of choices) {
      if (choice.package === undefined) {
        install(join(mirror, registry), choice, standIn(choice.type));
      } else {
        link(join(mirror, registry), choice, choice.package);
      }
    }
    const m365 = { namespace: "cdktf-mail-hygiene", type: "m365", version };
    install(join(mirror, registry), m365, builtFile("provider", "terraform-provider-m365"));
  }
}

/**
 * Adds a stand-in in one more version, at once: Terraform may be looking.
 * @param scratch a folder on the mirror's file system
 */
export function addStandIn(mirror: string, provider: ProviderPackage, scratch: string): void {
  const { namespace, type, version } = provider;
  mkdirSync(scratch, { recursive: true });
  const made = mkdtempSync(join(scratch, "version-"));
  try {
    for (const registry of REGISTRIES) {
      install(join(made, registry), provider, standIn(type));
      const path = join(registry, namespace, type, version);
      mkdirSync(dirname(join(mirror, path)), { recursive: true });
      moveUnlessThere(join(made, path), join(mirror, path));
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function standIn(type: string): string {
  return builtFile("sandbox", `terraform-provider-${type}`);
}

/** Another init may have been first. */
function moveUnlessThere(made: string, place: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

function install(registry: string, { namespace, type, version }: ProviderPackage, program: string): void {
  const file = join(registry, namespace, type, version, PLATFORM, `terraform-provider-${type}_v${version}`);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(program, file);
  chmodSync(file, 0o755);
}

/** A zip file stands beside the folders of versions, an unpacked package is one of them. */
function link(registry: string, { namespace, type, version }: ProviderPackage, found: string): void {
  const place = found.endsWith(".zip")
    ? join(registry, namespace, type, basename(found))
    : join(registry, namespace, type, version, PLATFORM);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(found, place);
}
