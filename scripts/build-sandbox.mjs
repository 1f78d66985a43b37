// Builds the sandbox's cloud: one file that runs by itself.
//   node scripts/build-sandbox.mjs [file]   dist/sandbox/cloud.js where no file is named
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} outfile where the program goes */
export function buildSandbox(outfile) {
  buildSync({
    absWorkingDir: root,
    entryPoints: ["sandbox/cloud/main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "eof",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildSandbox(process.argv[2] ?? join(root, "dist", "sandbox", "cloud.js"));
}
