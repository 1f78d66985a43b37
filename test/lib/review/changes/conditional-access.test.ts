import type { NamedLocation } from "../../../../lib/identity/coverage";
import type { AccessConditions, AccessPolicy } from "../../../../lib/identity/coverage/policy";
import { NO_CONTEXT } from "../../../../lib/review/context";
import { sentences } from "../before-after";
import { type ResourceJson, resource } from "../plan-json";
import {
  BLOCK,
  CONTOSO,
  GROUP,
  NO_LEGACY,
  objectResources,
  PHISHING_RESISTANT,
  policy,
  policyResource,
  reviewTenant,
  told,
} from "../tenant-plan";

const STAYS = policyResource(NO_LEGACY, NO_LEGACY);
const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

/** The break-glass group with these members; a member `bg1` is bg1@contoso.onmicrosoft.com. */
function breakGlass(...members: readonly string[]) {
  return { id: GROUP, name: "sg-break-glass", members };
}

const USERS = ["bg1", "bg2", "alex"].map((id) => ({ id, name: `${id}@contoso.onmicrosoft.com` }));

/** The group and its users, as they are before and after. */
function group(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly ResourceJson[] {
  const of = (members: readonly string[] | undefined) => ({
    users: USERS,
    groups: members ? [breakGlass(...members)] : [],
  });
  return objectResources(of(before), of(after));
}

/** MFA for all, changed, beside a policy that blocks legacy clients and a group that stays. */
function changed(after: AccessPolicy | undefined, before: AccessPolicy | undefined = policy("mfa-all")) {
  return told([policyResource(before, after), STAYS, ...group(["bg1", "bg2"], ["bg1", "bg2"])]);
}

function when(conditions: AccessConditions) {
  return changed(policy("mfa-all", conditions));
}

describe("fewer sign-ins are asked for a second factor", () => {
  test("elevated insiders alone", async () => {
    expect(await when({ insiderRiskLevels: ["elevated"] })).toEqual([
      "high: Conditional Access mfa-all: a password is enough for everyone, from modern clients, at no, minor or moderate insider risk (before: MFA)",
      "asks: sign-ins-weakened",
    ]);
  });

  test("browsers alone", async () => {
    expect(await when({ clientAppTypes: ["browser"] })).toEqual([
      "high: Conditional Access mfa-all: a password is enough for everyone, from mobile apps and desktop clients (before: MFA)",
      "asks: sign-ins-weakened",
    ]);
  });

  test("guests no longer", async () => {
    const users = { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"], excludeGroups: [GROUP] };
    expect(await when({ users })).toEqual([
      "high: Conditional Access mfa-all: a password is enough for guests, from modern clients (before: MFA)",
      "low: Conditional Access mfa-all: excluded now also: guests",
      "asks: sign-ins-weakened",
    ]);
  });

  test("one user alone", async () => {
    expect(await when({ users: { includeUsers: ["alex"], excludeGroups: [GROUP] } })).toEqual([
      "high: Conditional Access mfa-all: a password is enough for everyone except alex@contoso.onmicrosoft.com, from modern clients (before: MFA)",
      "low: Conditional Access mfa-all: included now also: alex@contoso.onmicrosoft.com",
      "low: Conditional Access mfa-all: no longer included: all users",
      "asks: sign-ins-weakened",
    ]);
  });

  test("nobody, when the policy is off, only reports, or is gone", async () => {
    const free =
      "high: Conditional Access mfa-all: a password is enough for everyone, from modern clients (before: MFA)";
    expect(await changed({ ...policy("mfa-all"), state: "disabled" })).toEqual([
      free,
      "low: Conditional Access mfa-all: on → off, for all users except sg-break-glass",
      "asks: sign-ins-weakened",
    ]);
    expect(await changed({ ...policy("mfa-all"), state: "enabledForReportingButNotEnforced" })).toEqual([
      free,
      "low: Conditional Access mfa-all: on → report-only, for all users except sg-break-glass",
      "asks: sign-ins-weakened",
    ]);
    expect(await changed(undefined)).toEqual([
      free,
      "low: Conditional Access mfa-all: removed, was on",
      "asks: sign-ins-weakened",
    ]);
  });

  test("by an alternative, and by a strength of the same plan that allows a password", async () => {
    expect(
      await changed(policy("mfa-all", {}, { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["tou"] })),
    ).toEqual([
      "high: Conditional Access mfa-all: everyone now needs MFA or accepted terms of use instead of MFA, from modern clients",
      "asks: sign-ins-weakened",
    ]);
    const strength = resource("azuread_authentication_strength_policy.own", undefined, {
      id: "s1",
      display_name: "Contoso",
      allowed_combinations: ["password"],
    });
    const own = policy("mfa-all", {}, { operator: "OR", authenticationStrength: { id: "s1" } });
    expect(await told([policyResource(policy("mfa-all"), own), STAYS, strength])).toEqual([
      "high: Conditional Access mfa-all: a password is enough for everyone, from modern clients (before: MFA)",
      "low: Authentication strength Contoso: new",
      "asks: sign-ins-weakened",
    ]);
  });

  test("administrators lose the strong factor and keep one", async () => {
    const admins = policy(
      "admins",
      { users: { includeRoles: [GLOBAL_ADMINISTRATOR], excludeGroups: [GROUP] } },
      { operator: "AND", authenticationStrength: { id: PHISHING_RESISTANT } },
    );
    expect(
      await told([policyResource(admins, undefined), policyResource(policy("mfa-all"), policy("mfa-all"))]),
    ).toEqual([
      "medium: Conditional Access admins: holders of Global Administrator now need MFA instead of phishing-resistant MFA",
      "low: Conditional Access admins: removed, was on",
      "asks: sign-ins-weakened",
    ]);
  });
});

describe("places", () => {
  const location = (ranges: readonly string[], trusted = true): NamedLocation => ({
    kind: "ip",
    id: "l1",
    name: "head-office",
    ranges,
    trusted,
  });
  const outside = policy("mfa-all", {
    locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
  });
  const moved = (before: NamedLocation, after: NamedLocation) =>
    told([
      policyResource(outside, outside),
      STAYS,
      ...objectResources({ namedLocations: [before] }, { namedLocations: [after] }),
    ]);

  test("a trusted location grows", async () => {
    expect(await moved(location(["192.0.2.0/24"]), location(["192.0.0.0/8"]))).toEqual([
      "high: Conditional Access mfa-all: a password is enough for everyone, from modern clients, from 192.0.0.0/8 except 192.0.2.0/24 (before: MFA)",
      "low: Named location head-office: 192.0.2.0/24 → 192.0.0.0/8",
      "asks: sign-ins-weakened",
    ]);
  });

  test("other blocks of the same addresses are no change; trust that goes is stronger", async () => {
    expect(await moved(location(["192.0.2.0/24"]), location(["192.0.2.0/25", "192.0.2.128/25"]))).toEqual([]);
    expect(await moved(location(["192.0.2.0/24"]), location(["192.0.2.0/24"], false))).toEqual([
      expect.stringMatching(
        /^high: Conditional Access mfa-all: everyone except .* now needs MFA, from modern clients, from head-office \(192.0.2.0\/24\)/,
      ),
      "low: Named location head-office: no longer trusted",
      "asks: policy-on",
    ]);
  });

  test("a list of countries grows", async () => {
    const home = (...countries: readonly string[]): NamedLocation => ({
      kind: "countries",
      id: "l2",
      name: "home",
      countries,
      unknownCountries: false,
      lookup: "clientIpAddress",
    });
    const abroad = policy(
      "block-abroad",
      { locations: { includeLocations: ["All"], excludeLocations: ["l2"] } },
      BLOCK,
    );
    expect(
      await told([
        policyResource(abroad, abroad),
        ...objectResources({ namedLocations: [home("NL")] }, { namedLocations: [home("NL", "RU")] }),
      ]),
    ).toEqual([
      "high: Conditional Access block-abroad: everyone is no longer blocked, from RU",
      "low: Named location home: now also holds RU",
      "asks: sign-ins-weakened",
    ]);
  });

  test("a location or strength in a plan without the policies asks: nobody here sees what rests on it", async () => {
    const office = (trusted: boolean, ...ranges: readonly string[]): NamedLocation => ({
      kind: "ip",
      id: "office",
      name: "office",
      ranges,
      trusted,
    });
    const strength = (...allowedCombinations: readonly string[]) => ({
      id: "s",
      name: "Own",
      allowedCombinations,
    });
    expect(
      await told(
        objectResources(
          { namedLocations: [office(true, "192.0.2.0/24")], strengths: [strength("fido2")] },
          { namedLocations: [office(true, "192.0.0.0/8")], strengths: [strength("fido2", "password")] },
        ),
      ),
    ).toEqual([
      "low: Named location office: 192.0.2.0/24 → 192.0.0.0/8",
      "low: Authentication strength Own: now also allows password",
      "asks: not-judged",
    ]);
    const added = (trusted: boolean) =>
      told(objectResources({}, { namedLocations: [office(trusted, "192.0.2.0/24")] }));
    expect(await added(true)).toEqual(["low: Named location office: new", "asks: not-judged"]);
    expect(await added(false)).toEqual(["low: Named location office: new"]);
  });

  test("a location that no policy asks for is told, and asks nobody", async () => {
    expect(
      await told([
        policyResource(policy("mfa-all"), policy("mfa-all")),
        ...objectResources(
          { namedLocations: [location(["192.0.2.0/24"])] },
          { namedLocations: [location(["198.51.100.0/24"])] },
        ),
      ]),
    ).toEqual(["low: Named location head-office: 192.0.2.0/24 → 198.51.100.0/24"]);
  });
});

describe("the emergency accounts", () => {
  const mfa = policyResource(policy("mfa-all"), policy("mfa-all"));

  test("a group that is emptied, or deleted, binds them", async () => {
    expect(await told([mfa, ...group(["bg1", "bg2"], [])])).toEqual([
      "high: Conditional Access mfa-all: bg1@contoso.onmicrosoft.com and bg2@contoso.onmicrosoft.com (sg-break-glass) now need MFA",
      "high: Break-glass group sg-break-glass: no longer holds bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com",
      "asks: policy-on",
      "asks: break-glass",
    ]);
    expect(await told([mfa, ...group(["bg1", "bg2"], undefined)])).toEqual([
      "high: Conditional Access mfa-all: bg1@contoso.onmicrosoft.com and bg2@contoso.onmicrosoft.com (sg-break-glass) now need MFA",
      "high: Break-glass group sg-break-glass: no longer holds bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com",
      "low: Break-glass group sg-break-glass: removed",
      "asks: policy-on",
      "asks: break-glass",
    ]);
  });

  test("members swapped, and one more", async () => {
    expect(await told([mfa, ...group(["bg1", "bg2"], ["bg1", "alex"])])).toEqual([
      "high: Conditional Access mfa-all: a password is enough for alex@contoso.onmicrosoft.com (sg-break-glass) (before: MFA)",
      "high: Conditional Access mfa-all: bg2@contoso.onmicrosoft.com (sg-break-glass) now needs MFA",
      "high: Break-glass group sg-break-glass: now also holds alex@contoso.onmicrosoft.com",
      "high: Break-glass group sg-break-glass: no longer holds bg2@contoso.onmicrosoft.com",
      "asks: sign-ins-weakened",
      "asks: policy-on",
      "asks: break-glass",
    ]);
    expect(await told([mfa, ...group(["bg1"], ["bg1", "alex"])])).toEqual([
      "high: Conditional Access mfa-all: a password is enough for alex@contoso.onmicrosoft.com (sg-break-glass) (before: MFA)",
      "high: Break-glass group sg-break-glass: now also holds alex@contoso.onmicrosoft.com",
      "asks: sign-ins-weakened",
      "asks: break-glass",
    ]);
  });

  test("members that are declared one by one", async () => {
    const member = (id: string, before: boolean, after: boolean) => {
      const values = { group_object_id: GROUP, member_object_id: id };
      return resource(`azuread_group_member.${id}`, before ? values : undefined, after ? values : undefined);
    };
    expect(
      await told([
        mfa,
        ...group(["bg1", "bg2"], ["bg1", "bg2"]),
        member("bg2", true, false),
        member("alex", false, true),
      ]),
    ).toEqual([
      "high: Conditional Access mfa-all: a password is enough for alex@contoso.onmicrosoft.com (sg-break-glass) (before: MFA)",
      "high: Conditional Access mfa-all: bg2@contoso.onmicrosoft.com (sg-break-glass) now needs MFA",
      "high: Break-glass group sg-break-glass: now also holds alex@contoso.onmicrosoft.com",
      "high: Break-glass group sg-break-glass: no longer holds bg2@contoso.onmicrosoft.com",
      "asks: sign-ins-weakened",
      "asks: policy-on",
      "asks: break-glass",
    ]);
  });

  test("an account is disabled", async () => {
    const account = (account_enabled: boolean) => ({
      object_id: "bg1",
      user_principal_name: "bg1@contoso.onmicrosoft.com",
      account_enabled,
    });
    const objects = { groups: [breakGlass("bg1", "bg2")] };
    const { exceeded } = await reviewTenant([
      mfa,
      ...objectResources(objects, objects),
      resource("azuread_user.bg1", account(true), account(false)),
    ]);
    expect(exceeded).toEqual([
      {
        limit: "break-glass",
        subject: "contoso",
        message: "bg1@contoso.onmicrosoft.com of sg-break-glass is disabled",
      },
    ]);
  });

  test("an account is deleted, though the group still lists it", async () => {
    const objects = { groups: [breakGlass("bg1", "bg2")], users: USERS };
    const left = { ...objects, users: USERS.slice(1) };
    expect(await told([mfa, ...objectResources(objects, left)])).toEqual([
      "high: Break-glass account bg1@contoso.onmicrosoft.com is deleted",
      "asks: break-glass",
    ]);
  });

  test("an account gets into the group of those who reset their own password", async () => {
    const of = (members: readonly string[]) => ({
      users: USERS,
      groups: [breakGlass("bg1", "bg2"), { id: "sspr", name: "SSPRSecurityGroupUsers", members }],
    });
    expect(await told([mfa, ...objectResources(of(["alex"]), of(["alex", "bg1"]))])).toEqual([
      "high: Break-glass account bg1@contoso.onmicrosoft.com may reset its own password",
      "low: Self-service password reset, group SSPRSecurityGroupUsers: now also holds bg1@contoso.onmicrosoft.com",
      "asks: break-glass",
    ]);
  });

  test("the group gets other owners, or is replaced by one of its name", async () => {
    const values = (owner: string) => ({
      object_id: GROUP,
      display_name: "sg-break-glass",
      members: ["bg1", "bg2"],
      owners: [owner],
    });
    expect(await told([mfa, resource("azuread_group.bg", values("alice"), values("mallory"))])).toEqual([
      "medium: Break-glass group sg-break-glass: owners changed",
      "asks: break-glass",
    ]);
    const { object_id: _, ...made } = values("alice");
    const replaced = resource("azuread_group.bg", values("alice"), made, {
      actions: ["delete", "create"],
      unknown: { object_id: true },
    });
    expect(await told([mfa, replaced])).toEqual([
      "high: Conditional Access mfa-all: bg1 and bg2 (sg-break-glass) now need MFA",
      "high: Break-glass group sg-break-glass: no longer holds bg1, bg2",
      "low: Break-glass group sg-break-glass: removed",
      "low: Break-glass group sg-break-glass: new, holds bg1, bg2",
      "asks: policy-on",
      "asks: break-glass",
    ]);
  });

  test("a group inside it grows", async () => {
    const of = (inner: readonly string[]) => ({
      users: USERS,
      groups: [breakGlass("bg1", "vault"), { id: "vault", name: "sg-vault", members: inner }],
    });
    expect(await told([mfa, ...objectResources(of(["bg2"]), of(["bg2", "alex"]))])).toEqual([
      "high: Conditional Access mfa-all: a password is enough for alex@contoso.onmicrosoft.com (sg-break-glass) (before: MFA)",
      "high: Break-glass group sg-vault: now also holds alex@contoso.onmicrosoft.com",
      "asks: sign-ins-weakened",
      "asks: break-glass",
    ]);
  });

  test("another group is left out instead", async () => {
    const users = { includeUsers: ["All"], excludeGroups: ["sg-other"] };
    expect(await changed(policy("mfa-all", { users }))).toEqual([
      "high: Conditional Access mfa-all: a password is enough for the members of sg-other, from modern clients (before: MFA)",
      "high: Conditional Access mfa-all: bg1@contoso.onmicrosoft.com and bg2@contoso.onmicrosoft.com (sg-break-glass) except sg-other now need MFA",
      "low: Conditional Access mfa-all: excluded now also: sg-other",
      "low: Conditional Access mfa-all: no longer excluded: sg-break-glass",
      "asks: sign-ins-weakened",
      "asks: policy-on",
      "asks: break-glass",
    ]);
  });

  test("the group has another name: a rename, and nothing else", async () => {
    const named = (name: string) => ({ object_id: GROUP, display_name: name, members: ["bg1", "bg2"] });
    const renamed = resource("azuread_group.bg", named("sg-emergency"), named("sg-break-glass"));
    const review = await reviewTenant([mfa, STAYS, renamed]);
    expect(
      review.subjects.map(({ changes, findings }) => [
        changes.map(({ text }) => text),
        findings.added,
        findings.fixed,
      ]),
    ).toEqual([[["Break-glass group sg-emergency: now called sg-break-glass"], [], []]]);
    expect(review.passed).toBe(true);
  });

  test("without an estate they are the group that every policy leaves out", async () => {
    expect(await told([mfa, ...group(["bg1", "bg2"], ["bg1"])], NO_CONTEXT)).toEqual([
      "high: Conditional Access mfa-all: bg2@contoso.onmicrosoft.com (sg-break-glass) now needs MFA",
      "high: Break-glass group sg-break-glass: no longer holds bg2@contoso.onmicrosoft.com",
      "asks: policy-on",
      "asks: break-glass",
    ]);
  });
});

describe("more is asked for than report-only has shown", () => {
  test("a pilot becomes everyone, and is blocked", async () => {
    const pilot = policy("p", { users: { includeGroups: ["sg-pilot"], excludeGroups: [GROUP] } });
    expect(await changed(policy("p", {}, BLOCK), pilot)).toEqual([
      "high: Conditional Access p: everyone except sg-break-glass, sg-pilot is blocked now, from modern clients",
      "high: Conditional Access p: the members of sg-pilot except sg-break-glass are blocked now (before: MFA), from modern clients",
      "low: Conditional Access p: included now also: all users",
      "low: Conditional Access p: no longer included: sg-pilot",
      "asks: policy-on",
    ]);
  });

  test("mfa becomes a block, as from report-only with mfa in one step", async () => {
    const blocked =
      "high: Conditional Access mfa-all: everyone except sg-break-glass is blocked now (before: MFA), from modern clients";
    expect(await changed(policy("mfa-all", {}, BLOCK))).toEqual([blocked, "asks: policy-on"]);
    expect(
      await changed(policy("mfa-all", {}, BLOCK), {
        ...policy("mfa-all"),
        state: "enabledForReportingButNotEnforced",
      }),
    ).toEqual([
      blocked.replace(" (before: MFA)", ""),
      "low: Conditional Access mfa-all: report-only → on, for all users except sg-break-glass",
      "asks: policy-on",
    ]);
  });

  test("a condition on places is dropped", async () => {
    const outside = policy("mfa-all", {
      locations: { includeLocations: ["All"], excludeLocations: ["branch"] },
    });
    expect(await changed(policy("mfa-all"), outside)).toEqual([
      "high: Conditional Access mfa-all: everyone except sg-break-glass now needs MFA, from modern clients, from the location branch",
      "asks: policy-on",
    ]);
  });

  test("what was in report-only as it is may go on", async () => {
    expect(
      await changed(policy("mfa-all"), { ...policy("mfa-all"), state: "enabledForReportingButNotEnforced" }),
    ).toEqual([
      "medium: Conditional Access mfa-all: everyone except sg-break-glass now needs MFA, from modern clients",
      "low: Conditional Access mfa-all: report-only → on, for all users except sg-break-glass",
    ]);
  });

  test("workload identities are told, and no user is bound", async () => {
    const workloads: AccessPolicy = {
      ...policy("workloads", {}, BLOCK),
      conditions: {
        users: { includeUsers: ["None"] },
        clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
        applications: { includeApplications: ["All"] },
        servicePrincipalRiskLevels: ["high"],
      },
    };
    const review = await reviewTenant([policyResource(undefined, workloads), STAYS]);
    expect(
      review.subjects.map(({ risk, changes, findings }) => [risk, sentences(changes), findings.added]),
    ).toEqual([
      [
        "medium",
        [
          "medium: Conditional Access workloads: service principals are blocked now, at high service principal risk (it binds workloads from now on)",
          "low: Conditional Access workloads: new, on, for all service principals, nobody excluded",
        ],
        [],
      ],
    ]);
  });
});

describe("sessions", () => {
  const session = (one: Parameters<typeof policy>[3]) => policy("session", {}, "none", one);

  test.each<[string, AccessPolicy, AccessPolicy, readonly string[]]>([
    [
      "application control of another kind",
      session({ cloudAppSecurity: { cloudAppSecurityType: "blockDownloads" } }),
      session({ cloudAppSecurity: { cloudAppSecurityType: "monitorOnly" } }),
      [
        "medium: Conditional Access session: everyone now needs a monitored session (Defender for Cloud Apps) instead of a session without downloads (Defender for Cloud Apps), from modern clients",
        "asks: policy-on",
      ],
    ],
    [
      "a control that is gone",
      session({ cloudAppSecurity: { cloudAppSecurityType: "blockDownloads" } }),
      session({}),
      [
        "medium: Conditional Access session: everyone no longer needs a session without downloads (Defender for Cloud Apps), from modern clients",
        "asks: sign-ins-weakened",
      ],
    ],
    [
      "a frequency for the second factor alone",
      session({ signInFrequency: { value: 4, type: "hours" } }),
      session({
        signInFrequency: { value: 4, type: "hours", authenticationType: "secondaryAuthentication" },
      }),
      [
        "medium: Conditional Access session: everyone now needs a sign-in every 4 hours with the second factor alone instead of a sign-in every 4 hours, from modern clients",
        "asks: sign-ins-weakened",
      ],
    ],
    [
      "external tenants, listed and then all",
      policy("g", {
        users: {
          excludeGroups: [GROUP],
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: ["b2bCollaborationGuest"],
            externalTenants: { membershipKind: "enumerated", members: ["t1"] },
          },
        },
      }),
      policy("g", {
        users: {
          excludeGroups: [GROUP],
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: ["b2bCollaborationGuest"],
            externalTenants: { membershipKind: "all" },
          },
        },
      }),
      [
        "high: Conditional Access g: B2B collaboration guests of every tenant but t1 except sg-break-glass now need MFA, from modern clients",
        "low: Conditional Access g: included now also: B2B collaboration guests",
        "low: Conditional Access g: no longer included: B2B collaboration guests of tenant t1",
        "asks: policy-on",
      ],
    ],
  ])("%s", async (_title, before, after, expected) => {
    expect(await changed(after, before)).toEqual(expected);
  });
});

