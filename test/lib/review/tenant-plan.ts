import type { Group, NamedLocation, TenantObjects } from "../../../lib/identity/coverage";
import type {
  AccessConditions,
  AccessGrantControls,
  AccessPolicy,
  AccessSessionControls,
} from "../../../lib/identity/coverage/policy";
import { NO_CONTEXT, type ReviewContext } from "../../../lib/review/context";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import type { Review } from "../../../lib/review/subject";
import { packRules } from "../../../lib/rules/packs";
import { accessBlocks } from "./access-blocks";
import { planOf, type ResourceJson, resource } from "./plan-json";

const MFA: AccessGrantControls = { operator: "OR", builtInControls: ["mfa"] };
export const BLOCK: AccessGrantControls = { operator: "OR", builtInControls: ["block"] };
export const GROUP = "0f9a7f5e-0000-4000-8000-00000000000a";
export const PHISHING_RESISTANT = "00000000-0000-0000-0000-000000000004";

/** A policy that is on, for all users but the break-glass group and all applications: with what is different. */
export function policy(
  displayName: string,
  conditions: AccessConditions = {},
  grantControls: AccessGrantControls | "none" = MFA,
  sessionControls?: AccessSessionControls,
): AccessPolicy {
  return {
    displayName,
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"], excludeGroups: [GROUP] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
    ...(grantControls === "none" ? {} : { grantControls }),
    ...(sessionControls ? { sessionControls } : {}),
  };
}

/** Blocks what knows a password alone. */
export const NO_LEGACY = policy("no-legacy", { clientAppTypes: ["exchangeActiveSync", "other"] }, BLOCK);

/** A policy's resource before and after; `undefined` where there is none. */
export function policyResource(
  before: AccessPolicy | undefined,
  after: AccessPolicy | undefined,
  more: Partial<ResourceJson> = {},
): ResourceJson {
  const name = (before ?? after)?.displayName.replaceAll(/\W/g, "_") ?? "none";
  const blocks = (one: AccessPolicy | undefined) => one && accessBlocks(one);
  return resource(`azuread_conditional_access_policy.${name}`, blocks(before), blocks(after), more);
}

/** The resources of the objects that policies rest on, before and after. */
export function objectResources(before: TenantObjects, after: TenantObjects): readonly ResourceJson[] {
  const pair = <T extends { readonly id: string }>(
    type: string,
    from: readonly T[] = [],
    to: readonly T[] = [],
    blocks: (one: T) => Readonly<Record<string, unknown>>,
  ) =>
    [...new Set([...from, ...to].map(({ id }) => id))].map((id) => {
      const [old, now] = [from.find((one) => one.id === id), to.find((one) => one.id === id)];
      return resource(`${type}.${id.replaceAll(/\W/g, "_")}`, old && blocks(old), now && blocks(now));
    });
  return [
    ...pair("azuread_named_location", before.namedLocations, after.namedLocations, locationBlocks),
    ...pair("azuread_authentication_strength_policy", before.strengths, after.strengths, (one) => ({
      id: one.id,
      display_name: one.name,
      allowed_combinations: one.allowedCombinations,
    })),
    ...pair("azuread_group", before.groups, after.groups, groupBlocks),
    ...pair("azuread_user", before.users, after.users, ({ id, name }) => ({
      object_id: id,
      user_principal_name: name,
      account_enabled: true,
    })),
  ];
}

function locationBlocks(location: NamedLocation): Readonly<Record<string, unknown>> {
  const { id, name: display_name } = location;
  const ids = { id: `/identity/conditionalAccess/namedLocations/${id}`, object_id: id, display_name };
  if (location.kind === "ip") {
    return { ...ids, ip: [{ ip_ranges: location.ranges, trusted: location.trusted }], country: [] };
  }
  return {
    ...ids,
    ip: [],
    country: [
      {
        countries_and_regions: location.countries,
        include_unknown_countries_and_regions: location.unknownCountries,
        country_lookup_method: location.lookup,
      },
    ],
  };
}

function groupBlocks({ id, name, members, rule }: Group): Readonly<Record<string, unknown>> {
  return {
    object_id: id,
    display_name: name,
    ...(members ? { members } : {}),
    dynamic_membership: rule === undefined ? [] : [{ enabled: true, rule }],
  };
}

/** What an estate with a break-glass group and a group for password reset says of the tenant. */
export const CONTOSO: ReviewContext = {
  ...NO_CONTEXT,
  tenantOf: () => "contoso",
  breakGlass: () => "sg-break-glass",
  sspr: () => "SSPRSecurityGroupUsers",
};

export function reviewTenant(
  resources: readonly ResourceJson[],
  context: ReviewContext = CONTOSO,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Review> {
  return reviewPlans([planOf("tenant-contoso", resources, more)], {
    context,
    rules: packRules(["recommended"]),
    limits: reviewLimits(),
  });
}

/** What a review says of the tenant, the worst first, and which limits ask: `high: …`, `asks: …`. */
export async function told(
  resources: readonly ResourceJson[],
  context?: ReviewContext,
  more?: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const review = await reviewTenant(resources, context, more);
  const limits = [...new Set(review.exceeded.map(({ limit }) => limit))];
  return [
    ...review.subjects.flatMap(({ changes }) => changes.map(({ risk, text }) => `${risk}: ${text}`)),
    ...limits.map((limit) => `asks: ${limit}`),
  ];
}
