// dist/ as the demo's parts load it: CommonJS, and built by `npm ci`.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/cli/main.js");

/** A module of dist/, by its path there. */
export function built(path) {
  if (!existsSync(cli)) throw new Error("dist/ is not built yet: npm run build");
  return require(join(root, "dist", path));
}

/** Of mailauth only what judges: its index loads parts that Node 20 cannot. */
export function mailauth(path) {
  return require(`mailauth/lib/${path}`);
}
