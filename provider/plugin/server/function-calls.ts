import { FaultError, formatFault } from "../../../lib/fault";
import { visible } from "../../../lib/visible";
import { type FunctionDefinition, FunctionFault, type Provider } from "../definition";
import { mapValues, type Type, typeToJson } from "../value/type";
import { ValueError } from "../value/value";
import { readValue, writeValue } from "./messages";
import type { Handlers } from "./request";

/** The functions of a provider as messages. */
export function wireFunctions({ functions = {} }: Provider): Readonly<Record<string, object>> {
  return mapValues(functions, ({ summary, description, parameters, result }) => ({
    summary,
    description,
    parameters: parameters.map((one) => ({
      name: one.name,
      type: wireType(one.type),
      description: one.description,
    })),
    return: { type: wireType(result) },
  }));
}

/**
 * Calls of functions, which may come before the provider is configured. Terraform hands over neither null nor unknown values:
 * no parameter permits them.
 */
export function functionHandlers(provider: Provider): Handlers {
  return {
    GetFunctions: () => ({ functions: wireFunctions(provider) }),
    CallFunction: ({ name, arguments: given }) => {
      const { functions = {} } = provider;
      const one = Object.hasOwn(functions, name) ? functions[name] : undefined;
      try {
        if (one === undefined) throw new Error(`the provider ${provider.name} has no function ${name}`);
        const args = one.parameters.map(({ type }, at) => argument(given[at], type, at));
        return { result: writeValue(one.call(args), one.result) };
      } catch (error) {
        return { error: { text: visible(messageOf(error)), ...placeOf(error, one) } };
      }
    },
  };
}

function argument(wire: Parameters<typeof readValue>[0], type: Type, at: number) {
  try {
    return readValue(wire, type);
  } catch (error) {
    if (error instanceof ValueError) throw new FunctionFault(error.message, at);
    throw error;
  }
}

/** Of a function with a single argument there is no doubt which one is at fault. */
function placeOf(error: unknown, one: FunctionDefinition | undefined): object {
  if (error instanceof FunctionFault) return { function_argument: error.argument };
  return error instanceof FaultError && one?.parameters.length === 1 ? { function_argument: 0 } : {};
}

function messageOf(error: unknown): string {
  if (error instanceof FaultError) return error.faults.map(formatFault).join("\n");
  return error instanceof Error ? error.message : String(error);
}

function wireType(type: Type): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(typeToJson(type)));
}
