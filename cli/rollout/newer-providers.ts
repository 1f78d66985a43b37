import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, PROVIDERS, type ProviderRange } from "../../lib/provider-versions";
import { isAddressOf, lockedProviders } from "../../rollout/lock-file";
import type { RolloutStack } from "../../rollout/stack";
import { LOCK_FILE } from "../../rollout/working-folder";

/**
 * What is said of providers that stacks run in versions which this release was not tried with yet: a line for each
 * provider, however many stacks there are; empty if there are none.
 */
export function newerProviders(stacks: readonly Pick<RolloutStack, "folder">[]): string {
  const locked = stacks.flatMap(({ folder }) => {
    const file = join(folder, LOCK_FILE);
    return existsSync(file) ? lockedProviders(readFileSync(file, "utf8")) : [];
  });
  return Object.values<ProviderRange>(PROVIDERS)
    .map(({ source, from, tried }) => {
      const last = tried.at(-1);
      const known = last ?? from;
      const versions = locked
        .filter(({ address }) => isAddressOf(source, address))
        .map(({ version }) => version)
        .filter((version) => isRelease(version) && compareVersions(version, known) > 0);
      if (versions.length === 0) return "";
      const newer = [...new Set(versions)].sort(compareVersions).join(" and ");
      const what =
        last === undefined
          ? "the version that this release is made for"
          : "the last version that this release was tried with";
      return `${source} ${newer} is newer than ${known}, ${what}; \`providers\` in the estate chooses others\n`;
    })
    .join("");
}

function isRelease(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version);
}
