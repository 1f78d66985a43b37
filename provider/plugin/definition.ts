import type { Diagnostic } from "./diagnostics";
import type { Attributes, Blocks, Members } from "./schema/member";
import type { DraftOf, PlanOf, StateOf } from "./schema/values";
import type { Type } from "./value/type";
import type { Path, Value } from "./value/value";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a provider remembers of a resource beside its state, unseen by the user. Keys are the provider's own. */
export interface PrivateState {
  get(key: string): Json | undefined;
  set(key: string, value: Json): void;
  delete(key: string): void;
}

/** What every callback that talks to the outside gets. */
export interface Context<Client> {
  /** What the provider's `configure` made. */
  readonly client: Client;
  /** Aborts when Terraform is asked to stop. Hand it to every request and every wait. */
  readonly signal: AbortSignal;
  readonly private: PrivateState;
  /** Shows a warning beside the outcome. */
  warn(diagnostic: Omit<Diagnostic, "severity">): void;
  /** A line in Terraform's log (`TF_LOG_PROVIDER=INFO`). Never a secret. */
  progress(message: string): void;
}

/** What planning gets: the client is undefined while the provider's own configuration is not yet known. */
export interface PlanContext<M extends Members, Client> extends Omit<Context<Client>, "client"> {
  readonly client: Client | undefined;
  /** What the configuration says; null where it says nothing. */
  readonly config: DraftOf<M>;
  /** State before; undefined for a resource that is to be created. */
  readonly prior: StateOf<M> | undefined;
}

/** What a `modifyPlan` adds to the plan that the schema gives. */
export interface PlanChange<M extends Members> {
  /** Values of computed attributes that are known after all (or `UNKNOWN`, if they will change). */
  readonly values?: Partial<DraftOf<M>>;
  /** Attributes whose change cannot be made in place. */
  readonly requiresReplace?: readonly Path[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** A kind of resource. Methods throw `DiagnosticError` to fail; anything else thrown becomes a diagnostic too. */
export interface ResourceDefinition<A extends Attributes, B extends Blocks, Client> {
  readonly description?: string;
  readonly attributes: A;
  readonly blocks?: B;
  /**
   * The required text attribute, or the computed one that `create` gives and nothing changes, by which this is told from all
   * others of its kind: the resource's identity (protocol 6.9, Terraform 1.12), which is also its id at an import.
   */
  readonly identity?: string;
  /** Of the schema. @default 0 */
  readonly version?: number;
  /** By the version it starts from: an older state as JSON, rewritten to the next version. */
  readonly upgrade?: { readonly [version: number]: (state: StateJson) => StateJson };
  /** What is wrong across attributes; called without a client, before planning, values may be unknown. */
  validate?(config: DraftOf<A & B>): readonly Diagnostic[];
  modifyPlan?(
    plan: DraftOf<A & B>,
    context: PlanContext<A & B, Client>,
  ): Promise<PlanChange<A & B> | undefined>;
  /** Makes it; answers with all of its state. Half-way failures throw `PartialState`. */
  create(plan: PlanOf<A & B>, context: Context<Client>): Promise<StateOf<A & B>>;
  /** Its state now, or null if it is gone. */
  read(state: StateOf<A & B>, context: Context<Client>): Promise<StateOf<A & B> | null>;
  /** Changes it. Left out: every attribute must require replacement. */
  update?(
    plan: PlanOf<A & B>,
    context: Context<Client> & { readonly prior: StateOf<A & B> },
  ): Promise<StateOf<A & B>>;
  /** Removes it; one that is gone already is no error. */
  delete(state: StateOf<A & B>, context: Context<Client>): Promise<void>;
  /** All of the state of what exists under this id, or null if nothing does. */
  import?(id: string, context: Context<Client>): Promise<StateOf<A & B> | null>;
}

/** A state file's own JSON of one resource. Numbers that JavaScript would round are strings. */
export type StateJson = Readonly<Record<string, Json>>;

export interface DataSourceDefinition<A extends Attributes, B extends Blocks, Client> {
  readonly description?: string;
  readonly attributes: A;
  readonly blocks?: B;
  validate?(config: DraftOf<A & B>): readonly Diagnostic[];
  read(config: PlanOf<A & B>, context: Omit<Context<Client>, "private">): Promise<StateOf<A & B>>;
}

/** A parameter of a function. */
export interface FunctionParameter {
  readonly name: string;
  readonly type: Type;
  readonly description: string;
}

/** A function of the provider, `provider::m365::mx_host` (protocol 6.5, Terraform 1.8). It asks nobody, and has no client. */
export interface FunctionDefinition {
  /** One line. */
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result: Type;
  /** @throws FunctionFault, or anything else, which is told without the argument at fault */
  call(args: readonly Value[]): Value;
}

/** What is wrong with an argument of a function. */
export class FunctionFault extends Error {
  override readonly name = "FunctionFault";

  /** @param argument from 0 on */
  constructor(
    message: string,
    readonly argument: number,
  ) {
    super(message);
  }
}

/** What an action gets: what it says while it works is shown to the user. */
export type ActionContext<Client> = Omit<Context<Client>, "private">;

/** Something that is done and leaves no state (protocol 6.10, Terraform 1.14). */
export interface ActionDefinition<A extends Attributes, Client> {
  readonly description?: string;
  /** What is given; nothing is computed, nothing has a default. */
  readonly attributes: A;
  validate?(config: DraftOf<A>): readonly Diagnostic[];
  /** Does it. Throws `DiagnosticError` to fail. */
  invoke(config: StateOf<A>, context: ActionContext<Client>): Promise<void>;
}

export interface ProviderDefinition<A extends Attributes, Client> {
  /** The type name, which also starts the name of every resource: `m365`. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly attributes: A;
  /**
   * Asks Terraform for the leniency it has with providers on the SDK before the plugin framework: a planned or applied
   * value may differ from the configuration. Only for a provider that stands in for such a one.
   */
  readonly legacyTypeSystem?: true;
  validate?(config: DraftOf<A>): readonly Diagnostic[];
  /** Makes the client. Called once a run, and only when the whole configuration is known. */
  configure(config: StateOf<A>, context: ConfigureContext): Promise<Client>;
  /** By full name, `m365_inbound_connector`. */
  readonly resources: { readonly [type: string]: Resource<Client> };
  readonly dataSources: { readonly [type: string]: DataSource<Client> };
  /** By name, `mx_host`. @default none */
  readonly functions?: { readonly [name: string]: FunctionDefinition };
  /** By full name, `m365_rotate_dkim`. @default none */
  readonly actions?: { readonly [type: string]: Action<Client> };
}

export interface ConfigureContext {
  readonly terraformVersion: string;
  readonly signal: AbortSignal;
  warn(diagnostic: Omit<Diagnostic, "severity">): void;
}

/** A resource whose attributes are known at run time only: what the protocol works with. */
export type Resource<Client> = ResourceDefinition<Attributes, Blocks, Client>;
export type DataSource<Client> = DataSourceDefinition<Attributes, Blocks, Client>;
export type Action<Client> = ActionDefinition<Attributes, Client>;
export type Provider = ProviderDefinition<Attributes, unknown>;
