import { type Fault, fail, ok, type Path, type Result, shown } from "../fault";
import { type Mapping, setMember } from "../mapping";

/**
 * A copy of what a program gives, each value read once: what getters and proxies answer later no longer counts, and
 * what they throw is a fault with its place. Objects are copied by their own keys, whatever their class.
 * @param isWhole values to take as they are
 * @returns the copy, or the first place that cannot be read: a value in itself has no end
 */
export function ownCopy(
  value: unknown,
  isWhole: (value: object, path: Path) => boolean = () => false,
): Result<unknown> {
  try {
    return ok(copyOf(value, [], { isWhole, around: new Set(), copies: new Map() }));
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.fault);
    throw error;
  }
}

interface Reading {
  readonly isWhole: (value: object, path: Path) => boolean;
  /** The objects that hold the value. */
  readonly around: Set<object>;
  readonly copies: Map<object, unknown>;
}

function copyOf(value: unknown, path: Path, reading: Reading): unknown {
  if (typeof value === "bigint" || typeof value === "symbol") throw noData(path, shown(value));
  if (typeof value !== "object" || value === null) return value;
  const { isWhole, around, copies } = reading;
  if (around.has(value)) throw new Unreadable({ path, message: "a value that holds itself" });
  const there = copies.get(value);
  if (there !== undefined) return there;
  const keys = reached(path, () => (isWhole(value, path) ? undefined : Object.keys(value)));
  if (keys === undefined) return value;
  const kind = reached(path, () => Object.prototype.toString.call(value).slice("[object ".length, -1));
  if (kind !== "Array" && kind !== "Object") {
    throw noData(path, `a ${kind}`);
  }
  around.add(value);
  const member = (key: string | number) => {
    const at = [...path, key];
    return copyOf(
      reached(at, () => Reflect.get(value, key)),
      at,
      reading,
    );
  };
  const length = reached(path, () => (Array.isArray(value) ? value.length : undefined));
  const copy: unknown[] | Mapping =
    length === undefined ? {} : Array.from({ length }, (_, index) => member(index));
  if (!Array.isArray(copy)) for (const key of keys) setMember(copy, key, member(key));
  around.delete(value);
  copies.set(value, copy);
  return copy;
}

/** What reading a value answers, if it does. */
function reached<T>(path: Path, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Unreadable({
      path,
      message: "a value that cannot be read",
      ...(error instanceof Error ? { received: shown(error.message) } : {}),
    });
  }
}

function noData(path: Path, received: string): Unreadable {
  return new Unreadable({
    path,
    message: "no data",
    received,
    expected: "text, a number, a list or an object",
  });
}

class Unreadable extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}
