import { Decimal } from "./decimal";
import { type Type, typeToJson } from "./type";
import { Dynamic, isListValue, isObjectValue, isUnknown, member, type Value } from "./value";

/** The same value of a type? Sets have no order. Nothing equals an unknown, not even an unknown. */
export function equal(one: Value, other: Value, type: Type): boolean {
  if (isUnknown(one) || isUnknown(other)) return false;
  if (one === null || other === null) return one === other;
  switch (type.kind) {
    case "number":
      return textOf(one) === textOf(other);
    case "dynamic":
      return (
        one instanceof Dynamic &&
        other instanceof Dynamic &&
        JSON.stringify(typeToJson(one.type)) === JSON.stringify(typeToJson(other.type)) &&
        equal(one.value, other.value, one.type)
      );
    case "list":
      return equalItems(one, other, () => type.element);
    case "tuple":
      return equalItems(one, other, (index) => type.elements[index] ?? { kind: "dynamic" });
    case "set":
      return isListValue(one) && isListValue(other) && equalSets(one, other, type.element);
    case "map": {
      if (!isObjectValue(one) || !isObjectValue(other)) return false;
      const keys = Object.keys(one);
      return (
        keys.length === Object.keys(other).length &&
        keys.every(
          (key) => Object.hasOwn(other, key) && equal(member(one, key), member(other, key), type.element),
        )
      );
    }
    case "object":
      return (
        isObjectValue(one) &&
        isObjectValue(other) &&
        Object.entries(type.attributes).every(([name, part]) =>
          equal(member(one, name), member(other, name), part),
        )
      );
    default:
      return one === other;
  }
}

function textOf(value: Value): string | undefined {
  if (typeof value === "number") return Decimal.of(value).text;
  return value instanceof Decimal ? value.text : undefined;
}

function equalItems(one: Value, other: Value, typeAt: (index: number) => Type): boolean {
  return (
    isListValue(one) &&
    isListValue(other) &&
    one.length === other.length &&
    one.every((item, index) => equal(item, other[index] ?? null, typeAt(index)))
  );
}

function equalSets(one: readonly Value[], other: readonly Value[], element: Type): boolean {
  const rest = [...other];
  return (
    one.length === other.length &&
    one.every((item) => {
      const found = rest.findIndex((candidate) => equal(item, candidate, element));
      if (found >= 0) rest.splice(found, 1);
      return found >= 0;
    })
  );
}
