import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { LockedProvider } from "./lock-file";
import { filesIn, packageHash } from "./package-hash";

/**
 * The provider packages that the stacks of an output folder run. Each lies under its checksum, is whole from the moment
 * it is there, and never changes: nothing that installs a package can disturb what runs one.
 *
 * Terraform gets to them by a plugin cache for each working folder, made of links. It never writes to a shared one,
 * since it replaces packages in place that others read or run (https://github.com/hashicorp/terraform/issues/31964).
 */
export class ProviderPackages {
  /** Places whose content was held against their checksum. */
  private readonly whole = new Set<string>();

  /** @param folder absolute; made when the first package comes */
  constructor(private readonly folder: string) {}

  /** Is there a package with one of the checksums? One that is not what its name says, as after a power cut, is removed. */
  async has(locked: LockedProvider): Promise<boolean> {
    for (const hash of locked.hashes.filter(isPackageHash)) {
      const place = this.placeOf(hash);
      if (this.whole.has(place) || !existsSync(place)) continue;
      const hashes = await Promise.all(
        readdirSync(place).map((platform) => packageHash(join(place, platform))),
      );
      if (hashes.length > 0 && hashes.every((one) => one === hash)) this.whole.add(place);
      else rmSync(place, { recursive: true, force: true });
    }
    return this.placesOf(locked).length > 0;
  }

  /**
   * Takes a package in; the one that is there stays.
   * @param source the folder `<version>/<platform>` of a plugin cache or of `.terraform/providers`, or a link to one
   * @param locked its entry in the lock file that came with it
   * @throws Error if the package is not the locked one
   */
  async add(source: string, locked: LockedProvider): Promise<void> {
    if (this.placesOf(locked).some((place) => realpathSync(place) === realpathSync(source))) return;
    mkdirSync(this.folder, { recursive: true });
    const made = mkdtempSync(join(this.folder, ".new-"));
    try {
      const copy = join(made, basename(source));
      copyPackage(source, copy);
      const hash = await packageHash(copy);
      if (!locked.hashes.includes(hash)) {
        throw new Error(
          `the package of ${locked.address} ${locked.version} has the checksum ${hash}, which its lock file entry has not: it changed while it was installed`,
        );
      }
      chmodSync(made, 0o755);
      moveUnlessThere(made, this.placeOf(hash));
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  }

  /** Fills a plugin cache with links to the packages of a lock file, as far as they are here. */
  linkInto(cache: string, locked: readonly LockedProvider[]): void {
    mkdirSync(cache, { recursive: true });
    for (const provider of locked) {
      for (const place of this.placesOf(provider)) {
        const link = join(cache, provider.address, provider.version, basename(place));
        mkdirSync(dirname(link), { recursive: true });
        if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { recursive: true });
        // Relative: the output folder may move.
        symlinkSync(relative(dirname(link), place), link, "dir");
      }
    }
  }

  /** The packages with a provider's checksums, one for each platform that was installed for. */
  private placesOf({ hashes }: LockedProvider): readonly string[] {
    return hashes
      .filter(isPackageHash)
      .map((hash) => this.placeOf(hash))
      .filter((place) => existsSync(place))
      .flatMap((place) => readdirSync(place).map((platform) => join(place, platform)));
  }

  private placeOf(hash: string): string {
    return join(this.folder, Buffer.from(hash.slice("h1:".length), "base64").toString("hex"));
  }
}

function isPackageHash(hash: string): boolean {
  return /^h1:[A-Za-z0-9+/]{43}=$/.test(hash);
}

/** By blocks shared until one changes, where the file system can. */
function copyPackage(source: string, copy: string): void {
  for (const file of filesIn(source)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(source, file), join(copy, file), constants.COPYFILE_FICLONE);
  }
}

/** At once: another run that had the same package to add may have been first. */
function moveUnlessThere(made: string, place: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}
