import type {
  ComplexObject,
  IResolvable,
  ITerraformDependable,
  ITerraformIterator,
  TerraformBackend,
  TerraformCount,
  TerraformDataSource,
  TerraformElement,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformResourceLifecycle,
} from "cdktf";
import type { IConstruct } from "constructs";
import type { Reference, TerraformText } from "./text";

/**
 * What a class of cdktf's takes, with Terraform text wherever it takes text. A map has no place in it, since its keys are
 * templates too. Words that cdktf's own types list stay as they are.
 */
export type Gated<T> = 0 extends 1 & T
  ? TerraformText | readonly TerraformText[] | number | boolean | IResolvable
  : T extends string
    ? string extends T
      ? TerraformText
      : T
    : T extends Untouched
      ? T
      : T extends readonly (infer E)[]
        ? Gated<E>[]
        : string extends keyof T
          ? IResolvable
          : { [K in keyof T]: Gated<T[K]> };

type Untouched =
  | number
  | boolean
  | null
  | undefined
  | IResolvable
  | IConstruct
  | ITerraformDependable
  | ITerraformIterator
  | TerraformCount;

declare const RAW: unique symbol;

/** What a gated class makes: attributes are references, what is set later passes the gate too. */
export type GatedElement<I> = Base<I> &
  (I extends TerraformResource | TerraformDataSource ? GatedMeta : unknown) & { readonly [RAW]?: I } & {
    [K in Exclude<keyof I, keyof Base<I>>]: Member<K, I[K]>;
  };

type Base<I> = I extends TerraformResource
  ? TerraformResource
  : I extends TerraformDataSource
    ? TerraformDataSource
    : I extends TerraformProvider
      ? TerraformProvider
      : I extends TerraformOutput
        ? TerraformOutput
        : I extends TerraformBackend
          ? TerraformBackend
          : TerraformElement;

/** Beside these, what cdktf takes as text later can be given by programs only. */
interface GatedMeta {
  lifecycle?: Gated<TerraformResourceLifecycle>;
  dependsOn?: TerraformText[];
  readonly addOverride: never;
  readonly importFrom: never;
  readonly moveTo: never;
  readonly moveToId: never;
  readonly moveFromId: never;
  readonly addMoveTarget: never;
}

type Member<K, V> = K extends `put${string}`
  ? V extends (value: infer P) => infer R
    ? (value: Gated<P>) => R
    : V
  : Attribute<V>;

type Attribute<V> = V extends string
  ? Reference
  : V extends readonly string[]
    ? TerraformText[]
    : V extends ComplexObject
      ? { readonly [K in keyof V]: V[K] extends string ? Reference : V[K] }
      : V;

// biome-ignore lint/suspicious/noExplicitAny: a constraint on classes of any config, in which `unknown` would fit none
type RawClass = new (...args: any) => IConstruct;

/** A class that cdktf, a provider's package or our generator made, behind the gate. */
export type GatedClass<C extends RawClass> = Pick<C, keyof C> &
  (new (
    ...args: GatedArguments<ConstructorParameters<C>>
  ) => GatedElement<InstanceType<C>>);

type GatedArguments<A extends readonly unknown[]> = A extends readonly [infer Scope, string, (infer Config)?]
  ? [scope: Scope, id: string, config: Gated<Config>]
  : A extends readonly [infer Scope, (infer Config)?]
    ? [scope: Scope, config: Gated<Config>]
    : never;

/** The same class, which the compiler lets nothing through to but Terraform text. */
export function gated<C extends RawClass>(raw: C): GatedClass<C> {
  return raw as unknown as GatedClass<C>;
}

/** What any resource may be given where many kinds are made alike. */
export type AnyConfig = Readonly<
  Record<
    string,
    | TerraformText
    | readonly TerraformText[]
    | readonly ITerraformDependable[]
    | number
    | boolean
    | TerraformProvider
  >
>;

/** The same class as one of many that are made alike: which properties it has, it checks itself as it runs. */
export function gatedAlike<E>(raw: RawClass): (scope: IConstruct, id: string, config: AnyConfig) => E {
  const Gated = raw as unknown as new (scope: IConstruct, id: string, config: AnyConfig) => E;
  return (scope, id, config) => new Gated(scope, id, config);
}

/** The element as programs know it, who may give cdktf what they like. */
export function forPrograms<I>(element: { readonly [RAW]?: I }): I {
  return element as I;
}
