import type * as v from "valibot";

/**
 * Holds a schema and an interface together: `agrees<SpfOptions>()(schema)` compiles only if what the schema
 * reads is exactly that type, so neither can gain, lose or loosen a key without the other.
 */
export function agrees<T>() {
  return <S extends v.GenericSchema>(
    schema: S & (Same<Plain<v.InferOutput<S>>, Plain<T>> extends true ? unknown : Disagreement<T>),
  ): S => schema;
}

/** Shown by the compiler when schema and interface differ. */
interface Disagreement<T> {
  readonly theSchemaDoesNotReadExactly: T;
}

/** Are both types identical, optionality included? */
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The type with all of its parts read-only and its intersections flattened, so that only content is compared. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T]: Plain<T[Key]> };
