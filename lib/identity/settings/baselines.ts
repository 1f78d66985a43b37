import { ALL_APPLICATIONS } from "../../exchange/all-applications";
import type { ExchangeKind, Value } from "../../exchange/objects";
import { SCUBA_PRIVILEGED_ROLES } from "../baselines/admins";
import type { SettingBaseline } from "../options";
import type { RoleName } from "../roles";
import type { MethodKey } from "./methods";

/** A baseline that says something. */
export type SayingSettingBaseline = Exclude<SettingBaseline, "none">;

/** One attribute of one object, and what the baselines want of it. */
export interface SettingBaselineValue {
  readonly kind: ExchangeKind;
  /** Of methods: which one. */
  readonly method?: MethodKey;
  /** Of rules of roles: which ones. */
  readonly roles?: readonly RoleName[];
  /** In the estate's spelling. */
  readonly attribute: string;
  readonly wanted: Readonly<Partial<Record<SayingSettingBaseline, Value>>>;
  /** Controls that it takes part in: of CISA's SCuBA, and `CIS …` of CIS Microsoft 365 Foundations 7.0. */
  readonly controls: readonly string[];
  /** Microsoft's page on the setting. */
  readonly source: string;
  /** What users need for the setting to have its effect. */
  readonly licence: string;
}

interface Facts {
  readonly microsoft?: Value;
  readonly scuba?: readonly [Value, string];
  readonly cis?: readonly [Value, string];
  readonly page: string;
  readonly licence?: string;
}

const ENTRA = "https://learn.microsoft.com/entra";

function row(
  kind: ExchangeKind,
  method: MethodKey | undefined,
  attribute: string,
  facts: Facts,
): SettingBaselineValue {
  const { microsoft, scuba, cis, page, licence = "Entra ID Free" } = facts;
  return {
    kind,
    ...(method === undefined ? {} : { method }),
    attribute,
    wanted: {
      ...(microsoft === undefined ? {} : { microsoft }),
      ...(scuba === undefined ? {} : { scuba: scuba[0] }),
      ...(cis === undefined ? {} : { cis: cis[0] }),
    },
    controls: [...(scuba ? [scuba[1]] : []), ...(cis ? [`CIS ${cis[1]}`] : [])],
    source: page.startsWith("https:") ? page : `${ENTRA}/${page}`,
    licence,
  };
}

const policy = (attribute: string, facts: Facts) =>
  row("authentication-methods-policy", undefined, attribute, facts);
const method = (key: MethodKey, attribute: string, facts: Facts) =>
  row("authentication-method", key, attribute, facts);
const everybody = (attribute: string, facts: Facts) =>
  row("authorization-policy", undefined, attribute, facts);

const consent = (attribute: string, facts: Facts) => row("consent-settings", undefined, attribute, facts);
const applications = (attribute: string, facts: Facts) =>
  row("default-app-management-policy", undefined, attribute, facts);
const ofRoles = (roles: readonly RoleName[], attribute: string, facts: Facts): SettingBaselineValue => ({
  ...row("role-management-policy", undefined, attribute, { ...facts, licence: "Entra ID P2" }),
  roles,
});

/** A restriction of all applications, whenever they were created. @param days of each baseline, at most */
function restriction(
  name: string,
  scuba: string | undefined,
  cis: string,
  days?: readonly [scuba: number, cis: number],
): readonly SettingBaselineValue[] {
  const of = (attribute: string, values: readonly [Value, Value]) =>
    applications(`${name}${attribute}`, {
      ...(scuba === undefined ? {} : { scuba: [values[0], scuba] as const }),
      cis: [values[1], cis],
      page: APPLICATIONS_PAGE,
    });
  return [
    of("State", ["enabled", "enabled"]),
    ...(days === undefined ? [] : [of("InDays", days)]),
    of("AppsFrom", [ALL_APPLICATIONS, ALL_APPLICATIONS]),
  ];
}

const METHODS_PAGE = "identity/authentication/concept-authentication-methods-manage";
const CONTEXT_PAGE = "identity/authentication/how-to-mfa-additional-context";
const CONSENT_PAGE = "identity/enterprise-apps/configure-user-consent";
const WORKFLOW_PAGE = "identity/enterprise-apps/configure-admin-consent-workflow";
const APPLICATIONS_PAGE = "identity/enterprise-apps/tutorial-enforce-secret-standards";
const ROLES_PAGE = "id-governance/privileged-identity-management/pim-how-to-change-default-settings";
const GUESTS_PAGE = "external-id/external-collaboration-settings-configure";
const DEFAULTS_PAGE = "fundamentals/users-default-permissions";

