import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";

/**
 * Where a program is, as a shell would find it; `undefined` if nowhere.
 * @param folder where a relative path begins
 */
export function findExecutable(name: string, path: string | undefined, folder: string): string | undefined {
  const places = name.includes("/")
    ? [resolve(folder, name)]
    : (path ?? "").split(delimiter).map((directory) => resolve(folder, directory, name));
  return places.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
