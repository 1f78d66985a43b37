import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { LockedProvider } from "../lock-file";
import { packageHash } from "../package-hash";

/** A provider's package as a stack has it installed. */
export interface ProviderPackage {
  /** The folder itself, behind all links. */
  readonly folder: string;
  /** The provider's program in there, absolute. */
  readonly executable: string;
}

/**
 * The package that Terraform would start a provider from.
 * @param dataFolder where Terraform keeps what it installed for a stack
 * @returns `undefined` if there is none, or more than one, as after an init on another platform
 */
export function installedPackage(dataFolder: string, locked: LockedProvider): ProviderPackage | undefined {
  const versions = join(dataFolder, "providers", locked.address, locked.version);
  try {
    const [platform, ...others] = readdirSync(versions);
    if (platform === undefined || others.length > 0) return undefined;
    const folder = realpathSync(join(versions, platform));
    const type = locked.address.split("/").at(-1) ?? "";
    const name = readdirSync(folder)
      .sort()
      .find((file) => isProgramOf(type, file));
    return name === undefined ? undefined : { folder, executable: join(folder, name) };
  } catch {
    return undefined;
  }
}

/** CachedProvider.ExecutableFile in Terraform's internal/providercache. */
function isProgramOf(type: string, file: string): boolean {
  const stem = `terraform-provider-${type}`;
  return file.startsWith(stem) && ["", "_", "."].includes(file.charAt(stem.length));
}

/**
 * Does a package have one of the checksums that a lock file names? Terraform asks that of what it starts, and not of a
 * provider that it is told of.
 */
export async function isLocked(found: ProviderPackage, { hashes }: LockedProvider): Promise<boolean> {
  return hashes.includes(await packageHash(found.folder));
}
