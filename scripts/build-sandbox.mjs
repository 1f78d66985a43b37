// Builds the sandbox's cloud: one file that runs by itself.
//   node scripts/build-sandbox.mjs [file]   dist/sandbox/cloud.js where no file is named
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, root } from "./bundle.mjs";

/**
 * @param {string} outfile where the program goes
 * @returns {readonly string[]} the files that went into it
 */
export function buildSandbox(outfile) {
  return bundle("sandbox/cloud/main.ts", outfile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildSandbox(process.argv[2] ?? join(root, "dist", "sandbox", "cloud.js"));
}
