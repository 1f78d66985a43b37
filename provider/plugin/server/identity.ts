import type { Provider, Resource } from "../definition";
import { DiagnosticError } from "../diagnostics";
import { fromWire } from "../value/codec";
import { parseState } from "../value/json";
import { type Type, typeToJson } from "../value/type";
import type { ObjectValue } from "../value/value";
import { type DynamicValue, readObject, writeValue } from "./messages";

/** By what one resource is told from all others of its kind, on the wire. */
export interface IdentityData {
  readonly identity_data: DynamicValue;
}

/** The identities of all resources that have one. */
export function identitySchemas({ resources }: Provider): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(resources).flatMap(([type, { identity, attributes }]) => {
      if (identity === undefined) return [];
      const description = attributes[identity]?.options.description;
      const attribute = {
        name: identity,
        type: new TextEncoder().encode(JSON.stringify(typeToJson(TEXT))),
        required_for_import: true,
        ...(description !== undefined && { description }),
      };
      return [[type, { version: 0, identity_attributes: [attribute] }]];
    }),
  );
}

/** The identity of a state; undefined for a resource without, and where it is not known yet. */
export function identityOf(
  { identity }: Resource<unknown>,
  state: ObjectValue | undefined,
): IdentityData | undefined {
  const value = identity === undefined ? undefined : state?.[identity];
  if (identity === undefined || typeof value !== "string") return undefined;
  return { identity_data: writeValue({ [identity]: value }, typeOf(identity)) };
}

/**
 * The id of the resource that is to be imported, by its identity where one is given.
 * @throws DiagnosticError, ValueError
 */
export function importId(
  type: string,
  { identity }: Resource<unknown>,
  { id, identity: given }: { readonly id: string; readonly identity?: IdentityData | null },
): string {
  if (!given) return id;
  if (identity === undefined) throw new DiagnosticError({ summary: `${type} has no identity; give its id` });
  const value = readObject(given.identity_data, typeOf(identity))?.[identity];
  if (typeof value === "string" && value !== "") return value;
  throw new DiagnosticError({ summary: `the identity of ${type} does not say ${identity}` });
}

/** An identity as a state file has it. @throws DiagnosticError, ValueError */
export function upgradedIdentity(
  type: string,
  { identity }: Resource<unknown>,
  json: string,
  version: number,
): IdentityData {
  if (identity === undefined || version > 0) {
    throw new DiagnosticError({
      summary: `the identity of ${type} was written by another version of the provider`,
      detail: `It has version ${version}. Use that version, or import the resource anew.`,
    });
  }
  const shape = typeOf(identity);
  return { identity_data: writeValue(fromWire(parseState(json), shape, []), shape) };
}

const TEXT: Type = { kind: "string" };

function typeOf(identity: string): Type {
  return { kind: "object", attributes: { [identity]: TEXT } };
}
