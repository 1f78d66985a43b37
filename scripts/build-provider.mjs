// Builds the Terraform provider: one executable file, the same bytes from the same sources and packages, since
// Terraform's lock files hold its hash.
//   node scripts/build-provider.mjs [file]   dist/provider/terraform-provider-m365 where no file is named
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} outfile where the executable goes */
export function buildProvider(outfile) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  buildSync({
    absWorkingDir: root,
    entryPoints: ["provider/main.ts"],
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
    define: { PROVIDER_VERSION: JSON.stringify(version) },
    logLevel: "warning",
  });
  chmodSync(outfile, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildProvider(process.argv[2] ?? join(root, "dist", "provider", "terraform-provider-m365"));
}
