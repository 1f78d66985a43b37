import type { AccessConditions, AccessPolicy } from "../../../../lib/identity/coverage/policy";
import type { PolicyPosture, TenantPosture } from "../../../../lib/posture/model";
import { policiesState, policyChanges } from "../../../../lib/review/changes/conditional-access";
import { policy } from "../../identity/coverage/support/policies";
import { sentences } from "../before-after";

const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const ALL_GUESTS = [
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "internalGuest",
  "otherExternalUser",
  "serviceProvider",
];
const OFF = "disabled";
const REPORT = "enabledForReportingButNotEnforced";

const one = (conditions: AccessConditions = {}, more: Partial<AccessPolicy> = {}): AccessPolicy => ({
  ...policy(conditions),
  displayName: "mfa",
  ...more,
});
const keyed = (of: Readonly<Record<string, AccessPolicy>>, more: Partial<PolicyPosture> = {}) =>
  Object.entries(of).map(([key, each]): PolicyPosture => ({ key, policy: each, where: {}, ...more }));
const contoso = (policies?: readonly PolicyPosture[], securityDefaults = false): TenantPosture => ({
  name: "contoso",
  ...(policies ? { policies } : {}),
  objects: { groups: [{ id: "G1", name: "sg-staff" }], users: [{ id: "u1", name: "ada" }], securityDefaults },
  where: {},
});
const changes = (before: readonly PolicyPosture[], after: readonly PolicyPosture[]) =>
  sentences(policyChanges(contoso(before), contoso(after)));
const to = (before: AccessPolicy | undefined, after: AccessPolicy | undefined) =>
  changes(before ? keyed({ a: before }) : [], after ? keyed({ a: after }) : []);

test("a tenant's policies are counted by their state", () => {
  const policies = keyed({ a: one(), b: one(), c: one({}, { state: OFF }), d: one({}, { state: REPORT }) });
  expect([contoso(), contoso(policies), contoso(policies, true), contoso([])].map(policiesState)).toEqual([
    "not managed",
    "2 on, 1 report-only, 1 off",
    "security defaults",
    "0 on, 0 report-only, 0 off",
  ]);
});

test("security defaults are told as the estate says them", () => {
  const told = (before: boolean, after: boolean) =>
    sentences(policyChanges(contoso([], before), contoso([], after)));
  expect([told(false, true), told(true, false), told(true, true)]).toEqual([
    ["low: Security defaults: off → on, as the estate says: no plan does it"],
    ["low: Security defaults: on → off, as the estate says: no plan does it"],
    [],
  ]);
});

test("of tenants without objects the policies are told all the same", () => {
  const bare: TenantPosture = { name: "contoso", where: {} };
  expect([policiesState(bare), policyChanges(bare, bare)]).toEqual(["not managed", []]);
});

const FROM = { includeUsers: ["All"], excludeGroups: ["g1"] };

