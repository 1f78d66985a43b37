import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PLATFORM, REGISTRIES, type WantedProvider } from "./wanted";

/**
 * A provider's package in folders that are laid out as filesystem mirrors, unpacked or as zip file.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 * @returns the path of the package, or `undefined`
 */
export function findPackage(provider: WantedProvider, places: readonly string[]): string | undefined {
  const { namespace, type, version } = provider;
  for (const place of places) {
    for (const registry of REGISTRIES) {
      const folder = join(place, registry, namespace, type);
      const unpacked = join(folder, version, PLATFORM);
      if (holdsProgram(unpacked, type)) return unpacked;
      const packed = join(folder, packedName(provider));
      if (existsSync(packed)) return packed;
    }
  }
  return undefined;
}

function packedName({ type, version }: WantedProvider): string {
  return `terraform-provider-${type}_${version}_${PLATFORM}.zip`;
}

function holdsProgram(folder: string, type: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.startsWith(`terraform-provider-${type}`));
  } catch {
    return false;
  }
}
