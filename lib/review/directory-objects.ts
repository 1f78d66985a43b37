import { canonicalId, type Group, type NamedObject, type TenantObjects } from "../identity/coverage";
import type { ResourceFact } from "./resources/resource-fact";

/** The objects of one side, and of which the plans do not show the content. */
export interface DirectoryObjects {
  readonly objects: TenantObjects;
  /** By canonical id, what is not shown. */
  readonly unknown: ReadonlyMap<string, readonly string[]>;
}

/**
 * What policies rest on, as plans tell of one side. A group that the plans delete is there with nobody in it, as a policy
 * that still names it finds it. Members that are declared one by one are added to what Entra ID answered for the group.
 * @param facts of the side in question
 * @param others of the other side
 * @param isAfter is it what is there after the plans?
 * @param names that the plans know objects by
 */
export function directoryObjects(
  facts: readonly ResourceFact[],
  others: readonly ResourceFact[],
  names: readonly NamedObject[],
  isAfter: boolean,
): DirectoryObjects {
  const unknown = new Map<string, readonly string[]>();
  const groups = new Map<string, Group>();
  const single = memberPairs(facts);
  const gone = [...memberPairs(others)].filter((pair) => !single.has(pair));
  for (const fact of facts) {
    const id = idOf(fact);
    if (id !== undefined && "unknown" in fact && fact.unknown) unknown.set(canonicalId(id), fact.unknown);
    if (fact.kind === "hidden member" && fact.group !== undefined) {
      unknown.set(canonicalId(fact.group), [HIDDEN_MEMBER]);
    }
    if (fact.kind === "group") groups.set(canonicalId(id ?? ""), fact.group);
  }
  const present = new Set(groups.keys());
  for (const fact of isAfter ? others : []) {
    if (fact.kind !== "group" || present.has(canonicalId(fact.group.id))) continue;
    const { id, name } = fact.group;
    groups.set(canonicalId(id), { id, name, members: [], gone: true });
  }
  return {
    objects: {
      namedLocations: facts.flatMap((fact) =>
        fact.kind === "named location" && !fact.unknown ? [fact.location] : [],
      ),
      strengths: facts.flatMap((fact) =>
        fact.kind === "authentication strength" && !fact.unknown ? [fact.strength] : [],
      ),
      groups: [...groups.values()].map((group) => withMembers(group, single, gone)),
      users: names,
      applications: names,
    },
    unknown,
  };
}

const HIDDEN_MEMBER = "a member of one of its groups is known after apply";

function idOf(fact: ResourceFact): string | undefined {
  switch (fact.kind) {
    case "named location":
      return fact.location.id;
    case "authentication strength":
      return fact.strength.id;
    case "group":
      return fact.group.id;
    default:
      return undefined;
  }
}

/** `<group> <member>`, in canonical ids. */
function memberPairs(facts: readonly ResourceFact[]): ReadonlySet<string> {
  return new Set(
    facts.flatMap((fact) =>
      fact.kind === "group member" ? [`${canonicalId(fact.group)} ${canonicalId(fact.member)}`] : [],
    ),
  );
}

function withMembers(group: Group, single: ReadonlySet<string>, gone: readonly string[]): Group {
  if (!group.members) return group;
  const of = (pairs: Iterable<string>) =>
    [...pairs].flatMap((pair) => {
      const [id, member = ""] = pair.split(" ");
      return id === canonicalId(group.id) ? [member] : [];
    });
  const left = new Set(of(gone));
  const members = [...group.members.map(canonicalId).filter((member) => !left.has(member)), ...of(single)];
  return { ...group, members: [...new Set(members)] };
}
