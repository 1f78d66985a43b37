import type { AttributeOptions } from "./attribute";
import type { Blocks, Members, Nested, Nesting, Options, PresenceOf } from "./member";
import type { DraftOf, PlanOf, StateOf } from "./values";

interface One<M extends Members> {
  readonly state: StateOf<M>;
  readonly plan: PlanOf<M>;
  readonly draft: DraftOf<M>;
}

interface Many<M extends Members> {
  readonly state: readonly StateOf<M>[];
  readonly plan: readonly PlanOf<M>[];
  readonly draft: readonly DraftOf<M>[];
}

interface Keyed<M extends Members> {
  readonly state: { readonly [key: string]: StateOf<M> };
  readonly plan: { readonly [key: string]: PlanOf<M> };
  readonly draft: { readonly [key: string]: DraftOf<M> };
}

/** How often a block may be written. */
export interface Times {
  readonly min?: number;
  readonly max?: number;
  readonly description?: string;
}

function attribute(nesting: Nesting, members: Members, options: Options<unknown>) {
  return { member: "attribute", nesting, members, options } as const;
}

/** Nested attributes, `rule = { … }`: objects whose attributes have settings of their own. Prefer them to blocks. */
export const nested = {
  single<const M extends Members, const O extends AttributeOptions<StateOf<M>>>(
    members: M,
    options: O,
  ): Nested<One<M>, PresenceOf<O>> {
    return attribute("single", members, options);
  },
  list<const M extends Members, const O extends AttributeOptions<Many<M>["state"]>>(
    members: M,
    options: O,
  ): Nested<Many<M>, PresenceOf<O>> {
    return attribute("list", members, options);
  },
  set<const M extends Members, const O extends AttributeOptions<Many<M>["state"]>>(
    members: M,
    options: O,
  ): Nested<Many<M>, PresenceOf<O>> {
    return attribute("set", members, options);
  },
  map<const M extends Members, const O extends AttributeOptions<Keyed<M>["state"]>>(
    members: M,
    options: O,
  ): Nested<Keyed<M>, PresenceOf<O>> {
    return attribute("map", members, options);
  },
};

type NoBlocks = Record<never, never>;

function written(nesting: Nesting, attributes: Members, blocks: Blocks, times: Times) {
  const { description, ...limits } = times;
  const options = description === undefined ? {} : { description };
  return { member: "block", nesting, members: { ...attributes, ...blocks }, options, ...limits } as const;
}

/** Nested blocks, `rule { … }`. Lists, sets and maps are never null: no block written is an empty one. */
export const block = {
  single<const A extends Members, const B extends Blocks = NoBlocks>(
    attributes: A,
    times: Omit<Times, "max"> & { readonly blocks?: B } = {},
  ): Nested<One<A & B>, "optional"> {
    const { blocks, ...rest } = times;
    return written("single", attributes, blocks ?? {}, rest);
  },
  /** One object that is always there, with nulls where nothing was written. */
  group<const A extends Members, const B extends Blocks = NoBlocks>(
    attributes: A,
    more: { readonly blocks?: B; readonly description?: string } = {},
  ): Nested<One<A & B>, "required"> {
    const { blocks, ...rest } = more;
    return written("group", attributes, blocks ?? {}, rest);
  },
  list<const A extends Members, const B extends Blocks = NoBlocks>(
    attributes: A,
    times: Times & { readonly blocks?: B } = {},
  ): Nested<Many<A & B>, "required"> {
    const { blocks, ...rest } = times;
    return written("list", attributes, blocks ?? {}, rest);
  },
  set<const A extends Members, const B extends Blocks = NoBlocks>(
    attributes: A,
    times: Times & { readonly blocks?: B } = {},
  ): Nested<Many<A & B>, "required"> {
    const { blocks, ...rest } = times;
    return written("set", attributes, blocks ?? {}, rest);
  },
  /** `rule "label" { … }`, by its label. */
  map<const A extends Members, const B extends Blocks = NoBlocks>(
    attributes: A,
    more: { readonly blocks?: B; readonly description?: string } = {},
  ): Nested<Keyed<A & B>, "required"> {
    const { blocks, ...rest } = more;
    return written("map", attributes, blocks ?? {}, rest);
  },
};