describe("nothing changes", () => {
  test("an AND of no controls is no grant", async () => {
    expect(await changed(policy("mfa-all", {}, "none"), policy("mfa-all", {}, { operator: "AND" }))).toEqual(
      [],
    );
  });

  test("a policy that is on and asks for the same in other words", async () => {
    expect(
      await when({
        clientAppTypes: ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"],
      }),
    ).toEqual([]);
  });
});

describe("what a plan does not show", () => {
  const unseen = (
    unknown: Readonly<Record<string, unknown>>,
    sensitive?: Readonly<Record<string, unknown>>,
  ) =>
    told([
      policyResource(policy("mfa-all"), policy("mfa-all"), {
        actions: ["update"],
        unknown,
        ...(sensitive ? { sensitive } : {}),
      }),
      STAYS,
    ]);

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["the state", { state: true }, "its state is known after apply"],
    ["all conditions", { conditions: true }, "a condition is known after apply"],
    [
      "who is excluded",
      { conditions: [{ users: [{ excluded_groups: true }] }] },
      "who is excluded is known after apply",
    ],
    [
      "one who is excluded",
      { conditions: [{ users: [{ excluded_groups: [true] }] }] },
      "who is excluded is known after apply",
    ],
    ["a risk", { conditions: [{ sign_in_risk_levels: true }] }, "a condition is known after apply"],
    [
      "the grant",
      { grant_controls: [{ built_in_controls: true }] },
      "the grant controls are known after apply",
    ],
  ])("%s: the policy is not judged, and asks", async (_title, unknown, why) => {
    const review = await reviewTenant([
      policyResource(policy("mfa-all"), policy("mfa-all"), { actions: ["update"], unknown }),
      STAYS,
    ]);
    expect(review.exceeded).toEqual([
      { limit: "not-judged", subject: "contoso", message: `not judged: the policy "mfa-all": ${why}` },
    ]);
    expect(review.passed).toBe(false);
  });

  test("something sensitive is not shown either, and not read", async () => {
    expect(await unseen({}, { conditions: [{ users: [{ excluded_users: true }] }] })).toEqual([
      "asks: not-judged",
    ]);
  });

  test("what the provider computes and nobody wrote is no secret", async () => {
    expect(
      await unseen({
        id: true,
        object_id: true,
        conditions: [{ insider_risk_levels: true }],
        session_controls: [{ sign_in_frequency_interval: true }],
      }),
    ).toEqual([]);
  });

  test("the addresses of a trusted location: each policy that leaves trusted places out", async () => {
    const outside = policy("mfa-all", {
      locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
    });
    const office = {
      object_id: "l1",
      display_name: "head-office",
      ip: [{ ip_ranges: ["192.0.2.0/24"], trusted: true }],
    };
    expect(
      await told([
        policyResource(outside, outside),
        resource("azuread_named_location.office", office, office, {
          actions: ["update"],
          unknown: { ip: [{ ip_ranges: true }] },
        }),
      ]),
    ).toEqual(expect.arrayContaining(["asks: not-judged"]));
  });

  test("a policy that is off may stay in the dark", async () => {
    const off: AccessPolicy = { ...policy("mfa-all"), state: "disabled" };
    expect(
      await told([
        policyResource(off, off, { actions: ["update"], unknown: { conditions: [{ locations: true }] } }),
      ]),
    ).toEqual([]);
  });
});

