import fc from "fast-check";
import type {
  AuthenticationStrength,
  Group,
  NamedLocation,
  TenantObjects,
} from "../../../../../lib/identity/coverage/objects";
import type {
  AccessConditions,
  AccessGrantControls,
  AccessPolicy,
  AccessSessionControls,
  AccessTargets,
  AccessUsers,
} from "../../../../../lib/identity/coverage/policy";
import type { SignIn, SignInUser } from "../../../../../lib/identity/coverage/sign-in";

export const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
const OWN_APPLICATION = "11111111-1111-4111-8111-111111111111";
const REGISTER = "urn:user:registersecurityinfo";
const FILTER = 'device.trustType -eq "ServerAD"';
export const BREAK_GLASS = "sg-break-glass";

/** What policies can ask about a sign-in. */
export const AXIS_NAMES = [
  "target",
  "client",
  "platform",
  "flow",
  "signInRisk",
  "userRisk",
  "insiderRisk",
  "device",
  "address",
  "country",
] as const;
export type Axis = (typeof AXIS_NAMES)[number];

/** Each of the one with each of the other. */
function product(one: readonly SignIn[], other: readonly SignIn[]): readonly SignIn[] {
  return one.flatMap((first) => other.map((second) => ({ ...first, ...second })));
}

/** Everything that policies can tell apart in one respect. */
const AXES: Readonly<Record<Axis, readonly SignIn[]>> = {
  target: [
    ...product(
      [
        {},
        { suites: ["Office365"] },
        { application: EXCHANGE, suites: ["Office365"] },
        { application: OWN_APPLICATION },
        { application: OWN_APPLICATION, suites: ["Office365"] },
      ],
      [{}, { authenticationContexts: ["c1"] }],
    ),
    { userAction: REGISTER },
  ],
  client: [
    { client: "browser" },
    { client: "mobileAppsAndDesktopClients" },
    { client: "easSupported" },
    { client: "exchangeActiveSync" },
    { client: "other" },
  ],
  platform: [
    { platform: "windows" },
    { platform: "android" },
    { platform: "iOS" },
    { platform: "linux" },
    { platform: "macOS" },
    { platform: "windowsPhone" },
    {},
  ],
  flow: [{}, { authenticationFlow: "deviceCodeFlow" }, { authenticationFlow: "authenticationTransfer" }],
  signInRisk: [{}, { signInRisk: "low" }, { signInRisk: "medium" }, { signInRisk: "high" }],
  userRisk: [{}, { userRisk: "low" }, { userRisk: "medium" }, { userRisk: "high" }],
  insiderRisk: [{}, { insiderRisk: "minor" }, { insiderRisk: "moderate" }, { insiderRisk: "elevated" }],
  device: [{}, { deviceFilters: [FILTER] }],
  address: product(
    [
      {},
      ...["198.51.100.7", "192.0.2.1", "192.0.2.200", "203.0.113.9", "203.0.113.10", "2001:db8::1"].map(
        (address) => ({ address }),
      ),
    ],
    [{}, { locations: ["branch"] }, { locations: ["AllTrusted"] }, { locations: ["branch", "AllTrusted"] }],
  ),
  country: product(
    [{}, { country: "NL" }, { country: "DE" }, { country: "unknown" }],
    [{}, { gpsCountry: "NL" }, { gpsCountry: "DE" }],
  ),
};

const KINDS: readonly Pick<SignInUser, "guest">[] = [
  {},
  { guest: { type: "b2bCollaborationGuest" } },
  { guest: { type: "b2bCollaborationGuest", tenant: "t1" } },
  { guest: { type: "internalGuest" } },
  { guest: { type: "serviceProvider" } },
  { guest: { type: "serviceProvider", tenant: "t1" } },
  { guest: { type: "otherExternalUser" } },
];

/** Every combination of kind, person, groups and role. */
const WHO: readonly SignIn[] = [
  ...KINDS.flatMap((kind) =>
    [{}, { id: "alex" }, { id: "bg1" }].flatMap((person) =>
      [[], ["g1"], ["g2"], ["g1", "g2"]].flatMap((groups) =>
        [[], [GLOBAL_ADMINISTRATOR]].map(
          (roles): SignIn => ({ user: { ...kind, ...person, groups, roles } }),
        ),
      ),
    ),
  ),
  { workload: {} },
  { workload: { id: "sp1" } },
  { workload: { id: "sp2" } },
];

/** Every sign-in over some axes. */
export function signIns(axes: readonly Axis[]): readonly SignIn[] {
  return axes.reduce<readonly SignIn[]>((all, axis) => product(all, AXES[axis]), WHO);
}

