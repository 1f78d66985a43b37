import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { builtFile } from "../built-file";
import type { ProviderChoice } from "./choose";
import { PLATFORM, REGISTRIES, type WantedProvider } from "./wanted";

/**
 * Fills a filesystem mirror with the providers of mail stacks, for Terraform and for OpenTofu.
 * @param version this package's, which is provider m365's
 */
export function fillMirror(mirror: string, choices: readonly ProviderChoice[], version: string): void {
  for (const registry of REGISTRIES) {
    for (const choice of choices) {
      if (choice.package === undefined) {
        install(join(mirror, registry), choice, builtFile("sandbox", `terraform-provider-${choice.type}`));
      } else {
        link(join(mirror, registry), choice, choice.package);
      }
    }
    const m365 = { namespace: "cdktf-mail-hygiene", type: "m365", version };
    install(join(mirror, registry), m365, builtFile("provider", "terraform-provider-m365"));
  }
}

function install(registry: string, { namespace, type, version }: WantedProvider, program: string): void {
  const file = join(registry, namespace, type, version, PLATFORM, `terraform-provider-${type}_v${version}`);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(program, file);
  chmodSync(file, 0o755);
}

/** A zip file stands beside the folders of versions, an unpacked package is one of them. */
function link(registry: string, { namespace, type, version }: WantedProvider, found: string): void {
  const place = found.endsWith(".zip")
    ? join(registry, namespace, type, basename(found))
    : join(registry, namespace, type, version, PLATFORM);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(found, place);
}
