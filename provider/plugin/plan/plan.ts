import type { Member, Members, Nested } from "../schema/member";
import { typeOfMember, typeOfMembers } from "../schema/type";
import { equal } from "../value/equal";
import { mapValues } from "../value/type";
import { isListValue, isObjectValue, member, type ObjectValue, UNKNOWN, type Value } from "../value/value";

/**
 * What a resource will be: the configuration, defaults where it is silent, and computed values as they were if nothing
 * changes. If anything does, computed values that are not `stable` are known after apply only.
 */
export function planResource(
  members: Members,
  config: ObjectValue,
  prior: ObjectValue | undefined,
): ObjectValue {
  const unchanged = planMembers(members, config, prior, false);
  if (prior !== undefined && equal(unchanged, prior, typeOfMembers(members))) return prior;
  return planMembers(members, config, prior, true);
}

/** @param changes whether anything about the resource does: what the provider computes may follow */
function planMembers(
  members: Members,
  config: ObjectValue,
  prior: ObjectValue | undefined,
  changes: boolean,
): ObjectValue {
  return mapValues(members, (part, name) =>
    planMember(part, member(config, name), prior && member(prior, name), changes),
  );
}

/** `prior` is undefined for a part that did not exist. What is not known yet stays so. */
function planMember(part: Member, config: Value, prior: Value | undefined, changes: boolean): Value {
  const { options } = part;
  if (config === null) {
    if (options.default !== undefined) return withDefault(part, options.default as Value, prior, changes);
    if (!options.computed) return null;
    // A new value of an attribute that replaces would replace at every change; so it counts as stable.
    const kept = !changes || options.stable || options.requiresReplace;
    return prior !== undefined && kept ? prior : UNKNOWN;
  }
  return part.member === "leaf" ? config : planNested(part, config, prior, changes);
}

function withDefault(part: Member, value: Value, prior: Value | undefined, changes: boolean): Value {
  return part.member === "leaf" ? value : planNested(part, value, prior, changes);
}

function planNested(part: Nested, config: Value, prior: Value | undefined, changes: boolean): Value {
  const planOne = (one: Value, before: Value | undefined): Value => {
    if (!isObjectValue(one)) return one;
    return planMembers(part.members, one, isObjectValue(before) ? before : undefined, changes);
  };
  switch (part.nesting) {
    case "single":
    case "group":
      return planOne(config, prior);
    case "map": {
      if (!isObjectValue(config)) return config;
      const before = isObjectValue(prior) ? prior : {};
      return mapValues(config, (one, key) => planOne(one, member(before, key)));
    }
    case "list": {
      const before = isListValue(prior) ? prior : [];
      return isListValue(config) ? config.map((one, index) => planOne(one, before[index])) : config;
    }
    case "set": {
      const rest = isListValue(prior) ? [...prior] : [];
      return isListValue(config)
        ? config.map((one) => planOne(one, takeSame(part.members, one, rest)))
        : config;
    }
  }
}

/** The element of a set before that a configured one describes: all it says is so, and the rest is the provider's. */
function takeSame(members: Members, config: Value, rest: Value[]): Value | undefined {
  const found = rest.findIndex((before) => describes(members, config, before));
  return found < 0 ? undefined : rest.splice(found, 1)[0];
}

function describes(members: Members, config: Value, before: Value): boolean {
  if (!isObjectValue(config) || !isObjectValue(before)) return false;
  return Object.entries(members).every(([name, part]) => {
    const written = member(config, name);
    const was = member(before, name);
    const { computed, default: standard } = part.options;
    const said =
      written === null && part.member === "leaf" && standard !== undefined ? (standard as Value) : written;
    if (said === null && (computed || standard !== undefined)) return true;
    const object = part.member !== "leaf" && (part.nesting === "single" || part.nesting === "group");
    if (object && said !== null && was !== null) return describes(part.members, said, was);
    return equal(said, was, typeOfMember(part));
  });
}
