import { type ResourceJson, resource } from "../plan-json";
import { factsOf } from "./facts";

type Values = Readonly<Record<string, unknown>>;
const ADDRESS = "azuread_conditional_access_policy.one";
const STRENGTH = "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004";

const policyOf = (after: Values, more: Partial<ResourceJson> = {}) =>
  factsOf([resource(ADDRESS, undefined, after, more)]);

test("a policy is read as Graph's body, all of it", () => {
  const users = {
    included_users: ["All"],
    included_groups: ["g1"],
    included_roles: ["r1"],
    included_guests_or_external_users: [{ guest_or_external_user_types: ["b2bCollaborationGuest"] }],
    excluded_users: ["u1"],
    excluded_groups: ["g2"],
    excluded_roles: ["r2"],
    excluded_guests_or_external_users: [
      { guest_or_external_user_types: ["internalGuest", "serviceProvider"] },
    ],
  };
  const after = {
    display_name: "All of it",
    state: "enabled",
    conditions: [
      {
        client_app_types: ["browser"],
        applications: [
          {
            included_applications: ["All"],
            excluded_applications: ["a1"],
            included_user_actions: ["urn:user:registerdevice"],
          },
        ],
        users: [users],
        locations: [{ included_locations: ["All"], excluded_locations: ["AllTrusted"] }],
        platforms: [{ included_platforms: ["all"], excluded_platforms: ["iOS"] }],
        devices: [{ filter: [{ mode: "exclude", rule: "device.isCompliant -eq True" }] }],
        sign_in_risk_levels: ["high"],
        user_risk_levels: ["medium"],
        authentication_flow_transfer_methods: ["deviceCodeFlow"],
      },
    ],
    grant_controls: [
      {
        operator: "AND",
        built_in_controls: ["compliantDevice"],
        authentication_strength_policy_id: STRENGTH,
      },
    ],
    session_controls: [
      {
        sign_in_frequency: 4,
        sign_in_frequency_period: "hours",
        persistent_browser_mode: "never",
        application_enforced_restrictions_enabled: true,
        disable_resilience_defaults: true,
      },
    ],
  };
  expect(policyOf(after)).toEqual([
    {
      kind: "policy",
      key: ADDRESS,
      policy: {
        displayName: "All of it",
        state: "enabled",
        conditions: {
          clientAppTypes: ["browser"],
          applications: {
            includeApplications: ["All"],
            excludeApplications: ["a1"],
            includeUserActions: ["urn:user:registerdevice"],
          },
          users: {
            includeUsers: ["All"],
            includeGroups: ["g1"],
            includeRoles: ["r1"],
            includeGuestsOrExternalUsers: { guestOrExternalUserTypes: ["b2bCollaborationGuest"] },
            excludeUsers: ["u1"],
            excludeGroups: ["g2"],
            excludeRoles: ["r2"],
            excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: ["internalGuest", "serviceProvider"] },
          },
          locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
          platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] },
          devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
          signInRiskLevels: ["high"],
          userRiskLevels: ["medium"],
          servicePrincipalRiskLevels: [],
          authenticationFlows: { transferMethods: ["deviceCodeFlow"] },
        },
        grantControls: {
          operator: "AND",
          builtInControls: ["compliantDevice"],
          customAuthenticationFactors: [],
          termsOfUse: [],
          authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
        },
        sessionControls: {
          signInFrequency: {
            authenticationType: "primaryAndSecondaryAuthentication",
            value: 4,
            type: "hours",
          },
          persistentBrowser: { mode: "never" },
          applicationEnforcedRestrictions: { isEnabled: true },
          disableResilienceDefaults: true,
        },
      },
      where: { address: ADDRESS },
    },
  ]);
});

const ALL = { client_app_types: ["all"], users: [{ included_users: ["All"] }] };
const BASE = { display_name: "MFA", state: "enabled", conditions: [ALL] };
const controls = (more: Values) => {
  const [fact] = policyOf({ ...BASE, ...more });
  return fact?.kind === "policy" ? { ...fact.policy.grantControls, ...fact.policy.sessionControls } : fact;
};
const both = { authenticationType: "primaryAndSecondaryAuthentication" };
const none = { customAuthenticationFactors: [], termsOfUse: [] };