describe("groups that policies and password reset name", () => {
  const sspr = (...members: readonly string[]) => ({ id: "g9", name: "SSPRSecurityGroupUsers", members });

  test("who may reset a password is told", async () => {
    expect(
      await told(
        objectResources(
          { users: USERS, groups: [sspr("alex", "bg1")] },
          { users: USERS, groups: [sspr("bg1")] },
        ),
      ),
    ).toEqual([
      "low: Self-service password reset, group SSPRSecurityGroupUsers: no longer holds alex@contoso.onmicrosoft.com",
    ]);
  });

  test("members of a group inside a group that a policy leaves out", async () => {
    const one = policy("mfa-all", { users: { includeUsers: ["All"], excludeGroups: [GROUP, "scan"] } });
    const rule = 'user.department -eq "IT"';
    const of = (scan: readonly string[], kids: readonly string[] | undefined) => ({
      groups: [
        breakGlass("bg1"),
        { id: "scan", name: "sg-scanners", members: scan },
        { id: "kids", name: "sg-kids", ...(kids ? { members: kids } : { rule }) },
      ],
    });
    const between = (before: ReturnType<typeof of>, after: ReturnType<typeof of>) =>
      told([policyResource(one, one), STAYS, ...objectResources(before, after)]);
    expect(await between(of(["kids"], ["k1"]), of(["kids"], ["k1", "k2"]))).toEqual([
      "high: Conditional Access mfa-all: a password is enough for k2 (sg-scanners), from modern clients (before: MFA)",
      "low: Group sg-kids: now also holds k2",
      "asks: sign-ins-weakened",
    ]);
    expect(await between(of([], undefined), of(["kids"], undefined))).toEqual([
      "high: Conditional Access mfa-all: a password is enough for the members of sg-kids, from modern clients (before: MFA)",
      "low: Group sg-scanners: now also holds sg-kids",
      "asks: sign-ins-weakened",
    ]);
  });

  test("another rule is told, and not judged", async () => {
    const dynamic = (rule: string) => ({ id: "g1", name: "sg-sales", rule });
    const sales = policy("sales", { users: { includeGroups: ["g1"], excludeGroups: [GROUP] } });
    expect(
      await told([
        policyResource(sales, sales),
        ...objectResources(
          { groups: [dynamic('user.department -eq "Sales"')] },
          { groups: [dynamic('user.department -eq "Marketing"')] },
        ),
      ]),
    ).toEqual([
      'medium: Group sg-sales: user.department -eq "Sales" → user.department -eq "Marketing"',
      "asks: not-judged",
    ]);
  });

  test("a group that nothing here names is another resource", async () => {
    const other = (members: readonly string[]) => ({ object_id: "g2", display_name: "Football", members });
    const review = await reviewTenant([resource("azuread_group.football", other(["alex"]), other([]))], {
      ...CONTOSO,
      breakGlass: () => undefined,
      sspr: () => undefined,
    });
    expect(review.subjects).toEqual([]);
    expect(review.others).toEqual([{ type: "azuread_group", action: "update", count: 1 }]);
  });
});

