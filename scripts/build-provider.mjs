// Builds the Terraform providers, our own and the stand-ins of the sandbox, and the reader of tenants. One file each, the same bytes
// from the same sources and packages, since Terraform's lock files hold their hashes.
//   node scripts/build-provider.mjs [file]               our own; dist/provider/terraform-provider-m365 if none is named
//   node scripts/build-provider.mjs --reader [file]       the program that reads tenants; dist/provider/tenant-reader.js
//   node scripts/build-provider.mjs --stand-ins <folder>   those of the sandbox
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, root } from "./bundle.mjs";

/**
 * @param {string} outfile where the executable goes
 * @returns {readonly string[]} the files that went into it
 */
export function buildProvider(outfile) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const define = { PROVIDER_VERSION: JSON.stringify(version) };
  return bundle("provider/main.ts", outfile, { executable: true, define });
}

/**
 * @param {string} outfile where the program goes that reads tenants
 * @returns {readonly string[]} the files that went into it
 */
export function buildTenantReader(outfile) {
  return bundle("provider/reader/main.ts", outfile);
}

/**
 * @param {string} folder where the executables of the stand-ins go
 * @returns {readonly string[]} the files that went into them
 */
export function buildStandIns(folder) {
  return ["cloudflare", "azuread"].flatMap((name) =>
    bundle(`sandbox/providers/${name}/main.ts`, join(folder, `terraform-provider-${name}`), {
      executable: true,
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, folder] = process.argv.slice(2);
  if (first === "--stand-ins") buildStandIns(folder);
  else if (first === "--reader")
    buildTenantReader(folder ?? join(root, "dist", "provider", "tenant-reader.js"));
  else buildProvider(first ?? join(root, "dist", "provider", "terraform-provider-m365"));
}
