import { visibleLine } from "../../../lib/visible";
import type { Action, Provider } from "../definition";
import { type Diagnostic, DiagnosticError, diagnosticsOf } from "../diagnostics";
import { known } from "../plan/outcome";
import { typeOfMembers } from "../schema/type";
import { validateMembers } from "../schema/validate";
import { wireSchema } from "../schema/wire";
import { mapValues } from "../value/type";
import type { ObjectValue } from "../value/value";
import { type DynamicValue, readObject, wireDiagnostics } from "./messages";
import { StoredPrivate } from "./private";
import type { Handlers, Request } from "./request";
import type { Session } from "./session";

/** A call that answers with one event after the other. */
export interface Streams {
  readonly [call: string]: (request: Request, send: (event: object) => void) => Promise<void>;
}

/** The actions of a provider as messages. */
export function wireActions({ actions = {} }: Provider): Readonly<Record<string, object>> {
  return mapValues(actions, ({ attributes, description }) => ({
    schema: wireSchema(attributes, 0, description),
  }));
}

/** What is asked of an action before it is done. */
export function actionHandlers(provider: Provider): Handlers {
  const validated = (type: string, config: DynamicValue) => {
    const one = actionOf(provider, type);
    return answered(one, `validate ${type}`, () => {
      const { value, action } = read(provider, type, config);
      return [...validateMembers(action.attributes, value), ...(action.validate?.(value as Known) ?? [])];
    });
  };
  return {
    ValidateActionConfig: ({ type_name, config }) => validated(type_name, config),
    // Nothing of an action is planned: whatever Terraform knows by now is held against the schema once more.
    PlanAction: ({ action_type, config }) => validated(action_type, config),
  };
}

/** Does an action: what it says while it works, then how it ended. */
export function streams(provider: Provider, session: Session): Streams {
  return {
    InvokeAction: async ({ action_type, config }, send) => {
      const diagnostics: Diagnostic[] = [];
      const doing = `invoke ${action_type}`;
      try {
        const { value, action } = read(provider, action_type, config);
        const { private: _, ...context } = session.context(new StoredPrivate(undefined), diagnostics);
        const progress = (message: string) => {
          context.progress(message);
          send({ progress: { message: visibleLine(message) } });
        };
        await session.until(action.invoke(known(value) as Known, { ...context, progress }));
      } catch (error) {
        diagnostics.push(...diagnosticsOf(error, doing, session.signal));
      }
      const members = actionOf(provider, action_type)?.attributes;
      send({ completed: { diagnostics: wireDiagnostics(diagnostics, members) } });
    },
  };
}

type Known = Readonly<Record<string, never>>;

function actionOf({ actions = {} }: Provider, type: string): Action<unknown> | undefined {
  return Object.hasOwn(actions, type) ? actions[type] : undefined;
}

/** @throws DiagnosticError for one that the provider has not; ValueError */
function read(provider: Provider, type: string, config: DynamicValue) {
  const action = actionOf(provider, type);
  if (action === undefined)
    throw new DiagnosticError({ summary: `the provider ${provider.name} has no action ${type}` });
  const value: ObjectValue = readObject(config, typeOfMembers(action.attributes)) ?? {};
  return { action, value };
}

function answered(action: Action<unknown> | undefined, doing: string, work: () => readonly Diagnostic[]) {
  let diagnostics: readonly Diagnostic[];
  try {
    diagnostics = work();
  } catch (error) {
    diagnostics = diagnosticsOf(error, doing);
  }
  return { diagnostics: wireDiagnostics(diagnostics, action?.attributes) };
}
