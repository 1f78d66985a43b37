import { inspect } from "node:util";

const HIDDEN = "(secret)";

/** A value that no log, error, JSON or template string shows. Only {@link reveal} gives it out. */
export class Secret {
  // Not `private`, as elsewhere: that would be a property like any other when the program runs.
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

/** Anything that looks like a JSON Web Token, whole or cut off after its first part. */
const TOKEN = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g;
const AUTHORIZATION = /\bBearer\s+[\w.~+/=-]+/gi;

/** A text from outside without the given secrets and without anything that looks like a token. */
export function redact(text: string, ...secrets: readonly string[]): string {
  const without = secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return without.replace(AUTHORIZATION, `Bearer ${HIDDEN}`).replace(TOKEN, HIDDEN);
}
