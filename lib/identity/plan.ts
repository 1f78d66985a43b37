import type { DnsName } from "../dns/name";
import { type Fault, fail, ok, type Result, within } from "../fault";
import { advisePolicies } from "./advice";
import { adviseBreakGlass, planBreakGlass } from "./break-glass";
import { planNamedLocations } from "./named-locations";
import type { IdentityOptions } from "./options";
import { planPolicies } from "./policies";
import type { Policy, PolicyState } from "./policy";
import { planSspr } from "./sspr";

/** What a tenant's stack declares; every decision has been made, and every policy excludes break-glass. */
export interface IdentityPlan {
  /** Present whenever there is a policy. */
  readonly breakGlass?: BreakGlassPlan;
  readonly sspr?: SsprPlan;
  /** Sorted by key. */
  readonly namedLocations: readonly NamedLocationPlan[];
  /** Sorted by key. */
  readonly policies: readonly PlannedPolicy[];
  /** What deserves a look though it is not wrong; paths are relative to the options. */
  readonly advice: readonly Fault[];
}

export interface BreakGlassPlan {
  readonly group: string;
  readonly description: string;
  /** Is the group looked up instead of created? Then it must hold each of the users. */
  readonly existing: boolean;
  /** User principal names in lower case, sorted; at least two. */
  readonly users: readonly string[];
}

export interface SsprPlan {
  readonly group: string;
  readonly description: string;
  readonly membership: /** User principal names in lower case, sorted. */
    | { readonly kind: "users"; readonly users: readonly string[] }
    | { readonly kind: "rule"; readonly rule: string }
    | { readonly kind: "existing" };
  /** User principal names in lower case, sorted; empty for the identity that applies the stack. */
  readonly owners: readonly string[];
}

/** A location under its key, which is its construct id and its name in the tenant. */
export type NamedLocationPlan = { readonly key: string } & (
  | { readonly kind: "ip"; readonly ranges: readonly string[]; readonly trusted: boolean }
  | {
      readonly kind: "countries";
      readonly countries: readonly string[];
      readonly unknownCountries: boolean;
      readonly lookup: "clientIpAddress" | "authenticatorAppGps";
    }
);

/** A policy under its key, which is its construct id. */
export interface PlannedPolicy {
  readonly key: string;
  readonly state: PolicyState;
  /** Display name of the group that the policy excludes, whatever else it says. */
  readonly breakGlass: string;
  readonly policy: Policy;
}

/** What a plan has to know of the tenant. */
export interface TenantFacts {
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: DnsName;
}

/**
 * Decides what a tenant's stack declares. There is no plan with a policy that does not exclude break-glass.
 * @returns the plan, or every fault of the options, with paths from them down
 */
export function planIdentity(options: IdentityOptions, tenant: TenantFacts): Result<IdentityPlan> {
  const faults: Fault[] = [];
  const take = <T>(result: Result<T> | undefined, ...path: readonly string[]): T | undefined => {
    if (result?.ok === false) faults.push(...result.faults.map((fault) => within(fault, ...path)));
    return result?.ok ? result.value : undefined;
  };
  const { breakGlass: emergency, mfa } = options;
  const breakGlass = take(emergency && planBreakGlass(emergency, options.sspr), "breakGlass");
  const sspr = take(options.sspr && planSspr(options.sspr), "sspr");
  const locations = options.namedLocations ?? {};
  const namedLocations = take(planNamedLocations(locations), "namedLocations") ?? [];
  // Without the group the policies are read all the same, so that their faults are told in the same pass.
  const context = { locations: Object.keys(locations).sort() };
  const policies = take(mfa && planPolicies(mfa, context, emergency?.group ?? ""), "mfa") ?? [];
  if (policies.length > 0 && !emergency) {
    faults.push({
      path: ["breakGlass"],
      message: "policies without break-glass accounts could lock everyone out",
      expected: `breakGlass: { group: sg-break-glass, users: [bg1@${tenant.initialDomain}, bg2@${tenant.initialDomain}] }`,
    });
  }
  if (faults.length > 0) return fail(...faults);
  return ok({
    ...(breakGlass ? { breakGlass } : {}),
    ...(sspr ? { sspr } : {}),
    namedLocations,
    policies,
    advice: [
      ...(breakGlass ? adviseBreakGlass(breakGlass, tenant.initialDomain) : []),
      ...advisePolicies(policies).map((fault) => within(fault, "mfa")),
    ],
  });
}
