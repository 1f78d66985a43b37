import type { Path } from "../../fault";
import type { Entry, SourceFile } from "./source";

/** Where a mapping or sequence came from. */
type Origin =
  /** It is written in a file, from this parser event on; `merged` are the mappings that `<<` put under it. */
  | { readonly source: SourceFile; readonly event: number; readonly merged: readonly object[] }
  /** It was put together from several mappings, whose keys do not overlap. */
  | { readonly parts: readonly object[] };

/** An entry together with the file it stands in. */
export interface Located extends Entry {
  readonly source: SourceFile;
}

/**
 * Remembers for every mapping and sequence of the estate where it was written. Kept by identity, so an anchor's
 * value is found at the anchor, and an included file's value in that file.
 */
export class Origins {
  private readonly origins = new WeakMap<object, Origin>();

  written(value: object, source: SourceFile, event: number, merged: readonly object[] = []): void {
    this.origins.set(value, { source, event, merged });
  }

  combined(value: object, parts: readonly object[]): void {
    this.origins.set(value, { parts });
  }

  /** The entry of one key, or nothing where that key was not written. */
  entry(container: object, key: string | number): Located | undefined {
    const origin = this.origins.get(container);
    if (!origin) return undefined;
    if ("parts" in origin) return first(origin.parts, (part) => this.entry(part, key));
    const entry = origin.source.entries(origin.event).get(key);
    if (entry) return { ...entry, source: origin.source };
    return first(origin.merged, (part) => this.entry(part, key));
  }

  /** Follows a path down from `root` as far as it exists: the last entry met, and how many keys led to it. */
  follow(root: unknown, path: Path): { readonly depth: number; readonly entry: Located | undefined } {
    let value = root;
    let last: Located | undefined;
    for (const [depth, key] of path.entries()) {
      const entry = typeof value === "object" && value !== null ? this.entry(value, key) : undefined;
      if (!entry) return { depth, entry: last };
      last = entry;
      value = member(value, key);
    }
    return { depth: path.length, entry: last };
  }
}

/** An own member of a mapping or sequence. */
function member(container: unknown, key: string | number): unknown {
  if (typeof container !== "object" || container === null || !Object.hasOwn(container, key)) return undefined;
  return Object.getOwnPropertyDescriptor(container, key)?.value;
}

function first<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
