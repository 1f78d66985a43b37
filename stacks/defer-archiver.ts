import { createRequire } from "node:module";
import { dirname } from "node:path";

/**
 * Lets cdktf load `archiver` only when an asset is packed. It loads it at its own start otherwise, which takes longer
 * than the rest of cdktf together (60 of 100 ms), and nothing here has assets. Call it before cdktf is loaded.
 */
export function deferArchiver(): void {
  const path = archiverOfCdktf();
  if (path === undefined || require.cache[path]) return;
  const load = createRequire(path);
  const archiver = (...args: readonly unknown[]): unknown => {
    delete require.cache[path];
    return load(path)(...args);
  };
  require.cache[path] = Object.assign(Object.create(module.constructor.prototype), {
    id: path,
    filename: path,
    loaded: true,
    children: [],
    paths: [],
    exports: archiver,
  });
}

/** The file that cdktf's `require("archiver")` finds; a cdktf without that dependency has none. */
function archiverOfCdktf(): string | undefined {
  try {
    return require.resolve("archiver", { paths: [dirname(require.resolve("cdktf"))] });
  } catch {
    return undefined;
  }
}
