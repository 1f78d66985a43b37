import { isJson } from "../../http/answer";
import type { Comparison, Filter, Literal, PropertyPath, TextTest } from "./filter";

/** Does an object fit a filter? Texts are compared without regard to case, as the directory does. */
export function matches(filter: Filter, object: unknown): boolean {
  switch (filter.kind) {
    case "and":
      return matches(filter.left, object) && matches(filter.right, object);
    case "or":
      return matches(filter.left, object) || matches(filter.right, object);
    case "not":
      return !matches(filter.operand, object);
    case "compare":
      return compares(valueAt(object, filter.path), filter.operator, filter.value);
    case "in": {
      const value = valueAt(object, filter.path);
      return filter.values.some((one) => compares(value, "eq", one));
    }
    case "text":
      return fitsText(valueAt(object, filter.path), filter.test, filter.value);
    case "any": {
      const list = valueAt(object, filter.path);
      const { operand } = filter;
      if (!Array.isArray(list)) return false;
      return operand === undefined ? list.length > 0 : list.some((member) => matches(operand, member));
    }
  }
}

/** What stands at a path; `null` for what is not there, as OData has it. */
export function valueAt(object: unknown, path: PropertyPath): unknown {
  return path.reduce<unknown>(
    (value, name) => (isJson(value) ? (value[name] ?? null) : null),
    object ?? null,
  );
}

function compares(value: unknown, operator: Comparison, wanted: Literal): boolean {
  if (operator === "eq") return order(value, wanted) === 0;
  if (operator === "ne") return order(value, wanted) !== 0;
  const place = order(value, wanted);
  // Nothing is greater or less than null.
  if (place === undefined || value === null || wanted === null) return false;
  if (operator === "gt") return place > 0;
  if (operator === "ge") return place >= 0;
  return operator === "lt" ? place < 0 : place <= 0;
}

/** Negative, zero or positive, and `undefined` for values of two kinds. */
function order(value: unknown, wanted: Literal): number | undefined {
  if (value === null || wanted === null) return value === wanted ? 0 : undefined;
  if (typeof value === "string" && typeof wanted === "string") {
    const [a, b] = [value.toLowerCase(), wanted.toLowerCase()];
    return a === b ? 0 : a < b ? -1 : 1;
  }
  if (typeof value === "number" && typeof wanted === "number") return value - wanted;
  if (typeof value === "boolean" && typeof wanted === "boolean") return Number(value) - Number(wanted);
  return undefined;
}

function fitsText(value: unknown, test: TextTest, wanted: string): boolean {
  if (typeof value !== "string") return false;
  const [text, part] = [value.toLowerCase(), wanted.toLowerCase()];
  if (test === "startswith") return text.startsWith(part);
  return test === "endswith" ? text.endsWith(part) : text.includes(part);
}
