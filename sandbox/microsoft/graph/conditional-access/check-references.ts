import type { Collection } from "../../tenant/entity";
import { ROLE_TEMPLATES } from "../directory-roles";
import type { Call } from "../route";
import type { PolicyBody } from "./policy-schema";
import { refusePolicy } from "./refuse";
import { findStrength } from "./strengths";

const USER_WORDS = ["All", "None", "GuestsOrExternalUsers"];
const LOCATION_WORDS = [
  "All",
  "AllTrusted",
  // The service settings' trusted addresses of multifactor authentication.
  "00000000-0000-0000-0000-000000000000",
];
const APPLICATION_WORDS = ["All", "None", "Office365", "MicrosoftAdminPortals"];

/**
 * Whom and what a policy names must be there.
 * @throws GraphError
 */
export function checkReferences({ conditions, grantControls }: PolicyBody, call: Call): void {
  const { users, locations, applications, clientApplications } = conditions;
  const { directory } = call;
  const has = (collection: Collection) => (id: string) => collection.has(id);
  known("users", [users?.includeUsers, users?.excludeUsers], USER_WORDS, has(directory.users));
  known("groups", [users?.includeGroups, users?.excludeGroups], [], has(directory.groups));
  known("roles", [users?.includeRoles, users?.excludeRoles], [], isRole);
  known(
    "locations",
    [locations?.includeLocations, locations?.excludeLocations],
    LOCATION_WORDS,
    has(directory.namedLocations),
  );
  known(
    "applications",
    [applications?.includeApplications, applications?.excludeApplications],
    APPLICATION_WORDS,
    (id) => directory.servicePrincipals.findBy("appId", id) !== undefined,
  );
  known(
    "service principals",
    [clientApplications?.includeServicePrincipals, clientApplications?.excludeServicePrincipals],
    ["ServicePrincipalsInMyTenant"],
    has(directory.servicePrincipals),
  );
  const strength = grantControls?.authenticationStrength?.id;
  if (strength !== undefined && findStrength(strength, call) === undefined) {
    refusePolicy(`Policy contains an invalid authentication strength: ${strength}.`);
  }
}

function known(
  what: string,
  lists: readonly (readonly string[] | null | undefined)[],
  words: readonly string[],
  isThere: (id: string) => boolean,
): void {
  const named = lists.flatMap((list) => list ?? []);
  const invalid = named.filter((id) => !words.includes(id) && !isThere(id));
  if (invalid.length > 0) refusePolicy(`Policy contains invalid ${what}: ${invalid.join(", ")}.`);
}

function isRole(id: string): boolean {
  return ROLE_TEMPLATES.some((role) => role.id === id.toLowerCase());
}
