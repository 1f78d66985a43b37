import { mapValues, type Type } from "../value/type";
import type { Member, Members } from "./member";

/** The type of an object with these members. */
export function typeOfMembers(members: Members): Type & { readonly kind: "object" } {
  return { kind: "object", attributes: mapValues(members, typeOfMember) };
}

export function typeOfMember(member: Member): Type {
  if (member.member === "leaf") return member.type;
  const element = typeOfMembers(member.members);
  return member.nesting === "single" || member.nesting === "group"
    ? element
    : { kind: member.nesting, element };
}
