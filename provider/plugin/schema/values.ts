import type { Unknown } from "../value/value";
import type { Members, Presence, Values } from "./member";

type Part<M, K extends keyof Values> = M extends { readonly values?: infer V }
  ? NonNullable<V> extends Values
    ? NonNullable<V>[K]
    : never
  : never;

type PresenceIn<M> = M extends { readonly presence?: infer P } ? NonNullable<P> & Presence : never;

type InState<T, P> = P extends "required" | "defaulted" | "computed" ? T : T | null;

type InPlan<T, P> = P extends "required" | "defaulted"
  ? T
  : P extends "optional"
    ? T | null
    : P extends "computed"
      ? T | undefined
      : T | null | undefined;

type InDraft<T, P> = P extends "required" ? T | Unknown : T | Unknown | null;

/** A resource as state holds it. */
export type StateOf<M extends Members> = {
  readonly [N in keyof M]: InState<Part<M[N], "state">, PresenceIn<M[N]>>;
};

/** A resource as create and update get it: what the provider is to compute is `undefined`. */
export type PlanOf<M extends Members> = {
  readonly [N in keyof M]: InPlan<Part<M[N], "plan">, PresenceIn<M[N]>>;
};

/** A resource while it is planned: any value may be {@link Unknown}. */
export type DraftOf<M extends Members> = {
  readonly [N in keyof M]: InDraft<Part<M[N], "draft">, PresenceIn<M[N]>>;
};

/** The value of a type as an element of a collection. */
export type ElementOf<M, K extends keyof Values> = K extends "draft"
  ? Part<M, "draft"> | Unknown
  : Part<M, K>;
