import type { Resource } from "../definition";
import { type Diagnostic, DiagnosticError, diagnosticsOf, PartialState } from "../diagnostics";
import { known, outcomeOf } from "../plan/outcome";
import { planResource } from "../plan/plan";
import { replacedBy } from "../plan/replace";
import type { Members } from "../schema/member";
import { typeOfMembers } from "../schema/type";
import { validateMembers } from "../schema/validate";
import { fromWire, toWire } from "../value/codec";
import { parseState } from "../value/json";
import { mapValues, type Type } from "../value/type";
import type { ObjectValue, Path } from "../value/value";
import { StoredPrivate } from "./private";
import type { Session } from "./session";

/** What came of a call: a state (undefined: no resource), what is remembered beside it, and what is to be told. */
export interface Answer {
  readonly state: ObjectValue | undefined;
  readonly stored: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A callback's typed view of a value that was held against its schema. */
type Known = Readonly<Record<string, never>>;

/** The life of one kind of resource, in Terraform's steps. */
export class ResourceCalls {
  readonly members: Members;
  readonly type: Type;
  readonly definition: Resource<unknown>;

  constructor(
    readonly session: Session,
    readonly name: string,
    definition: Resource<unknown>,
  ) {
    this.definition = definition;
    this.members = { ...definition.attributes, ...definition.blocks };
    this.type = typeOfMembers(this.members);
  }

  validate(config: ObjectValue): readonly Diagnostic[] {
    return [...validateMembers(this.members, config), ...(this.definition.validate?.(config as Known) ?? [])];
  }

  /** A state file's JSON, of this or an older version of the schema, as a state. */
  upgrade(json: string, from: number): ObjectValue {
    const { upgrade = {}, version = 0 } = this.definition;
    if (from > version) {
      throw new DiagnosticError({
        summary: `the state of ${this.name} was written by a newer version of the provider`,
        detail: `It has schema version ${from}; this provider knows ${version}. Use that newer version.`,
      });
    }
    let state = parseState(json);
    for (let at = from; at < version; at += 1) state = upgrade[at]?.(state) ?? state;
    // What the schema no longer has falls away; what it has now and the state has not is null until it is read.
    const value = fromWire(state, this.type, []) as ObjectValue;
    return outcomeOf(this.members, value, undefined, true).state;
  }

  async read(prior: ObjectValue, privateBytes: Uint8Array): Promise<Answer> {
    const same = { state: prior, stored: privateBytes };
    if (this.session.configurationUnknown) {
      const summary = `${this.name} was not refreshed: the provider's configuration is known after apply only`;
      return { ...same, diagnostics: [{ severity: "warning", summary }] };
    }
    const stored = new StoredPrivate(privateBytes);
    const diagnostics: Diagnostic[] = [];
    try {
      const context = this.session.context(stored, diagnostics);
      const found = await this.session.until(this.definition.read(known(prior) as Known, context));
      if (found === null) return { state: undefined, stored: undefined, diagnostics };
      const outcome = outcomeOf(this.members, found, undefined);
      return {
        state: outcome.diagnostics.length > 0 ? prior : outcome.state,
        stored: stored.bytes(),
        diagnostics: [...diagnostics, ...outcome.diagnostics],
      };
    } catch (error) {
      return { ...same, diagnostics: [...diagnostics, ...this.told(error, "read")] };
    }
  }

