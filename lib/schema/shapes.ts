import * as v from "valibot";
import { closest } from "../closest";
import { type Fault, type Path, shown } from "../fault";
import { isMapping, type Mapping, setMember } from "../mapping";
import { Choices, ExplainedFault } from "./explained";

type Issue = v.BaseIssue<unknown>;
type FaultText = Omit<Fault, "path">;

/** What to say of a key that is not allowed, where there is more to say than that. */
export type KeyHints = (key: string) => FaultText | undefined;

/**
 * A mapping with exactly these keys. Unlike valibot's `strictObject` it refuses lists, reports every unknown key,
 * takes `undefined` for absent, and answers with the keys in the order of the schema, not of the file.
 */
export function closed<E extends v.ObjectEntries>(
  entries: E,
  hints?: KeyHints,
): v.StrictObjectSchema<E, undefined> {
  const base = v.strictObject(entries);
  const members = Object.entries(entries);
  return {
    ...base,
    "~run"({ value }, config) {
      if (!isMapping(value))
        return refused(value, [issueOf(value, notAMapping(value, Object.keys(entries)))]);
      const issues: Issue[] = [];
      const output: Mapping = {};
      for (const [key, schema] of members) {
        const member = Object.hasOwn(value, key) ? value[key] : undefined;
        if (member === undefined) {
          if (schema.type !== "exact_optional") issues.push(issueOf(value, missing(key)));
          continue;
        }
        const result = schema["~run"]({ value: member }, config);
        if (result.issues) issues.push(...below(result.issues, value, key));
        else setMember(output, key, result.value);
      }
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(entries, key) || value[key] === undefined) continue;
        const fault = hints?.(key) ?? unknownKey(key, Object.keys(entries));
        issues.push(...below([issueOf(key, fault, true)], value, key));
      }
      return issues.length > 0 ? refused(value, issues) : checked(output);
    },
  };
}

/**
 * A mapping whose keys are the author's names. Unlike valibot's `record` it drops no key (`constructor` and
 * `prototype` are fine labels), refuses lists, and answers with its keys sorted.
 */
export function named<S extends v.GenericSchema>(
  schema: S,
): v.RecordSchema<v.StringSchema<undefined>, S, undefined> {
  const base = v.record(v.string(), schema);
  return {
    ...base,
    "~run"({ value }, config) {
      if (!isMapping(value)) return refused(value, [issueOf(value, notAMapping(value))]);
      const issues: Issue[] = [];
      const output: Mapping = {};
      for (const key of Object.keys(value).sort()) {
        if (value[key] === undefined) continue;
        const result = schema["~run"]({ value: value[key] }, config);
        if (result.issues) issues.push(...below(result.issues, value, key));
        else setMember(output, key, result.value);
      }
      return issues.length > 0 ? refused(value, issues) : checked(output);
    },
  };
}

/** A mapping of names, some of which have a form of their own; it answers with those first. */
export function namedBeside<E extends v.ObjectEntries, S extends v.GenericSchema>(
  entries: E,
  rest: S,
): v.ObjectWithRestSchema<E, S, undefined> {
  const [known, others] = [closed(entries), named(rest)];
  return {
    ...v.objectWithRest(entries, rest),
    "~run"(dataset, config) {
      const { value } = dataset;
      if (!isMapping(value)) return refused(value, [issueOf(value, notAMapping(value))]);
      const isKnown = ([key]: readonly [string, unknown]) => Object.hasOwn(entries, key);
      const all = Object.entries(value);
      const parts = [
        known["~run"]({ value: Object.fromEntries(all.filter(isKnown)) }, config),
        others["~run"]({ value: Object.fromEntries(all.filter((one) => !isKnown(one))) }, config),
      ];
      const issues = parts.flatMap(({ issues: own = [] }) => own);
      if (issues.length > 0) return refused(value, issues);
      return checked(Object.assign({}, ...parts.map((part) => part.value)));
    },
  };
}

/**
 * One of several forms, told apart by `pick`, so that a fault is told of the form that was meant.
 * `pick` answers with the index of that form, or with what is wrong (and under which key).
 */
export function choice<const O extends readonly v.GenericSchema[]>(
  options: O,
  pick: (input: unknown) => number | { readonly fault: FaultText; readonly key?: string },
): v.UnionSchema<[...O], undefined> {
  const base = v.union([...options]);
  return {
    ...base,
    "~run"({ value }, config) {
      const picked = pick(value);
      if (typeof picked !== "number") {
        const issue = issueOf(value, picked.fault);
        const isBelow = picked.key !== undefined && isMapping(value);
        return refused(value, isBelow ? below([issue], value, picked.key ?? "") : [issue]);
      }
      const result = options[picked]?.["~run"]({ value }, config);
      if (result === undefined) throw new RangeError(`no option ${picked}`);
      return result.issues ? refused(value, result.issues) : checked(result.value);
    },
  };
}

/** For {@link choice}: the form is told by its only key, one of `keys` in the order of the forms. */
export function byKey(keys: readonly string[], message: string) {
  return (input: unknown): number | { readonly fault: FaultText } => {
    const present = isMapping(input) ? Object.keys(input) : [];
    const form = keys.findIndex((key) => present.includes(key));
    if (form >= 0 && present.length === 1) return form;
    const near = present[0] === undefined ? undefined : closest(present[0], keys);
    return {
      fault: {
        message,
        received: present.length > 0 ? present.join(", ") : shown(input),
        expected: `one of ${keys.join(" | ")}`,
        ...(near === undefined || form >= 0 ? {} : { fix: `did you mean ${near}?` }),
      },
    };
  };
}

