import type { Path } from "../fault";
import type { SchemaFault } from "../schema/explain";

/** A fault whose path begins at the root of the estate. */
export interface EstateFault extends SchemaFault {
  /** The other party of a contradiction, told with its place. */
  readonly other?: { readonly path: Path; readonly relation: string };
}
