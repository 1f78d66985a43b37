// Runs TypeScript of the repository as it is now, without a build: for scripts that write what follows from it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * @param {string} source TypeScript that stands at the repository's root, and gives something to `module.exports`
 * @returns what it gave
 */
export function evaluate(source) {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", "__dirname", outputFiles[0].text)(
    module,
    module.exports,
    createRequire(join(root, "provider/provider.ts")),
    join(root, "provider"),
  );
  return module.exports;
}
