import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { leftoverTerraform } from "./leftover-terraform";
import { sweepShared } from "./shared-providers/leftover-providers";

/** Folders that are made to work in and taken away after, below an output folder: where, and how their names begin. */
const SCRATCH: readonly (readonly [folder: string, prefix: string])[] = [
  [".", ".synth-"],
  ["plugins", "install-"],
  [join("plugins", "packages"), ".new-"],
];

/**
 * Takes away what runs left that were killed: folders, and providers that stacks shared. Only for who works in the output folder alone.
 * @param out the output folder
 */
export function sweep(out: string): void {
  for (const [folder, prefix] of SCRATCH) {
    for (const name of namesIn(join(out, folder))) {
      const path = join(out, folder, name);
      if (!name.startsWith(prefix) || leftoverTerraform(path)) continue;
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    }
  }
  const stacks = join(out, "stacks");
  sweepShared(join(out, "plugins"), () =>
    namesIn(stacks).some((name) => leftoverTerraform(join(stacks, name)) !== undefined),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
