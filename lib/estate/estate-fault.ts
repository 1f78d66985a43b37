import type { Fault, Path } from "../fault";

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
