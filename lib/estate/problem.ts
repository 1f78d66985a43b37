import { type Fault, formatFault } from "../fault";

/** A path from the root of the estate, or of a part of it, to a value. */
export type Path = readonly (string | number)[];

/** A place in a text file, as editors count: line and column begin with 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
}

/** A fault of the estate with the place where its author mends it. */
export interface Problem extends Fault, Place {}

/** A fault whose path begins at the root of the estate. */
export interface EstateFault extends Fault {
  readonly path: Path;
  /** Point at the key, not at the value behind it: the key itself is wrong. */
  readonly atKey?: true;
  /** The other party of a contradiction, told with its place. */
  readonly other?: { readonly path: Path; readonly relation: string };
  /** A value that YAML read as a number, a boolean or nothing because it has no quotes. */
  readonly unquoted?: true;
}

/** `contoso.yaml:12:9`. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** One line a problem, sorted by file, line and column: `estate.yaml:12:9: domains["contoso.com"].spf.all: …`. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort(comparePlaces)
    .map((problem) => `${formatPlace(problem)}: ${formatFault(problem)}`)
    .join("\n");
}

/** Orders by file name, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
