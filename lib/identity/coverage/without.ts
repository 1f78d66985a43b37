import type { Conditions, Region } from "./conditions";
import { type Demand, implies } from "./demands/demand";
import type { AccessModel } from "./model";

/** Within which sign-ins a demand is looked for. */
export interface WithoutOptions {
  /** Beside being a user at an application: workload identities cannot meet a demand. */
  readonly within?: Conditions;
  /** Whom the demand is not made of on purpose. */
  readonly except?: readonly Conditions[];
  readonly side?: number;
  /** Count a demand as made also of those whom policies leave out by name: users and groups. */
  readonly exempted?: true;
}

/** The sign-ins of which a demand is neither made nor implied. */
export function signInsWithout(
  { space, sides }: AccessModel,
  demand: Demand,
  { within: scope = [], except = [], side = 0, exempted }: WithoutOptions = {},
): Region {
  const asked = (sides[side] ?? []).filter(({ demands }) => demands.some((one) => implies(one, demand)));
  return {
    inside: [...space.subject.users, ...space.target.applications, ...scope],
    outside: [
      ...except,
      ...asked.map(({ conditions }) =>
        exempted ? conditions.filter(({ exempts }) => exempts !== "people") : conditions,
      ),
    ],
  };
}
