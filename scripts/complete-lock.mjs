// `npm run lock`, after each change of dependencies: adds to package-lock.json what npm leaves out of it, the builds
// of native packages for platforms that the registry at hand does not serve. npm 11 then refuses its own lock file
// (https://github.com/npm/cli/issues/9846): "Missing: @biomejs/cli-win32-x64@ from lock file". And takes out what a
// package demands of Node where we know better, so that an engine warning of `npm ci` is news.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../package-lock.json", import.meta.url));

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const C_LIBRARIES = [
  ["gnu", "glibc"],
  ["musl", "musl"],
];

/**
 * Tools of the tests that want a newer Node than the project does, and of which the tests use a part that runs on
 * Node 20 as well, which they hold. mailauth: its command line and its fetches want Node 22; the checks do not.
 */
const RUNS_ON_NODE_20 = ["node_modules/mailauth"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const added = {};

for (const entry of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (Object.keys(lock.packages).some((known) => known === path || known.endsWith(`/${path}`))) continue;
    const version = /^[\^~]?(\d+\.\d+\.\d+[^ ]*)$/.exec(range)?.[1];
    if (!version) throw new Error(`${name}: no version can be told from ${range}`);
    added[path] = { version, ...platform(name), dev: entry.dev, optional: true };
  }
}

for (const path of RUNS_ON_NODE_20) {
  const entry = lock.packages[path];
  if (!entry?.dev) throw new Error(`${path}: expected a development dependency in package-lock.json`);
  delete entry.engines;
}

const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync(FILE, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${Object.keys(added).length} entries added to package-lock.json`);

/** What a native package runs on, as its name says; npm passes over those that are not for its own machine. */
function platform(name) {
  if (name === "fsevents") return { os: ["darwin"] };
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = C_LIBRARIES.filter(([suffix]) => words.some((word) => word.startsWith(suffix))).map(
    ([, is]) => is,
  );
  const known = Object.entries({ cpu, libc, os }).filter(([, values]) => values.length > 0);
  return Object.fromEntries(known);
}
