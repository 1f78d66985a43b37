// The provider that `npm run bench:rollout` measures with: the real one where it is at hand, else a stand-in as heavy.
import { chmodSync, copyFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { findPackage } = require(join(here, "../dist/cli/sandbox/providers/find-package.js"));
const { providerPlaces } = require(join(here, "../dist/cli/sandbox/providers/places.js"));
const { wantedProviders } = require(join(here, "../dist/cli/sandbox/providers/wanted.js"));

/**
 * @param given the file of a real provider; else one is looked for where Terraform finds packages without a network
 * @returns the program, and what it is
 */
export function benchProvider(given, scratch) {
  const wanted = wantedProviders().find(({ type }) => type === "cloudflare");
  const title = `cloudflare/cloudflare ${wanted.version}`;
  if (given) return { program: given, title: `cloudflare/cloudflare, ${given}` };
  const found = findPackage(wanted, providerPlaces(process.env, process.cwd()));
  const name =
    found &&
    !found.path.endsWith(".zip") &&
    readdirSync(found.path).find((file) => file.startsWith("terraform-provider-"));
  if (name) {
    const program = join(found.path, name);
    return { program, title: `cloudflare/cloudflare ${found.version}, ${program}` };
  }
  const program = join(scratch, "heavy-provider");
  buildSync({
    entryPoints: [join(here, "heavy-provider.ts")],
    outfile: program,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "error",
  });
  return {
    program,
    title: `a stand-in for ${title}, made as heavy: 1 s of processor a start, a schema of 2 MB`,
  };
}

/** Puts the provider in the place of a sandbox's stand-in. */
export function installInto(home, { program }) {
  for (const name of readdirSync(home, { recursive: true, encoding: "utf8" })) {
    if (!/terraform-provider-cloudflare_v[^/]*$/.test(name)) continue;
    const file = join(home, name);
    rmSync(file);
    copyFileSync(program, file);
    chmodSync(file, 0o755);
  }
}