const ALL: Value = ["all_users"];
const NOTHING: Value = [];

/** The least that guests may see. */
const RESTRICTED_GUEST = "2af84b1e-32c8-42b7-82bc-daa82404023b";

/** What Entra ID takes for never. */
const NEVER = 2_147_483_647;

/** Every value of the baselines. */
export const SETTING_VALUES: readonly SettingBaselineValue[] = [
  policy("migrationState", {
    microsoft: "migrationComplete",
    scuba: ["migrationComplete", "MS.AAD.3.4v1"],
    page: "identity/authentication/how-to-authentication-methods-manage",
  }),
  policy("systemPreferredState", {
    microsoft: "enabled",
    cis: ["enabled", "5.2.3.6"],
    page: "identity/authentication/concept-system-preferred-multifactor-authentication",
  }),
  policy("systemPreferredIncludeGroups", {
    microsoft: ALL,
    cis: [ALL, "5.2.3.6"],
    page: "identity/authentication/concept-system-preferred-multifactor-authentication",
  }),
  policy("suspiciousActivityState", {
    microsoft: "enabled",
    page: "identity/authentication/howto-mfa-mfasettings#report-suspicious-activity",
    licence: "Entra ID P1; P2 for the user's risk to rise",
  }),
  policy("suspiciousActivityGroup", {
    microsoft: "all_users",
    page: "identity/authentication/howto-mfa-mfasettings#report-suspicious-activity",
    licence: "Entra ID P1; P2 for the user's risk to rise",
  }),
  ...(["displayAppInformation", "displayLocationInformation"] as const).flatMap((feature) => [
    method("microsoftAuthenticator", `${feature}State`, {
      microsoft: "enabled",
      scuba: ["enabled", "MS.AAD.3.3v2"],
      cis: ["enabled", "5.2.3.1"],
      page: CONTEXT_PAGE,
    }),
    method("microsoftAuthenticator", `${feature}Group`, {
      microsoft: "all_users",
      scuba: ["all_users", "MS.AAD.3.3v2"],
      cis: ["all_users", "5.2.3.1"],
      page: CONTEXT_PAGE,
    }),
  ]),
  method("microsoftAuthenticator", "softwareOathEnabled", {
    scuba: [false, "MS.AAD.3.3v2"],
    page: "identity/authentication/concept-authentication-authenticator-app",
  }),
  method("sms", "state", {
    scuba: ["disabled", "MS.AAD.3.5v2"],
    cis: ["disabled", "5.2.3.5"],
    page: METHODS_PAGE,
  }),
  method("voice", "state", {
    scuba: ["disabled", "MS.AAD.3.5v2"],
    cis: ["disabled", "5.2.3.5"],
    page: METHODS_PAGE,
  }),
  method("email", "state", {
    scuba: ["disabled", "MS.AAD.3.5v2"],
    cis: ["disabled", "5.2.3.7"],
    page: METHODS_PAGE,
  }),
  everybody("allowedToCreateApps", {
    scuba: [false, "MS.AAD.5.1v1"],
    cis: [false, "5.1.2.2"],
    page: DEFAULTS_PAGE,
  }),
  everybody("allowedToCreateTenants", { cis: [false, "5.1.2.3"], page: DEFAULTS_PAGE }),
  everybody("userConsentPolicies", {
    microsoft: ["ManagePermissionGrantsForSelf.microsoft-user-default-low"],
    scuba: [NOTHING, "MS.AAD.5.2v1"],
    cis: [NOTHING, "5.1.5.1"],
    page: CONSENT_PAGE,
  }),
  everybody("guestUserRoleId", {
    scuba: [RESTRICTED_GUEST, "MS.AAD.8.1v1"],
    cis: [RESTRICTED_GUEST, "5.1.6.2"],
    page: "identity/users/users-restrict-guest-permissions",
  }),
  everybody("allowInvitesFrom", {
    scuba: ["adminsAndGuestInviters", "MS.AAD.8.2v1"],
    cis: ["adminsAndGuestInviters", "5.1.6.3"],
    page: GUESTS_PAGE,
  }),
  consent("enableAdminConsentRequests", {
    scuba: [true, "MS.AAD.5.3v1"],
    cis: [true, "5.1.5.2"],
    page: WORKFLOW_PAGE,
  }),
  consent("blockUserConsentForRiskyApps", { microsoft: true, page: CONSENT_PAGE }),
  ...(
    [
      ["enabled", true],
      ["notifyReviewers", true],
      ["remindersEnabled", true],
      ["requestDurationInDays", 30],
    ] as const
  ).map(([attribute, value]) =>
    row("admin-consent-request-policy", undefined, attribute, {
      scuba: [value, "MS.AAD.5.3v1"],
      cis: [value, "5.1.5.2"],
      page: WORKFLOW_PAGE,
    }),
  ),
  applications("enabled", {
    scuba: [true, "MS.AAD.5.5v1"],
    cis: [true, "5.1.5.3"],
    page: APPLICATIONS_PAGE,
  }),
  ...restriction("passwordAddition", "MS.AAD.5.5v1", "5.1.5.3"),
  ...restriction("customPasswordAddition", undefined, "5.1.5.5"),
  ...restriction("passwordLifetime", "MS.AAD.5.6v1", "5.1.5.4", [180, 180]),
  ...restriction("certificateLifetime", "MS.AAD.5.7v1", "5.1.5.6", [365, 180]),
  ofRoles(["Global Administrator"], "activationApprovalRequired", {
    scuba: [true, "MS.AAD.7.6v1"],
    cis: [true, "5.3.4"],
    page: ROLES_PAGE,
  }),
  ofRoles(["Privileged Role Administrator"], "activationApprovalRequired", {
    cis: [true, "5.3.5"],
    page: ROLES_PAGE,
  }),
  ofRoles(SCUBA_PRIVILEGED_ROLES, "permanentAssignmentAllowed", {
    scuba: [false, "MS.AAD.7.4v1"],
    page: ROLES_PAGE,
  }),
  row("domain-password-policy", undefined, "passwordValidityPeriodInDays", {
    microsoft: NEVER,
    scuba: [NEVER, "MS.AAD.6.1v1"],
    cis: [NEVER, "1.3.1"],
    page: "https://learn.microsoft.com/microsoft-365/admin/misc/password-policy-recommendations",
  }),
];

