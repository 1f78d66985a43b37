import { type Fault, formatFault } from "./fault";
import { visibleLine } from "./visible";

/** A place in a text file, as editors count: line and column begin with 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
}

/** A fault with the place where its author fixes it, as far as it is known: an estate written in TypeScript has no lines. */
export type LocatedFault = Fault & Partial<Place>;

/** `contoso.yaml:12:9`, or nothing where the place is not known. */
export function formatPlace({ file, line, column }: Partial<Place>): string {
  return file === undefined || line === undefined || column === undefined ? "" : `${file}:${line}:${column}`;
}

/** One fault as a line: `estate.yaml:12:9: domains["contoso.com"].spf.all: …`. */
export function formatLocatedFault(fault: LocatedFault): string {
  return [visibleLine(formatPlace(fault)), formatFault(fault)].filter(Boolean).join(": ");
}

/** Orders by file name, then line, then column; what has no place comes last. */
export function comparePlaces(a: Partial<Place>, b: Partial<Place>): number {
  if (a.file !== b.file) return (a.file ?? "\uffff") < (b.file ?? "\uffff") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
