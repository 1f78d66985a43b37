import type { Box, Diagram, Region } from "../diagram";
import { canonicalId, objectWith } from "../objects";
import type { AccessWorkloads } from "../policy";
import { distinct, listed, type Mentions, type Phrase, type Variables } from "./dimension";
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
    ids.length > 0
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

  const where = (diagram: Diagram, list: readonly string[] = []): Region => {
    const words = list.map(canonicalId);
    if (words.includes(EVERY)) return diagram.all;
    if (variable === undefined) return diagram.none;
    return diagram.where(
      variable,
      ids.flatMap((id, at) => (words.includes(id) ? [at + 1] : [])),
    );
  };
  return {
    region(diagram: Diagram, workloads: AccessWorkloads): Region {
      const filter = workloads.servicePrincipalFilter;
      const matching = filter ? filters.matching(diagram, filter.rule) : diagram.none;
      return diagram.minus(
        diagram.union(
          where(diagram, workloads.includeServicePrincipals),
          filter?.mode === "include" ? matching : diagram.none,
        ),
        diagram.union(
          where(diagram, workloads.excludeServicePrincipals),
          filter?.mode === "exclude" ? matching : diagram.none,
        ),
      );
    },
    describe(box: Box): readonly Phrase[] {
      const held = variable === undefined ? undefined : box[variable];
      const open = !held || held.includes(0);
      const listedIds = held ? ids.filter((_, at) => held.includes(at + 1) !== open).map(nameOf) : [];
      const text = open ? "service principals" : `the service principals ${listed(listedIds)}`;
      return [
        { part: "who", text },
        ...(open ? listedIds : []).map((name): Phrase => ({ part: "except", text: name })),
        ...filters.describe(box),
      ];
    },
  };
}
