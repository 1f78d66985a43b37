import { canonicalDemands, type Demand, implies, isStronger } from "./demands/demand";
import type { Region } from "./diagram";
import type { AccessModel, BoundPolicy } from "./model";

/**
 * Sign-ins of which something else is demanded than before, all in the same way.
 */
export interface AccessChange {
  readonly region: Region;
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
 * is compared for itself, where it is the strongest of its kind, so that the work grows with what changed.
 */
export function differenceOf(model: AccessModel, before = 0, after = 1): readonly AccessChange[] {
  const [from, to] = [model.sides[before] ?? [], model.sides[after] ?? []];
  const merged = new Map<Region, AccessChange>();
  const add = (region: Region, part: Partial<Omit<AccessChange, "region">>) => {
    const old = merged.get(region) ?? { region, lost: [], gained: [], left: [], had: [] };
    const joined = (key: "lost" | "gained" | "left" | "had") =>
      canonicalDemands([...old[key], ...(part[key] ?? [])]);
    merged.set(region, {
      region,
      lost: joined("lost"),
      gained: joined("gained"),
      left: joined("left"),
      had: joined("had"),
    });
  };
  for (const { demand, region, remains } of goneBetween(model, from, to))
    add(region, { lost: [demand], left: remains });
  for (const { demand, region, remains } of goneBetween(model, to, from))
    add(region, { gained: [demand], had: remains });
  return [...merged.values()];
}

/** A demand with where it is made on the one side and is not implied on the other, by what remains of it there. */
interface Gone {
  readonly demand: Demand;
  readonly region: Region;
  readonly remains: readonly Demand[];
}

function goneBetween(
  model: AccessModel,
  from: readonly BoundPolicy[],
  to: readonly BoundPolicy[],
): readonly Gone[] {
  const { diagram } = model.space;
  const kept = new Set(to.flatMap(({ region, demands }) => demands.map(({ key }) => `${region} ${key}`)));
  const changed = new Map<string, { readonly demand: Demand; readonly regions: Region[] }>();
  for (const { region, demands } of from) {
    for (const demand of demands) {
      if (region === diagram.none || kept.has(`${region} ${demand.key}`)) continue;
      const found = changed.get(demand.key) ?? { demand, regions: [] };
      changed.set(demand.key, found);
      found.regions.push(region);
    }
  }
  return [...changed.values()].flatMap(({ demand, regions }) => {
    // Only what a policy that changed demanded can be gone; from that is taken what is demanded all the same.
    let gone = diagram.unionOf(regions);
    const take = (policies: readonly BoundPolicy[], covers: (other: Demand) => boolean) => {
      for (const { region, demands } of policies) {
        if (gone === diagram.none) return;
        if (demands.some(covers)) gone = diagram.minus(gone, region);
      }
    };
    take(to, (other) => implies(other, demand));
    take(from, (other) => isStronger(other, demand));
    return partsOf(model, gone, demand, to);
  });
}

/** Beyond this, what remains is not told apart: the parts would be more than anybody reads. */
const MOST_PARTS = 24;

/** A region divided by the weaker forms of a demand that the other side makes. */
function partsOf(
  model: AccessModel,
  whole: Region,
  demand: Demand,
  policies: readonly BoundPolicy[],
): readonly Gone[] {
  const { diagram } = model.space;
  if (whole === diagram.none) return [];
  const weaker = new Map<string, { readonly demand: Demand; readonly regions: Region[] }>();
  for (const { region, demands } of policies) {
    for (const one of demands) {
      if (one.of !== demand.of || !isStronger(demand, one)) continue;
      const found = weaker.get(one.key) ?? { demand: one, regions: [] };
      weaker.set(one.key, found);
      found.regions.push(region);
    }
  }
  let parts: readonly Gone[] = [{ demand, region: whole, remains: [] }];
  for (const [, { demand: one, regions }] of [...weaker].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const made = diagram.intersect(diagram.unionOf(regions), whole);
    const next = parts.flatMap((part): readonly Gone[] => {
      const [inside, outside] = [diagram.intersect(part.region, made), diagram.minus(part.region, made)];
      return [
        { ...part, region: outside },
        { ...part, region: inside, remains: canonicalDemands([...part.remains, one]) },
      ].filter(({ region }) => region !== diagram.none);
    });
    if (next.length > MOST_PARTS) return [{ demand, region: whole, remains: [] }];
    parts = next;
  }
  return parts;
}
