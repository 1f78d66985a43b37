// Runs tests on another release line of Node, its newest release, which npm has as a package.
//   npm run test:node -- 22                 what is run on Node 22 in CI; further arguments are jest's
//   npm run test:node -- 22 test/cli/live   these tests instead
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Says little of Node: real Terraform and other judges at work, one computation over many inputs, and what only reads the
 * sources.
 */
const NOT_OF_NODE = [
  "/scenarios/",
  "/stacks/hostile/",
  "/constructs/hostile-props",
  "propert(?:y|ies)\\.test",
  "/naive-comparison",
  "/samba\\.test",
  "/stacks/aws/valid",
  "/test/(?:layers|purity)\\.test",
];

/**
 * What the release lines get in CI; Node 20 runs everything. What starts programs, reads and listens is tried on the newest
 * line, what computes on the one between.
 */
const IN_CI = {
  22: [
    "--testPathIgnorePatterns",
    ...NOT_OF_NODE,
    "/test/examples/demo",
    ...["cli", "rollout", "provider", "sandbox", "package", "editor"].map((folder) => `/test/${folder}/`),
  ],
  24: [
    "--testPathIgnorePatterns",
    ...NOT_OF_NODE,
    ...["lib", "hosts", "constructs", "stacks", "examples", "editor", "docs"].map(
      (folder) => `/test/${folder}/`,
    ),
    ...["provider/resources", "provider/objects", "sandbox/providers"].map((folder) => `/test/${folder}/`),
    ...["shared-providers", "parallel-init", "provider-versions"].map((name) => `/test/cli/rollout/${name}`),
  ],
};

const [line = "", ...given] = process.argv.slice(2);
if (!Object.hasOwn(IN_CI, line)) {
  console.error(`expected ${Object.keys(IN_CI).join(" or ")}, got ${JSON.stringify(line)}`);
  process.exit(2);
}
const chosen = given.some((arg) => !arg.startsWith("-"));
const jestArguments = chosen ? given : [...given, ...IN_CI[line]];

const bin = binaries();
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const node = join(bin, "node");
const version = output(node, "-p", "process.version").trim();
if (!version.startsWith(`v${line}.`)) throw new Error(`expected Node ${line}, got ${version}`);
console.log(`node: ${version}`);
process.exitCode =
  spawnSync(node, [join(root, "scripts/test.mjs"), ...jestArguments], { cwd: root, env, stdio: "inherit" })
    .status ?? 1;

/** @returns the folder with the binary; the package is the one that npm's `node` takes for this machine */
function binaries() {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(root, "node_modules/.cache", `node-${line}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const quiet = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  output("npm", "install", "--prefix", folder, ...quiet, `${name}@${line}`);
  return join(folder, "node_modules", name, "bin");
}

/** What a program prints. */
function output(program, ...args) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...args].join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