test.each<[string, AccessPolicy, AccessPolicy, readonly string[]]>([
  [
    "Global Administrators are left out",
    policy("mfa-all"),
    policy("mfa-all", {
      users: { includeUsers: ["All"], excludeGroups: [GROUP], excludeRoles: [GLOBAL_ADMINISTRATOR] },
    }),
    [
      "high: Conditional Access mfa-all: a password is enough for holders of Global Administrator, from modern clients (before: MFA)",
      "low: Conditional Access mfa-all: excluded now also: the role Global Administrator",
      "asks: sign-ins-weakened",
    ],
  ],
  [
    "one of two flows is open",
    policy(
      "flows",
      { authenticationFlows: { transferMethods: ["deviceCodeFlow", "authenticationTransfer"] } },
      BLOCK,
    ),
    policy("flows", { authenticationFlows: { transferMethods: ["authenticationTransfer"] } }, BLOCK),
    [
      "high: Conditional Access flows: everyone is no longer blocked, from modern clients, by the device code flow",
      "asks: sign-ins-weakened",
    ],
  ],
  [
    "users at risk keep their password",
    policy(
      "risk",
      { userRiskLevels: ["high"] },
      { operator: "AND", builtInControls: ["mfa", "passwordChange"] },
    ),
    policy("risk", { userRiskLevels: ["high"] }),
    [
      "high: Conditional Access risk: everyone no longer needs a password change, from modern clients, at high user risk",
      "asks: sign-ins-weakened",
    ],
  ],
  [
    "devices that a filter matches",
    policy("mfa-all"),
    policy("mfa-all", {
      devices: { deviceFilter: { mode: "exclude", rule: 'device.displayName -contains "a"' } },
    }),
    [
      'high: Conditional Access mfa-all: a password is enough for everyone, from modern clients, on devices that match the filter device.displayName -contains "a" (before: MFA)',
      "asks: sign-ins-weakened",
    ],
  ],
])("%s", async (_title, before, after, lines) => {
  expect(await changed(after, before)).toEqual(lines);
});