/** One of several forms, told apart by the word under a key that all of them have. */
export function byMember<const F extends Readonly<Record<string, v.GenericSchema>>>(key: string, forms: F) {
  const words = Object.keys(forms);
  const schemas: readonly F[keyof F][] = words.flatMap((name) => forms[name as keyof F] ?? []);
  return choice(schemas, (input) => {
    const given = isMapping(input) ? input[key] : undefined;
    const form = typeof given === "string" ? words.indexOf(given) : -1;
    if (form >= 0) return form;
    const expected = words.join(" | ");
    return isMapping(input)
      ? { fault: { message: "none of the words that belong here", received: shown(given), expected }, key }
      : {
          fault: {
            message: "a mapping belongs here",
            received: shown(input),
            expected: `${key}: ${expected}`,
          },
        };
  });
}

/**
 * What a guard of this project's takes, with the faults that its reader tells. valibot knows nothing of the form, and
 * so nor does the JSON Schema that follows from it.
 */
export function guarded<T>(
  isSound: (value: unknown) => value is T,
  faultsOf: (value: unknown) => readonly Fault[],
): v.CustomSchema<T, undefined> {
  return {
    ...v.custom<T>(isSound),
    "~run"({ value }) {
      if (isSound(value)) return { typed: true, value };
      return refused(
        value,
        faultsOf(value).map(({ path = [], ...fault }) => deepBelow(issueOf(value, fault), value, path)),
      );
    },
  };
}

/**
 * A list. A text in its place is told as what it would be in one, if it can stand there.
 * @param meant the members that a text stands for. @default the text itself
 */
export function list<S extends v.GenericSchema>(
  schema: S,
  meant: (text: string) => readonly string[] = (text) => [text],
): v.ArraySchema<S, undefined> {
  const base = v.array(schema);
  return {
    ...base,
    "~run"(dataset, config) {
      const { value } = dataset;
      if (typeof value !== "string") return base["~run"](dataset, config);
      const members = meant(value);
      const isSound = base["~run"]({ value: [...members] }, config).issues === undefined;
      const fault = { message: "a list belongs here", received: shown(value), expected: "a list" };
      if (!isSound) return refused(value, [issueOf(value, fault)]);
      const fix = `write [${members.map((one) => JSON.stringify(one)).join(", ")}]`;
      return refused(value, [issueOf(value, { ...fault, fix }, false, { value: members })]);
    },
  };
}

/** One of these words. `explain` speaks of well-known wrong ones. */
export function word<const W extends readonly string[]>(
  words: W,
  explain?: (word: string) => FaultText | undefined,
): v.PicklistSchema<W, undefined> {
  const picklist = v.picklist(words);
  const requirement = new Choices(words, explain);
  return { ...picklist, ...{ requirement } };
}

/** A key that may be left out. What it means stands at the type that the schema reads; editors are told from there. */
export function may<S extends v.GenericSchema>(schema: S) {
  return v.exactOptional(schema);
}

function missing(key: string): FaultText {
  return { message: `${JSON.stringify(key)} is missing` };
}

function notAMapping(received: unknown, keys: readonly string[] = []): FaultText {
  const expected = keys.length > 0 ? `a mapping with ${keys.join(", ")}` : "a mapping of names";
  if (received === null) return { message: "a key without a value", expected };
  return { message: "a mapping belongs here", received: shown(received), expected };
}

function unknownKey(key: string, keys: readonly string[]): FaultText {
  const near = closest(key, keys);
  return {
    message: "unknown key",
    received: JSON.stringify(key),
    ...(near === undefined ? { expected: keys.join(" | ") } : { fix: `did you mean ${near}?` }),
  };
}

/** An issue of valibot that says what our fault says. */
function issueOf(
  input: unknown,
  fault: FaultText,
  atKey = false,
  instead?: { readonly value: unknown },
): Issue {
  return {
    kind: "schema",
    type: "explained",
    input,
    expected: fault.expected ?? null,
    received: fault.received ?? "",
    message: fault.message,
    requirement: new ExplainedFault(fault, atKey, instead),
  };
}

/** The issues of a member, seen from its mapping. */
function below(issues: readonly Issue[], input: Record<string, unknown>, key: string): Issue[] {
  const item: v.ObjectPathItem = { type: "object", origin: "value", input, key, value: input[key] };
  return issues.map((issue) => ({ ...issue, path: [item, ...(issue.path ?? [])] }));
}

/** An issue of what lies at a path in a value, seen from the value. */
function deepBelow(issue: Issue, value: unknown, [key, ...rest]: Path): Issue {
  if (key === undefined) return issue;
  const member: unknown = isMapping(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined;
  const inner = deepBelow(issue, member, rest);
  const item: v.IssuePathItem = { type: "unknown", origin: "value", input: value, key, value: member };
  return { ...inner, path: [item, ...(inner.path ?? [])] };
}

// valibot infers what a schema's reader answers with; a reader written by hand can only assert it. The two
// assertions of this file are here, behind the checks above.

function checked(value: unknown): v.SuccessDataset<never> {
  return { typed: true, value: value as never };
}

function refused(value: unknown, issues: readonly Issue[]): v.FailureDataset<never> {
  return { typed: false, value, issues: issues as never };
}