/** Controls on what is declared here that a baseline does not meet by itself, and why. */
export const SETTING_UNMET: Readonly<Record<SayingSettingBaseline, Readonly<Record<string, string>>>> = {
  microsoft: {},
  scuba: {
    "MS.AAD.2.2v1":
      "who is told of users at risk is set in the portal alone; ScubaGear does not test it either",
    "MS.AAD.6.1v1":
      "the initial domain is set; name every other domain that is not federated under passwords",
    "MS.AAD.7.1v1": "name who has the role under privilegedRoles.holders; what others assigned stays",
    "MS.AAD.7.2v1": "as MS.AAD.7.1v1, of the other privileged roles too",
    "MS.AAD.7.3v1": "the plan of the stack fails for eligible users that are synchronized; it sees no others",
    "MS.AAD.7.4v1":
      "no new assignment is for good, with `mfa.licence: p2`; those that are there stay, but for which the stack's ScubaGear output names the break-glass accounts",
    "MS.AAD.7.5v1":
      "the stack assigns no role outside Privileged Identity Management; others' assignments stay",
    "MS.AAD.7.6v1": "only with `mfa.licence: p2`",
    "MS.AAD.7.7v1": "name who is told under privilegedRoles.alerts; only with `mfa.licence: p2`",
    "MS.AAD.7.8v1": "as MS.AAD.7.7v1",
    "MS.AAD.7.9v1": "as MS.AAD.7.7v1",
    "MS.AAD.9.1v1": "only with `mfa.licence: p2`, and met once `agentRisk.state` is `on`",
  },
  cis: {
    "CIS 1.1.1": "as MS.AAD.7.3v1",
    "CIS 1.1.3": "name who has the role under privilegedRoles.holders",
    "CIS 1.3.1": "the initial domain is set; name every other domain that is not federated under passwords",
    "CIS 5.1.5.2": "people may ask; name who answers under consent.requests",
    "CIS 5.2.3.2": "lists of banned passwords are not declared here",
    "CIS 5.2.3.3": "as CIS 5.2.3.2",
    "CIS 5.2.3.4": "it is about what people registered",
    "CIS 5.2.3.8": "as CIS 5.2.3.2",
    "CIS 5.2.3.9": "as CIS 5.2.3.2",
    "CIS 5.2.3.10": "Graph v1.0 does not have Authenticator Lite",
    "CIS 5.3.4": "only with `mfa.licence: p2`",
    "CIS 5.3.5": "only with `mfa.licence: p2`",
  },
};