const some = <T extends string>(...values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const guests = fc.record(
  {
    guestOrExternalUserTypes: some("b2bCollaborationGuest", "internalGuest", "serviceProvider"),
    externalTenants: fc.oneof(
      fc.constant({ membershipKind: "all" as const }),
      fc.record({ membershipKind: fc.constant("enumerated" as const), members: fc.constant(["t1"]) }),
    ),
  },
  { requiredKeys: ["guestOrExternalUserTypes"] },
);

const people = fc.record({
  users: maybe(some("alex", "GuestsOrExternalUsers")),
  groups: maybe(some("g1", "g2", "known")),
  roles: maybe(some(GLOBAL_ADMINISTRATOR)),
  guests: maybe(guests),
});

const users: fc.Arbitrary<AccessUsers> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: people }),
    people,
    fc.boolean(),
  )
  .map(([included, excluded, spares]) =>
    plain({
      includeUsers: included ? included.users : ["All"],
      includeGroups: included?.groups,
      includeRoles: included?.roles,
      includeGuestsOrExternalUsers: included?.guests,
      excludeUsers: excluded.users?.filter((one) => one !== "GuestsOrExternalUsers"),
      excludeGroups: spares ? [BREAK_GLASS, ...(excluded.groups ?? [])] : excluded.groups,
      excludeRoles: excluded.roles,
      excludeGuestsOrExternalUsers: excluded.guests,
    }),
  );

/** Without the keys that hold nothing. */
function plain<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T;
function plain(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

const CONDITIONS: { readonly [A in Axis]: fc.Arbitrary<AccessConditions> } = {
  target: fc
    .oneof(
      fc.record({
        includeApplications: fc.oneof(fc.constant(["All"]), some(EXCHANGE, OWN_APPLICATION, "Office365")),
        excludeApplications: maybe(some(EXCHANGE, OWN_APPLICATION, "Office365")),
      }),
      fc.constant({ includeUserActions: [REGISTER] }),
      fc.constant({ includeAuthenticationContextClassReferences: ["c1"] }),
    )
    .map((applications) => ({ applications: plain<AccessTargets>(applications) })),
  client: some("browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "easSupported", "other").map(
    (clientAppTypes) => ({ clientAppTypes }),
  ),
  platform: fc
    .tuple(
      fc.oneof(
        fc.constant(["all"]),
        some("android", "iOS", "linux", "macOS", "windows", "windowsPhone"),
        fc.constant(["android", "iOS", "linux", "macOS", "windows", "windowsPhone"]),
      ),
      maybe(some("android", "iOS")),
    )
    .map(([includePlatforms, excludePlatforms]) => ({
      platforms: plain({ includePlatforms, excludePlatforms }),
    })),
  flow: some("deviceCodeFlow", "authenticationTransfer").map((transferMethods) => ({
    authenticationFlows: { transferMethods },
  })),
  signInRisk: some("none", "low", "high").map((signInRiskLevels) => ({ signInRiskLevels })),
  userRisk: some("medium", "high").map((userRiskLevels) => ({ userRiskLevels })),
  insiderRisk: fc.constant({ insiderRiskLevels: ["elevated"] }),
  device: fc
    .constantFrom("include" as const, "exclude" as const)
    .map((mode) => ({ devices: { deviceFilter: { mode, rule: FILTER } } })),
  address: locationsAmong("office", "vpn", "branch", "AllTrusted"),
  country: locationsAmong("home", "phone"),
};

function locationsAmong(...words: readonly string[]): fc.Arbitrary<AccessConditions> {
  return fc
    .tuple(fc.oneof(fc.constant(["All"]), some(...words)), maybe(some(...words)))
    .map(([includeLocations, excludeLocations]) => ({
      locations: plain({ includeLocations, excludeLocations }),
    }));
}

const grant: fc.Arbitrary<AccessGrantControls | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ operator: "OR" as const, builtInControls: ["block"] }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant({ operator: "AND" as const }) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        operator: fc.constantFrom("AND" as const, "OR" as const),
        builtInControls: maybe(some("mfa", "compliantDevice", "domainJoinedDevice")),
        termsOfUse: fc.option(fc.constant(["terms"]), { nil: undefined, freq: 1 }),
        customAuthenticationFactors: fc.option(fc.constant(["custom"]), { nil: undefined, freq: 1 }),
        authenticationStrength: maybe(
          fc
            .constantFrom(
              "00000000-0000-0000-0000-000000000002",
              "00000000-0000-0000-0000-000000000003",
              "00000000-0000-0000-0000-000000000004",
              "own",
              "unheard-of",
            )
            .map((id) => ({ id })),
        ),
      })
      .map((controls) => plain<AccessGrantControls>(controls)),
  },
);