test.each<[string, AccessPolicy | undefined, AccessPolicy | undefined, readonly string[]]>([
  ["nothing", one(), one(), []],
  ["a new policy", undefined, one({ users: FROM }), ["mfa: new, on, for all users except sg-staff"]],
  ["a policy that goes", one({}, { state: REPORT }), undefined, ["mfa: removed, was report-only"]],
  ["another name", one(), one({}, { displayName: "mfa all" }), ["mfa: now called mfa all"]],
  [
    "a state",
    one({ users: { includeUsers: ["All"] } }, { state: OFF }),
    one({ users: { includeUsers: ["All"] } }),
    ["mfa: off → on, for all users, nobody excluded"],
  ],
  [
    "for nobody",
    undefined,
    one({ users: { includeUsers: ["None"] } }, { state: OFF }),
    ["mfa: new, off, for nobody, nobody excluded"],
  ],
  [
    "for people, groups and roles",
    one({ users: { includeUsers: ["u1"], excludeGroups: ["g1"] } }),
    one({ users: { includeGroups: ["G1"], includeRoles: [GLOBAL_ADMINISTRATOR], excludeUsers: ["u2"] } }),
    [
      "mfa: included now also: sg-staff, the role Global Administrator",
      "mfa: no longer included: ada",
      "mfa: excluded now also: u2",
      "mfa: no longer excluded: sg-staff",
    ],
  ],
  [
    "without a role",
    one({ users: FROM }),
    one({ users: { ...FROM, excludeRoles: [GLOBAL_ADMINISTRATOR] } }),
    ["mfa: excluded now also: the role Global Administrator"],
  ],
  [
    "guests of every kind and tenant",
    undefined,
    one({ users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: ALL_GUESTS } } }),
    ["mfa: new, on, for guests, nobody excluded"],
  ],
  [
    "some guests of some tenants",
    undefined,
    one({
      users: {
        includeUsers: ["GuestsOrExternalUsers"],
        excludeGuestsOrExternalUsers: {
          guestOrExternalUserTypes: ["serviceProvider", "futureKind"],
          externalTenants: { membershipKind: "enumerated", members: ["t1", "t2"] },
        },
      },
    }),
    ["mfa: new, on, for guests except service providers of tenant t1, t2, futureKind of tenant t1, t2"],
  ],
  [
    "workload identities",
    undefined,
    one({
      users: {},
      clientApplications: {
        includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
        excludeServicePrincipals: ["sp1"],
      },
    }),
    ["mfa: new, on, for all service principals except the service principal sp1"],
  ],
  [
    "six by name, of more five",
    one({ users: { includeUsers: ["1", "2", "3", "4", "5", "6"] } }, { state: OFF }),
    one({
      users: {
        includeUsers: ["1", "2", "3", "4", "5", "6"],
        excludeUsers: ["1", "2", "3", "4", "5", "6", "7"],
      },
    }),
    [
      "mfa: off → on, for 1, 2, 3, 4, 5, 6 except 1, 2, 3, 4, 5 and 2 more",
      "mfa: excluded now also: 1, 2, 3, 4, 5, 6, 7",
    ],
  ],
  [
    "the conditions of a policy that is on, which are told as sign-ins",
    one(),
    one({ clientAppTypes: ["browser"] }),
    [],
  ],
  [
    "all parts of a policy that reports",
    one({}, { state: REPORT }),
    one(
      { applications: { includeApplications: ["Office365"] }, clientAppTypes: ["browser"] },
      {
        state: REPORT,
        grantControls: { operator: "OR" },
        sessionControls: { disableResilienceDefaults: true },
      },
    ),
    ["mfa: applications, conditions, grant controls, session controls changed; the policy is report-only"],
  ],
  [
    "nothing but the state, where sign-ins are compared on the side that is on",
    one({ users: FROM }, { state: OFF }),
    one({ users: FROM, clientAppTypes: ["browser"] }),
    ["mfa: off → on, for all users except sg-staff"],
  ],
  [
    "the same as it goes off",
    one({ users: FROM, clientAppTypes: ["browser"] }),
    one({ users: FROM }, { state: OFF }),
    ["mfa: on → off, for all users except sg-staff"],
  ],
  [
    "the order of keys, and what is empty within",
    one({ platforms: {} }, { state: OFF, grantControls: { operator: "OR", builtInControls: ["mfa"] } }),
    one({}, { state: OFF, grantControls: { builtInControls: ["mfa"], operator: "OR" } }),
    [],
  ],
  [
    "several whom it no longer binds",
    one({ users: { includeUsers: ["u1", "u2"] } }),
    one({ users: { includeUsers: ["All"] } }),
    ["mfa: included now also: all users", "mfa: no longer included: ada, u2"],
  ],
  [
    "the order of a list, and an empty one, in a policy that is off",
    one({ clientAppTypes: ["browser", "other"], userRiskLevels: [] }, { state: OFF }),
    one({ clientAppTypes: ["other", "browser"] }, { state: OFF }),
    [],
  ],
])("%s", (_, before, after, told) => {
  expect(to(before, after)).toEqual(told.map((line) => `low: Conditional Access ${line}`));
});

describe("a gap while a policy is made anew", () => {
  const UNTIL = "until the new policy is there nobody is asked for what it asks";
  const replaced = (policies: readonly PolicyPosture[]) =>
    policies.map((each) => ({ ...each, replaced: true as const }));

  test("in place", () => {
    expect(changes(keyed({ a: one() }), replaced(keyed({ a: one() })))).toEqual([
      `medium: Conditional Access mfa: replaced (${UNTIL}; lifecycle { create_before_destroy = true } makes it first)`,
    ]);
  });

  test("at another address, whatever its name and the order of its lists", () => {
    const [from, now] = [
      one({ clientAppTypes: ["browser", "other"] }),
      one({ clientAppTypes: ["other", "browser"] }, { displayName: "again" }),
    ];
    expect(changes(keyed({ a: from }), keyed({ b: now }))).toEqual([
      `medium: Conditional Access mfa: deleted, and made anew at another address (${UNTIL}; a moved block keeps the one that is there)`,
      "low: Conditional Access again: new, on, for all users except sg-break-glass",
      "low: Conditional Access mfa: removed, was on",
    ]);
  });

  test.each<[string, readonly PolicyPosture[], readonly PolicyPosture[]]>([
    ["of a policy that is off before", keyed({ a: one({}, { state: OFF }) }), replaced(keyed({ a: one() }))],
    ["of one that is off after", keyed({ a: one() }), replaced(keyed({ a: one({}, { state: OFF }) }))],
    ["of a new one", [], replaced(keyed({ a: one() }))],
    ["at another address, off", keyed({ a: one({}, { state: OFF }) }), keyed({ b: one({}, { state: OFF }) })],
    ["with another meaning", keyed({ a: one() }), keyed({ b: one({ clientAppTypes: ["browser"] }) })],
    ["like one that was there before", keyed({ a: one(), b: one() }), keyed({ b: one() })],
  ])("there is none %s", (_, before, after) => {
    expect(changes(before, after).filter((line) => line.startsWith("medium"))).toEqual([]);
  });
});
