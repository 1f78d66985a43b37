import type * as v from "valibot";
import { type Fault, fail, ok, type Result } from "../fault";
import { read, type SchemaFault } from "./explain";
import { ownCopy } from "./own-copy";

/**
 * Reads what a program gives, whatever its types say: JavaScript has none, and casts go around them.
 * @returns what the schema reads, or every fault, with paths from the value down
 */
export function readOptions<S extends v.GenericSchema>(schema: S, value: unknown): Result<v.InferOutput<S>> {
  const copy = ownCopy(value);
  return copy.ok ? readCopy(schema, copy.value) : copy;
}

/** {@link readOptions} of what {@link ownCopy} made. */
export function readCopy<S extends v.GenericSchema>(schema: S, copy: unknown): Result<v.InferOutput<S>> {
  const result = read(schema, copy, []);
  return result.ok ? ok(result.value) : fail(...result.faults.map(inCode));
}

/** A fault of a file's value, told of a program's: no YAML has read it as something else. */
function inCode({ atKey: _atKey, instead: _instead, unquoted, ...fault }: SchemaFault): Fault {
  if (unquoted) return { ...fault, message: "text belongs here", fix: `write "${fault.received ?? ""}"` };
  return fault.message === "a key without a value"
    ? { ...fault, message: "nothing, where a value belongs" }
    : fault;
}
