import { visibleLine } from "./visible";

/** Keys and indices from a value down to a part of it, e.g. `["spf", "ip4", 0]`. */
export type Path = readonly (string | number)[];

/**
 * What is wrong with a piece of input, told so that its author can fix it.
 * Every parser and builder in lib/ collects all of its faults before it answers.
 */
export interface Fault {
  /** Keys and indices from the value that was handed in down to the faulty part, e.g. `["spf", "ip4", 0]`. */
  readonly path?: Path;
  /** Where the fault stands inside a text value, in UTF-16 code units. */
  readonly at?: { readonly offset: number; readonly length: number };
  /** One sentence in lower case without a full stop: what is wrong. */
  readonly message: string;
  /** The value received, in short. Never a secret. */
  readonly received?: string;
  /** What would have been right. */
  readonly expected?: string;
  /** What to write or do instead. */
  readonly fix?: string;
}

/** The outcome of reading a value: the value, or every fault found in it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** An accepted value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A refused value, with one fault or many. */
export function fail(...faults: readonly Fault[]): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults };
}

/** The value if no fault was collected on the way to it, else the faults. */
export function settle<T>(faults: readonly Fault[], value: () => T): Result<T> {
  return faults.length === 0 ? ok(value()) : fail(...faults);
}

/** The same fault, seen from a parent value: `path` goes in front of the fault's own. */
export function within<F extends Fault>(
  fault: F,
  ...path: readonly (string | number)[]
): F & { readonly path: Path } {
  return { ...fault, path: [...path, ...(fault.path ?? [])] };
}

/** The most that a line shows of what was received, and of a key, in UTF-16 code units; of its other parts {@link LONGEST}. */
const MOST_RECEIVED = 1000;
const MOST_OF_KEY = 100;
const LONGEST = 10_000;

/**
 * One fault as a line: `spf.ip4[0]: message, got …; expected …; fix`. It is one, and not much longer than people read,
 * whatever text it is about.
 */
export function formatFault(fault: Fault): string {
  const where = fault.path?.length ? `${formatPath(fault.path)}: ` : "";
  const got = fault.received === undefined ? "" : `, got ${part(fault.received, MOST_RECEIVED)}`;
  const expected = fault.expected === undefined ? "" : `; expected ${part(fault.expected)}`;
  const fix = fault.fix === undefined ? "" : `; ${clipped(fault.fix, LONGEST)}`;
  const line = visibleLine(`${where}${clipped(fault.message, LONGEST)}${got}${expected}${fix}`);
  return clipped(line, 2 * LONGEST);
}

function part(text: string, most = LONGEST): string {
  return ended(clipped(text, most));
}

/** The beginning of a text that is too long, and how long it is. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not half a surrogate pair.
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}… (${text.length} characters)`;
}

/** A part of a fault: in quotes if it ends as the part itself would, as a record such as `v=DMARC1; p=reject;` does. */
function ended(part: string): string {
  return part.endsWith(";") ? JSON.stringify(part) : part;
}

/** `["domains", "contoso.com", "spf", "ip4", 0]` as `domains["contoso.com"].spf.ip4[0]`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    if (key.length > MOST_OF_KEY) return `${text}[${JSON.stringify(clipped(key, MOST_OF_KEY))}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}

/** Thrown by constructs and by {@link unwrap}: all faults of one input in one message. */
export class FaultError extends Error {
  /** Tells it from other errors, also across copies of the package. */
  override readonly name = "FaultError";

  constructor(
    /** What was being read, e.g. `MailDomain contoso.com`. */
    readonly subject: string,
    /** Every fault, with its path. */
    readonly faults: readonly Fault[],
  ) {
    super(
      faults.length === 1
        ? `${subject}: ${faults.map(formatFault).join("")}`
        : `${subject}: ${faults.length} faults\n${faults.map((fault) => `  - ${formatFault(fault)}`).join("\n")}`,
    );
  }
}

/**
 * The value of an accepted result.
 * @throws FaultError with every fault of a refused one
 */
export function unwrap<T>(subject: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FaultError(subject, result.faults);
}

/** The value of a result, or `undefined` after putting its faults, seen from `path`, with the others. */
export function collect<T>(result: Result<T>, faults: Fault[], ...path: (string | number)[]): T | undefined {
  if (result.ok) return result.value;
  faults.push(...result.faults.map((fault) => within(fault, ...path)));
  return undefined;
}

/** A value as a fault shows it: text in quotes, what is long or deep only named. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `a ${typeof value}`;
}
