import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isProviderName,
  lowestVersion,
  meets,
  PROVIDERS,
  versionConstraint,
} from "../../../lib/provider-versions";
import { isAddressOf, lockedProviders } from "../../../rollout/lock-file";
import { LOCK_FILE } from "../../../rollout/working-folder";
import { addStandIn } from "./mirror";
import { REGISTRIES } from "./wanted";

/** An entry of `required_providers`, in JSON or in Terraform's own language: a block without blocks in it. */
const BLOCK = /\{[^{}]*\}/g;
const SOURCE = /"?\bsource"?\s*[:=]\s*"([^"]+)"/;
const VERSION = /"?\bversion"?\s*[:=]\s*"([^"]+)"/;

/**
 * Sees to it that the sandbox's mirror has stand-ins in the versions that a folder needs: that of its lock file, else one
 * that meets its constraints. A stand-in is the same in every version.
 * @param types the providers that stand-ins take the place of
 */
export function offerVersions(
  mirror: string,
  folder: string,
  types: readonly string[],
  scratch: string,
): void {
  const texts = readdirSync(folder)
    .filter((name) => /\.(tf|tofu)(\.json)?$/.test(name))
    .map((name) => readText(join(folder, name)));
  const blocks = texts.flatMap((text) => text.match(BLOCK) ?? []);
  const locks = lockedProviders(readText(join(folder, LOCK_FILE)));
  for (const type of types) {
    if (!isProviderName(type)) continue;
    const { source } = PROVIDERS[type];
    const required = blocks.flatMap((block) => {
      const [, named] = SOURCE.exec(block) ?? [];
      const [, version] = VERSION.exec(block) ?? [];
      return version !== undefined && named !== undefined && isAddressOf(source, named) ? [version] : [];
    });
    if (required.length === 0) continue;
    const constraint = required.join(", ");
    const locked = locks.find(({ address }) => isAddressOf(source, address))?.version;
    const [namespace = ""] = source.split("/");
    const there = namesIn(join(mirror, REGISTRIES[0], namespace, type));
    const version =
      locked !== undefined && meets(locked, constraint)
        ? locked
        : there.some((one) => meets(one, constraint))
          ? undefined
          : lowestVersion(constraint);
    // Of others Terraform says itself that there are none.
    if (version === undefined || there.includes(version) || !versionConstraint(type, version).ok) continue;
    addStandIn(mirror, { namespace, type, version }, scratch);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Terraform says it, if it is needed.
    return "";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

if (require.main === module) {
  const [mirror = "", scratch = "", folder = "", ...types] = process.argv.slice(2);
  offerVersions(mirror, folder, types, scratch);
}
