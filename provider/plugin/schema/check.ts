import type { Member, Members } from "./member";

const NAME = /^[a-z][a-z0-9_]*$/;
/** Terraform keeps these for itself, in every resource and data source. */
const RESERVED = new Set([
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

/**
 * A mistake in a schema is a mistake in the program, and is told when it starts rather than at some plan.
 * @throws Error naming the first member that Terraform would not take
 */
export function checkMembers(members: Members, at: string, top = true): void {
  for (const [name, member] of Object.entries(members)) {
    const where = `${at}.${name}`;
    if (!NAME.test(name)) throw new Error(`${where}: names are lower-case letters, digits and _`);
    if (top && RESERVED.has(name)) throw new Error(`${where}: the name is Terraform's own`);
    if (member.member !== "block") checkMode(member, where);
    if (member.member !== "leaf") {
      checkMembers(member.members, where, false);
      if (member.nesting !== "single" && member.nesting !== "group") refuseDynamic(member.members, where);
    }
  }
}

function checkMode({ options }: Member, where: string): void {
  if (!options.required && !options.optional && !options.computed) {
    throw new Error(`${where}: an attribute is required, optional or computed`);
  }
  if (options.required && (options.optional || options.computed || options.default !== undefined)) {
    throw new Error(`${where}: a required attribute is neither optional nor computed and has no default`);
  }
}

function refuseDynamic(members: Members, where: string): void {
  for (const member of Object.values(members)) {
    if (member.member !== "leaf") refuseDynamic(member.members, where);
    else if (member.type.kind === "dynamic") {
      throw new Error(`${where}: what repeats cannot hold a dynamic value, its elements have one type`);
    }
  }
}

/**
 * An identity is a text that is always known of what exists.
 * @throws Error if the resource has none of that name
 */
export function checkIdentity(members: Members, name: string, at: string): void {
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  const isText = member?.member === "leaf" && member.type.kind === "string";
  if (isText && (member.options.required || member.options.computed) && !member.options.nullable) return;
  throw new Error(
    `${at}: its identity ${name} is no text attribute that is required, or computed and never null`,
  );
}

/** @throws Error naming the first member that an action would have to compute */
export function checkNothingComputed(members: Members, at: string): void {
  for (const [name, { options }] of Object.entries(members)) {
    if (options.computed || options.default !== undefined)
      throw new Error(`${at}.${name}: an action computes nothing`);
  }
}
