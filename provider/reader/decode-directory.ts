import type {
  AuthenticationStrength,
  Group,
  NamedLocation,
  TenantObjects,
} from "../../lib/identity/coverage";
import { isMapping, type Mapping } from "../../lib/mapping";
import { readAccessPolicy } from "../../lib/tenant-reading/access-policy";
import { readGroup, readNamedLocation, readStrength } from "../../lib/tenant-reading/directory";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { ReadDomain, ReadPolicy } from "../../lib/tenant-reading/reading";
import { type Answered, entityIn, membersIn, together } from "./answers";
import { GUID, graphFile, groupSources, userSource } from "./sources";

export function policiesIn(evidence: Evidence): Answered<readonly ReadPolicy[]> {
  return whole(evidence, graphFile("identity/conditionalAccess/policies"), readAccessPolicy);
}

export function namedLocationsIn(evidence: Evidence): Answered<readonly NamedLocation[]> {
  return whole(evidence, graphFile("identity/conditionalAccess/namedLocations"), readNamedLocation);
}

/** Those of the tenant's own: the built-in ones are the same everywhere. */
export function strengthsIn(evidence: Evidence): Answered<readonly AuthenticationStrength[]> {
  return whole(
    evidence,
    graphFile("policies/authenticationStrengthPolicies"),
    readStrength,
    ({ policyType }) => policyType !== "builtIn",
  );
}

/**
 * The groups that policies name, and those in them: of others nobody asks. They are known together with the policies, since
 * these say which they are.
 */
export function groupsIn(evidence: Evidence): Answered<readonly Group[]> {
  const policies = policiesIn(evidence);
  if (policies.is === "not read") return policies;
  const named = policies.value.flatMap(({ policy: { conditions } }) => [
    ...(conditions.users?.includeGroups ?? []),
    ...(conditions.users?.excludeGroups ?? []),
  ]);
  const ids = new Set([
    ...idsAt(evidence, /^graph\/groups\/([^/]+)\.json$/),
    ...named.filter((id) => GUID.test(id)).map((id) => id.toLowerCase()),
  ]);
  return together([...ids].sort().map((id) => groupIn(evidence, id)));
}

function groupIn(evidence: Evidence, id: string): Answered<Group> {
  const [about, within] = groupSources(id);
  const entity = entityIn(evidence, about.file);
  // A policy may name a group that has been deleted.
  if (entity.is === "not read")
    return isGone(evidence, about.file) ? known({ id, name: id, gone: true }) : entity;
  const members = membersIn(evidence, within.file);
  const group = readGroup(entity.value, members.is === "known" ? members.value : undefined);
  return group ? known(group) : unreadable(about.file);
}

/** Accounts by name: those that policies name, and members of groups. Those that cannot be seen stay ids. */
export function usersIn(evidence: Evidence): NonNullable<TenantObjects["users"]> {
  const named = idsAt(evidence, /^graph\/users\/([^/]+)\.json$/).flatMap((id) => {
    const entity = entityIn(evidence, userSource(id).file);
    return entity.is === "known" ? [{ ...entity.value, id }] : [];
  });
  const members = idsAt(evidence, /^graph\/groups\/([^/]+)\/members\.json$/).flatMap((id) => {
    const rows = membersIn(evidence, groupSources(id)[1].file);
    return rows.is === "known" ? rows.value : [];
  });
  const names = new Map<string, string>();
  for (const { id, userPrincipalName: name } of [...members, ...named] as readonly Mapping[]) {
    if (typeof id === "string" && typeof name === "string") names.set(id, name);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]) => ({ id, name }));
}

export function domainsIn(evidence: Evidence): Answered<readonly ReadDomain[]> {
  const domains = whole(evidence, graphFile("domains"), domainOf);
  if (domains.is === "not read") return domains;
  return known([...domains.value].sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function domainOf(entity: Mapping): ReadDomain | undefined {
  const { id, isVerified, isInitial, isDefault, isRoot, authenticationType, supportedServices } = entity;
  if (typeof id !== "string" || typeof isVerified !== "boolean") return undefined;
  return {
    name: id.toLowerCase(),
    isVerified,
    isInitial: isInitial === true,
    isDefault: isDefault === true,
    isRoot: isRoot !== false,
    authenticationType: typeof authenticationType === "string" ? authenticationType : "unknown",
    supportedServices: Array.isArray(supportedServices)
      ? supportedServices.filter((one): one is string => typeof one === "string")
      : [],
  };
}

/** Plans of what the tenant has bought and may use. */
export function servicePlansIn(evidence: Evidence): Answered<readonly string[]> {
  const skus = membersIn(evidence, graphFile("subscribedSkus"));
  if (skus.is === "not read") return skus;
  const plans = skus.value
    .filter(({ capabilityStatus }) => capabilityStatus === "Enabled" || capabilityStatus === "Warning")
    .flatMap(({ servicePlans }) => (Array.isArray(servicePlans) ? servicePlans.filter(isMapping) : []))
    .filter(({ provisioningStatus }) => provisioningStatus !== "Disabled")
    .flatMap(({ servicePlanName }) => (typeof servicePlanName === "string" ? [servicePlanName] : []));
  return known([...new Set(plans)].sort());
}

/** All members of a list. One that cannot be read makes the whole of it unknown: what is left would pass for all there is. */
function whole<T>(
  evidence: Evidence,
  file: string,
  read: (entity: Mapping) => T | undefined,
  counts: (entity: Mapping) => boolean = () => true,
): Answered<readonly T[]> {
  const members = membersIn(evidence, file);
  if (members.is === "not read") return members;
  return together(
    members.value.filter(counts).map((member) => {
      const one = read(member);
      return one === undefined ? unreadable<T>(file) : known(one);
    }),
  );
}

function idsAt({ answers }: Evidence, pattern: RegExp): readonly string[] {
  return Object.keys(answers)
    .flatMap((file) => pattern.exec(file)?.[1] ?? [])
    .sort();
}

function isGone({ answers }: Evidence, file: string): boolean {
  const body = answers[file];
  return isMapping(body) && isMapping(body.error) && body.error.status === 404;
}

function known<T>(value: T): Answered<T> {
  return { is: "known", value };
}

function unreadable<T>(file: string): Answered<T> {
  const words = `${file} has an entry that cannot be read`;
  return { is: "not read", why: { reason: "unreadable", words, file } };
}
