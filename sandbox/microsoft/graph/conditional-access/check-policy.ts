import * as v from "valibot";
import { isJson, type Json } from "../../../http/answer";
import type { Call } from "../route";
import { checkReferences } from "./check-references";
import { POLICY_SCHEMA, type PolicyBody } from "./policy-schema";
import { refusePolicy } from "./refuse";

const NO_SCHEMA =
  "1007: Incoming ConditionalAccessPolicy object is null or does not match the schema of ConditionalAccessPolicy type. For examples, please see API documentation at https://docs.microsoft.com/en-us/graph/api/conditionalaccessroot-post-policies?view=graph-rest-1.0.";

/** Words that stand for many, and so stand alone. */
const ALONE = ["All", "None", "all"];

/**
 * Holds a policy, as it would be, against what Conditional Access takes.
 * @throws GraphError
 */
export function checkPolicy(policy: Json, call: Call): void {
  const read = v.safeParse(POLICY_SCHEMA, ownValues(policy));
  if (!read.success) refusePolicy(NO_SCHEMA);
  const body = read.output;
  checkWho(body);
  checkWhat(body);
  checkConditions(body);
  checkGrant(body);
  checkSession(body);
  checkReferences(body, call);
}

function checkWho({ conditions: { users, clientApplications } }: PolicyBody): void {
  const included = [
    ...(users?.includeUsers ?? []),
    ...(users?.includeGroups ?? []),
    ...(users?.includeRoles ?? []),
    ...(clientApplications?.includeServicePrincipals ?? []),
  ];
  if (included.length === 0 && !users?.includeGuestsOrExternalUsers) {
    refusePolicy("'users' condition must include at least one user, group or role.");
  }
  for (const side of ["include", "exclude"] as const) {
    const named = users?.[`${side}Users`] ?? [];
    checkAlone(`${side}Users`, named);
    if (named.includes("GuestsOrExternalUsers") && users?.[`${side}GuestsOrExternalUsers`]) {
      refusePolicy("'GuestsOrExternalUsers' cannot be combined with guestOrExternalUsers.");
    }
  }
}

function checkWhat({ conditions: { applications } }: PolicyBody): void {
  const apps = applications?.includeApplications ?? [];
  const actions = [
    ...(applications?.includeUserActions ?? []),
    ...(applications?.includeAuthenticationContextClassReferences ?? []),
  ];
  if (apps.length > 0 && actions.length > 0) {
    refusePolicy(
      "1012: 'applications' condition cannot include both 'includeApplications' and 'includeUserActions'/'includeProtectionLevels'. Please remove one of the conditions.",
    );
  }
  if (apps.length + actions.length === 0) {
    refusePolicy("'applications' condition must include at least one application or user action.");
  }
  checkAlone("includeApplications", apps);
}

function checkConditions({ conditions: { clientAppTypes, locations, platforms } }: PolicyBody): void {
  checkAlone("clientAppTypes", clientAppTypes ?? []);
  if (locations && (locations.includeLocations ?? []).length === 0) {
    refusePolicy("'locations' condition must include at least one location.");
  }
  if (locations) checkAlone("includeLocations", locations.includeLocations ?? []);
  if (platforms && (platforms.includePlatforms ?? []).length === 0) {
    refusePolicy("'platforms' condition must include at least one platform.");
  }
  if (platforms) checkAlone("includePlatforms", platforms.includePlatforms ?? []);
}

function checkGrant({ grantControls: grant, sessionControls, conditions }: PolicyBody): void {
  if (!grant) {
    if (!sessionControls) refusePolicy("A policy must contain at least one grant or session control.");
    return;
  }
  const { builtInControls, customAuthenticationFactors, termsOfUse, authenticationStrength, operator } =
    grant;
  const controls = builtInControls ?? [];
  const others = [...(customAuthenticationFactors ?? []), ...(termsOfUse ?? [])].length;
  if (controls.length + others === 0 && !authenticationStrength) {
    refusePolicy("'grantControls' must contain at least one control.");
  }
  if (!operator) refusePolicy("'grantControls' must have an operator.");
  if (controls.includes("block") && (controls.length + others > 1 || authenticationStrength)) {
    refusePolicy("'block' cannot be combined with other grant controls.");
  }
  if (controls.includes("mfa") && authenticationStrength) {
    refusePolicy("1108: Authentication strengths cannot be used alongside the MFA built-in control.");
  }
  if (!controls.includes("passwordChange")) return;
  const { userRiskLevels, applications } = conditions;
  const withMfa = controls.includes("mfa") || authenticationStrength;
  const all = applications?.includeApplications?.includes("All") && !applications.excludeApplications?.length;
  if (operator !== "AND" || !withMfa || !userRiskLevels?.length || !all) {
    refusePolicy(
      "'passwordChange' requires 'mfa' with the operator AND, 'userRiskLevels', and all applications without exclusions.",
    );
  }
}

function checkSession({ sessionControls, conditions: { applications } }: PolicyBody): void {
  const { signInFrequency: frequency, persistentBrowser } = sessionControls ?? {};
  if (persistentBrowser?.isEnabled && !applications?.includeApplications?.includes("All")) {
    refusePolicy("'persistentBrowser' session control requires all applications to be included.");
  }
  if (!frequency?.isEnabled) return;
  const timed = Boolean(frequency.value) && Boolean(frequency.type);
  if (frequency.frequencyInterval === "everyTime" ? frequency.value || frequency.type : !timed) {
    refusePolicy(
      "'signInFrequency' requires 'value' and 'type' if it is time based, and neither with the interval 'everyTime'.",
    );
  }
}

function checkAlone(condition: string, values: readonly string[]): void {
  const word = values.find((value) => ALONE.includes(value));
  if (word !== undefined && values.length > 1) {
    refusePolicy(`'${condition}' cannot contain '${word}' together with other values.`);
  }
}

/** What says something, at any depth: neither `@odata.type` and the like, nor null, which stands for what is not set. */
function ownValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownValues);
  if (!isJson(value)) return value;
  const own = Object.entries(value).filter(([name, inner]) => !name.includes("@odata.") && inner !== null);
  return Object.fromEntries(own.map(([name, inner]) => [name, ownValues(inner)]));
}
