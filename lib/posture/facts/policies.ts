import { AccessModel, canonicalId, type PolicySet, type PolicyView } from "../../identity/coverage";
import type { Conditions } from "../../identity/coverage/conditions";
import type { AccessUsers } from "../../identity/coverage/policy";
import { isSameGroup } from "../../identity/principals";
import { ROLES } from "../../identity/roles";
import type { PolicyPosture, TenantPosture } from "../model";

/** The policies that do something now. */
function enabledPolicies({ policies = [] }: TenantPosture): readonly PolicyPosture[] {
  return policies.filter(({ policy }) => policy.state === "enabled");
}

/** A tenant's policies with what they rest on. */
export function policySetOf({ policies = [], objects = {} }: TenantPosture): PolicySet {
  return {
    policies: policies.map(({ key, policy, unknown = [], unread = [] }) => {
      const why = [...unknown, ...unread];
      return { key, policy, ...(why.length > 0 ? { unknown: why } : {}) };
    }),
    objects,
  };
}

/** What a tenant's policies ask of its sign-ins; nothing where they are not known. */
export function accessModelOf(tenant: TenantPosture, view?: PolicyView): AccessModel | undefined {
  return tenant.policies ? new AccessModel([policySetOf(tenant)], view) : undefined;
}

/**
 * Whom no rule expects to meet a demand: the emergency accounts, and the accounts of Entra Connect, which sign in
 * unattended and which Microsoft's templates exclude.
 */
export function expectedExceptions({ space }: AccessModel, tenant: TenantPosture): readonly Conditions[] {
  const synchronization = space.subject.holders(ROLES["Directory Synchronization Accounts"]);
  const emergency = [...emergencyGroups(tenant)];
  return [
    ...(emergency.length > 0 ? [space.subject.among(emergency, [], tenant.objects ?? {})] : []),
    ...(synchronization.length > 0 ? [synchronization] : []),
  ];
}

/**
 * The groups of emergency accounts, in canonical ids: the one that the posture names; else each that every policy for
 * users that is on leaves out.
 */
export function emergencyGroups(tenant: TenantPosture): ReadonlySet<string> {
  const { breakGlass, objects = {} } = tenant;
  if (breakGlass !== undefined) {
    const named = (objects.groups ?? []).filter(({ id }) => isGroup(id, breakGlass, tenant));
    return new Set([breakGlass, ...named.map(({ id }) => id)].map(canonicalId));
  }
  const [first = [], ...others] = enabledPolicies(tenant)
    .filter(({ policy }) => !policy.conditions.clientApplications)
    .map(({ policy }) => groupsOf(policy.conditions.users ?? {}, "excluded").map(canonicalId));
  return new Set(first.filter((id) => others.every((list) => list.includes(id))));
}

/** Groups that a policy includes or excludes. */
export function groupsOf(users: AccessUsers, side: "included" | "excluded"): readonly string[] {
  return (side === "included" ? users.includeGroups : users.excludeGroups) ?? [];
}

/** Is this the group, by its id or by the name that the posture knows it by? */
export function isGroup(id: string, wanted: string, { objects }: TenantPosture): boolean {
  if (canonicalId(id) === canonicalId(wanted)) return true;
  const group = objects?.groups?.find((one) => canonicalId(one.id) === canonicalId(id));
  return group !== undefined && isSameGroup(group.name, wanted);
}

/** What people call an object of the tenant, or a role: its id where no posture knows a name. */
export function nameOfObject(id: string, ...postures: readonly TenantPosture[]): string {
  const wanted = canonicalId(id);
  const objects = postures.flatMap(({ objects: known = {} }) => [
    ...(known.groups ?? []),
    ...(known.namedLocations ?? []),
    ...(known.users ?? []),
    ...(known.applications ?? []),
  ]);
  const role = Object.entries(ROLES).find(([, template]) => template === wanted)?.[0];
  return objects.find((one) => canonicalId(one.id) === wanted)?.name ?? role ?? id;
}
