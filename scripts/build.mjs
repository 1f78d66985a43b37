// Builds dist/: compiled JavaScript and types; the Terraform providers and the sandbox, each as one file. `npm pack`
// takes it from there.
//   node scripts/build.mjs             builds
//   node scripts/build.mjs --if-stale  builds unless dist/ is what the sources would give
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProvider, buildStandIns, buildTenantReader } from "./build-provider.mjs";
import { buildSandbox } from "./build-sandbox.mjs";
import { notices } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

const id = buildId();
if (!(process.argv.includes("--if-stale") && builtFrom() === id)) process.exitCode = build();

/**
 * Compiles beside dist/ and then takes its place, so that a program that runs from dist/ never meets half of it.
 * With type errors dist/ is what TypeScript made of the sources all the same, and has no build id.
 * @returns the exit code
 */
function build() {
  const cache = join(root, "node_modules", ".cache", "mail-hygiene");
  const made = join(cache, `dist-${process.pid}`);
  const old = join(cache, `dist-${process.pid}-old`);
  mkdirSync(cache, { recursive: true });
  try {
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const args = [compiler, "-p", "tsconfig.build.json", "--outDir", made];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
    chmodSync(join(made, "cli", "main.js"), 0o755);
    const bundled = [
      ...buildProvider(join(made, "provider", "terraform-provider-m365")),
      ...buildTenantReader(join(made, "provider", "tenant-reader.js")),
      ...buildStandIns(join(made, "sandbox")),
      ...buildSandbox(join(made, "sandbox", "cloud.js")),
    ];
    writeFileSync(join(made, "THIRD-PARTY-NOTICES.txt"), notices(bundled));
    if (status === 0) writeFileSync(join(made, "build-id"), `${id}\n`);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(made, dist);
    return status ?? 1;
  } finally {
    for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** A hash over everything that dist/ follows from. The output cache takes it for the tool's version. */
function buildId() {
  const hash = createHash("sha256");
  const configs = [
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
    "scripts/build.mjs",
    "scripts/build-provider.mjs",
    "scripts/build-sandbox.mjs",
    "scripts/bundle.mjs",
    "scripts/notices.mjs",
    // The compiler, what the compiled code synthesizes with, what is bundled, and what each of these is made of.
    "package-lock.json",
  ];
  for (const file of [...sources(), ...configs]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function sources() {
  const { include } = JSON.parse(readFileSync(join(root, "tsconfig.build.json"), "utf8"));
  return [...include, "provider", "sandbox"]
    .flatMap((entry) => (entry.endsWith(".ts") ? [entry] : filesBelow(entry)))
    .filter((file) => /\.(ts|json)$/.test(file))
    .sort();
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file}`,
  );
}

function builtFrom() {
  try {
    return readFileSync(join(dist, "build-id"), "utf8").trim();
  } catch {
    return undefined;
  }
}
