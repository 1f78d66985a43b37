import type { Type } from "../value/type";

/** How a nested attribute or block repeats. `group` (blocks only): always there, if only with nulls. */
export type Nesting = "single" | "list" | "set" | "map" | "group";

/** What holds for any attribute. */
interface Settings {
  readonly description?: string;
  readonly deprecated?: true;
  /** Kept out of Terraform's output; state still holds it. */
  readonly sensitive?: true;
  /** A change replaces the resource instead of updating it. */
  readonly requiresReplace?: true;
}

/** Who gives the value. Written out, so that exactly one of them can be meant. */
export type Mode =
  | {
      readonly required: true;
      readonly optional?: never;
      readonly computed?: never;
      readonly default?: never;
    }
  | { readonly optional: true; readonly required?: never }
  | {
      readonly computed: true;
      readonly required?: never;
      readonly optional?: never;
      readonly default?: never;
    };

/** The settings of an attribute of type `T`. Without any: the type of an element, as in `list(str())`. */
export interface Options<T> extends Settings {
  readonly required?: boolean;
  readonly optional?: boolean;
  /** The provider gives the value; with `optional`, only where the configuration does not. */
  readonly computed?: boolean;
  /** A computed value that may also be null. An optional one may always. */
  readonly nullable?: true;
  /** A computed value that an update leaves as it is: not shown as "known after apply" at every change. */
  readonly stable?: true;
  /** The value of an optional attribute that the configuration leaves out. */
  readonly default?: T;
  /** All values there are, for whoever documents or types it; `validate` holds them. */
  readonly choices?: readonly string[];
  /** Says what is wrong with a value, or nothing. Called for wholly known values only. */
  validate?(value: T): string | undefined;
}

/** What the value of an attribute can be besides its type. */
export type Presence = "required" | "defaulted" | "optional" | "computed" | "computed-or-null";

export type PresenceOf<O> = O extends { readonly required: true }
  ? "required"
  : O extends { readonly default: NonNullable<unknown> }
    ? "defaulted"
    : O extends { readonly computed: true }
      ? O extends { readonly optional: true } | { readonly nullable: true }
        ? "computed-or-null"
        : "computed"
      : "optional";

/** The TypeScript types of one attribute's value, at the three moments it is seen. */
export interface Values {
  /** In state: everything is known. */
  readonly state: unknown;
  /** Given to create and update: what the provider computes may be missing. */
  readonly plan: unknown;
  /** While planning: anything may be unknown. */
  readonly draft: unknown;
}

/** An attribute with a plain type. */
export interface Leaf<V extends Values = Values, P extends Presence = Presence> {
  readonly member: "leaf";
  readonly type: Type;
  readonly options: Options<unknown>;
  /** Types only; never there at run time. */
  readonly values?: V;
  readonly presence?: P;
}

/** A nested attribute or block: objects with attributes of their own. */
export interface Nested<V extends Values = Values, P extends Presence = Presence> {
  readonly member: "attribute" | "block";
  readonly nesting: Nesting;
  readonly members: Members;
  readonly options: Options<unknown>;
  readonly min?: number;
  readonly max?: number;
  readonly values?: V;
  readonly presence?: P;
}

export type Member<V extends Values = Values, P extends Presence = Presence> = Leaf<V, P> | Nested<V, P>;

export interface Members {
  readonly [name: string]: Member;
}

/** `attributes` of a resource. */
export interface Attributes {
  readonly [name: string]: Leaf | Nested;
}

/** `blocks` of a resource. */
export interface Blocks {
  readonly [name: string]: Nested;
}
