import type { Provider } from "../definition";
import { type Diagnostic, DiagnosticError, diagnosticsOf } from "../diagnostics";
import { known, outcomeOf } from "../plan/outcome";
import { planResource } from "../plan/plan";
import type { Members } from "../schema/member";
import { typeOfMembers } from "../schema/type";
import { validateMembers } from "../schema/validate";
import { wireSchema } from "../schema/wire";
import { mapValues } from "../value/type";
import type { ObjectValue } from "../value/value";
import { actionHandlers, wireActions } from "./action-calls";
import { functionHandlers, wireFunctions } from "./function-calls";
import { identityOf, identitySchemas, importId, upgradedIdentity } from "./identity";
import { readObject, wireDiagnostics, wirePath, writeValue } from "./messages";
import { StoredPrivate } from "./private";
import type { Handlers } from "./request";
import { type Answer, ResourceCalls } from "./resource-calls";
import type { Session } from "./session";

type Known = Readonly<Record<string, never>>;

const CAPABILITIES = { plan_destroy: false, get_provider_schema_optional: false };

/** The protocol for one provider. No call ever throws: what goes wrong is a diagnostic. */
export function handlers(provider: Provider, session: Session): Handlers {
  const resources = new Map(
    Object.entries(provider.resources).map(([name, one]) => [name, new ResourceCalls(session, name, one)]),
  );
  const resource = (name: string): ResourceCalls => {
    const found = resources.get(name);
    if (found) return found;
    throw new DiagnosticError({ summary: `the provider ${provider.name} has no resource ${name}` });
  };
  const leniency = { legacy_type_system: provider.legacyTypeSystem === true };
  return {
    GetMetadata: () => ({
      server_capabilities: CAPABILITIES,
      resources: [...resources.keys()].map((type_name) => ({ type_name })),
      data_sources: Object.keys(provider.dataSources).map((type_name) => ({ type_name })),
      functions: Object.keys(provider.functions ?? {}).map((name) => ({ name })),
      actions: Object.keys(provider.actions ?? {}).map((type_name) => ({ type_name })),
    }),
    GetProviderSchema: () => ({
      server_capabilities: CAPABILITIES,
      provider: wireSchema(provider.attributes, 0, provider.description),
      resource_schemas: mapValues(provider.resources, (one) =>
        wireSchema({ ...one.attributes, ...one.blocks }, one.version ?? 0, one.description),
      ),
      data_source_schemas: mapValues(provider.dataSources, (one) =>
        wireSchema({ ...one.attributes, ...one.blocks }, 0, one.description),
      ),
      functions: wireFunctions(provider),
      action_schemas: wireActions(provider),
    }),
    GetResourceIdentitySchemas: () => ({ identity_schemas: identitySchemas(provider) }),
    UpgradeResourceIdentity: ({ type_name, version, raw_identity }) =>
      told(undefined, `read the identity of ${type_name}`, () => {
        const json = new TextDecoder().decode(raw_identity.json);
        return {
          upgraded_identity: upgradedIdentity(type_name, resource(type_name).definition, json, version),
        };
      }),
    ValidateProviderConfig: (request) =>
      told(provider.attributes, "validate the provider's configuration", () => {
        const config = readObject(request.config, typeOfMembers(provider.attributes)) ?? {};
        const own = provider.validate?.(config as Known) ?? [];
        return { diagnostics: [...validateMembers(provider.attributes, config), ...own] };
      }),
    ConfigureProvider: async (request) => ({
      diagnostics: wireDiagnostics(
        await session.configure(request.config, request.terraform_version),
        provider.attributes,
      ),
    }),
    StopProvider: () => {
      session.stop();
      return { Error: "" };
    },
    ValidateResourceConfig: (request) => {
      const calls = resources.get(request.type_name);
      return told(calls?.members, `validate ${request.type_name}`, () => ({
        diagnostics: resource(request.type_name).validate(
          readObject(request.config, calls?.type ?? EMPTY) ?? {},
        ),
      }));
    },
    UpgradeResourceState: (request) =>
      told(resources.get(request.type_name)?.members, `read the state of ${request.type_name}`, () => {
        const calls = resource(request.type_name);
        const state = calls.upgrade(new TextDecoder().decode(request.raw_state.json), request.version);
        return { upgraded_state: writeValue(state, calls.type) };
      }),
    ReadResource: (request) =>
      told(resources.get(request.type_name)?.members, `read ${request.type_name}`, async () => {
        const calls = resource(request.type_name);
        const prior = readObject(request.current_state, calls.type);
        if (!prior) return { new_state: writeValue(null, calls.type) };
        const answer = await calls.read(prior, request.private);
        const { new_state, stored, diagnostics } = written(calls, answer);
        return {
          new_state,
          private: stored,
          diagnostics,
          ...identified(calls, answer.state, "new_identity"),
        };
      }),
    PlanResourceChange: (request) =>
      told(resources.get(request.type_name)?.members, `plan ${request.type_name}`, async () => {
        const calls = resource(request.type_name);
        const config = readObject(request.config, calls.type);
        if (!config)
          return { planned_state: writeValue(null, calls.type), planned_private: request.prior_private };
        const prior = readObject(request.prior_state, calls.type);
        const answer = await calls.plan(config, prior, request.prior_private);
        const { new_state, stored, diagnostics } = written(calls, answer);
        return {
          planned_state: new_state,
          planned_private: stored,
          diagnostics,
          requires_replace: answer.requiresReplace.map((path) => wirePath(path, calls.members)),
          // Of what is to be made it is told when it is made.
          ...(prior && identified(calls, answer.state, "planned_identity")),
          ...leniency,
        };
      }),
    ApplyResourceChange: (request) =>
      told(resources.get(request.type_name)?.members, `apply ${request.type_name}`, async () => {
        const calls = resource(request.type_name);
        const prior = readObject(request.prior_state, calls.type);
        const planned = readObject(request.planned_state, calls.type);
        const answer = await calls.apply(prior, planned, request.planned_private);
        const { new_state, stored, diagnostics } = written(calls, answer);
        const identity = identified(calls, answer.state, "new_identity");
        return { new_state, private: stored, diagnostics, ...identity, ...leniency };
      }),
    ImportResourceState: (request) =>
      told(resources.get(request.type_name)?.members, `import ${request.type_name}`, async () => {
        const calls = resource(request.type_name);
        const answer = await calls.import(importId(calls.name, calls.definition, request));
        const { new_state: state, stored, diagnostics } = written(calls, answer);
        const identity = identified(calls, answer.state, "identity");
        const imported = { type_name: request.type_name, state, private: stored, ...identity };
        return { imported_resources: answer.state ? [imported] : [], diagnostics };
      }),
    MoveResourceState: (request) =>
      told(undefined, "move a resource's state", () => {
        throw new DiagnosticError({
          summary: `a ${request.target_type_name} cannot take over another resource's state`,
          detail: "Remove the moved block; remove the old resource from state, and import the new one.",
        });
      }),
    ...dataSourceHandlers(provider, session),
    ...functionHandlers(provider),
    ...actionHandlers(provider),
  };
}

