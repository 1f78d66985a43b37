import { Construct, type IConstruct } from "constructs";
import type * as v from "valibot";
import { FaultError, type Path, shown, unwrap } from "../lib/fault";
import { isMapping, type Mapping } from "../lib/mapping";
import { ownCopy } from "../lib/schema/own-copy";
import { readCopy } from "../lib/schema/read-options";
import { isToken } from "./tokens";
import type { MailZone } from "./zone/mail-zone";

// Types do not hold for JavaScript, and casts go around them: props are read like what a file says.

/** A prop that is no data but something to call, such as a zone. */
export interface LiveProp<T> {
  readonly is: (value: unknown) => value is T;
  /** What is expected, for faults. */
  readonly expected: string;
}

/** Where records are published; what they are there, only the types of programs say. */
export function zoneProp<R extends IConstruct>(): LiveProp<MailZone<R>> {
  return {
    is: (value): value is MailZone<R> => hasMethods(value, "add", "servePolicy") && "zoneName" in value,
    expected: "a MailZone, such as a CloudflareZone",
  };
}

/** What is read elsewhere. */
export const ANYTHING: LiveProp<unknown> = { is: (value): value is unknown => true, expected: "a value" };

/** Something of a class, told by what it can do: another copy of this package may have made it. */
export function liveConstruct<T extends Construct>(
  expected: string,
  isKind: (value: Construct) => value is T,
): LiveProp<T> {
  return { is: (value): value is T => Construct.isConstruct(value) && isKind(value), expected };
}

function hasMethods(value: unknown, ...names: readonly string[]): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === "function")
  );
}

/**
 * What is being made, for errors: `DmarcPolicy contoso.com`.
 * @param name a text among the props, if it is one
 */
export function subjectOf(kind: string, name: unknown): string {
  return typeof name === "string" && !isToken(name) ? `${kind} ${name}` : kind;
}

/**
 * A live prop.
 * @throws FaultError if it is another thing, or the props are no object
 */
export function liveProp<T>(kind: string, props: unknown, key: string, prop: LiveProp<T>): T {
  const value = optionalLiveProp(kind, props, key, prop);
  if (value !== undefined) return value;
  throw new FaultError(kind, [{ path: [key], message: "missing", expected: prop.expected }]);
}

/**
 * A live prop that may be left out.
 * @throws FaultError if it is another thing, or the props are no object
 */
export function optionalLiveProp<T>(
  kind: string,
  props: unknown,
  key: string,
  { is, expected }: LiveProp<T>,
): T | undefined {
  const given = requireProps(kind, props);
  let received: string;
  try {
    const value = given[key];
    if (value === undefined || is(value)) return value;
    received = shown(value);
  } catch {
    received = "a value that cannot be read";
  }
  throw new FaultError(kind, [{ path: [key], message: "another thing belongs here", received, expected }]);
}

/**
 * A copy of the props that are data.
 * @param live the names of those that are not
 * @throws FaultError if the props are no object, or cannot be read
 */
export function dataProps(kind: string, props: unknown, live: readonly string[] = []): Mapping {
  const isLive = (path: Path) => path.length === 1 && live.some((name) => name === path[0]);
  const copy = unwrap(
    kind,
    ownCopy(requireProps(kind, props), (value, path) => isLive(path) || isToken(value)),
  );
  return Object.fromEntries(
    Object.entries(isMapping(copy) ? copy : {}).filter(([name]) => !live.includes(name)),
  );
}

/**
 * Lets nothing stand beside the props that were taken.
 * @throws FaultError for each other prop
 */
export function refuseUnknown(kind: string, others: Mapping): void {
  const faults = Object.keys(others)
    .filter((key) => others[key] !== undefined)
    .map((key) => ({ path: [key], message: "unknown prop", fix: `remove ${key}` }));
  if (faults.length > 0) throw new FaultError(kind, faults);
}

/** @throws FaultError with every fault of the options */
export function readProps<S extends v.GenericSchema>(
  subject: string,
  schema: S,
  options: Mapping,
): v.InferOutput<S> {
  return unwrap(subject, readCopy(schema, options));
}

function requireProps(kind: string, props: unknown): Mapping {
  let received = "a value that cannot be read";
  try {
    if (isMapping(props)) return props;
    received = shown(props);
  } catch {
    // A proxy may refuse any question.
  }
  throw new FaultError(kind, [{ message: "props are missing", received, expected: "an object" }]);
}
