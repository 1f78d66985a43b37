import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, meets } from "../../../lib/provider-versions";
import { PLATFORM, REGISTRIES, type WantedProvider } from "./wanted";

/** A provider's package on disk. */
export interface FoundPackage {
  readonly version: string;
  /** A folder, or a zip file. */
  readonly path: string;
}

/**
 * The newest package of a provider that will do, in folders that are laid out as filesystem mirrors, unpacked or as zip
 * files; of one that is in several the first.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export function findPackage(provider: WantedProvider, places: readonly string[]): FoundPackage | undefined {
  const found = places.flatMap((place) =>
    REGISTRIES.flatMap((registry) =>
      packagesIn(join(place, registry, provider.namespace, provider.type), provider),
    ),
  );
  return found.reduce<FoundPackage | undefined>(
    (best, one) => (best && compareVersions(best.version, one.version) >= 0 ? best : one),
    undefined,
  );
}

function packagesIn(folder: string, { type, constraint }: WantedProvider): readonly FoundPackage[] {
  const [before, after] = [`terraform-provider-${type}_`, `_${PLATFORM}.zip`];
  return namesIn(folder).flatMap((name) => {
    const isPacked = name.startsWith(before) && name.endsWith(after);
    const version = isPacked ? name.slice(before.length, -after.length) : name;
    const path = isPacked ? join(folder, name) : join(folder, name, PLATFORM);
    const fits = meets(version, constraint) === true;
    return fits && (isPacked || holdsProgram(path, type)) ? [{ version, path }] : [];
  });
}

function holdsProgram(folder: string, type: string): boolean {
  return namesIn(folder).some((name) => name.startsWith(`terraform-provider-${type}`));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
