import type { Member, Members } from "../schema/member";
import { typeOfMember } from "../schema/type";
import { equal } from "../value/equal";
import { isListValue, isObjectValue, member, type ObjectValue, type Path, type Value } from "../value/value";

/** The attributes that change and whose change replaces the resource. A set is named as a whole. */
export function replacedBy(members: Members, planned: ObjectValue, prior: ObjectValue): readonly Path[] {
  return Object.entries(members).flatMap(([name, part]) =>
    replacedIn(part, member(planned, name), member(prior, name)).map((path) => [name, ...path]),
  );
}

function replacedIn(part: Member, planned: Value, prior: Value): readonly Path[] {
  if (equal(planned, prior, typeOfMember(part))) return [];
  if (part.options.requiresReplace) return [[]];
  if (part.member === "leaf") return [];
  const inElement = (one: Value, before: Value | undefined, at: Path): readonly Path[] => {
    if (!isObjectValue(one)) return [];
    return replacedBy(part.members, one, isObjectValue(before) ? before : {}).map((path) => [...at, ...path]);
  };
  if (part.nesting === "set") return mayReplace(part.members) ? [[]] : [];
  if (isListValue(planned)) {
    return planned.flatMap((one, index) =>
      inElement(one, isListValue(prior) ? prior[index] : undefined, [index]),
    );
  }
  if (part.nesting === "map" && isObjectValue(planned)) {
    const before = isObjectValue(prior) ? prior : {};
    return Object.entries(planned).flatMap(([key, one]) => inElement(one, member(before, key), [key]));
  }
  return inElement(planned, prior, []);
}

function mayReplace(members: Members): boolean {
  return Object.values(members).some(
    (part) => part.options.requiresReplace || (part.member !== "leaf" && mayReplace(part.members)),
  );
}