test("a browser session that outlasts the browser lets more through than one that nobody bounds", async () => {
  const session = (mode: "always" | "never") =>
    policy("session", {}, "none", { persistentBrowser: { mode } });
  expect(await changed(session("always"), session("never"))).toEqual([
    "medium: Conditional Access session: everyone now needs a browser session that outlasts the browser instead of a browser session that ends with the browser, from modern clients",
    "asks: sign-ins-weakened",
  ]);
});

test("two policies that share all clients may exchange their shares", async () => {
  const [browsers, apps] = [["browser"], ["mobileAppsAndDesktopClients"]].map((clientAppTypes) => ({
    clientAppTypes,
  }));
  const swapped = (name: string, from = browsers, to = apps) =>
    policyResource(policy(name, from), policy(name, to));
  expect(await told([swapped("a"), swapped("b", apps, browsers), STAYS])).toEqual([]);
});

describe("a group that changes in plans without any policy", () => {
  const members = (...ids: readonly string[]) => ({
    object_id: "g7",
    display_name: "sg-sales",
    members: ids,
  });
  const change = [resource("azuread_group.sales", members("alex"), members("sam"))];

  test("asks where the estate's policies name it", async () => {
    expect(await told(change, { ...CONTOSO, groups: () => ["sg-sales"] })).toEqual([
      "low: Group sg-sales: now also holds sam",
      "low: Group sg-sales: no longer holds alex",
      "asks: not-judged",
    ]);
  });

  test("asks where its members are hidden, or it is deleted", async () => {
    const context = { ...CONTOSO, groups: () => ["sg-sales"] };
    const { members: _, ...rest } = members();
    const hidden = resource("azuread_group.sales", members("alex"), rest, { unknown: { members: true } });
    expect(await told([hidden], context)).toEqual(["asks: not-judged"]);
    expect(await told([resource("azuread_group.sales", members("alex"), undefined)], context)).toEqual([
      "low: Group sg-sales: removed",
      "low: Group sg-sales: no longer holds alex",
      "asks: not-judged",
    ]);
  });

  test("is silent where nothing that is known names it, and asks once: where policies are there they are judged", async () => {
    expect(await told(change)).toEqual([]);
    expect(await told([...change, STAYS], { ...CONTOSO, groups: () => ["sg-sales"] })).toEqual([
      "low: Group sg-sales: now also holds sam",
      "low: Group sg-sales: no longer holds alex",
    ]);
  });
});

