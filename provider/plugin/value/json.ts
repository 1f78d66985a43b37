import type { StateJson } from "../definition";
import { Decimal } from "./decimal";

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * State's JSON of one resource. Numbers that JavaScript would round are given as strings of their digits.
 * @throws SyntaxError if the text is no JSON object
 */
export function parseState(text: string): StateJson {
  const exact = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || fits(token) ? token : `"${token}"`,
  );
  const state: unknown = JSON.parse(exact);
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    throw new SyntaxError("the state of a resource is a JSON object");
  }
  return state as StateJson;
}

function fits(token: string): boolean {
  return Decimal.of(token).toNumber() !== undefined;
}