test.each<[string, Values, object]>([
  [
    "one of several controls",
    { grant_controls: [{ operator: "OR", built_in_controls: ["mfa"] }] },
    { operator: "OR", builtInControls: ["mfa"], ...none },
  ],
  [
    "no strength, as the provider writes it",
    {
      grant_controls: [{ operator: "OR", built_in_controls: ["mfa"], authentication_strength_policy_id: "" }],
    },
    { operator: "OR", builtInControls: ["mfa"], ...none },
  ],
  [
    "a sign-in at every time",
    { session_controls: [{ sign_in_frequency_interval: "everyTime" }] },
    { signInFrequency: { ...both, frequencyInterval: "everyTime" } },
  ],
  [
    "a sign-in each week",
    {
      session_controls: [
        { sign_in_frequency: 7, sign_in_frequency_period: "days", sign_in_frequency_interval: "timeBased" },
      ],
    },
    { signInFrequency: { ...both, value: 7, type: "days" } },
  ],
  [
    "a second factor each day",
    {
      session_controls: [
        { sign_in_frequency: 1, sign_in_frequency_authentication_type: "secondaryAuthentication" },
      ],
    },
    { signInFrequency: { authenticationType: "secondaryAuthentication", value: 1, type: "days" } },
  ],
  [
    "browsers that stay signed in",
    { session_controls: [{ persistent_browser_mode: "always" }] },
    { persistentBrowser: { mode: "always" } },
  ],
  [
    "a session that bounds nothing",
    {
      session_controls: [
        {
          sign_in_frequency: 0,
          application_enforced_restrictions_enabled: false,
          disable_resilience_defaults: false,
        },
      ],
    },
    {},
  ],
])("%s", (_title, more, read) => {
  expect(controls(more)).toEqual(read);
});

const said = (after: Values, more: Partial<ResourceJson> = {}) =>
  policyOf(after, more).map((fact) =>
    fact.kind === "policy" ? [fact.policy.state, fact.unknown ?? []] : fact,
  );

test.each<[string, Values, Partial<ResourceJson>, string, readonly string[]]>([
  ["nothing", BASE, {}, "enabled", []],
  ["a policy that is off", { ...BASE, state: "disabled" }, {}, "disabled", []],
  [
    "a state that is known at apply, which may be the one that binds",
    { ...BASE, state: null },
    { unknown: { state: true } },
    "enabled",
    ["its state is known after apply"],
  ],
  [
    "a state that no policy has",
    { ...BASE, state: "on" },
    {},
    "enabled",
    ["its state is none that is known"],
  ],
  ["no conditions", { ...BASE, conditions: [] }, {}, "enabled", ["the plan holds no conditions"]],
  [
    "who is excluded",
    { ...BASE, conditions: [{ ...ALL, users: [{ included_users: ["All"], excluded_users: [null] }] }] },
    { unknown: { conditions: [{ users: [{ excluded_users: [true] }] }] } },
    "enabled",
    ["who is excluded is known after apply"],
  ],
  [
    "a strength that the plan makes",
    { ...BASE, grant_controls: [{ operator: "OR" }] },
    { unknown: { grant_controls: [{ authentication_strength_policy_id: true }] } },
    "enabled",
    ["the grant controls are known after apply"],
  ],
])("what the plan does not show of a policy is said: %s", (_title, after, more, state, unknown) => {
  expect(said(after, more)).toEqual([[state, unknown]]);
});

describe("groups that a policy excludes, before they have an id", () => {
  const excluding = (
    excluded: readonly (string | null)[],
    references: readonly string[],
    ...groups: readonly ResourceJson[]
  ) => {
    const conditions = [{ ...ALL, users: [{ included_users: ["All"], excluded_groups: excluded }] }];
    const unknown = { conditions: [{ users: [{ excluded_groups: excluded.map((id) => id === null) }] }] };
    const expressions = { conditions: [{ users: [{ excluded_groups: { references } }] }] };
    const configuration = { root_module: { resources: [{ address: ADDRESS, expressions }] } };
    const planned = resource(ADDRESS, undefined, { ...BASE, conditions }, { unknown });
    return factsOf([...groups, planned], { configuration }).flatMap((fact) =>
      fact.kind === "policy" ? [[fact.policy.conditions.users?.excludeGroups, fact.unknown ?? []]] : [],
    );
  };
  const created = (name: string) =>
    resource(
      `azuread_group.${name}`,
      undefined,
      { display_name: `sg-${name}` },
      { unknown: { object_id: true } },
    );
  const existing = (name: string) => {
    const values = { display_name: `sg-${name}`, object_id: name };
    return resource(`azuread_group.${name}`, values, values);
  };
  const LATER = ["who is excluded is known after apply"];

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      "are known by the address of what the argument refers to",
      excluding([null], ["azuread_group.a.object_id", "azuread_group.a"], created("a")),
      [[["azuread_group.a"], []]],
    ],
    [
      "are known beside those that have one",
      excluding(
        ["b", null],
        ["azuread_group.a.object_id", "azuread_group.b.object_id"],
        created("a"),
        existing("b"),
      ),
      [[["b", "azuread_group.a"], []]],
    ],
    [
      "are not known where the argument refers to nothing",
      excluding([null], [], created("a")),
      [[[], LATER]],
    ],
    [
      "are not known where the argument refers to less than it holds",
      excluding([null, null], ["azuread_group.a.object_id"], created("a")),
      [[[], LATER]],
    ],
    [
      "are not known where it refers to something else as well",
      excluding([null], ["azuread_group.a.object_id", "azuread_group.gone.object_id"], created("a")),
      [[[], LATER]],
    ],
    [
      "are as the plan has them where all have one",
      excluding(["11111111-1111-4111-8111-111111111111"], []),
      [[["11111111-1111-4111-8111-111111111111"], []]],
    ],
  ])("%s", (_title, found, expected) => {
    expect(found).toEqual(expected);
  });
});