const EMPTY = typeOfMembers({});

function dataSourceHandlers(provider: Provider, session: Session): Handlers {
  const found = (name: string) => {
    const definition = Object.hasOwn(provider.dataSources, name) ? provider.dataSources[name] : undefined;
    const members: Members = { ...definition?.attributes, ...definition?.blocks };
    return { definition, members, type: typeOfMembers(members) };
  };
  return {
    ValidateDataResourceConfig: (request) => {
      const { definition, members, type } = found(request.type_name);
      return told(members, `validate ${request.type_name}`, () => {
        const config = readObject(request.config, type) ?? {};
        const own = definition?.validate?.(config as Known) ?? [];
        return { diagnostics: [...validateMembers(members, config), ...own] };
      });
    },
    ReadDataSource: (request) => {
      const { definition, members, type } = found(request.type_name);
      return told(
        members,
        `read ${request.type_name}`,
        async () => {
          if (!definition)
            throw new Error(`the provider ${provider.name} has no data source ${request.type_name}`);
          const diagnostics: Diagnostic[] = [];
          const { private: _, ...context } = session.context(new StoredPrivate(undefined), diagnostics);
          const config = planResource(members, readObject(request.config, type) ?? {}, undefined);
          const outcome = outcomeOf(
            members,
            await session.until(definition.read(known(config) as Known, context)),
            config,
          );
          return {
            state: writeValue(outcome.state, type),
            diagnostics: [...diagnostics, ...outcome.diagnostics],
          };
        },
        session.signal,
      );
    },
  };
}

/** The identity of a state under the name that the answer has for it; nothing for a resource without. */
function identified({ definition }: ResourceCalls, state: ObjectValue | undefined, as: string): object {
  const identity = identityOf(definition, state);
  return identity === undefined ? {} : { [as]: identity };
}

function written(calls: ResourceCalls, answer: Answer) {
  return {
    new_state: writeValue(answer.state ?? null, calls.type),
    stored: answer.stored ?? new Uint8Array(),
    diagnostics: answer.diagnostics,
  };
}

/** A response whose diagnostics point into these members, whatever `work` does. */
async function told(
  members: Members | undefined,
  doing: string,
  work: () =>
    | Promise<object & { readonly diagnostics?: readonly Diagnostic[] }>
    | (object & { readonly diagnostics?: readonly Diagnostic[] }),
  signal?: AbortSignal,
): Promise<object> {
  try {
    const response = await work();
    return { ...response, diagnostics: wireDiagnostics(response.diagnostics ?? [], members) };
  } catch (error) {
    return { diagnostics: wireDiagnostics(diagnosticsOf(error, doing, signal), members) };
  }
}
