import { YAMLException } from "js-yaml";
import type { Fault, Path } from "../fault";
import { formatPlace, type LocatedFault, type Place } from "../located-fault";
import { isMapping, type Mapping, setMember } from "../mapping";
import type { EstateFiles } from "./files";

import { type ComposeContext, Composer, type IncludeSite } from "./yaml/compose";
import { Origins } from "./yaml/origins";
import { SourceFile } from "./yaml/source";

/** The estate's files read into one value, as yet unchecked. */
export interface EstateTree {
  readonly root: unknown;
  /** Faults of the files themselves: syntax, duplicate keys, includes. */
  readonly problems: readonly LocatedFault[];
  /** Is part of the value missing because of them? Then what is missing in it proves nothing. */
  readonly broken: boolean;
  readonly origins: Origins;
  /** The first place of the entry file, for what stands nowhere. */
  readonly start: Place;
}

/** More includes than any estate has; a file that includes itself in new ways for ever ends here. */
const MAX_INCLUDES = 20_000;

/** The longest file, in octets: some ten thousand domains. Parsed it weighs many times as much. */
export const MOST_IN_FILE = 8 * 1024 * 1024;

/** The most values and keys of all files together: sixty for each of more domains than a file holds. */
const MOST_NODES = 1_000_000;

/** The most of all files together, in UTF-16 code units, however often each is included. */
const MOST_IN_ALL = 8 * MOST_IN_FILE;

/** Reads the entry file and, from it, every included one. */
export function readTree(entry: string, files: EstateFiles): EstateTree {
  return new TreeReader(files).read(entry);
}

class TreeReader implements ComposeContext {
  readonly origins = new Origins();
  private readonly problems: LocatedFault[] = [];
  private readonly files: EstateFiles;
  /** The files being read, outermost first. */
  private readonly open: string[] = [];
  private includes = 0;
  private length = 0;
  private nodes = 0;
  private broken = false;

  constructor(files: EstateFiles) {
    this.files = files;
  }

  read(entry: string): EstateTree {
    const source = this.source(entry, { file: entry, line: 1, column: 1 }, []);
    const root = source && this.compose(source, []);
    if (source && isMapping(root)) this.open.push(entry);
    return {
      root: source && isMapping(root) ? this.withIncludedDomains(root, source) : root,
      problems: this.problems,
      broken: this.broken || root === undefined,
      origins: this.origins,
      start: { file: entry, line: 1, column: 1 },
    };
  }

  report(source: SourceFile, offset: number, fault: Fault, other?: number): void {
    // Where a fault has another party (a duplicate key), the value is whole without it.
    if (other === undefined) this.broken = true;
    this.problems.push({
      ...fault,
      ...source.place(offset),
      ...(other === undefined ? {} : { fix: `first given at ${formatPlace(source.place(other))}` }),
    });
  }

  include(patterns: readonly string[], site: IncludeSite): unknown {
    const paths = new Set<string>();
    for (const pattern of patterns) {
      const found = this.glob(pattern, site);
      for (const path of found) paths.add(path);
    }
    const values = [...paths].map((path) => this.includeFile(path, site));
    if (values.length === 0 || values.includes(undefined)) {
      this.broken = true;
      return undefined;
    }
    return values.length === 1 ? values[0] : this.merge(values, site);
  }

  /** JSON has no tags: there, the key `include` of the estate names the files that hold more domains. */
  private withIncludedDomains(root: Mapping, source: SourceFile): Mapping {
    const { include, domains } = root;
    const patterns = Array.isArray(include) ? include : [include];
    if (!patterns.every((pattern) => typeof pattern === "string" && pattern !== "")) return root;
    const offset = this.origins.entry(root, "include")?.value ?? 0;
    const site = { source, offset, path: ["domains"] };
    const included = this.include(patterns, site);
    if (included === undefined) return root;
    const merged = domains === undefined ? included : this.merge([domains, included], site);
    const value = { ...root, domains: merged };
    this.origins.combined(value, [root]);
    return value;
  }

  private glob(pattern: string, site: IncludeSite): readonly string[] {
    const received = JSON.stringify(pattern);
    const found = this.attempt(
      () => this.files.glob(pattern, site.source.path),
      (reason) =>
        this.refuse(site, { message: "the include cannot be looked up", received, expected: reason }),
    );
    if (found?.length === 0) {
      this.refuse(site, {
        message: "the include matches no file",
        received,
        expected: `a path or glob relative to ${site.source.path}`,
      });
    }
    return found ?? [];
  }

