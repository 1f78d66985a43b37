import { type GraphPolicy, graphPolicy } from "../../../../lib/identity/graph";
import type { MfaOptions, PolicyOptions } from "../../../../lib/identity/options";
import { BREAK_GLASS, faultsOf, planOf } from "../contoso";

/**
 * What the tests of CISA's ScubaGear ask of a Conditional Access policy (AADConfig.rego, August 2026), written anew: a
 * control is met by any one policy that is enabled, is for all users and all applications, excludes no role and no
 * guests, excludes users and groups only as the configuration accepts, and has what the control adds.
 */
const ALL_OVER: readonly string[] = [
  "MS.AAD.1.1v1",
  "MS.AAD.2.1v1",
  "MS.AAD.2.3v1",
  "MS.AAD.3.1v1",
  "MS.AAD.3.2v2",
  "MS.AAD.3.7v1",
  "MS.AAD.3.9v1",
];
const PHISHING_RESISTANT = "00000000-0000-0000-0000-000000000004";

/** Global, Privileged Role, User, SharePoint, Exchange, Hybrid Identity, Application, Cloud Application Administrator. */
const HIGHLY_PRIVILEGED = [
  "62e90394-69f5-4237-9190-012177145e10",
  "e8611ab8-c189-46e8-94e1-60213ab1f814",
  "fe930be7-5e62-47db-91af-98c3a49a38b1",
  "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
  "29232cdf-9323-42fd-ade2-1d097af3e4de",
  "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
  "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
  "158c047a-c907-4556-b7ef-446551a6b5f7",
];

type Asked = (policy: GraphPolicy) => boolean;

const same = (a: readonly string[] | undefined, b: readonly string[]) =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...b].sort());
const controls = ({ grantControls }: GraphPolicy) => grantControls?.builtInControls ?? [];
const strength = ({ grantControls }: GraphPolicy) => grantControls?.authenticationStrength?.id;
const blocks: Asked = (policy) => same(controls(policy), ["block"]);

const ADDS: Readonly<Record<string, Asked>> = {
  "MS.AAD.1.1v1": (policy) =>
    blocks(policy) && same(policy.conditions.clientAppTypes, ["exchangeActiveSync", "other"]),
  "MS.AAD.2.1v1": (policy) => blocks(policy) && policy.conditions.userRiskLevels?.includes("high") === true,
  "MS.AAD.2.3v1": (policy) => blocks(policy) && policy.conditions.signInRiskLevels?.includes("high") === true,
  "MS.AAD.3.1v1": (policy) => strength(policy) === PHISHING_RESISTANT,
  "MS.AAD.3.2v2": (policy) => same(controls(policy), ["mfa"]),
  "MS.AAD.3.6v1": (policy) =>
    strength(policy) === PHISHING_RESISTANT &&
    HIGHLY_PRIVILEGED.every((role) => policy.conditions.users.includeRoles?.includes(role)),
  "MS.AAD.3.7v1": (policy) =>
    policy.grantControls?.operator === "OR" &&
    same(controls(policy), ["compliantDevice", "domainJoinedDevice"]),
  "MS.AAD.3.8v1": (policy) =>
    same(policy.conditions.applications.includeUserActions, ["urn:user:registersecurityinfo"]) &&
    (controls(policy).includes("compliantDevice") || controls(policy).includes("domainJoinedDevice")),
  "MS.AAD.3.9v1": (policy) =>
    blocks(policy) && same(policy.conditions.authenticationFlows?.transferMethods, ["deviceCodeFlow"]),
};

const ids = {
  user: (upn: string) => upn,
  group: (name: string) => name,
  location: (key: string) => key,
  strength: (key: string) => key,
};

const KEYS = [
  "block-device-code-flow",
  "block-legacy-authentication",
  "block-risky-sign-ins",
  "block-risky-users",
  "managed-device-all-users",
  "managed-device-security-info",
  "mfa-all-users",
  "phishing-resistant-mfa-admins",
  "phishing-resistant-mfa-all-users",
];

/** The controls that the baseline meets with every policy on, judged by the configuration that the plan puts out. */
function met(directorySync: MfaOptions["directorySync"]): readonly string[] {
  const on: Record<string, PolicyOptions> = Object.fromEntries(KEYS.map((key) => [key, { state: "on" }]));
  const { policies, scubaGearExclusions } = planOf({
    breakGlass: BREAK_GLASS,
    mfa: {
      baseline: "scuba",
      licence: "p2",
      policies: on,
      ...(directorySync === undefined ? {} : { directorySync }),
    },
  });
  return Object.entries(ADDS).flatMap(([control, adds]) => {
    const accepted = scubaGearExclusions.find((entry) => entry.control === control);
    const isMet = policies.some((planned) => {
      const policy = graphPolicy(planned, ids);
      const { users, applications } = policy.conditions;
      const everywhere =
        !ALL_OVER.includes(control) ||
        (same(users.includeUsers, ["All"]) && same(applications.includeApplications, ["All"]));
      return (
        policy.state === "enabled" &&
        everywhere &&
        (users.excludeRoles ?? []).length === 0 &&
        users.excludeGuestsOrExternalUsers === undefined &&
        (users.excludeUsers ?? []).every((user) => accepted?.users.includes(user)) &&
        (users.excludeGroups ?? []).every((group) => accepted?.groups.includes(group)) &&
        adds(policy)
      );
    });
    return isMet ? [control] : [];
  });
}

