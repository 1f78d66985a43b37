import { type Conditions, meets } from "./conditions";
import { canonicalDemands, type Demand } from "./demands/demand";
import { grantDemands } from "./demands/grant";
import { sessionDemands } from "./demands/session";
import type { TenantObjects } from "./objects";
import type { AccessPolicy } from "./policy";
import { SECURITY_DEFAULTS } from "./security-defaults";
import type { SignIn } from "./sign-in";
import { Space } from "./space";
import { notUnderstood } from "./vocabulary";

/** The policies of one tenant, with the objects that they rest on. */
export interface PolicySet {
  readonly policies: readonly KeyedPolicy[];
  readonly objects: TenantObjects;
}

interface KeyedPolicy {
  /** The same for a policy before and after. */
  readonly key: string;
  readonly policy: AccessPolicy;
  /** What of the policy is not known, in words: `the excluded groups are known after apply`. */
  readonly unknown?: readonly string[];
}

/**
 * Which policies count. `enforced`: those that are on. `as if on`: those in report-only too, as the sign-in log tells of
 * them. A policy that is off never counts.
 */
export type PolicyView = "enforced" | "as if on";

/** A policy that is judged: where it applies and what it demands there. */
export interface BoundPolicy {
  readonly key: string;
  readonly name: string;
  readonly conditions: Conditions;
  /** None for a policy without effect. */
  readonly demands: readonly Demand[];
}

/** A policy that is left out of every answer, since a part of it is not known or not understood. */
export interface UnjudgedPolicy {
  readonly key: string;
  readonly name: string;
  readonly why: readonly string[];
}

/**
 * What sets of policies demand of sign-ins, decided over the partition that the sets make of all sign-ins together.
 * A policy that cannot be judged in one set counts in none.
 */
export class AccessModel {
  readonly space: Space;
  /** One per set, in their order. */
  readonly sides: readonly (readonly BoundPolicy[])[];
  readonly unjudged: readonly UnjudgedPolicy[];

  constructor(sets: readonly PolicySet[], view: PolicyView = "enforced") {
    this.unjudged = unjudgedOf(sets, view);
    const left = new Set(this.unjudged.map(({ key }) => key));
    const judged = sets.map(({ policies, objects }) => ({
      objects,
      policies: [
        ...policies.filter(({ key, policy }) => !left.has(key) && counts(policy, view)),
        ...(objects.securityDefaults
          ? SECURITY_DEFAULTS.map((policy): KeyedPolicy => ({ key: policy.displayName, policy }))
          : []),
      ],
    }));
    this.space = new Space(
      judged.map(({ objects, policies }) => ({ objects, policies: policies.map(({ policy }) => policy) })),
    );
    const naming = sets.map(({ objects }) => objects);
    this.sides = judged.map(({ objects, policies }) =>
      policies.map(({ key, policy }) => ({
        key,
        name: policy.displayName,
        conditions: this.space.conditionsOf(policy, objects),
        demands: [
          ...grantDemands(policy.grantControls, objects, naming),
          ...sessionDemands(policy.sessionControls),
        ],
      })),
    );
  }

  /** What the policies of one side demand of a sign-in: none of the demands implies another. */
  demandsOf(side: number, signIn: SignIn): readonly Demand[] {
    const point = this.space.pointOf(signIn);
    const applied = (this.sides[side] ?? []).filter(({ conditions }) => meets(conditions, point));
    return canonicalDemands(applied.flatMap(({ demands }) => demands));
  }
}

function counts({ state }: AccessPolicy, view: PolicyView): boolean {
  return state === "enabled" || (view === "as if on" && state === "enabledForReportingButNotEnforced");
}

function unjudgedOf(sets: readonly PolicySet[], view: PolicyView): readonly UnjudgedPolicy[] {
  const found = new Map<string, UnjudgedPolicy>();
  for (const { key, policy, unknown = [] } of sets.flatMap(({ policies }) => policies)) {
    if (!counts(policy, view)) continue;
    const why = [...unknown, ...notUnderstood(policy), ...(found.get(key)?.why ?? [])];
    if (why.length > 0) found.set(key, { key, name: policy.displayName, why: [...new Set(why)] });
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
