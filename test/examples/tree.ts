import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder as its files' contents by relative path; empty folders count. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const full = join(folder, path);
      return [path, lstatSync(full).isDirectory() ? "a folder" : readFileSync(full, "utf8")];
    }),
  );
}
