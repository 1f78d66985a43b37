import { checked, name, text, whole, wholeNames, word } from "../../attribute";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import { ofEveryTarget, target, targets } from "../lens";
import { groupFault, noneOrGroupFault } from "../values";

const CAMPAIGN = "registrationEnforcement.authenticationMethodsRegistrationCampaign";
const PREFERENCES = "systemCredentialPreferences";
const REPORTS = "reportSuspiciousActivitySettings";
const STATES = ["default", "enabled", "disabled"] as const;

const groups = (path: string, about: string, fresh?: Readonly<Record<string, unknown>>): GraphAttribute =>
  graph(checked(wholeNames(path, about), groupFault), { lens: targets(path, fresh) });

/**
 * What v1.0 does not have, or not whole: a campaign that was read there lacks a property of the beta's, and since it is
 * replaced whole, writing it back would take that away.
 */
const OF_BETA: Readonly<Record<string, GraphAttribute>> = {
  campaign_state: word(
    `${CAMPAIGN}.state`,
    STATES,
    "Are people asked at sign-in to register a better method?",
  ),
  campaign_snooze_in_days: whole(
    `${CAMPAIGN}.snoozeDurationInDays`,
    [0, 14],
    "For how many days they may put it off.",
  ),
  campaign_include_groups: groups(
    `${CAMPAIGN}.includeTargets`,
    "Who is asked: object ids of groups, or all_users.",
    { targetedAuthenticationMethod: "microsoftAuthenticator" },
  ),
  campaign_exclude_groups: groups(`${CAMPAIGN}.excludeTargets`, "Who is not asked: object ids of groups."),
  campaign_method: graph(
    text(`${CAMPAIGN}.includeTargets`, "The method that they are asked to register.", {
      example: "microsoftAuthenticator",
    }),
    { lens: ofEveryTarget(`${CAMPAIGN}.includeTargets`, "targetedAuthenticationMethod") },
  ),
  system_preferred_state: word(
    `${PREFERENCES}.state`,
    STATES,
    "Are people asked first for the strongest method that they registered?",
  ),
  system_preferred_include_groups: groups(
    `${PREFERENCES}.includeTargets`,
    "Who is: object ids of groups, or all_users.",
  ),
  system_preferred_exclude_groups: groups(
    `${PREFERENCES}.excludeTargets`,
    "Who is not: object ids of groups.",
  ),
  suspicious_activity_state: word(
    `${REPORTS}.state`,
    STATES,
    "May people report a request that they did not make? Their risk is high then.",
  ),
  suspicious_activity_group: graph(
    checked(
      name(`${REPORTS}.includeTarget`, "Who may: a group's object id, or all_users.", { cleared: "" }),
      noneOrGroupFault,
    ),
    { lens: target(`${REPORTS}.includeTarget`) },
  ),
  suspicious_activity_voice_code: whole(
    `${REPORTS}.voiceReportingCode`,
    [0, 9],
    "The key that reports a call.",
  ),
};

export const authenticationMethodsPolicy: GraphTable = {
  noun: "AuthenticationMethodsPolicy",
  kind: "singleton",
  about: "What holds for all methods by which people sign in.",
  graph: {
    path: "policies/authenticationMethodsPolicy",
    read: "Policy.Read.AuthenticationMethod",
    write: "Policy.ReadWrite.AuthenticationMethod",
  },
  attributes: {
    migration_state: word(
      "policyMigrationState",
      ["preMigration", "migrationInProgress", "migrationComplete"],
      "Do the settings for multifactor authentication and password reset of before count beside this policy?",
    ),
    reconfirmation_in_days: whole(
      "reconfirmationInDays",
      [0, 730],
      "After how many days people confirm what they registered.",
    ),
    ...Object.fromEntries(
      Object.entries(OF_BETA).map(([name, one]) => [name, { ...one, version: "beta" as const }]),
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy",
  role: "Authentication Policy Administrator",
  notes: [
    "campaign_*, system_preferred_* and suspicious_activity_* are read and written by Graph's beta: v1.0 does not have them whole.",
  ],
  example: { migration_state: "migrationComplete", campaign_state: "enabled", campaign_snooze_in_days: 1 },
};
