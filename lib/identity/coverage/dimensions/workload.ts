import { anyOf, type Conditions, type Literal, noneOf } from "../conditions";
import { canonicalId, objectWith } from "../objects";
import type { AccessWorkloads } from "../policy";
import {
  distinct,
  type Held,
  listed,
  type Mentions,
  type Phrase,
  type Variables,
  whereItem,
} from "./dimension";
import { filterFlags } from "./flags";

/** Every service principal of the tenant's own. */
const EVERY = "serviceprincipalsinmytenant";

/**
 * Which workload identity signs in: those that policies name, any other, and whether a filter matches.
 * https://learn.microsoft.com/entra/identity/conditional-access/workload-identity
 */
export function workloadPart(variables: Variables, sets: readonly Mentions[]) {
  const conditions = sets.flatMap(({ policies }) =>
    policies.flatMap(({ conditions: { clientApplications } }) => clientApplications ?? []),
  );
  const ids = distinct(
    conditions.flatMap(({ includeServicePrincipals = [], excludeServicePrincipals = [] }) =>
      [...includeServicePrincipals, ...excludeServicePrincipals].map(canonicalId),
    ),
  ).filter((id) => id !== EVERY && id !== "none");
  const variable =
    conditions.length > 0
      ? variables.add({
          size: ids.length + 1,
          // Any other comes first.
          valueOf: ({ workload }) =>
            1 + (workload?.id === undefined ? -1 : ids.indexOf(canonicalId(workload.id))),
        })
      : undefined;
  const filters = filterFlags(
    variables,
    conditions.map(({ servicePrincipalFilter }) => servicePrincipalFilter),
    ({ workload }) => workload?.filters ?? [],
    "as service principals",
  );
  const names = sets.flatMap(({ objects }) => objects.applications ?? []);
  const nameOf = (id: string) => objectWith(names, id)?.name ?? id;

  const where = (list: readonly string[] = []): readonly Literal[] => {
    const words = list.map(canonicalId);
    if (variable === undefined) return [];
    return [whereItem(variable, ["", ...ids], (id) => words.includes(EVERY) || words.includes(id))];
  };
  return {
    conditions({
      includeServicePrincipals,
      excludeServicePrincipals,
      servicePrincipalFilter: filter,
    }: AccessWorkloads): Conditions {
      const { everything } = variables;
      return [
        ...anyOf([...where(includeServicePrincipals), ...filters.matching(filter, "include")], everything),
        ...noneOf([...where(excludeServicePrincipals), ...filters.matching(filter, "exclude")], everything),
      ];
    },
    describe(box: Held): readonly Phrase[] {
      const held = variable === undefined ? undefined : box(variable);
      const open = !held || held.includes(0);
      const listedIds = held ? ids.filter((_, at) => held.includes(at + 1) !== open).map(nameOf) : [];
      const noun = listedIds.length === 1 ? "the service principal" : "the service principals";
      const text = open ? "service principals" : `${noun} ${listed(listedIds)}`;
      return [
        { part: "who", text, isOne: !open && listedIds.length === 1 },
        ...(open ? listedIds : []).map((name): Phrase => ({ part: "except", text: name })),
        ...filters.describe(box),
      ];
    },
  };
}
