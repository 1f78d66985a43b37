import { type Fault, FaultError, formatPath, type Path, shown } from "../fault";
import { comparePlaces, formatPlace, type LocatedFault, type Place } from "../located-fault";
import { type KnownEntries, resolveByEntry } from "./by-entry";
import { check, estateOf, type Written } from "./check";
import type { EstateFault } from "./estate-fault";
import type { EstateFiles } from "./files";
import type { Estate, EstatePlace } from "./model";
import { type EstateTree, readTree } from "./tree";

/** An estate, or every problem of its files in the order of their places. */
export type Loaded =
  | { readonly ok: true; readonly estate: Estate }
  | {
      readonly ok: false;
      readonly problems: readonly LocatedFault[];
      /** The part of the estate that could be read, and the places left out of it: not to be deployed. */
      readonly rest?: { readonly estate: Estate; readonly removed: readonly Path[] };
    };

/**
 * Reads an estate from its files: YAML 1.2 with anchors, `<<` and `!include`, or JSON.
 * @param entry path of the estate file, shown in problems as it is given
 * @throws FaultError if there is no path, or nothing to read files with
 */
export function loadEstate(entry: string, files: EstateFiles): Loaded {
  requireFiles(entry, files);
  return reloadEstate(entry, files);
}

/**
 * Reads an estate as {@link loadEstate} does, of which some may be known.
 * @param known domains' entries that need not be read again; those that were read are added. @default none
 */
export function reloadEstate(entry: string, files: EstateFiles, known?: KnownEntries): Loaded {
  const text = textOf(entry, files);
  const resolution = text === undefined ? undefined : resolveByEntry(text, known);
  if (text === undefined || !resolution) return loadWhole(entry, files);
  // It includes nothing, and may be another file by the time that somebody asks for a place.
  return {
    ok: true,
    estate: estateOf(
      resolution,
      new WrittenTree(() => readTree(entry, { read: () => text, glob: () => [] })),
    ),
  };
}

/** Reads the whole of an estate at once, and so tells all that is wrong with it. */
export function loadWhole(entry: string, files: EstateFiles): Loaded {
  const tree = readTree(entry, files);
  if (tree.broken) return refuse(tree.problems);
  const checked = check(tree.root);
  const faults = checked.ok ? [] : checked.faults;
  const problems = [...tree.problems, ...faults.map((fault) => problemOf(fault, tree))];
  const resolution = checked.ok ? checked.resolution : checked.rest?.resolution;
  const estate = resolution && estateOf(resolution, new WrittenTree(() => tree));
  if (estate && checked.ok && problems.length === 0) return { ok: true, estate };
  const removed = checked.ok ? [] : (checked.rest?.removed ?? []);
  return { ...refuse(problems), ...(estate ? { rest: { estate, removed } } : {}) };
}

function isReader(files: unknown): boolean {
  if (typeof files !== "object" || files === null) return false;
  try {
    return ["read", "glob"].every((name) => typeof Reflect.get(files, name) === "function");
  } catch {
    return false;
  }
}

/** Types do not hold for JavaScript. */
function requireFiles(entry: unknown, files: unknown): void {
  const faults: Fault[] = [];
  if (typeof entry !== "string")
    faults.push({
      path: ["entry"],
      message: "no path of an estate file",
      received: shown(entry),
      expected: "text",
    });
  if (!isReader(files))
    faults.push({
      path: ["files"],
      message: "nothing to read files with",
      received: shown(files),
      expected: "read and glob",
    });
  if (faults.length > 0) throw new FaultError("loadEstate", faults);
}

/** The text of the estate file, if it can be read: what is wrong otherwise is told where the whole estate is read. */
function textOf(entry: string, files: EstateFiles): string | undefined {
  try {
    const text: unknown = files.read(entry);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A tree that is read when somebody asks for a place. */
class WrittenTree implements Written {
  private tree: EstateTree | undefined;

  constructor(private readonly read: () => EstateTree) {}

  get root(): unknown {
    return this.whole().root;
  }

  place(path: Path): EstatePlace {
    const tree = this.whole();
    // One that is too big to be read at once has been read entry by entry, and tells of no line.
    return { ...(tree.broken ? { file: tree.start.file } : placeOf(tree, path)), path };
  }

  private whole(): EstateTree {
    this.tree ??= this.read();
    return this.tree;
  }
}

function refuse(problems: readonly LocatedFault[]): Extract<Loaded, { readonly ok: false }> {
  return { ok: false, problems: [...problems].sort(comparePlaces) };
}

/** The place of a path, or of the nearest value around it. */
function placeOf(tree: EstateTree, path: Path, atKey = false): Place {
  const { depth, entry } = tree.origins.follow(tree.root, path);
  if (!entry) return tree.start;
  return entry.source.place(atKey || depth < path.length ? entry.key : entry.value);
}

function problemOf(
  { atKey, other, unquoted, instead: _, ...fault }: EstateFault,
  tree: EstateTree,
): LocatedFault {
  const problem = { ...fault, ...placeOf(tree, fault.path, atKey) };
  if (other) {
    const where = `${other.relation} ${formatPath(other.path)} at ${formatPlace(placeOf(tree, other.path, true))}`;
    return { ...problem, fix: fault.fix === undefined ? where : `${fault.fix}; ${where}` };
  }
  const written = unquoted && tree.origins.follow(tree.root, fault.path).entry?.written;
  return written ? { ...problem, received: written, fix: `quote it: "${written}"` } : problem;
}