const session: fc.Arbitrary<AccessSessionControls> = fc
  .record({
    signInFrequency: maybe(
      fc.oneof(
        fc.constant({ frequencyInterval: "everyTime" as const }),
        fc.record({
          value: fc.constantFrom(1, 4),
          type: fc.constantFrom("hours" as const, "days" as const),
          authenticationType: fc.constantFrom(
            "primaryAndSecondaryAuthentication" as const,
            "secondaryAuthentication" as const,
          ),
        }),
      ),
    ),
    persistentBrowser: maybe(fc.constantFrom("always", "never").map((mode) => ({ mode }))),
    cloudAppSecurity: fc.option(fc.constant({ cloudAppSecurityType: "monitorOnly" }), {
      nil: undefined,
      freq: 1,
    }),
    disableResilienceDefaults: maybe(fc.boolean()),
  })
  .map((controls) => plain<AccessSessionControls>(controls));

function policy(axes: readonly Axis[]): fc.Arbitrary<AccessPolicy> {
  const everything: AccessConditions = { applications: { includeApplications: ["All"] } };
  const conditions = axes.map((axis) => maybe(CONDITIONS[axis]));
  return fc
    .record({
      state: fc.constantFrom("enabled" as const, "enabled" as const, "enabled" as const, "disabled" as const),
      whom: fc.oneof(
        { weight: 8, arbitrary: users.map((one): AccessConditions => ({ users: one })) },
        {
          weight: 1,
          arbitrary: some("sp1", "ServicePrincipalsInMyTenant").map(
            (includeServicePrincipals): AccessConditions => ({
              users: { includeUsers: ["None"] },
              clientApplications: { includeServicePrincipals, excludeServicePrincipals: ["sp2"] },
            }),
          ),
        },
      ),
      when: fc.tuple(...conditions),
      grant,
      session: fc.option(session, { nil: undefined, freq: 1 }),
    })
    .map(({ state, whom, when, grant: grantControls, session: sessionControls }) => ({
      displayName: "a policy",
      state,
      conditions: Object.assign({}, everything, whom, ...when),
      ...(grantControls ? { grantControls } : {}),
      ...(sessionControls ? { sessionControls } : {}),
    }));
}

const locations: fc.Arbitrary<readonly NamedLocation[]> = fc
  .tuple(
    some("192.0.2.0/24", "192.0.2.0/25", "203.0.113.9", "2001:db8::/32"),
    some("192.0.2.128/25", "203.0.113.0/24"),
    fc.boolean(),
    some("NL", "DE"),
    fc.boolean(),
  )
  .map(([office, vpn, trusted, countries, unknownCountries]) => [
    { kind: "ip", id: "office", name: "office", ranges: office, trusted: true },
    { kind: "ip", id: "vpn", name: "vpn", ranges: vpn, trusted },
    { kind: "countries", id: "home", name: "home", countries, unknownCountries, lookup: "clientIpAddress" },
    {
      kind: "countries",
      id: "phone",
      name: "phone",
      countries,
      unknownCountries: false,
      lookup: "authenticatorAppGps",
    },
  ]);

const strengths: fc.Arbitrary<readonly AuthenticationStrength[]> = some(
  "fido2",
  "password,sms",
  "sms",
  "password",
).map((allowedCombinations) => [{ id: "own", name: "own", allowedCombinations }]);

const groups: fc.Arbitrary<readonly Group[]> = fc
  // A group may be in a group that is in it.
  .tuple(fc.subarray(["alex", "inner"]), fc.subarray(["bg1", "alex"]), fc.subarray(["alex", "bg1", "known"]))
  .map(([members, emergency, inner]) => [
    { id: "known", name: "known", members },
    { id: "inner", name: "inner", members: inner },
    { id: BREAK_GLASS, name: BREAK_GLASS, members: emergency },
  ]);

const objects: fc.Arbitrary<TenantObjects> = fc.record({ namedLocations: locations, strengths, groups });

export interface Side {
  readonly policies: readonly AccessPolicy[];
  readonly objects: TenantObjects;
}

/** Two policy sets of which most of the second is the first, over one or two axes. */
export function pairsOver(
  names: readonly Axis[],
): fc.Arbitrary<{ readonly axes: readonly Axis[]; readonly sides: readonly [Side, Side] }> {
  return fc.subarray<Axis>([...names], { minLength: 1, maxLength: 2 }).chain((axes) =>
    fc
      .record({
        common: fc.array(policy(axes), { maxLength: 4 }),
        before: fc.array(policy(axes), { maxLength: 2 }),
        after: fc.array(policy(axes), { maxLength: 2 }),
        objects: fc.oneof(
          objects.map((one) => [one, one] as const),
          fc.tuple(objects, objects),
        ),
      })
      .map(({ common, before, after, objects: [from, to] }) => ({
        axes,
        sides: [
          { policies: [...common, ...before], objects: from },
          { policies: [...after, ...common], objects: to },
        ] as const,
      })),
  );
}

export const pairs = pairsOver(AXIS_NAMES);
