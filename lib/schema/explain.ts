import * as v from "valibot";
import { closest } from "../closest";
import { type Fault, type Path, shown } from "../fault";
import { Choices, ExplainedFault } from "./explained";

/** A fault in a value that a schema reads. */
export interface SchemaFault extends Fault {
  /** From where the value was read down. */
  readonly path: Path;
  /** Point at the key, not at the value behind it: the key itself is wrong. */
  readonly atKey?: true;
  /** A value that YAML read as a number, a boolean or nothing because it has no quotes. */
  readonly unquoted?: true;
  /** What was meant, where its form is all that is wrong: what else is wrong with it is found in that. */
  readonly instead?: { readonly value: unknown };
}

/** Reads a value against a schema: what it holds, or every fault, each with its path from `at` down. */
export function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  at: Path,
):
  | { readonly ok: true; readonly value: v.InferOutput<S> }
  | { readonly ok: false; readonly faults: SchemaFault[] } {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  const faults = new Map<string, SchemaFault>();
  for (const issue of result.issues) {
    const fault = explain(issue, at);
    faults.set(JSON.stringify([fault.path, fault.message]), fault);
  }
  return { ok: false, faults: [...faults.values()] };
}

/** One of valibot's issues in this project's words. */
function explain(issue: v.BaseIssue<unknown>, at: Path): SchemaFault {
  const path = [...at, ...(issue.path ?? []).map((item) => pathKey(item.key))];
  if (issue.requirement instanceof ExplainedFault) {
    const { fault, atKey, instead } = issue.requirement;
    return { ...fault, path, ...(atKey ? { atKey: true } : {}), ...(instead ? { instead } : {}) };
  }
  const { input } = issue;
  if (input === null && issue.type !== "picklist") {
    return { path, message: "a key without a value", expected: expectation(issue) };
  }
  return { path, ...explainType(issue) };
}

function explainType(issue: v.BaseIssue<unknown>): Omit<SchemaFault, "path"> {
  const { input, requirement } = issue;
  const received = shown(input);
  const expected = expectation(issue);
  if (requirement instanceof Choices) return explainWord(input, requirement);
  switch (issue.type) {
    case "string":
      return isScalar(input)
        ? { message: "YAML reads this as a number or boolean", received, expected, unquoted: true }
        : { message: "text belongs here", received, expected };
    case "number":
      return { message: "a number belongs here", received, expected, ...fixNumber(input) };
    case "boolean":
      return { message: "true or false belongs here", received, expected, ...fixBoolean(input) };
    case "array":
      return { message: "a list belongs here", received, expected };
    case "non_empty":
      return { message: "empty text", expected: "text" };
    default:
      return { message: "not of the form that belongs here", received, expected };
  }
}

function explainWord(input: unknown, choices: Choices): Omit<SchemaFault, "path"> {
  const expected = choices.words.join(" | ");
  if (typeof input !== "string") {
    const isMeant = isScalar(input) && choices.words.includes(String(input));
    return {
      message: input === null ? "a key without a value" : "none of the words that belong here",
      ...(input === null ? {} : { received: shown(input) }),
      expected,
      ...(isMeant ? { unquoted: true as const } : {}),
    };
  }
  const own: Omit<Fault, "path"> | undefined = choices.explain?.(input);
  if (own) return { ...own, expected };
  const near = closest(input, choices.words);
  return {
    message: "none of the words that belong here",
    received: shown(input),
    expected,
    ...(near === undefined ? {} : { fix: `did you mean ${asText(near)}?` }),
  };
}

/** A word as YAML reads it as text. */
function asText(word: string): string {
  return /^(?:null|true|false|[\d.+-]+)$/i.test(word) ? `"${word}"` : word;
}

/** What valibot expects, in words. The forms of this project's own scalars bring theirs as the message. */
function expectation(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true | false";
    case "array":
      return "a list";
    case "regex":
    case "integer":
    case "min_value":
    case "max_value":
      return issue.message;
    default:
      return (issue.expected ?? "another value").replaceAll(/[()]/g, "");
  }
}

function fixNumber(input: unknown): { fix?: string } {
  return typeof input === "string" && /^\d+$/.test(input) ? { fix: `write ${input}, without quotes` } : {};
}

/** YAML 1.1 read these as booleans; YAML 1.2, and so this project, reads text. */
function fixBoolean(input: unknown): { fix?: string } {
  if (typeof input !== "string") return {};
  if (/^(?:yes|on|y|true)$/i.test(input)) return { fix: "write true" };
  return /^(?:no|off|n|false)$/i.test(input) ? { fix: "write false" } : {};
}

function isScalar(value: unknown): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function pathKey(key: unknown): string | number {
  return typeof key === "number" ? key : String(key);
}
