import type { Decimal } from "../value/decimal";
import { mapValues, type Type } from "../value/type";
import type { Dynamic } from "../value/value";
import type { Leaf, Mode, Options, PresenceOf, Values } from "./member";
import type { ElementOf } from "./values";

/** The same type in state, in a plan and in a draft. */
export interface Same<T> {
  readonly state: T;
  readonly plan: T;
  readonly draft: T;
}

export interface ListValues<M> {
  readonly state: readonly ElementOf<M, "state">[];
  readonly plan: readonly ElementOf<M, "state">[];
  readonly draft: readonly ElementOf<M, "draft">[];
}

export interface MapValues<M> {
  readonly state: { readonly [key: string]: ElementOf<M, "state"> };
  readonly plan: { readonly [key: string]: ElementOf<M, "state"> };
  readonly draft: { readonly [key: string]: ElementOf<M, "draft"> };
}

export interface ObjectValues<A> {
  readonly state: { readonly [N in keyof A]: ElementOf<A[N], "state"> | null };
  readonly plan: { readonly [N in keyof A]: ElementOf<A[N], "state"> | null };
  readonly draft: { readonly [N in keyof A]: ElementOf<A[N], "draft"> | null };
}

/** No settings at all: the type of an element. */
type Bare = { readonly required?: never; readonly optional?: never; readonly computed?: never };

/** The settings an attribute of type `T` takes: exactly one of required, optional, computed (or the last two). */
export type AttributeOptions<T> = Options<T> & (Mode | Bare);

function leaf<V extends Values, O>(type: Type, options: Options<unknown>): Leaf<V, PresenceOf<O>> {
  return { member: "leaf", type, options };
}

export function str<const O extends AttributeOptions<string>>(
  options?: O,
): Leaf<Same<string>, PresenceOf<O>> {
  return leaf({ kind: "string" }, options ?? {});
}

export function bool<const O extends AttributeOptions<boolean>>(
  options?: O,
): Leaf<Same<boolean>, PresenceOf<O>> {
  return leaf({ kind: "bool" }, options ?? {});
}

/** A number that a JavaScript number holds; any other is refused at the attribute. See {@link decimal}. */
export function num<const O extends AttributeOptions<number>>(
  options?: O,
): Leaf<Same<number>, PresenceOf<O>> {
  return leaf({ kind: "number", exact: false }, options ?? {});
}

/** A number of any size and precision. */
export function decimal<const O extends AttributeOptions<Decimal>>(
  options?: O,
): Leaf<Same<Decimal>, PresenceOf<O>> {
  return leaf({ kind: "number", exact: true }, options ?? {});
}

/** A value whose type each configuration chooses. It cannot be an element of a list, set or map. */
export function dynamic<const O extends AttributeOptions<Dynamic>>(
  options?: O,
): Leaf<Same<Dynamic>, PresenceOf<O>> {
  return leaf({ kind: "dynamic" }, options ?? {});
}

export function list<M extends Leaf, const O extends AttributeOptions<ListValues<M>["state"]>>(
  element: M,
  options?: O,
): Leaf<ListValues<M>, PresenceOf<O>> {
  return leaf({ kind: "list", element: elementType(element) }, options ?? {});
}

/** Values in no order, none twice; an array to the author. */
export function set<M extends Leaf, const O extends AttributeOptions<ListValues<M>["state"]>>(
  element: M,
  options?: O,
): Leaf<ListValues<M>, PresenceOf<O>> {
  return leaf({ kind: "set", element: elementType(element) }, options ?? {});
}

export function map<M extends Leaf, const O extends AttributeOptions<MapValues<M>["state"]>>(
  element: M,
  options?: O,
): Leaf<MapValues<M>, PresenceOf<O>> {
  return leaf({ kind: "map", element: elementType(element) }, options ?? {});
}

/** One value with named parts; a configuration writes all of them, null where it means none. */
export function object<
  const A extends { readonly [name: string]: Leaf },
  const O extends AttributeOptions<ObjectValues<A>["state"]>,
>(attributes: A, options?: O): Leaf<ObjectValues<A>, PresenceOf<O>> {
  return leaf({ kind: "object", attributes: mapValues(attributes, (part) => part.type) }, options ?? {});
}

function elementType(element: Leaf): Type {
  if (holdsDynamic(element.type)) {
    throw new Error("a dynamic value cannot stand in a list, set or map: their elements have one type");
  }
  return element.type;
}

function holdsDynamic(type: Type): boolean {
  if (type.kind === "object") return Object.values(type.attributes).some(holdsDynamic);
  return type.kind === "dynamic" || ("element" in type && holdsDynamic(type.element));
}