  private includeFile(path: string, site: IncludeSite): unknown {
    if (this.open.includes(path)) {
      const cycle = [...this.open.slice(this.open.indexOf(path)), path].join(" → ");
      return this.refuse(site, { message: "a file includes itself", received: cycle });
    }
    if (++this.includes > MAX_INCLUDES) {
      if (this.includes > MAX_INCLUDES + 1) return undefined;
      return this.refuse(site, { message: `more than ${MAX_INCLUDES} includes` });
    }
    const source = this.source(path, site.source.place(site.offset), site.path);
    return source && this.compose(source, site.path);
  }

  private source(path: string, place: Place, at: Path): SourceFile | undefined {
    const text = this.attempt(
      () => this.files.read(path),
      (reason) => {
        this.broken = true;
        this.problems.push({ ...place, path: at, message: "the file cannot be read", received: reason });
      },
    );
    if (text === undefined) return undefined;
    this.length += text.length;
    if (text.length <= MOST_IN_FILE && this.length <= MOST_IN_ALL) return new SourceFile(path, text);
    this.broken = true;
    this.problems.push({
      ...place,
      path: at,
      message: text.length > MOST_IN_FILE ? "a file that is too long" : "files that are too long together",
      received: `${path}: ${text.length} characters${text.length > MOST_IN_FILE ? "" : `, ${this.length} in all`}`,
      expected: `${MOST_IN_FILE} in a file, ${MOST_IN_ALL} in all`,
    });
    return undefined;
  }

  private compose(source: SourceFile, path: Path): unknown {
    this.open.push(source.path);
    try {
      if (this.hasTooMany(source, path)) return undefined;
      return new Composer(source, this, path).compose();
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      this.report(source, error.mark?.position ?? 0, { path, message: `not YAML: ${error.reason}` });
      return undefined;
    } finally {
      this.open.pop();
      source.forget();
    }
  }

  /** A value weighs a hundred times its text: a file that is made of `[],` is refused before any is made. */
  private hasTooMany(source: SourceFile, path: Path): boolean {
    const nodes = source.nodes();
    this.nodes += nodes;
    if (this.nodes <= MOST_NODES) return false;
    const others = this.nodes - nodes;
    this.broken = true;
    // Once is enough: there may be thousands of files behind it.
    if (others > MOST_NODES) return true;
    this.report(source, 0, {
      path,
      message: "more values and keys than are read",
      received: others === 0 ? String(nodes) : `${nodes}, after ${others} in other files`,
      expected: `${MOST_NODES} at most in all files together`,
    });
    return true;
  }

  /** Several mappings as one; a key that two of them have is reported. */
  private merge(values: readonly unknown[], site: IncludeSite): unknown {
    const parts = values.filter(isMapping);
    if (parts.length < values.length) {
      const received = values.find((value) => !isMapping(value));
      return this.refuse(site, {
        message: "files that are included together each hold one mapping",
        received: Array.isArray(received) ? "a list" : received === null ? "an empty file" : "a single value",
        expected: "name: value, as in the including file",
      });
    }
    const merged: Mapping = {};
    const owner = new Map<string, Mapping>();
    for (const part of parts) {
      for (const [key, value] of Object.entries(part)) {
        const first = owner.get(key);
        if (first) this.reportTwice(key, first, part, site);
        else {
          owner.set(key, part);
          setMember(merged, key, value);
        }
      }
    }
    this.origins.combined(merged, parts);
    return merged;
  }

  private reportTwice(key: string, first: Mapping, second: Mapping, site: IncludeSite): void {
    const [one, two] = [this.origins.entry(first, key), this.origins.entry(second, key)];
    const place = two ? two.source.place(two.key) : site.source.place(site.offset);
    this.problems.push({
      ...place,
      path: [...site.path, key],
      message: "the key is given twice",
      received: JSON.stringify(key),
      ...(one ? { fix: `first given at ${formatPlace(one.source.place(one.key))}` } : {}),
    });
  }

  private refuse(site: IncludeSite, fault: Fault): undefined {
    this.report(site.source, site.offset, { path: site.path, ...fault });
  }

  /** The file system speaks by throwing; here a fault is reported instead. */
  private attempt<T>(action: () => T, refuse: (reason: string) => void): T | undefined {
    try {
      return action();
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
