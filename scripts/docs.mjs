// Writes the pages, and parts of pages, that follow from the code (dist/, which it builds first if it is stale):
//   node scripts/docs.mjs           writes them
//   node scripts/docs.mjs --check   fails when one is not current, and names it
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiReference } from "./api-reference.mjs";
import { providerReference } from "./provider-reference.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiled = createRequire(join(root, "dist/"));

/** What each page is, given what it is now. */
const PAGES = {
  "README.md": (page) => page.replace(/\d+(?= \[rules\]\()/, String(compiled("./lib/rules").RULES.length)),
  "docs/reference/baselines.md": () =>
    [
      compiled("./lib/identity/render").renderBaselines(),
      compiled("./lib/identity/settings/render").renderSettingBaselines(),
      compiled("./lib/exchange/render").renderExchangeBaselines(),
    ].join("\n"),
  "docs/reference/commands.md": withHelp,
  "docs/reference/permissions.md": () => compiled("./lib/permissions/render").renderPermissions(),
  "docs/reference/rules.md": () => compiled("./lib/rules/render").renderRules(),
  "docs/reference/senders.md": () => compiled("./lib/senders/render").renderSenderCatalogue(),
};

/** Folders of pages, all of which are made. */
const API = "docs/reference/api";
const PROVIDER = "docs/reference/provider";

build();
const wanted = new Map(Object.entries(PAGES).map(([page, render]) => [page, render(textOf(page) ?? "")]));
for (const [page, text] of await apiReference()) wanted.set(join(API, page), text);
for (const [page, text] of providerReference()) wanted.set(join(PROVIDER, page), text);
const stale = [
  ...[...wanted.keys()].filter((page) => textOf(page) !== wanted.get(page)),
  ...[API, PROVIDER].flatMap(pagesIn).filter((page) => !wanted.has(page)),
];
if (process.argv.includes("--check")) {
  for (const page of stale) console.error(`${page} is not current`);
  if (stale.length > 0) {
    console.error("run npm run docs");
    process.exitCode = 1;
  }
} else {
  for (const page of stale) write(page, wanted.get(page));
  console.log(stale.length > 0 ? `written: ${stale.join(", ")}` : "every page is current");
}

function textOf(page) {
  const path = join(root, page);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function pagesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** A page that nothing makes any more goes. */
function write(page, text) {
  const path = join(root, page);
  if (text === undefined) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A page with what `mail-hygiene … --help` prints in the blocks that show it. */
function withHelp(page) {
  return page.replace(
    /^(```console\n\$ mail-hygiene ((?:[\w-]+ )*--help)\n).*?^```$/gms,
    (_, head, args) => `${head}${mailHygiene(args.split(" "))}\`\`\``,
  );
}

function mailHygiene(args) {
  return run([join(root, "dist/cli/main.js"), ...args]);
}

function build() {
  run([join(root, "scripts/build.mjs"), "--if-stale"]);
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
