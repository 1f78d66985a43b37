import { Construct } from "constructs";
import { FaultError } from "../../lib/fault";
import type { PlannedPolicy } from "../../lib/identity/identity-plan";
import { PlannedPoliciesSchema } from "../../lib/identity/plan-schema";
import { closed } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { BREAK_GLASS, type BreakGlass } from "./break-glass";
import { ConditionalAccessPolicy } from "./conditional-access-policy";

/** The policies of a tenant. */
export interface MfaBaselineProps {
  /** Whom no policy can lock out. */
  readonly breakGlass: BreakGlass;
  /** As `planIdentity` answers. */
  readonly policies: readonly PlannedPolicy[];
}

/**
 * The policies of a plan, side by side: none waits for another, since the provider spends 20 s on each
 * (five polls, 5 s apart).
 */
export class MfaBaseline extends Construct {
  /** By key. */
  readonly policies: ReadonlyMap<string, ConditionalAccessPolicy>;

  /** @throws FaultError if a policy excludes another group than this break-glass group */
  constructor(scope: Construct, id: string, props: MfaBaselineProps) {
    super(scope, id);
    markGrouping(this);
    const breakGlass = liveProp("MfaBaseline", props, "breakGlass", BREAK_GLASS);
    const { policies } = readProps(
      "MfaBaseline",
      closed({ policies: PlannedPoliciesSchema }),
      dataProps("MfaBaseline", props, ["breakGlass"]),
    );
    const strangers = policies.filter((planned) => planned.breakGlass !== breakGlass.group);
    if (strangers.length > 0) {
      throw new FaultError(
        "MfaBaseline",
        strangers.map((planned) => ({
          path: [planned.key],
          message: "planned around another break-glass group",
          received: planned.breakGlass,
          expected: breakGlass.group,
        })),
      );
    }
    this.policies = new Map(
      policies.map(({ key, policy, state }) => [
        key,
        new ConditionalAccessPolicy(this, key, { breakGlass, policy, state }),
      ]),
    );
  }
}
