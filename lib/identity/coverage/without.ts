import { type Demand, implies } from "./demands/demand";
import type { Region } from "./diagram";
import type { AccessModel } from "./model";

/** Within which sign-ins a demand is looked for. */
export interface WithoutOptions {
  /** @default every user at every application; workload identities cannot meet a demand */
  readonly within?: Region;
  /** Whom the demand is not asked of on purpose. */
  readonly except?: Region;
  readonly side?: number;
}

/** The sign-ins of which a demand is neither made nor implied. */
export function signInsWithout(
  model: AccessModel,
  demand: Demand,
  { within, except, side = 0 }: WithoutOptions = {},
): Region {
  const { diagram, subject, target } = model.space;
  const users = diagram.intersect(subject.users(diagram), target.applications(diagram));
  let open = diagram.minus(within ?? users, except ?? diagram.none);
  for (const { region, demands } of model.sides[side] ?? []) {
    if (demands.some((one) => implies(one, demand))) open = diagram.minus(open, region);
  }
  return open;
}
