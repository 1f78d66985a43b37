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
  const group = { object_id: "g1", display_name: "sg-pilot" };
  expect(
    factsOf([resource("azuread_group.pilot", group, group), resource(ADDRESS, undefined, after)]),
  ).toEqual([
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
            includeGroups: ["sg-pilot"],
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
          authenticationFlows: { transferMethods: ["deviceCodeFlow"] },
        },
        grantControls: {
          operator: "AND",
          builtInControls: ["compliantDevice"],
          authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
        },
        sessionControls: {
          signInFrequency: {
            isEnabled: true,
            authenticationType: "primaryAndSecondaryAuthentication",
            frequencyInterval: "timeBased",
            value: 4,
            type: "hours",
          },
          persistentBrowser: { isEnabled: true, mode: "never" },
          applicationEnforcedRestrictions: { isEnabled: true },
          disableResilienceDefaults: true,
        },
      },
      sparesUnknown: false,
      where: { address: ADDRESS },
    },
  ]);
});

test("what a policy leaves out is left out of Graph's body", () => {
  const conditions = [
    {
      client_app_types: ["all"],
      applications: [],
      users: [{ included_users: ["All"], excluded_groups: [] }],
      locations: [],
      platforms: [],
      devices: [{ filter: [] }],
    },
  ];
  expect(policyOf({ state: "disabled", conditions, grant_controls: [], session_controls: [] })).toEqual([
    {
      kind: "policy",
      key: ADDRESS,
      policy: {
        displayName: "",
        state: "disabled",
        conditions: {
          clientAppTypes: ["all"],
          applications: {},
          users: { includeUsers: ["All"], excludeGroups: [] },
        },
      },
      sparesUnknown: false,
      where: { address: ADDRESS },
    },
  ]);
});

const BASE = {
  display_name: "MFA",
  state: "enabled",
  conditions: [{ client_app_types: ["all"], users: [{ included_users: ["All"] }] }],
};
const controls = (more: Values, marks: Partial<ResourceJson> = {}) => {
  const [fact] = policyOf({ ...BASE, ...more }, marks);
  return fact?.kind === "policy" ? { ...fact.policy.grantControls, ...fact.policy.sessionControls } : fact;
};
const always = { isEnabled: true, authenticationType: "primaryAndSecondaryAuthentication" };

test.each<[string, Values, object]>([
  [
    "one of several controls",
    { grant_controls: [{ operator: "OR", built_in_controls: ["mfa"] }] },
    { operator: "OR", builtInControls: ["mfa"] },
  ],
  [
    "a sign-in at every time",
    { session_controls: [{ sign_in_frequency_interval: "everyTime", sign_in_frequency: 1 }] },
    { signInFrequency: { ...always, frequencyInterval: "everyTime" } },
  ],
  [
    "a sign-in each week",
    {
      session_controls: [
        { sign_in_frequency: 7, sign_in_frequency_period: "days", sign_in_frequency_interval: "timeBased" },
      ],
    },
    { signInFrequency: { ...always, frequencyInterval: "timeBased", value: 7, type: "days" } },
  ],
  [
    "browsers that stay signed in",
    { session_controls: [{ persistent_browser_mode: "always" }] },
    { persistentBrowser: { isEnabled: true, mode: "always" } },
  ],
  [
    "a session that bounds nothing",
    {
      session_controls: [
        { application_enforced_restrictions_enabled: false, disable_resilience_defaults: false },
      ],
    },
    {},
  ],
])("%s", (_title, more, read) => {
  expect(controls(more)).toEqual(read);
});

test("a strength that the plan creates has no id yet", () => {
  const grant = [{ operator: "OR", authentication_strength_policy_id: null }];
  const unknown = { grant_controls: [{ authentication_strength_policy_id: true }] };
  expect(controls({ grant_controls: grant }, { unknown })).toEqual({
    operator: "OR",
    authenticationStrength: { id: "(known after apply)" },
  });
  expect(controls({ grant_controls: grant })).toEqual({ operator: "OR" });
});

test.each<[string, Values, Partial<ResourceJson>]>([
  ["a state that is known at apply", { ...BASE, state: null }, { unknown: { state: true } }],
  ["a state that no policy has", { ...BASE, state: "on" }, {}],
  ["no conditions", { ...BASE, conditions: [] }, {}],
])("a policy with %s is not read, and that is said", (_title, after, more) => {
  expect(policyOf(after, more)).toEqual([
    {
      kind: "unread",
      why: "a policy whose state or conditions are not known before apply",
      where: { address: ADDRESS },
    },
  ]);
});

describe("groups that a policy excludes, before they have an id", () => {
  const excluding = (
    excluded: readonly (string | null)[],
    references: readonly string[],
    ...groups: readonly ResourceJson[]
  ) => {
    const conditions = [
      { client_app_types: ["all"], users: [{ included_users: ["All"], excluded_groups: excluded }] },
    ];
    const unknown = { conditions: [{ users: [{ excluded_groups: excluded.map((id) => id === null) }] }] };
    const expressions = { conditions: [{ users: [{ excluded_groups: { references } }] }] };
    const configuration = { root_module: { resources: [{ address: ADDRESS, expressions }] } };
    const facts = factsOf([...groups, resource(ADDRESS, undefined, { ...BASE, conditions }, { unknown })], {
      configuration,
    });
    return facts.flatMap((fact) =>
      fact.kind === "policy"
        ? [[fact.policy.conditions.users?.excludeGroups, fact.unknown !== undefined]]
        : [],
    );
  };
  const created = (name: string) =>
    resource(
      `azuread_group.${name}`,
      undefined,
      { display_name: `sg-${name}` },
      { unknown: { object_id: true } },
    );
  const existing = (name: string) =>
    resource(
      `azuread_group.${name}`,
      { display_name: `sg-${name}`, object_id: name },
      { display_name: `sg-${name}`, object_id: name },
    );

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      "are known by what the argument refers to",
      excluding([null], ["azuread_group.a.object_id", "azuread_group.a"], created("a")),
      [[["sg-a"], false]],
    ],
    [
      "are known beside those that have one",
      excluding(
        ["b", null],
        ["azuread_group.a.object_id", "azuread_group.b.object_id"],
        created("a"),
        existing("b"),
      ),
      [[["sg-b", "sg-a"], false]],
    ],
    [
      "are not known where the argument refers to nothing",
      excluding([null], [], created("a")),
      [[["(known after apply)"], true]],
    ],
    [
      "are not known where the argument refers to less than it holds",
      excluding([null, null], ["azuread_group.a.object_id"], created("a")),
      [[["(known after apply)", "(known after apply)"], true]],
    ],
    [
      "are not known where it refers to something else as well",
      excluding([null], ["azuread_group.a.object_id", "azuread_group.gone.object_id"], created("a")),
      [[["(known after apply)"], true]],
    ],
    [
      "are shown by their id where no plan names them",
      excluding(["11111111-1111-4111-8111-111111111111"], []),
      [[["11111111-1111-4111-8111-111111111111"], false]],
    ],
  ])("%s", (_title, found, expected) => {
    expect(found).toEqual(expected);
  });
});