  async plan(
    config: ObjectValue,
    prior: ObjectValue | undefined,
    privateBytes: Uint8Array,
  ): Promise<Answer & { readonly requiresReplace: readonly Path[] }> {
    const stored = new StoredPrivate(privateBytes);
    const diagnostics: Diagnostic[] = [];
    let planned = planResource(this.members, config, prior);
    let alsoReplace: readonly Path[] = [];
    try {
      const change = await this.session.until(
        this.definition.modifyPlan?.(planned as Known, {
          ...this.session.planContext(stored, diagnostics),
          client: this.session.client,
          config: config as Known,
          prior: prior && (known(prior) as Known),
        }),
      );
      diagnostics.push(...(change?.diagnostics ?? []));
      alsoReplace = change?.requiresReplace ?? [];
      planned = this.withValues(planned, change?.values ?? {});
    } catch (error) {
      diagnostics.push(...this.told(error, "plan"));
    }
    const requiresReplace = prior ? [...replacedBy(this.members, planned, prior), ...alsoReplace] : [];
    return { state: planned, stored: stored.bytes(), diagnostics, requiresReplace };
  }

  async apply(
    prior: ObjectValue | undefined,
    planned: ObjectValue | undefined,
    privateBytes: Uint8Array,
  ): Promise<Answer> {
    const stored = new StoredPrivate(privateBytes);
    const diagnostics: Diagnostic[] = [];
    const step = planned === undefined ? "delete" : prior === undefined ? "create" : "update";
    try {
      const context = this.session.context(stored, diagnostics);
      if (planned === undefined) {
        if (prior) await this.session.until(this.definition.delete(known(prior) as Known, context));
        return { state: undefined, stored: undefined, diagnostics };
      }
      const given = await this.session.until(
        prior === undefined
          ? this.definition.create(known(planned) as Known, context)
          : this.update(known(planned) as Known, { ...context, prior: known(prior) as Known }),
      );
      const outcome = outcomeOf(this.members, given, planned);
      return { ...outcome, stored: stored.bytes(), diagnostics: [...diagnostics, ...outcome.diagnostics] };
    } catch (error) {
      const partial =
        error instanceof PartialState ? outcomeOf(this.members, error.state, planned, true) : undefined;
      return {
        state: partial ? partial.state : prior,
        stored: prior || partial ? stored.bytes() : undefined,
        diagnostics: [...diagnostics, ...this.told(error, step), ...(partial?.diagnostics ?? [])],
      };
    }
  }

  async import(id: string): Promise<Answer> {
    const stored = new StoredPrivate(undefined);
    const diagnostics: Diagnostic[] = [];
    try {
      if (!this.definition.import) {
        throw new DiagnosticError({ summary: `${this.name} cannot be imported` });
      }
      const found = await this.session.until(
        this.definition.import(id, this.session.context(stored, diagnostics)),
      );
      if (found === null) {
        throw new DiagnosticError({ summary: `there is no ${this.name} with the id ${JSON.stringify(id)}` });
      }
      const outcome = outcomeOf(this.members, found, undefined);
      return { ...outcome, stored: stored.bytes(), diagnostics: [...diagnostics, ...outcome.diagnostics] };
    } catch (error) {
      return {
        state: undefined,
        stored: undefined,
        diagnostics: [...diagnostics, ...this.told(error, "import")],
      };
    }
  }

  private update(
    plan: Known,
    context: Parameters<NonNullable<Resource<unknown>["update"]>>[1],
  ): Promise<object> {
    if (this.definition.update) return this.definition.update(plan, context);
    throw new DiagnosticError({
      summary: `${this.name} cannot be changed in place`,
      detail:
        "The provider has no update for it; every attribute ought to require replacement. This is a bug in it.",
    });
  }

  /** A plan with what `modifyPlan` says, held against the types. */
  private withValues(planned: ObjectValue, values: object): ObjectValue {
    const said = mapValues({ ...values } as Readonly<Record<string, unknown>>, (value, name) => {
      const type = this.type.kind === "object" ? this.type.attributes[name] : undefined;
      if (!type) throw new Error(`modifyPlan gave a value for ${name}, which ${this.name} has not`);
      return fromWire(toWire(value, type, [name]), type, [name]);
    });
    return { ...planned, ...said };
  }

  private told(error: unknown, step: string): readonly Diagnostic[] {
    return diagnosticsOf(error, `${step} ${this.name}`, this.session.signal);
  }
}
