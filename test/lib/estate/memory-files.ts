import { posix } from "node:path";
import picomatch from "picomatch";
import { type Loaded, loadEstate } from "../../../lib/estate";
import type { EstateFiles } from "../../../lib/estate/files";
import type { Estate } from "../../../lib/estate/model";
import { formatLocatedFault } from "../../../lib/located-fault";

/** Files that exist only in a test, by path. */
export function memoryFiles(texts: Readonly<Record<string, string>>): EstateFiles {
  return {
    read: (path) => {
      const text = texts[path];
      if (text === undefined) throw new Error(`${path}: no such file`);
      return text;
    },
    glob: (pattern, relativeTo) => {
      const full = posix.join(posix.dirname(relativeTo), pattern);
      const matches = picomatch(full);
      return Object.keys(texts)
        .filter((path) => matches(path))
        .sort();
    },
  };
}

/** Loads an estate of one file. */
export function load(text: string, others: Readonly<Record<string, string>> = {}): Loaded {
  return loadEstate("estate.yaml", memoryFiles({ "estate.yaml": text, ...others }));
}

/** The estate of texts that must be accepted. */
export function estateOf(text: string, others: Readonly<Record<string, string>> = {}): Estate {
  const loaded = load(text, others);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatLocatedFault).join("\n"));
  return loaded.estate;
}

/** The problems of texts that must be refused, a line each. */
export function problemsOf(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  const loaded = load(text, others);
  if (loaded.ok) throw new Error("the estate was accepted");
  return loaded.problems.map(formatLocatedFault);
}

/** The head of most estates in tests: one tenant. */
export const HEAD = `version: 1
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
`;

/** An estate's data alone, without its look-up functions. */
export function plain(estate: Estate): unknown {
  return JSON.parse(JSON.stringify(estate));
}
