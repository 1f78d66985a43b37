import type { Diagnostic } from "../diagnostics";
import type { Member, Members } from "../schema/member";
import { typeOfMember } from "../schema/type";
import { fromWire, toWire } from "../value/codec";
import { mapValues } from "../value/type";
import {
  holdsUnknown,
  isListValue,
  isObjectValue,
  isUnknown,
  member,
  type ObjectValue,
  type Path,
  type Value,
  ValueError,
} from "../value/value";

/** Planned values as create and update get them: what is not known is not there. */
export function known(value: Value): unknown {
  if (isUnknown(value)) return undefined;
  if (isListValue(value)) return value.map(known);
  return isObjectValue(value) ? mapValues(value, known) : value;
}

/** A state that can be stored whatever a callback answered, and what was wrong with the answer. */
export interface Outcome {
  readonly state: ObjectValue;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A callback's answer as a state. What exists must not be lost over a wrong answer: a part that is missing or of the
 * wrong type is taken from the plan, or null, and told as an error.
 * @param partial true for the state of a callback that failed: there missing parts are no error of their own
 */
export function outcomeOf(
  members: Members,
  answer: unknown,
  planned: ObjectValue | undefined,
  partial = false,
): Outcome {
  const diagnostics: Diagnostic[] = [];
  const given: object = typeof answer === "object" && answer !== null ? answer : {};
  const state = mapValues(members, (part, name): Value => {
    const plannedPart = planned && member(planned, name);
    const value = fill(
      part,
      Object.getOwnPropertyDescriptor(given, name)?.value,
      plannedPart,
      [name],
      (path) => {
        if (!partial)
          diagnostics.push(wrong(path, "It was not known when planned, and the provider gave no value."));
      },
    );
    try {
      // There and back: an author's answer may hold anything, a Value may not.
      const stored = fromWire(toWire(value, typeOfMember(part), [name]), typeOfMember(part), [name]);
      if (!holdsUnknown(stored) && fitsPresence(part, stored)) return stored;
      diagnostics.push(wrong([name], "The provider gave no value for an attribute that always has one."));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      diagnostics.push(wrong(error.path, `The provider gave a value of the wrong type: ${error.message}.`));
    }
    return fallback(part, plannedPart);
  });
  return { state, diagnostics };
}

function wrong(path: Path, detail: string): Diagnostic {
  return {
    summary: "the provider's answer is wrong",
    detail: `${detail} This is a bug in the provider.`,
    path,
  };
}

/** Only blocks that repeat are never null to Terraform. */
function fitsPresence(part: Member, value: Value): boolean {
  return value !== null || part.member !== "block" || part.nesting === "single";
}

function fallback(part: Member, planned: Value | undefined): Value {
  if (planned !== undefined && !holdsUnknown(planned)) return planned;
  if (part.member !== "block" || part.nesting === "single") return null;
  if (part.nesting === "map") return {};
  return part.nesting === "group" ? mapValues(part.members, (inner) => fallback(inner, undefined)) : [];
}

/** `undefined` anywhere in the answer becomes what the plan says. */
function fill(
  part: Member,
  value: unknown,
  planned: Value | undefined,
  path: Path,
  missing: (path: Path) => void,
): unknown {
  if (value === undefined) {
    if (planned === undefined || holdsUnknown(planned)) missing(path);
    return fallback(part, planned);
  }
  if (part.member === "leaf" || value === null || typeof value !== "object") return value;
  const one = (element: unknown, before: Value | undefined, at: Path): unknown => {
    if (typeof element !== "object" || element === null || Array.isArray(element)) return element;
    return mapValues(part.members, (inner, name) =>
      fill(
        inner,
        Object.getOwnPropertyDescriptor(element, name)?.value,
        isObjectValue(before) ? member(before, name) : undefined,
        [...at, name],
        missing,
      ),
    );
  };
  if (Array.isArray(value)) {
    const before = isListValue(planned) ? planned : [];
    return value.map((element, index) => one(element, before[index], [...path, index]));
  }
  if (part.nesting !== "map") return one(value, planned, path);
  const before = isObjectValue(planned) ? planned : {};
  return mapValues({ ...value }, (element, key) => one(element, member(before, key), [...path, key]));
}
