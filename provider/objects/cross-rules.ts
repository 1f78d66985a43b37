import type { AttributeValue } from "./codec/codec";
import { isUnset } from "./codec/codec";
import type { CrossRule } from "./table";

/** With that value, another attribute has to say something: a redirect where to, a notification whom. */
export function needs(attribute: string, value: AttributeValue, other: string): CrossRule {
  return function* (values) {
    if (values[attribute] !== value || values[other] === undefined || !isUnset(values[other])) return;
    yield {
      path: [attribute],
      message: `${other} is missing`,
      received: JSON.stringify(value),
      fix: `set ${other}, or another ${attribute}`,
    };
  };
}

/** Has no effect without the other one's being so: Exchange takes it in silence. */
export function onlyWith(attribute: string, other: string, value: AttributeValue): CrossRule {
  return function* (values) {
    const given = values[attribute];
    if (given === undefined || isUnset(given) || given === false || values[other] === undefined) return;
    if (JSON.stringify(values[other]) === JSON.stringify(value)) return;
    yield {
      path: [attribute],
      message: `has no effect unless ${other} is ${JSON.stringify(value)}`,
      fix: `set ${other} = ${JSON.stringify(value)}, or leave ${attribute} out`,
    };
  };
}

/** Both, or neither. */
export function both(first: string, second: string): CrossRule {
  return function* (values) {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      if (isUnset(values[one]) || values[other] === undefined || !isUnset(values[other])) continue;
      yield { path: [one], message: `${other} is missing`, fix: `set ${other}, or leave ${one} out` };
    }
  };
}

/** At least one of them. */
export function someOf(attributes: readonly string[], why: string): CrossRule {
  return function* (values) {
    const [first = ""] = attributes;
    if (attributes.some((attribute) => values[attribute] === undefined || !isUnset(values[attribute])))
      return;
    yield { path: [first], message: why, expected: `at least one of ${attributes.join(", ")}` };
  };
}

/** No more members than that. */
export function atMost(attribute: string, most: number): CrossRule {
  return function* (values) {
    const members = values[attribute];
    if (!Array.isArray(members) || members.length <= most) return;
    yield {
      path: [attribute],
      message: "too many members",
      received: String(members.length),
      expected: `at most ${most}`,
    };
  };
}