const EVERY = Object.keys(ADDS);

describe("baseline scuba with every policy on", () => {
  test.each([
    ["nothing is synchronized", "none"],
    ["synchronization signs in as an application", "application"],
    ["its account is excluded by name", { users: ["Sync_DC1_0a1b2c@contoso.onmicrosoft.com"] }],
    ["its account is excluded by a group", { groups: ["sg-directory-sync"] }],
  ] as const)("meets every control that it claims where %s", (_title, directorySync) => {
    expect(met(directorySync)).toEqual(EVERY);
  });

  test("does not meet three controls where a role is excluded, and says so", () => {
    expect(met("role")).toEqual(
      EVERY.filter((control) => !["MS.AAD.3.1v1", "MS.AAD.3.2v2", "MS.AAD.3.7v1"].includes(control)),
    );
    const { advice } = planOf({
      breakGlass: BREAK_GLASS,
      mfa: { baseline: "scuba", directorySync: "role" },
    });
    expect(advice).toEqual([
      {
        rule: "ca-excluded-role",
        path: ["mfa", "directorySync"],
        message:
          "MS.AAD.3.1v1, MS.AAD.3.2v2, MS.AAD.3.7v1 are not met: their tests count a policy that excludes a role as none",
        received: "role",
        fix: "exclude the account of directory synchronization by name: { users: [Sync_…@<tenant>.onmicrosoft.com] }",
      },
    ]);
  });

  test("is refused while nobody has said what directory synchronization signs in as", () => {
    const fault = (key: string) =>
      `mfa.policies.${key}.state: the policy would stop directory synchronization if that signs in as a user, got on; expected mfa.directorySync: none | application | { users: [Sync_…@<tenant>.onmicrosoft.com] } | { groups: […] }; say what directory synchronization signs in as; none if nothing is synchronized`;
    const on: Record<string, PolicyOptions> = Object.fromEntries(KEYS.map((key) => [key, { state: "on" }]));
    expect(
      faultsOf({ breakGlass: BREAK_GLASS, mfa: { baseline: "scuba", licence: "p2", policies: on } }),
    ).toEqual([
      fault("managed-device-all-users"),
      fault("mfa-all-users"),
      fault("phishing-resistant-mfa-all-users"),
    ]);
  });

  test("is accepted in report-only, which stops nobody, before that is said", () => {
    const { policies, advice } = planOf({ breakGlass: BREAK_GLASS, mfa: { baseline: "scuba" } });
    expect(policies.map(({ policy }) => policy.exclude)).toEqual(policies.map(() => undefined));
    expect(advice).toEqual([]);
  });
});

describe("directory synchronization", () => {
  const excludedOf = (mfa: MfaOptions) =>
    planOf({ breakGlass: BREAK_GLASS, mfa }).policies.find(({ key }) => key === "mfa-all-users")?.policy
      .exclude;

  test("is excluded by its role in the other baselines unless the tenant says otherwise", () => {
    expect(excludedOf({ baseline: "microsoft" })).toEqual({ roles: ["Directory Synchronization Accounts"] });
    expect(excludedOf({ baseline: "cis" })).toEqual({ roles: ["Directory Synchronization Accounts"] });
    expect(excludedOf({ baseline: "microsoft", directorySync: "application" })).toBeUndefined();
    expect(
      excludedOf({ baseline: "cis", directorySync: { users: ["sync_dc1@contoso.onmicrosoft.com"] } }),
    ).toEqual({ users: ["sync_dc1@contoso.onmicrosoft.com"] });
  });

  test("joins what the tenant's own exclusions name", () => {
    expect(
      excludedOf({
        baseline: "scuba",
        directorySync: { groups: ["sg-directory-sync"] },
        policies: { "mfa-all-users": { exclude: { groups: ["sg-scanners"] } } },
      }),
    ).toEqual({ groups: ["sg-directory-sync", "sg-scanners"] });
  });

  test("has to name somebody, if it names", () => {
    expect(faultsOf({ breakGlass: BREAK_GLASS, mfa: { directorySync: { users: [] } } })).toEqual([
      "mfa.directorySync: nobody is named; expected users, groups, or one of the words role, application, none",
    ]);
  });
});
