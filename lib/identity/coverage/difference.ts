import { type Box, type Conditions, type Region, within, without } from "./conditions";
import { canonicalDemands, type Demand, implies, isStronger } from "./demands/demand";
import type { AccessModel, BoundPolicy } from "./model";
import { isEmpty } from "./solve";

/**
 * Sign-ins of which something else is demanded than before, all in the same way.
 */
export interface AccessChange {
  readonly region: Region;
  /** A superset of the region that words may reach into: what else changed in this way, and who was exempt before. */
  readonly told: Region;
  /** Keys of the policies whose demands they were, or are. */
  readonly policies: readonly string[];
  /** Demanded before, and neither demanded nor implied after. */
  readonly lost: readonly Demand[];
  /** Demanded after, and neither demanded nor implied before. */
  readonly gained: readonly Demand[];
  /** What is left of the lost demands: weaker ones that are demanded after. */
  readonly left: readonly Demand[];
  /** What the gained demands add to: weaker ones that were demanded before. */
  readonly had: readonly Demand[];
}

/** `weaker`: more sign-ins get in, or with less. `other`: one demand for another. */
export type Direction = "weaker" | "stronger" | "other";

export function directionOf({ lost, gained }: AccessChange): Direction {
  const loosens = [...lost, ...gained].some((demand) => demand.of === "session" && demand.loosens);
  if (loosens || (lost.length > 0 && gained.length > 0)) return "other";
  return lost.length > 0 ? "weaker" : "stronger";
}

/**
 * What two sides of a model demand differently: nothing if and only if every sign-in is asked for the same. Each demand
 * is compared for itself where it is the strongest, and each policy that makes it, so that the work grows with what
 * changed.
 * @throws TooManyCases
 */
export function differenceOf(model: AccessModel, before = 0, after = 1): readonly AccessChange[] {
  const [from, to] = [model.sides[before] ?? [], model.sides[after] ?? []];
  const gains = goneBetween(model, to, from);
  const losses = goneBetween(model, from, to).map((loss): AccessChange => {
    // One demand for another is one change. Looked for where it is likely: within a policy, or under equal conditions.
    const at = gains.findIndex(
      (gain) =>
        (gain.policy === loss.policy || sameConditions(gain.region.inside, loss.region.inside)) &&
        isSame(loss.region, gain.region, model.space.everything),
    );
    const [gain] = at < 0 ? [] : gains.splice(at, 1);
    return {
      region: loss.region,
      told: loss.told,
      policies: [...new Set([loss.policy, ...(gain ? [gain.policy] : [])])],
      lost: [loss.demand],
      gained: gain ? [gain.demand] : [],
      left: loss.remains,
      had: gain?.remains ?? [],
    };
  });
  return [
    ...losses,
    ...gains.map(
      ({ demand, region, told, policy, remains }): AccessChange => ({
        region,
        told,
        policies: [policy],
        lost: [],
        gained: [demand],
        left: [],
        had: remains,
      }),
    ),
  ];
}

function isSame(one: Region, other: Region, everything: Box): boolean {
  return isWithin(one, other, everything) && isWithin(other, one, everything);
}

/** Is each point of a region in the other? */
function isWithin(inner: Region, outer: Region, everything: Box): boolean {
  return (
    isEmpty(without(inner, [outer.inside]), everything) &&
    outer.outside.every((conditions) => isEmpty(within(inner, conditions), everything))
  );
}

/** A demand with where it is made on the one side and is not implied on the other, by what remains of it there. */
interface Gone {
  readonly demand: Demand;
  readonly region: Region;
  readonly told: Region;
  /** The policy that makes it. */
  readonly policy: string;
  readonly remains: readonly Demand[];
}

function goneBetween(
  { space: { everything } }: AccessModel,
  from: readonly BoundPolicy[],
  to: readonly BoundPolicy[],
): Gone[] {
  const kept = new Set(
    to.flatMap(({ conditions, demands }) => demands.map(({ key }) => identity(conditions, key))),
  );
  const told = new Map<string, Conditions[]>();
  return from.flatMap(({ key: policy, conditions, demands }) =>
    demands.flatMap((demand): readonly Gone[] => {
      if (kept.has(identity(conditions, demand.key))) return [];
      const earlier = told.get(demand.key) ?? [];
      told.set(demand.key, [...earlier, conditions]);
      // From what the policy demanded is taken what is demanded all the same, or was demanded more strongly.
      const covered = [
        ...to.filter((other) => other.demands.some((one) => implies(one, demand))),
        ...from.filter((other) => other.demands.some((one) => isStronger(one, demand))),
      ].map((other) => other.conditions);
      const concerned = (others: readonly Conditions[]) =>
        others.filter((other) => !isEmpty({ inside: [...conditions, ...other], outside: [] }, everything));
      const region: Region = { inside: conditions, outside: concerned([...covered, ...earlier]) };
      if (isEmpty(region, everything)) return [];
      return partsOf(
        { demand, region, told: { inside: conditions, outside: covered }, policy, remains: [] },
        to,
        everything,
      );
    }),
  );
}

/** Are they equal as far as that can be seen without search? */
function sameConditions(one: Conditions, other: Conditions): boolean {
  return identity(one, "") === identity(other, "");
}

/** The same for policies that demand the same in the same sign-ins, as far as that can be seen without search. */
function identity(conditions: Conditions, key: string): string {
  const clauses = conditions.map(({ literals }) =>
    literals
      .map(({ variable, values }) => `${variable}=${values.toString(36)}`)
      .sort()
      .join(" "),
  );
  return `${[...new Set(clauses)].sort().join("; ")}: ${key}`;
}

/** Beyond this, what remains is not told apart: the parts would be more than anybody reads. */
const MOST_PARTS = 24;

/** A region divided by the weaker forms of a demand that the other side makes. */
function partsOf(whole: Gone, policies: readonly BoundPolicy[], everything: Box): readonly Gone[] {
  const { demand } = whole;
  const weaker = new Map<string, { readonly demand: Demand; readonly places: Conditions[] }>();
  for (const { conditions, demands } of policies) {
    for (const one of demands) {
      if (one.of !== demand.of || !isStronger(demand, one)) continue;
      const found = weaker.get(one.key) ?? { demand: one, places: [] };
      weaker.set(one.key, found);
      found.places.push(conditions);
    }
  }
  let parts: readonly Gone[] = [whole];
  for (const [, { demand: one, places }] of [...weaker].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const next = parts.flatMap((part): readonly Gone[] => [
      { ...part, region: without(part.region, places), told: without(part.told, places) },
      ...places.map((place, at) => ({
        ...part,
        region: within(without(part.region, places.slice(0, at)), place),
        told: within(part.told, place),
        remains: canonicalDemands([...part.remains, one]),
      })),
    ]);
    parts = next.filter(({ region }) => !isEmpty(region, everything));
    if (parts.length > MOST_PARTS) return [whole];
  }
  return parts;
}