describe("a policy that is on and is made anew with the same content", () => {
  test("leaves a gap, if Terraform deletes it first", async () => {
    const anew = policyResource(policy("mfa-all"), policy("mfa-all"), { actions: ["delete", "create"] });
    expect(await told([anew, STAYS])).toEqual(["medium: Conditional Access mfa-all: replaced"]);
  });

  test("leaves a gap at another address", async () => {
    const [one] = [policyResource(policy("mfa-all"), undefined)];
    const other = {
      ...policyResource(undefined, policy("mfa-all")),
      address: "azuread_conditional_access_policy.anew",
    };
    expect(await told([one, other, STAYS])).toEqual([
      "medium: Conditional Access mfa-all: deleted, and made anew at another address",
      `low: Conditional Access mfa-all: new, on, for all users except ${GROUP}`,
      "low: Conditional Access mfa-all: removed, was on",
    ]);
  });

  test("leaves none where it binds nobody", async () => {
    const off: AccessPolicy = { ...policy("mfa-all"), state: "disabled" };
    expect(await told([policyResource(off, off, { actions: ["delete", "create"] }), STAYS])).toEqual([]);
  });
});

test("what matters comes first, however many policies have another name", async () => {
  const renamed = Array.from({ length: 45 }, (_, index) => {
    const off = (name: string): AccessPolicy => ({ ...policy(name), state: "disabled" });
    return policyResource(off(`a${index}`), off(`b${index}`));
  });
  const [first, second] = await told([...renamed, policyResource(policy("mfa-all"), undefined)]);
  expect([first, second]).toEqual([
    "high: Conditional Access mfa-all: a password is enough for everyone (before: MFA)",
    "low: Conditional Access a0: now called b0",
  ]);
});

