import type { Box, Clause, Conditions, Region } from "./conditions";

/** The search took more steps than any set of policies that people write. */
export class TooManyCases extends Error {
  constructor() {
    super("the policies make too many cases");
  }
}

const MOST_STEPS = 200_000;

/** What a literal, a clause or conditions are over a box: true at each of its points, at none, or at some. */
type Status = "true" | "false" | "open";

/**
 * A box inside a region; nothing if the region is empty, which is decided exactly. The search takes what must be
 * (a clause of which one literal is left, outer conditions of which one clause is left), then tries the ways in which
 * the constraint with the fewest can be met: Davis, Logemann, Loveland, A Machine Program for Theorem-Proving,
 * Communications of the ACM 5 (1962), with several values per variable.
 * @param everything all values of all variables, or the box to search in
 * @throws TooManyCases
 */
export function boxIn(region: Region, everything: Box): Box | undefined {
  return new Search().solve({ ...region, box: [...everything] });
}

export function isEmpty(region: Region, everything: Box): boolean {
  return boxIn(region, everything) === undefined;
}

/** Does every point of the box lie in the region? */
export function holds(region: Region, box: Box): boolean {
  return (
    region.inside.every((clause) => clauseStatus(clause, box) === "true") &&
    region.outside.every((conditions) => isEmpty({ inside: conditions, outside: [] }, box))
  );
}

interface Task {
  readonly inside: Conditions;
  readonly outside: readonly Conditions[];
  readonly box: bigint[];
}

/** A way to meet a constraint, and what is tried instead once it has failed: its opposite. */
interface Way {
  readonly take: Conditions;
  readonly drop: Conditions;
}

class Search {
  private steps = 0;

  solve(task: Task): Box | undefined {
    this.steps += 1;
    if (this.steps > MOST_STEPS) throw new TooManyCases();
    const left = propagated(task);
    if (!left) return undefined;
    const ways = fewestWays(left);
    if (!ways) return left.box;
    let added: Conditions = [];
    for (const { take, drop } of ways) {
      const found = this.solve({
        inside: [...left.inside, ...added, ...take],
        outside: left.outside,
        box: [...left.box],
      });
      if (found) return found;
      added = [...added, ...drop];
    }
    return undefined;
  }
}

function literalStatus(values: bigint, held: bigint): Status {
  const common = values & held;
  return common === 0n ? "false" : common === held ? "true" : "open";
}

function clauseStatus({ literals }: Clause, box: Box): Status {
  let status: Status = "false";
  for (const { variable, values } of literals) {
    const one = literalStatus(values, box[variable] ?? 0n);
    if (one === "true") return one;
    if (one === "open") status = one;
  }
  return status;
}

/** What is left to decide once everything has been taken that must be; nothing if that contradicts itself. */
function propagated({ inside, outside, box }: Task): Task | undefined {
  let [clauses, others] = [inside, outside];
  for (let again = true; again; ) {
    again = false;
    const open: Clause[] = [];
    for (const clause of clauses) {
      const status = clauseStatus(clause, box);
      if (status === "true") continue;
      if (status === "false") return undefined;
      const possible = clause.literals.filter(
        ({ variable, values }) => (values & (box[variable] ?? 0n)) !== 0n,
      );
      const [only] = possible;
      if (possible.length === 1 && only) {
        box[only.variable] = (box[only.variable] ?? 0n) & only.values;
        again = true;
      } else open.push(possible.length < clause.literals.length ? { literals: possible } : clause);
    }
    const unmet: Conditions[] = [];
    for (const conditions of others) {
      const undecided: Clause[] = [];
      let isMet = true;
      for (const clause of conditions) {
        const status = clauseStatus(clause, box);
        if (status === "open") undecided.push(clause);
        else if (status === "false") {
          isMet = false;
          break;
        }
      }
      if (!isMet) continue;
      const [only] = undecided;
      if (!only) return undefined;
      if (undecided.length === 1) {
        for (const { variable, values } of only.literals) {
          box[variable] = (box[variable] ?? 0n) & ~values;
          if (box[variable] === 0n) return undefined;
        }
        again = true;
      } else unmet.push(undecided);
    }
    clauses = open;
    others = unmet;
  }
  return { inside: clauses, outside: others, box };
}

/** The ways to meet the constraint that has the fewest; nothing if all are met. */
function fewestWays({ inside, outside }: Task): readonly Way[] | undefined {
  const [clause] = fewest(inside, ({ literals }) => literals.length);
  const [conditions] = fewest(outside, ({ length }) => length);
  if (clause && (!conditions || clause.literals.length <= conditions.length)) {
    return clause.literals.map((literal) => ({ take: [{ literals: [literal] }], drop: refuted(literal) }));
  }
  return conditions?.map((one) => ({ take: one.literals.flatMap(refuted), drop: [one] }));
}

/** The literal does not hold. Bits beyond the variable's values do no harm: they are never left in a box. */
function refuted({ variable, values }: { readonly variable: number; readonly values: bigint }): Conditions {
  return [{ literals: [{ variable, values: ~values }] }];
}

function fewest<T>(items: readonly T[], size: (item: T) => number): readonly T[] {
  const [first, ...rest] = items;
  if (first === undefined) return [];
  return [rest.reduce((least, item) => (size(item) < size(least) ? item : least), first)];
}
