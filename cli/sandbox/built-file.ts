import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * A file of dist/, by its path there.
 * @throws Error if the package is not built
 */
export function builtFile(...path: readonly string[]): string {
  // Above cli/sandbox/ in dist/; in dist/ beside cli/ when the sources run.
  const places = [join(__dirname, "../.."), join(__dirname, "../../dist")].map((root) => join(root, ...path));
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(`${join("dist", ...path)} is not built: npm run build`);
}
