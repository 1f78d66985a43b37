import type {
  AccessConditions,
  AccessFilter,
  AccessGrantControls,
  AccessGuests,
  AccessPolicy,
  AccessSessionControls,
  AccessUsers,
} from "../identity/coverage/policy";
import type { Mapping } from "../mapping";
import type { ReadPolicy } from "./reading";
import { Taken } from "./taken";

const STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"] as const;

/**
 * A Conditional Access policy of Graph.
 * https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 * @returns `undefined` for what has no id
 */
export function readAccessPolicy(entity: Mapping): ReadPolicy | undefined {
  const top = Taken.of(entity).ignore(
    "createdDateTime",
    "modifiedDateTime",
    "deletedDateTime",
    "templateId",
    "description",
  );
  const id = top.text("id");
  if (id === undefined || id === "") return undefined;
  const conditions = top.object("conditions");
  const grant = top.object("grantControls");
  const session = top.object("sessionControls");
  const sessionControls = session && sessionOf(session);
  const policy: AccessPolicy = {
    displayName: top.text("displayName") ?? id,
    // A state that nobody knows may be the one that binds.
    state: top.word("state", STATES) ?? "enabled",
    conditions: conditions ? conditionsOf(conditions) : {},
    ...(grant ? { grantControls: grantOf(grant) } : {}),
    ...(sessionControls && Object.keys(sessionControls).length > 0 ? { sessionControls } : {}),
  };
  top.end();
  const missing = [
    ...(conditions ? [] : ["conditions"]),
    ...(Object.hasOwn(entity, "state") && entity.state !== null ? [] : ["state"]),
  ].filter((name) => top.unread()[name] === undefined);
  return {
    id,
    policy,
    unread: { ...top.unread(), ...Object.fromEntries(missing.map((name) => [name, "null"])) },
  };
}

function conditionsOf(from: Taken): AccessConditions {
  const users = from.object("users");
  const workloads = from.object("clientApplications");
  const applications = from.object("applications");
  const [locations, platforms, devices] = [
    from.object("locations"),
    from.object("platforms"),
    from.object("devices"),
  ];
  const flows = from.object("authenticationFlows");
  const insider = from.flags("insiderRiskLevels");
  const deviceFilter = devices && filterOf(devices, "deviceFilter");
  const read: AccessConditions = {
    ...(users ? { users: usersOf(users) } : {}),
    ...workloadsOf(workloads),
    ...(applications ? { applications: applicationsOf(applications) } : {}),
    ...list("clientAppTypes", from.texts("clientAppTypes")),
    ...(locations
      ? {
          locations: {
            ...list("includeLocations", locations.texts("includeLocations")),
            ...list("excludeLocations", locations.texts("excludeLocations")),
          },
        }
      : {}),
    ...(platforms
      ? {
          platforms: {
            ...list("includePlatforms", platforms.texts("includePlatforms")),
            ...list("excludePlatforms", platforms.texts("excludePlatforms")),
          },
        }
      : {}),
    ...(deviceFilter ? { devices: { deviceFilter } } : {}),
    ...list("signInRiskLevels", from.texts("signInRiskLevels")),
    ...list("userRiskLevels", from.texts("userRiskLevels")),
    ...list("servicePrincipalRiskLevels", from.texts("servicePrincipalRiskLevels")),
    ...list("insiderRiskLevels", insider),
    ...(flows ? { authenticationFlows: list("transferMethods", flows.flags("transferMethods")) } : {}),
  };
  for (const part of [users, workloads, applications, locations, platforms, devices, flows, from])
    part?.end();
  return read;
}

function usersOf(from: Taken): AccessUsers {
  const included = guestsOf(from, "includeGuestsOrExternalUsers");
  const excluded = guestsOf(from, "excludeGuestsOrExternalUsers");
  return {
    ...list("includeUsers", from.texts("includeUsers")),
    ...list("includeGroups", from.texts("includeGroups")),
    ...list("includeRoles", from.texts("includeRoles")),
    ...(included ? { includeGuestsOrExternalUsers: included } : {}),
    ...list("excludeUsers", from.texts("excludeUsers")),
    ...list("excludeGroups", from.texts("excludeGroups")),
    ...list("excludeRoles", from.texts("excludeRoles")),
    ...(excluded ? { excludeGuestsOrExternalUsers: excluded } : {}),
  };
}

function guestsOf(from: Taken, name: string): AccessGuests | undefined {
  const guests = from.object(name);
  if (!guests) return undefined;
  const tenants = guests.object("externalTenants");
  const membershipKind = tenants?.word("membershipKind", ["all", "enumerated"]);
  const read: AccessGuests = {
    guestOrExternalUserTypes: guests.flags("guestOrExternalUserTypes") ?? [],
    ...(tenants && membershipKind
      ? { externalTenants: { membershipKind, ...list("members", tenants.texts("members")) } }
      : {}),
  };
  tenants?.end();
  guests.end();
  return read;
}

