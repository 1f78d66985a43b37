import type { GraphVersion } from "../../graph/types";
import type { ObjectAttribute } from "../attribute";
import type { SingletonTable } from "../table";
import type { GraphAccess } from "./access";
import { at, type Lens } from "./lens";

/** One attribute of an object of Graph, and where in the entity it stands. */
export interface GraphAttribute extends ObjectAttribute {
  /** @default what stands at the path that `parameter` is */
  readonly lens?: Lens;
  /** Where v1.0 does not have it. @default v1.0 */
  readonly version?: GraphVersion;
  /** The keys of the objects that have it. @default all */
  readonly of?: readonly string[];
}

/**
 * Something that a tenant has in Graph whether anybody declares it or not: it is adopted, only what is given is managed, and
 * destroy leaves it as it is. The kit's attributes, their values and what is wrong with them are those of Exchange.
 */
export interface GraphTable extends Omit<SingletonTable, "attributes" | "service" | "completed" | "made"> {
  readonly attributes: Readonly<Record<string, GraphAttribute>>;
  readonly graph: {
    /** Below the version; `{}` is the key. */
    readonly path: string;
    /** The least application permission that reads it, and the one that writes it. */
    readonly read: string;
    readonly write: string;
    /** How it is read and changed. @default as one entity at its path, by `PATCH` of what differs */
    readonly access?: GraphAccess;
  };
  /** The attribute whose value says which of several it is. @default there is only one */
  readonly key?: string;
}

export function graph(
  attribute: ObjectAttribute,
  facts: Pick<GraphAttribute, "lens" | "version" | "of">,
): GraphAttribute {
  return { ...attribute, ...facts };
}

export function lensOf({ lens, parameter }: GraphAttribute): Lens {
  return lens ?? at(parameter);
}
