import { type Fault, FaultError, formatPath, type Path, shown } from "../fault";
import { comparePlaces, formatPlace, type LocatedFault, type Place } from "../located-fault";
import { check, estateOf } from "./check";
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
  const tree = readTree(entry, files);
  if (tree.broken) return refuse(tree.problems);
  const checked = check(tree.root);
  const faults = checked.ok ? [] : checked.faults;
  const problems = [...tree.problems, ...faults.map((fault) => problemOf(fault, tree))];
  const place = (path: Path): EstatePlace => ({ ...placeOf(tree, path), path });
  const resolution = checked.ok ? checked.resolution : checked.rest?.resolution;
  const estate = resolution && estateOf(resolution, tree.root, place);
  if (estate && checked.ok && problems.length === 0) return { ok: true, estate };
  const removed = checked.ok ? [] : (checked.rest?.removed ?? []);
  return { ...refuse(problems), ...(estate ? { rest: { estate, removed } } : {}) };
}

/** Types do not hold for JavaScript. */
function requireFiles(entry: unknown, files: unknown): void {
  const isReader =
    typeof files === "object" &&
    files !== null &&
    ["read", "glob"].every((name) => typeof Reflect.get(files, name) === "function");
  const faults: Fault[] = [];
  if (typeof entry !== "string")
    faults.push({
      path: ["entry"],
      message: "no path of an estate file",
      received: shown(entry),
      expected: "text",
    });
  if (!isReader)
    faults.push({
      path: ["files"],
      message: "nothing to read files with",
      received: shown(files),
      expected: "read and glob",
    });
  if (faults.length > 0) throw new FaultError("loadEstate", faults);
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

function problemOf({ atKey, other, unquoted, ...fault }: EstateFault, tree: EstateTree): LocatedFault {
  const problem = { ...fault, ...placeOf(tree, fault.path, atKey) };
  if (other) {
    const where = `${other.relation} ${formatPath(other.path)} at ${formatPlace(placeOf(tree, other.path, true))}`;
    return { ...problem, fix: fault.fix === undefined ? where : `${fault.fix}; ${where}` };
  }
  const written = unquoted && tree.origins.follow(tree.root, fault.path).entry?.written;
  return written ? { ...problem, received: written, fix: `quote it: "${written}"` } : problem;
}
