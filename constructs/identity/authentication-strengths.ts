import { Construct } from "constructs";
import { unwrap } from "../../lib/fault";
import type { StrengthPlan } from "../../lib/identity/identity-plan";
import type { StrengthOptions } from "../../lib/identity/options";
import { planStrengths } from "../../lib/identity/own-strengths";
import { StrengthPlansSchema } from "../../lib/identity/plan-schema";
import { StrengthsSchema } from "../../lib/identity/schema";
import type { Mapping } from "../../lib/mapping";
import { closed } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { literal } from "../terraform/text";
import { refuseReferences } from "../tokens";
import { AuthenticationStrengthPolicy } from "./bindings";
import { DIRECTORY, type Directory } from "./directory";

/** Authentication strengths of a tenant's own. */
export interface AuthenticationStrengthsProps {
  /** Which is told of the strengths, so that policies find them. */
  readonly directory: Directory;
  /** By the key that policies name them by. */
  readonly strengths: Readonly<Record<string, StrengthOptions>>;
}

/** Strengths whose options have been read already, as those of an estate file have. */
export interface PlannedAuthenticationStrengthsProps {
  /** Which is told of the strengths, so that policies find them. */
  readonly directory: Directory;
  /** As `planIdentity` answers. */
  readonly plan: readonly StrengthPlan[];
}

/**
 * Combinations of methods that policies may ask for, beside the built-in ones.
 *
 * Needs `Policy.Read.All` and `Policy.ReadWrite.ConditionalAccess`.
 */
export class AuthenticationStrengths extends Construct {
  /** @throws FaultError with every fault of the props */
  constructor(
    scope: Construct,
    id: string,
    props: AuthenticationStrengthsProps | PlannedAuthenticationStrengthsProps,
  ) {
    super(scope, id);
    markGrouping(this);
    const directory = liveProp("AuthenticationStrengths", props, "directory", DIRECTORY);
    const given = dataProps("AuthenticationStrengths", props, ["directory"]);
    refuseReferences("AuthenticationStrengths", given);
    for (const { key, displayName, description, combinations } of readPlan(given)) {
      const resource = new AuthenticationStrengthPolicy(this, `AuthenticationStrength-${key}`, {
        displayName: literal(displayName),
        ...(description === undefined ? {} : { description: literal(description) }),
        allowedCombinations: combinations.map(literal),
        // Graph refuses to delete a strength that a policy names. Only so does Terraform update the policy first when
        // both change in one apply.
        lifecycle: { createBeforeDestroy: true },
      });
      // Policies take the path, which `id` is.
      directory.declareStrength(key, resource.id);
    }
  }
}

function readPlan(given: Mapping): readonly StrengthPlan[] {
  const kind = "AuthenticationStrengths";
  if (given.plan !== undefined) return readProps(kind, closed({ plan: StrengthPlansSchema }), given).plan;
  const { strengths } = readProps(kind, closed({ strengths: StrengthsSchema }), given);
  return unwrap(kind, planStrengths(strengths));
}
