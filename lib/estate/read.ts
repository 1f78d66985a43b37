import { type Fault, fail, formatPath, ok, type Result, unwrap } from "../fault";
import { ownCopy } from "../schema/own-copy";
import { check, estateOf } from "./check";
import type { EstateFault } from "./estate-fault";
import type { EstateInput } from "./input";
import type { Estate } from "./model";

/** Reads an estate that was written in TypeScript. Faults have a path and, there being no file, no place. */
export function readEstate(input: EstateInput): Result<Estate> {
  const copy = ownCopy(input);
  if (!copy.ok) return copy;
  const checked = check(copy.value);
  if (!checked.ok) return fail(...checked.faults.map(faultOf));
  return ok(estateOf(checked.resolution, { root: copy.value, place: (path) => ({ path }) }));
}

/**
 * An estate written in TypeScript.
 * @throws FaultError with every fault
 */
export function defineEstate(input: EstateInput): Estate {
  return unwrap("estate", readEstate(input));
}

function faultOf({ atKey, other, unquoted, instead: _, ...fault }: EstateFault): Fault {
  if (other) {
    const where = `${other.relation} ${formatPath(other.path)}`;
    return { ...fault, fix: fault.fix === undefined ? where : `${fault.fix}; ${where}` };
  }
  return unquoted && fault.received !== undefined ? { ...fault, fix: "write it as text" } : fault;
}
