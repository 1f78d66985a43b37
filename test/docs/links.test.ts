import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { temporaryFolder } from "../support/temp";
import { brokenLinks, filesIn } from "./links";
import { readPage } from "./markdown";

const ROOT = join(__dirname, "../..");

test("every link of every page leads to a file and a heading that are there", () => {
  expect(brokenLinks(ROOT)).toEqual([]);
});

test("every page that code and help texts name is there", () => {
  const named = filesIn(ROOT, [".ts", ".mjs", ".cjs", ".yml", ".yaml"])
    .filter((path) => !path.startsWith("test"))
    .flatMap((path) => {
      const pages = readFileSync(join(ROOT, path), "utf8").matchAll(/(?<![\w/.-])docs\/[\w/-]+\.md/g);
      return [...pages].map(([page]) => ({ path, page }));
    });
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ page }) => !existsSync(join(ROOT, page)))).toEqual([]);
});

test("the index names every page", () => {
  const indexed = readPage(readFileSync(join(ROOT, "docs/README.md"), "utf8")).links.map(({ target }) =>
    join("docs", target),
  );
  const pages = filesIn(ROOT, [".md", ".yml"], "docs").filter(
    (path) =>
      path !== "docs/README.md" &&
      !path.startsWith("docs/develop/decisions/") &&
      !/^docs\/reference\/(?:api\/.*\/|provider\/m365_)/.test(path),
  );
  expect(pages.filter((page) => !indexed.includes(page))).toEqual([]);
});

test("one page says how the package is installed, as long as npm does not have it", () => {
  const others = filesIn(ROOT, [".md"]).filter((path) => path !== "docs/guide/installing.md");
  const saying = others.filter((path) =>
    /npm (?:install|i|add) (?:-\S+ )*cdktf-mail-hygiene|not on npm/.test(
      readFileSync(join(ROOT, path), "utf8"),
    ),
  );
  expect(saying).toEqual([]);
});

test("every file that a recipe of CONTRIBUTING.md names is there", () => {
  const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|md|json))`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(30);
  // The last name of a path that stands before it, in the folder of a host.
  const ofHosts = filesIn(ROOT, [".ts"], "hosts/azure").map((path) => basename(path));
  const there = (path: string) =>
    existsSync(join(ROOT, path)) || ofHosts.includes(path) || path === "NNN-title.md";
  expect(paths.filter((path) => !there(path))).toEqual([]);
});

function tree(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("links that lead nowhere are told with their place", () => {
  const root = tree({
    "README.md": [
      "[here](#the-token) [there](docs/a.md#spf-ip4) [folder](docs/) [web](https://example.com/x#y)",
      "[gone](docs/b.md), [no heading](docs/a.md#spf), [typed twice](docs/a.md#again-2) [out](../x.md)",
      "## The *token*",
      "[ref]: docs/c.md",
    ].join("\n"),
    "docs/a.md":
      '# `spf.ip4`\n[up](../README.md#the-token) [`code` in a link](z.md)\n# Again\n# Again\n[second](#again-1)\n<a id="x"></a>[id](#x)',
    "node_modules/p/README.md": "[gone](gone.md)",
  });
  expect(brokenLinks(root)).toEqual([
    "README.md:1: docs/a.md#spf-ip4: no such heading",
    "README.md:2: docs/b.md: no such file",
    "README.md:2: docs/a.md#spf: no such heading",
    "README.md:2: docs/a.md#again-2: no such heading",
    "README.md:2: ../x.md: outside the repository",
    "README.md:4: docs/c.md: no such file",
    "docs/a.md:2: z.md: no such file",
  ]);
});

test("what looks like a link in code is none", () => {
  const root = tree({ "a.md": "```md\n[x](gone.md)\n# Heading\n```\n`[y](gone.md)` [h](#heading)\n" });
  expect(brokenLinks(root)).toEqual(["a.md:5: #heading: no such heading"]);
});
