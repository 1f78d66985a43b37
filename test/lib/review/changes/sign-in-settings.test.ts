import { resource } from "../plan-json";
import { told as toldOf } from "../tenant-plan";

type Attributes = Readonly<Record<string, unknown>>;

/** What a review says of one object before and after, and which limits ask. */
function told(
  kind: string,
  before: Attributes | undefined,
  after: Attributes | undefined,
  unknown: Attributes = {},
): Promise<readonly string[]> {
  return toldOf([resource(`m365_${kind}.it`, before, after, { unknown })]);
}

const STAFF = "6b0e1b3a-0000-4000-8000-000000000001";
const ASKS = "asks: protection-loosened";

test.each<[string, string, Attributes | undefined, Attributes | undefined, readonly string[]]>([
  [
    "a weak method comes back",
    "authentication_method",
    { method: "Sms", state: "disabled" },
    { method: "Sms", state: "enabled" },
    ["medium: People may prove who they are by text messages, which can be diverted from now on", ASKS],
  ],
  [
    "and goes",
    "authentication_method",
    { method: "Voice", state: "enabled" },
    { method: "Voice", state: "disabled" },
    ["low: No longer: people may prove who they are by phone calls, which can be diverted"],
  ],
  [
    "a text message as the only factor",
    "authentication_method",
    { method: "Sms", sign_in_groups: [] },
    { method: "Sms", sign_in_groups: [STAFF] },
    [`high: A text message alone signs in members of ${STAFF} from now on`, ASKS],
  ],
  [
    "a strong method is no loosening, and is told",
    "authentication_method",
    { method: "Fido2", state: "disabled" },
    { method: "Fido2", state: "enabled" },
    ["low: The sign-in method Fido2: state disabled → enabled"],
  ],
  [
    "the older settings count again",
    "authentication_methods_policy",
    { migration_state: "migrationComplete" },
    { migration_state: "preMigration" },
    [
      "medium: The older settings for a second factor and password reset count beside the policy of methods from now on",
      ASKS,
    ],
  ],
  [
    "consent to all that needs no administrator",
    "authorization_policy",
    { allowed_to_create_apps: false, user_consent_policies: [] },
    {
      allowed_to_create_apps: true,
      user_consent_policies: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"],
    },
    [
      "high: People may grant applications what ManagePermissionGrantsForSelf.microsoft-user-default-legacy allows from now on",
      "medium: Everybody may register applications from now on",
      ASKS,
    ],
  ],
  [
    "the rules of a role become milder",
    "role_management_policy",
    {
      role: "Global Administrator",
      activation_approval_required: true,
      activation_maximum_minutes: 60,
      activation_alert_recipients: ["soc@contoso.com"],
      permanent_assignment_allowed: false,
    },
    {
      role: "Global Administrator",
      activation_approval_required: false,
      activation_maximum_minutes: 480,
      activation_alert_recipients: [],
      permanent_assignment_allowed: true,
    },
    [
      "high: Somebody may have the role Global Administrator active for good from now on",
      "medium: The rules of the role Global Administrator: activationAlertRecipients soc@contoso.com → nobody",
      "medium: The rules of the role Global Administrator: activationApprovalRequired true → false",
      "medium: The rules of the role Global Administrator: activationMaximumMinutes 60 → 480",
      ASKS,
    ],
  ],
  [
    "and stricter",
    "role_management_policy",
    { role: "Global Administrator", permanent_assignment_allowed: true, assignment_maximum_days: 30 },
    { role: "Global Administrator", permanent_assignment_allowed: false, assignment_maximum_days: 15 },
    [
      "low: No longer: somebody may have the role Global Administrator active for good",
      "low: The rules of the role Global Administrator: assignmentMaximumDays 30 → 15",
    ],
  ],
  [
    "applications get passwords again, older ones for ever",
    "default_app_management_policy",
    {
      enabled: true,
      password_addition_state: "enabled",
      password_lifetime_in_days: 180,
      certificate_lifetime_apps_from: "0001-01-01T00:00:00Z",
    },
    {
      enabled: true,
      password_addition_state: "disabled",
      password_lifetime_in_days: 720,
      certificate_lifetime_apps_from: "2026-01-01T00:00:00Z",
    },
    [
      "medium: Applications may get new passwords from now on",
      "medium: Applications created before 2026-01-01T00:00:00Z are let off from what is said of how long certificates are valid from now on",
      "medium: What applications may have as passwords and certificates: passwordLifetimeInDays 180 → 720",
      ASKS,
    ],
  ],
  [
    "agents at risk are only reported",
    "agent_risk_policy",
    { name: "Agents", state: "enabled", agent_risk_levels: ["high"] },
    { name: "Agents", state: "enabledForReportingButNotEnforced", agent_risk_levels: ["low"] },
    [
      "medium: The policy on agents at risk Agents: agentRiskLevels high → low",
      "medium: The policy on agents at risk Agents: state enabled → enabledForReportingButNotEnforced",
      ASKS,
    ],
  ],
  [
    "owners of groups consent",
    "consent_settings",
    { enable_group_specific_consent: false, block_user_consent_for_risky_apps: true },
    { enable_group_specific_consent: true, block_user_consent_for_risky_apps: false },
    [
      "high: People may consent to applications held to be risky from now on",
      "medium: Owners of groups may let applications read what is in their groups from now on",
      ASKS,
    ],
  ],
  [
    "security defaults off",
    "security_defaults",
    { enabled: true },
    { enabled: false },
    [expect.stringMatching(/^medium: Security defaults off/), ASKS],
  ],
  [
    "a method that nobody manages any longer",
    "authentication_method",
    { method: "Email", state: "disabled" },
    undefined,
    [expect.stringContaining("No longer managed: the sign-in method Email")],
  ],
])("%s", async (_, kind, before, after, words) => {
  expect(await told(kind, before, after)).toEqual(words);
});

test("groups that only apply knows are not judged where they could loosen", async () => {
  const sms = { method: "Sms", sign_in_groups: [] };
  expect(await told("authentication_method", sms, { method: "Sms" }, { sign_in_groups: true })).toEqual([
    "asks: not-judged",
  ]);
});