test("the policy of a plan that is not on yet is told by its parts", async () => {
  const reporting = (one: AccessPolicy): AccessPolicy => ({
    ...one,
    state: "enabledForReportingButNotEnforced",
  });
  expect(
    await changed(
      reporting(policy("mfa-all", { clientAppTypes: ["browser"] }, BLOCK)),
      reporting(policy("mfa-all")),
    ),
  ).toEqual([
    "low: Conditional Access mfa-all: conditions, grant controls changed; the policy is report-only",
  ]);
});

test("sixty policies before and after are compared in no time", async () => {
  const many = (clientAppTypes: readonly string[]) =>
    Array.from({ length: 60 }, (_, index) =>
      policy(`p${index}`, {
        users: {
          includeGroups: [`sg-${index}`, `sg-${index + 1}`],
          excludeGroups: [GROUP, `sg-not-${index}`],
        },
        clientAppTypes,
        platforms: { includePlatforms: ["all"], excludePlatforms: index % 2 === 0 ? ["iOS"] : ["android"] },
      }),
    );
  const [before, after] = [many(["all"]), many(["browser"])];
  const start = process.cpuUsage();
  const { subjects } = await reviewTenant(before.map((one, index) => policyResource(one, after[index])));
  const { user } = process.cpuUsage(start);
  expect(subjects[0]?.risk).toBe("high");
  // Two seconds on an idle core; the processor's time, since the clock counts what else runs, and slower when shared.
  expect(user / 1_000_000).toBeLessThan(6);
});
