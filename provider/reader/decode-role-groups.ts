import { isMapping, type Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { ReadObject } from "../../lib/tenant-reading/reading";
import type { Service } from "../objects/table";
import { roleGroup } from "../objects/tables/role-group";
import { calledBest, isFed } from "../resources/role-groups/role-group";
import { type Answered, membersIn, together } from "./answers";
import { GUID, memberSource, sourcesOf } from "./sources";

/** A role group that a service shows. */
export interface SeenGroup {
  readonly service: Service;
  readonly guid: string;
  readonly name: string;
}

/** The role groups that answers show, each by its Guid: nothing else becomes a part of a question. */
export function groupsSeen(answers: Readonly<Record<string, unknown>>): readonly SeenGroup[] {
  return sourcesOf(roleGroup).flatMap(({ file, service }) => {
    const body = answers[file];
    const rows: readonly unknown[] = isMapping(body) && Array.isArray(body.value) ? body.value : [];
    return rows
      .filter(isMapping)
      .flatMap(({ Guid, Name }) =>
        typeof Guid === "string" && GUID.test(Guid) && typeof Name === "string"
          ? [{ service, guid: Guid.toLowerCase(), name: Name }]
          : [],
      );
  });
}

/**
 * Who is in the role groups, in both forms that an estate has: all of a group, and one beside others. Groups that Entra ID
 * feeds in are not told.
 */
export function roleGroupMembersIn(evidence: Evidence): {
  readonly all: Answered<readonly ReadObject[]>;
  readonly each: Answered<readonly ReadObject[]>;
} {
  const groups = together(sourcesOf(roleGroup).map(({ file }) => membersIn(evidence, file)));
  if (groups.is === "not read") return { all: groups, each: groups };
  const read = together(
    groupsSeen(evidence.answers).map((group): Answered<GroupMembers> => {
      const rows = membersIn(evidence, memberSource(group.service, group.guid).file);
      return rows.is === "known" ? { is: "known", value: { group, members: membersOf(rows.value) } } : rows;
    }),
  );
  if (read.is === "not read") return { all: read, each: read };
  const one = (
    kind: "role-group-member" | "role-group-members",
    name: string,
    values: ReadObject["values"],
    ...rest: readonly string[]
  ): ReadObject => ({
    kind,
    // As Terraform's import takes it.
    id: [values.service, values.roleGroup, ...rest].join("/"),
    name,
    values,
    unknown: [],
  });
  const all = read.value.map(({ group: { service, name: group }, members }) =>
    one("role-group-members", group, { service, roleGroup: group, ...(members.length > 0 && { members }) }),
  );
  const each = read.value.flatMap(({ group: { service, name: group }, members }) =>
    members.map((member) =>
      one("role-group-member", `${member} of ${group}`, { service, roleGroup: group, member }, member),
    ),
  );
  return { all: { is: "known", value: all }, each: { is: "known", value: each } };
}

interface GroupMembers {
  readonly group: SeenGroup;
  readonly members: readonly string[];
}

function membersOf(rows: readonly Mapping[]): readonly string[] {
  return rows
    .filter((row) => !isFed(row))
    .map(calledBest)
    .filter((name) => name !== "")
    .sort();
}
