/**
 * Sets of sign-ins. A sign-in has one value for each of several variables; sets are built from literals, "this
 * variable has one of these values".
 */

/** Values of one variable; value `n` is bit `n`. */
export interface Literal {
  readonly variable: number;
  readonly values: bigint;
}

/** At least one of the literals holds; they are of different variables. No literal: nothing holds. */
export interface Clause {
  readonly literals: readonly Literal[];
  /** It says only what a policy leaves out: people (users, groups), holders of a role, a place. */
  readonly exempts?: "people" | "role" | "place";
}

/** All clauses hold. This is the form of every policy: conditions that must all be met, most of them by one of a list. */
export type Conditions = readonly Clause[];

/** What meets the inner conditions and none of the outer ones. */
export interface Region {
  readonly inside: Conditions;
  readonly outside: readonly Conditions[];
}

/** Per variable the values that are left: all combinations of them are meant. */
export type Box = readonly bigint[];

export const NOTHING: Conditions = [{ literals: [] }];

/** One clause of literals, those of one variable joined. A literal that always holds makes it none at all. */
export function anyOf(literals: Iterable<Literal>, everything: Box): Conditions {
  const values = new Map<number, bigint>();
  for (const literal of literals) {
    values.set(literal.variable, (values.get(literal.variable) ?? 0n) | literal.values);
  }
  const joined = [...values].map(([variable, held]) => ({ variable, values: held }));
  if (joined.some(({ variable, values: held }) => held === everything[variable])) return [];
  return [{ literals: joined.filter(({ values: held }) => held !== 0n) }];
}

/** A clause for each variable: none of the literals holds. */
export function noneOf(literals: Iterable<Literal>, everything: Box): Conditions {
  return [...literals]
    .filter(({ values }) => values !== 0n)
    .map(({ variable, values }) => ({
      literals: [{ variable, values: (everything[variable] ?? 0n) & ~values }],
    }));
}

/** The conditions that make up a box. */
export function conditionsOf(box: Box, everything: Box): Conditions {
  return box.flatMap((values, variable) =>
    values === everything[variable] ? [] : [{ literals: [{ variable, values }] }],
  );
}

/** Does a point, with one value per variable, meet the conditions? */
export function meets(conditions: Conditions, point: readonly number[]): boolean {
  return conditions.every(({ literals }) =>
    literals.some(({ variable, values }) => ((values >> BigInt(point[variable] ?? 0)) & 1n) === 1n),
  );
}

export function isIn({ inside, outside }: Region, point: readonly number[]): boolean {
  return meets(inside, point) && !outside.some((conditions) => meets(conditions, point));
}

export function within(region: Region, inside: Conditions): Region {
  return { ...region, inside: [...region.inside, ...inside] };
}

export function without(region: Region, outside: readonly Conditions[]): Region {
  return { ...region, outside: [...region.outside, ...outside] };
}
