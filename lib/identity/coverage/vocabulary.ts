import { GUEST_TYPES } from "../policy";
import { KNOWN_CONTROLS } from "./demands/grant";
import { KNOWN_WORDS } from "./dimensions/choice";
import type { AccessPolicy } from "./policy";

/**
 * Why a policy cannot be judged: words that this model does not know, and combinations that Microsoft's documentation
 * leaves open. Nothing for a policy that can.
 */
export function notUnderstood({
  conditions,
  grantControls = {},
  sessionControls = {},
}: AccessPolicy): readonly string[] {
  const { users = {}, applications = {}, clientApplications = {}, locations, platforms } = conditions;
  const { cloudAppSecurity, persistentBrowser, signInFrequency } = sessionControls;
  const guests = [users.includeGuestsOrExternalUsers, users.excludeGuestsOrExternalUsers];
  const lists: readonly (readonly [string, readonly string[] | undefined, readonly string[]])[] = [
    ["client", conditions.clientAppTypes, KNOWN_WORDS.clientAppTypes],
    ["platform", platforms?.includePlatforms, KNOWN_WORDS.platforms],
    ["platform", platforms?.excludePlatforms, KNOWN_WORDS.platforms],
    ["sign-in risk", conditions.signInRiskLevels, KNOWN_WORDS.riskLevels],
    ["user risk", conditions.userRiskLevels, KNOWN_WORDS.riskLevels],
    ["service principal risk", conditions.servicePrincipalRiskLevels, KNOWN_WORDS.riskLevels],
    ["insider risk", conditions.insiderRiskLevels, KNOWN_WORDS.insiderRiskLevels],
    ["authentication flow", conditions.authenticationFlows?.transferMethods, KNOWN_WORDS.transferMethods],
    ["grant control", grantControls.builtInControls, KNOWN_CONTROLS],
    ["browser session", persistentBrowser && [persistentBrowser.mode], ["always", "never"]],
    ["app control", cloudAppSecurity && [cloudAppSecurity.cloudAppSecurityType], APP_CONTROLS],
    ...guests.map((one) => ["kind of guest", one?.guestOrExternalUserTypes, GUEST_TYPES] as const),
  ];
  const faults = lists.flatMap(([what, words = [], known]) =>
    words.filter((word) => !known.includes(word)).map((word) => `the ${what} ${word} is not known`),
  );
  if (locations && (locations.includeLocations ?? []).length === 0) {
    faults.push("a condition on locations that includes none");
  }
  if (
    signInFrequency &&
    signInFrequency.isEnabled !== false &&
    signInFrequency.frequencyInterval !== "everyTime" &&
    !isWhole(signInFrequency.value)
  ) {
    faults.push("a sign-in frequency without a period");
  }
  if (users.includeUsers?.length && clientApplications.includeServicePrincipals?.length) {
    if (!users.includeUsers.every((user) => user.toLowerCase() === "none")) {
      faults.push("users and workload identities in one policy");
    }
  }
  if (
    (applications.applicationFilter?.mode === "include" && applications.includeApplications?.length) ||
    (clientApplications.servicePrincipalFilter?.mode === "include" &&
      clientApplications.includeServicePrincipals?.length)
  ) {
    faults.push("a filter that includes, beside a list");
  }
  return [...new Set(faults)];
}

const APP_CONTROLS = ["blockDownloads", "mcasConfigured", "monitorOnly"];

function isWhole(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value > 0;
}
