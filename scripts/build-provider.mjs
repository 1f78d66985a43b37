// Builds the Terraform providers: our own, and the stand-ins of the sandbox. One executable file each, the same bytes
// from the same sources and packages, since Terraform's lock files hold their hashes.
//   node scripts/build-provider.mjs [file]               our own; dist/provider/terraform-provider-m365 if none is named
//   node scripts/build-provider.mjs --stand-ins <folder>   those of the sandbox
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} outfile where the executable goes */
export function buildProvider(outfile) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  bundle("provider/main.ts", outfile, { PROVIDER_VERSION: JSON.stringify(version) });
}

/** @param {string} folder where the executables of the stand-ins go */
export function buildStandIns(folder) {
  for (const name of ["cloudflare", "azuread"]) {
    bundle(`sandbox/providers/${name}/main.ts`, join(folder, `terraform-provider-${name}`));
  }
}

function bundle(entry, outfile, define = {}) {
  buildSync({
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
    banner: { js: "#!/usr/bin/env node" },
    define,
    logLevel: "warning",
  });
  chmodSync(outfile, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, folder] = process.argv.slice(2);
  if (first === "--stand-ins") buildStandIns(folder);
  else buildProvider(first ?? join(root, "dist", "provider", "terraform-provider-m365"));
}
