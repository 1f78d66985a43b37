import type { Path } from "../../fault";
import type { RoleGroupOptions } from "../options";
import type { Draft } from "./draft";

/** Plans role groups and who is in them. */
export function planRoleGroups(groups: Readonly<Record<string, RoleGroupOptions>>, draft: Draft): void {
  for (const key of Object.keys(groups).sort()) {
    const options = groups[key];
    if (options) planRoleGroup(key, options, draft, ["roleGroups", key]);
  }
}

function planRoleGroup(key: string, options: RoleGroupOptions, draft: Draft, path: Path): void {
  const { in: service, name, roles, description, members, noOthers = false } = options;
  const roleGroup = draft.nameOf(key, name ?? inWords(key), path);
  draft.take(`group of ${service}`, roleGroup, path);
  const id = `RoleGroup-${key}`;
  if (roles !== undefined) {
    const values = { service, name: roleGroup, roles, ...(description === undefined ? {} : { description }) };
    draft.add({ id, kind: "role-group", values, path });
  } else if (description !== undefined) {
    draft.faults.push({
      path: [...path, "description"],
      message: "the group is not made here",
      fix: "take it out, or write the roles of a group of your own",
    });
  }
  if (roles === undefined && members === undefined) {
    draft.faults.push({ path, message: "nothing is said of the group", expected: "members, or roles" });
  }
  if (noOthers && members === undefined) {
    draft.faults.push({ path: [...path, "noOthers"], message: "needs members, though it be []" });
  }
  const names = roles === undefined ? {} : { roleGroup: id };
  const group = { service, roleGroup };
  if (noOthers && members !== undefined) {
    // An empty list takes everybody out, and is not left out.
    draft.add({
      id: `${id}-Members`,
      kind: "role-group-members",
      values: { ...group, members },
      names,
      path,
    });
    return;
  }
  const unique = [...new Map((members ?? []).map((member) => [member.toLowerCase(), member])).values()];
  for (const member of unique.sort()) {
    draft.add({
      id: `${id}-Member-${slug(member)}`,
      kind: "role-group-member",
      values: { ...group, member },
      names,
      path,
    });
  }
}

/** An address or a name as part of an id: two members never have one. */
function slug(member: string): string {
  return member
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (sign) =>
      sign === "." ? "-" : sign === "@" ? "-at-" : `_${sign.codePointAt(0)?.toString(16)}_`,
    );
}

/** `Service Assurance User` of `service-assurance-user`, as Microsoft writes most of its groups. */
function inWords(key: string): string {
  return key.replace(
    /(^|-)([a-z0-9])/g,
    (_, before: string, first: string) => `${before && " "}${first.toUpperCase()}`,
  );
}