/** Graph gives an object with empty lists to policies that bind no workloads. */
function workloadsOf(from: Taken | undefined): Pick<AccessConditions, "clientApplications"> {
  if (!from) return {};
  const includeServicePrincipals = from.texts("includeServicePrincipals") ?? [];
  const excludeServicePrincipals = from.texts("excludeServicePrincipals") ?? [];
  const servicePrincipalFilter = filterOf(from, "servicePrincipalFilter");
  const binds =
    includeServicePrincipals.length > 0 || excludeServicePrincipals.length > 0 || servicePrincipalFilter;
  if (!binds) return {};
  return {
    clientApplications: {
      includeServicePrincipals,
      excludeServicePrincipals,
      ...(servicePrincipalFilter ? { servicePrincipalFilter } : {}),
    },
  };
}

function applicationsOf(from: Taken): AccessConditions["applications"] & object {
  const applicationFilter = filterOf(from, "applicationFilter");
  return {
    ...list("includeApplications", from.texts("includeApplications")),
    ...list("excludeApplications", from.texts("excludeApplications")),
    ...list("includeUserActions", from.texts("includeUserActions")),
    ...list(
      "includeAuthenticationContextClassReferences",
      from.texts("includeAuthenticationContextClassReferences"),
    ),
    ...(applicationFilter ? { applicationFilter } : {}),
  };
}

function filterOf(from: Taken, name: string): AccessFilter | undefined {
  const filter = from.object(name);
  if (!filter) return undefined;
  const [mode, rule] = [filter.word("mode", ["include", "exclude"]), filter.text("rule")];
  filter.end();
  return mode === undefined || rule === undefined ? undefined : { mode, rule };
}

function grantOf(from: Taken): AccessGrantControls {
  const strength = from.object("authenticationStrength");
  const id = strength?.text("id");
  const operator = from.word("operator", ["AND", "OR"]);
  const read: AccessGrantControls = {
    ...(operator ? { operator } : {}),
    ...list("builtInControls", from.texts("builtInControls")),
    ...list("customAuthenticationFactors", from.texts("customAuthenticationFactors")),
    ...list("termsOfUse", from.texts("termsOfUse")),
    ...(id ? { authenticationStrength: { id } } : {}),
  };
  // What the strength allows is read with the tenant's strengths.
  from.end();
  return read;
}

function sessionOf(from: Taken): AccessSessionControls {
  const frequency = from.object("signInFrequency");
  const browser = from.object("persistentBrowser");
  const restrictions = from.object("applicationEnforcedRestrictions");
  const cloud = from.object("cloudAppSecurity");
  const secure = from.object("secureSignInSession");
  const resilience = from.flag("disableResilienceDefaults");
  const mode = browser?.text("mode");
  const security = cloud?.text("cloudAppSecurityType");
  const read: AccessSessionControls = {
    ...(frequency ? { signInFrequency: frequencyOf(frequency) } : {}),
    ...(browser && mode !== undefined ? { persistentBrowser: { ...enabledOf(browser), mode } } : {}),
    ...(restrictions ? { applicationEnforcedRestrictions: enabledOf(restrictions) } : {}),
    ...(cloud && security !== undefined
      ? { cloudAppSecurity: { ...enabledOf(cloud), cloudAppSecurityType: security } }
      : {}),
    ...(secure ? { secureSignInSession: enabledOf(secure) } : {}),
    ...(resilience === undefined ? {} : { disableResilienceDefaults: resilience }),
  };
  for (const part of [frequency, browser, restrictions, cloud, secure, from]) part?.end();
  return read;
}

function frequencyOf(from: Taken): NonNullable<AccessSessionControls["signInFrequency"]> {
  const frequencyInterval = from.word("frequencyInterval", ["timeBased", "everyTime"]);
  const [value, type] = [from.number("value"), from.word("type", ["hours", "days"])];
  const authenticationType = from.word("authenticationType", [
    "primaryAndSecondaryAuthentication",
    "secondaryAuthentication",
  ]);
  return {
    ...enabledOf(from),
    ...(frequencyInterval ? { frequencyInterval } : {}),
    ...(value === undefined ? {} : { value }),
    ...(type ? { type } : {}),
    ...(authenticationType ? { authenticationType } : {}),
  };
}

function enabledOf(from: Taken): { readonly isEnabled?: boolean } {
  const isEnabled = from.flag("isEnabled");
  return isEnabled === undefined ? {} : { isEnabled };
}

function list<Name extends string>(
  name: Name,
  members: readonly string[] | undefined,
): { readonly [N in Name]?: readonly string[] } {
  return members === undefined || members.length === 0
    ? {}
    : ({ [name]: members } as { readonly [N in Name]?: readonly string[] });
}
