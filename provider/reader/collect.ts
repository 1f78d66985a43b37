import { isMapping } from "../../lib/mapping";
import type { EvidenceSource } from "../../lib/tenant-reading/evidence";
import type { GraphObject } from "../graph/types";
import { objects } from "../http/json";
import { groupsSeen } from "./decode-role-groups";
import type { ReadingClients } from "./reading-clients";
import { refusedAnswer } from "./refused";
import {
  CMDLET_SOURCES,
  type CmdletSource,
  GRAPH_SOURCES,
  type GraphSource,
  GUID,
  graphFile,
  groupSources,
  groupsByName,
  memberSource,
  userSource,
} from "./sources";

/** What a tenant answered, by file. */
export interface Collected {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly sources: readonly EvidenceSource[];
}

/**
 * Asks a tenant for all that can be declared of it, and all that controls are about. It never rejects: a question that
 * was refused is an answer too.
 * @param groupNames groups that are meant beside those that policies name
 */
export async function collect(
  clients: ReadingClients,
  groupNames: readonly string[] = [],
): Promise<Collected> {
  const answers = new Map<string, unknown>();
  const sources = new Map<string, EvidenceSource>();
  const graph = async (source: GraphSource) => {
    const { file, path, query, version } = source;
    sources.set(file, { file, version, asked: query === undefined ? path : `${path}?${query}` });
    answers.set(file, await clients.entity(source).catch((error: unknown) => refusedAnswer(error, source)));
  };
  const cmdlet = async (source: CmdletSource) => {
    const { file, cmdlet: name, parameters } = source;
    const given = Object.entries(parameters).map(([key, value]) => ` -${key} ${String(value)}`);
    sources.set(file, { file, asked: `${name}${given.join("")}` });
    answers.set(
      file,
      await clients.rows(source).then(
        (value) => ({ value }),
        (error: unknown) => refusedAnswer(error, source),
      ),
    );
  };
  const meant = groupNames.length > 0 ? [groupsByName(groupNames)] : [];
  await Promise.all([...[...GRAPH_SOURCES, ...meant].map(graph), ...CMDLET_SOURCES.map(cmdlet)]);
  const named = namedIn(answers);
  // Groups may hold groups: each is asked for once, however they hold each other.
  for (let groups = named.groups; groups.length > 0; groups = nestedIn(answers, groups)) {
    await Promise.all(groups.flatMap(groupSources).map(graph));
  }
  const members = groupsSeen(Object.fromEntries(answers)).map(({ service, guid }) =>
    memberSource(service, guid),
  );
  await Promise.all(members.map(cmdlet));
  // Last, since they are many, and least hangs on them.
  await Promise.all(named.users.map(userSource).map(graph));
  const byFile = <T>([a]: readonly [string, T], [b]: readonly [string, T]) => (a < b ? -1 : 1);
  return {
    answers: Object.fromEntries([...answers].sort(byFile)),
    sources: [...sources].sort(byFile).map(([, source]) => source),
  };
}

/** Groups that are members of these and were not asked for yet. */
function nestedIn(answers: ReadonlyMap<string, unknown>, groups: readonly string[]): readonly string[] {
  const found = groups
    .flatMap((group) => membersOf(answers, groupSources(group)[1].file))
    .flatMap(({ id, "@odata.type": type }) =>
      type === "#microsoft.graph.group" && typeof id === "string" && GUID.test(id) ? [id.toLowerCase()] : [],
    );
  return [...new Set(found)].filter((id) => !answers.has(groupSources(id)[0].file)).sort();
}

function membersOf(answers: ReadonlyMap<string, unknown>, file: string): readonly GraphObject[] {
  const body = answers.get(file);
  return isMapping(body) ? objects(body.value) : [];
}

/** Groups and accounts that Conditional Access, sign-in methods and roles name, sorted. */
function namedIn(answers: ReadonlyMap<string, unknown>): {
  readonly groups: readonly string[];
  readonly users: readonly string[];
} {
  const groups = new Set<string>();
  const users = new Set<string>();
  const members = (file: string) => membersOf(answers, file);
  const add = (to: Set<string>, ids: unknown) => {
    for (const id of Array.isArray(ids) ? ids : []) {
      if (typeof id === "string" && GUID.test(id)) to.add(id.toLowerCase());
    }
  };
  for (const { conditions } of members(graphFile("identity/conditionalAccess/policies"))) {
    const who = isMapping(conditions) && isMapping(conditions.users) ? conditions.users : {};
    add(groups, who.includeGroups);
    add(groups, who.excludeGroups);
    add(users, who.includeUsers);
    add(users, who.excludeUsers);
  }
  add(
    groups,
    members(graphFile("groups")).map(({ id }) => id),
  );
  for (const kind of [
    "roleAssignments",
    "roleAssignmentScheduleInstances",
    "roleEligibilityScheduleInstances",
  ]) {
    // What has a role may be a user, a group or an application: the answer says whether there is such a user.
    add(
      users,
      members(graphFile(`roleManagement/directory/${kind}`)).map(({ principalId }) => principalId),
    );
  }
  return { groups: [...groups].sort(), users: [...users].sort() };
}
