import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Page, readPage } from "./markdown";

const NOT_OURS = new Set([".git", "node_modules", "dist", "coverage", "cdktf.out"]);

/** Every file under the folder with one of the endings, by its path from there, without what is installed or built. */
export function filesIn(root: string, endings: readonly string[], folder = ""): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesIn(root, endings, path);
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
  });
}

/** The links of all Markdown files under a folder that lead nowhere: `page:line: target: why`. */
export function brokenLinks(root: string): readonly string[] {
  const pages = new Map<string, Page>();
  const pageAt = (path: string): Page => {
    const page = pages.get(path) ?? readPage(readFileSync(join(root, path), "utf8"));
    pages.set(path, page);
    return page;
  };
  return filesIn(root, [".md"]).flatMap((path) =>
    pageAt(path).links.flatMap(({ line, target }) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
      const why = fault(root, path, decodeURI(target), pageAt);
      return why === undefined ? [] : [`${path}:${line}: ${target}: ${why}`];
    }),
  );
}

function fault(
  root: string,
  from: string,
  target: string,
  pageAt: (path: string) => Page,
): string | undefined {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : join(dirname(from), file);
  if (file.startsWith("/") || relative(root, join(root, path)).startsWith(".."))
    return "outside the repository";
  if (!existsSync(join(root, path))) return "no such file";
  if (anchor === undefined) return undefined;
  if (!path.endsWith(".md") || statSync(join(root, path)).isDirectory())
    return "an anchor of no Markdown page";
  return pageAt(path).anchors.has(anchor) ? undefined : "no such heading";
}
