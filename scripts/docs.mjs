// Writes the pages, and parts of pages, that follow from the code (dist/, which it builds first if it is stale):
//   node scripts/docs.mjs           writes them
//   node scripts/docs.mjs --check   fails when one is not current, and names it
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiled = createRequire(join(root, "dist/"));

/** What each page is, given what it is now. */
const PAGES = {
  "README.md": (page) => page.replace(/\d+(?= \[rules\]\()/, String(compiled("./lib/rules").RULES.length)),
  "docs/reference/baselines.md": () => compiled("./lib/identity/render").renderBaselines(),
  "docs/reference/commands.md": withHelp,
  "docs/reference/rules.md": () => compiled("./lib/rules/render").renderRules(),
  "docs/reference/senders.md": () => compiled("./lib/senders/render").renderSenderCatalogue(),
};

build();
const stale = Object.entries(PAGES).filter(([page, render]) => {
  const before = readFileSync(join(root, page), "utf8");
  const now = render(before);
  if (now === before) return false;
  if (!process.argv.includes("--check")) writeFileSync(join(root, page), now);
  return true;
});
const pages = stale.map(([page]) => page).join(", ");
if (!process.argv.includes("--check")) console.log(pages ? `written: ${pages}` : "every page is current");
else if (pages) {
  console.error(`not current: ${pages}: run npm run docs`);
  process.exitCode = 1;
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
