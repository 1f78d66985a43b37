// Holds that the package works where it is installed: the packed tarball in empty projects as users have them, where
// the example of docs/guide/constructs.md type checks, synthesizes, and is diffed by cdktf's own CLI in a sandbox.
//   node scripts/package-check.mjs            packs what dist/ is
//   node scripts/package-check.mjs <tarball>  takes this one
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = join(root, "node_modules/typescript/bin/tsc");
const PAGE = "docs/guide/constructs.md";
const CDKTF_CLI = "node_modules/cdktf-cli/bundle/bin/cdktf.js";

/** The stack, its records, and what the sandbox's Cloudflare must have for it. */
const STACK = "contoso.com";
const ESTATE = `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } } }
`;

const PROJECTS = [
  {
    title: "beside cdktf-cli@0.21.0, which brings constructs 10.4.2",
    // With the lock file that `npm run cdktf-cli` installs from: the same packages at any time.
    files: join(root, "scripts/cdktf-cli"),
    packages: [],
    compilerOptions: { skipLibCheck: true },
  },
  {
    title: "beside cdktf@0.21 and constructs@10, the newest",
    packages: ["cdktf@0.21", "constructs@10"],
    compilerOptions: { skipLibCheck: true },
  },
  {
    title: "alone, with skipLibCheck off",
    packages: ["@types/node@20"],
    compilerOptions: { skipLibCheck: false },
  },
];

const scratch = mkdtempSync(join(realpathSync(tmpdir()), "package-check-"));
try {
  const example = firstProgram(readFileSync(join(root, PAGE), "utf8"));
  const tarball = process.argv[2] === undefined ? pack() : resolve(process.argv[2]);
  const cli = join(scratch, "0", CDKTF_CLI);
  for (const [index, project] of PROJECTS.entries()) {
    const start = performance.now();
    check(project, join(scratch, String(index)), tarball, example, cli);
    console.log(`package: ${project.title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
} catch (error) {
  console.error(`package: failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The first block of a page in TypeScript. */
function firstProgram(page) {
  const program = /^```ts\n(.*?)^```$/ms.exec(page)?.[1];
  assert.ok(program?.includes("new MailDomain("), `${PAGE}: expected a program with a MailDomain`);
  return program;
}

function pack() {
  run(root, process.execPath, "scripts/build.mjs", "--if-stale");
  const args = ["pack", "--ignore-scripts", "--json", "--loglevel=error", "--pack-destination", scratch];
  const [{ filename }] = JSON.parse(run(root, "npm", ...args));
  return join(scratch, filename);
}

function check({ title, files, packages, compilerOptions }, folder, tarball, example, cli) {
  mkdirSync(folder);
  if (files) cpSync(files, folder, { recursive: true });
  else writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const quiet = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run(folder, "npm", "install", ...quiet, tarball, ...packages);
  told(title, `installed, ${versions(folder)}`);

  writeFileSync(join(folder, "main.ts"), example);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { target: "ES2022", module: "Node16", strict: true, ...compilerOptions },
      files: ["main.ts"],
    }),
  );
  run(folder, process.execPath, compiler, "-p", "tsconfig.json");
  told(title, `the example of ${PAGE} type checks`);

  run(folder, process.execPath, "main.js");
  const stack = JSON.parse(readFileSync(join(folder, "cdktf.out/stacks", STACK, "cdk.tf.json"), "utf8"));
  const records = Object.keys(stack.resource.cloudflare_dns_record).length;
  assert.equal(stack.resource.cloudflare_dns_record.Mx.content, "contoso-com.mail.protection.outlook.com");
  told(title, `synth: ${records} records`);

  const project = {
    language: "typescript",
    app: "node main.js",
    projectId: "mail",
    sendCrashReports: "false",
  };
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify(project));
  writeFileSync(join(folder, "estate.yaml"), ESTATE);
  const sandbox = ["sandbox", "run", "--estate", "estate.yaml", "--providers", "stand-in", "--"];
  const diff = run(
    folder,
    "npx",
    "--no-install",
    "mail-hygiene",
    ...sandbox,
    process.execPath,
    cli,
    "diff",
    STACK,
  );
  assert.match(diff, new RegExp(`Plan: ${records} to add, 0 to change, 0 to destroy`));
  told(title, `cdktf diff: ${records} to add`);
}

/** One copy of each, or programs meet constructs that do not know each other. */
function versions(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
  return ["cdktf", "constructs"]
    .map((name) => {
      const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
      const found = copies.map(([path, { version }]) => `${path} ${version}`);
      assert.equal(found.length, 1, `expected one copy of ${name}, got ${found.join(", ")}`);
      return `${name} ${copies[0]?.[1].version}`;
    })
    .join(", ");
}

function told(title, fact) {
  console.log(`package: ${title}: ${fact}`);
}

/**
 * Runs a program to its end.
 * @returns what it printed on stdout, without colours
 * @throws Error with all that it printed unless it ends with 0
 */
function run(cwd, program, ...args) {
  const env = { ...process.env, CI: "true", CHECKPOINT_DISABLE: "1" };
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[program, ...args].join(" ")}: ${status}\n${stdout}${stderr}`);
  return stripVTControlCharacters(stdout);
}
