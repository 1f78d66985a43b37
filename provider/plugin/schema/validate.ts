import type { Diagnostic } from "../diagnostics";
import { known } from "../plan/outcome";
import type { Type } from "../value/type";
import {
  holdsUnknown,
  isListValue,
  isObjectValue,
  isUnknown,
  member,
  type ObjectValue,
  type Path,
  type Value,
} from "../value/value";
import type { Member, Members } from "./member";

/** What the attributes' own `validate` say, each at its attribute; and nulls among elements, which no type allows. */
export function validateMembers(members: Members, config: ObjectValue, at: Path = []): readonly Diagnostic[] {
  return Object.entries(members).flatMap(([name, part]) =>
    validateMember(part, member(config, name), [...at, name]),
  );
}

function validateMember(part: Member, value: Value, path: Path): readonly Diagnostic[] {
  if (value === null || isUnknown(value)) return [];
  const inside =
    part.member === "leaf" ? nullElements(value, part.type, path) : validateNested(part, value, path);
  if (inside.length > 0 || holdsUnknown(value)) return inside;
  const detail = part.options.validate?.(known(value));
  return detail === undefined ? [] : [{ summary: `invalid ${path.at(-1)}`, detail, path }];
}

function validateNested(part: Member, value: Value, path: Path): readonly Diagnostic[] {
  if (part.member === "leaf") return [];
  const element = (one: Value, at: Path) => {
    if (one === null) return [nullElement(at)];
    return isObjectValue(one) ? validateMembers(part.members, one, at) : [];
  };
  if (isListValue(value)) return value.flatMap((one, index) => element(one, [...path, index]));
  if (part.nesting !== "map" || !isObjectValue(value)) return element(value, path);
  return Object.entries(value).flatMap(([key, one]) => element(one, [...path, key]));
}

function nullElements(value: Value, type: Type, path: Path): readonly Diagnostic[] {
  if (!("element" in type)) return [];
  const elements: readonly (readonly [string | number, Value])[] = isListValue(value)
    ? value.map((one, index) => [index, one] as const)
    : isObjectValue(value)
      ? Object.entries(value)
      : [];
  return elements.flatMap(([key, one]) => {
    return one === null ? [nullElement([...path, key])] : nullElements(one, type.element, [...path, key]);
  });
}

function nullElement(path: Path): Diagnostic {
  return { summary: "null among the elements", detail: "Leave the element out, or give it a value.", path };
}
