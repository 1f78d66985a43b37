// How the programs that the package ships are made: each one file that runs by itself, the same bytes from the same
// sources and packages.
import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * @param {string} entry source file, from the project's root
 * @param {string} outfile where the program goes
 * @param {{ executable?: boolean, define?: Record<string, string> }} options
 * @returns {readonly string[]} the files that went into it, from the project's root
 */
export function bundle(entry, outfile, { executable = false, define = {} } = {}) {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Less to read at each of Terraform's several starts a command. Names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "eof",
    ...(executable ? { banner: { js: "#!/usr/bin/env node" } } : {}),
    define,
    metafile: true,
    logLevel: "warning",
  });
  if (executable) chmodSync(outfile, 0o755);
  return Object.keys(metafile.inputs);
}
