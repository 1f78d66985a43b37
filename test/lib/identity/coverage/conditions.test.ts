import { AccessModel } from "../../../../lib/identity/coverage/model";
import type { NamedLocation, TenantObjects } from "../../../../lib/identity/coverage/objects";
import type { AccessConditions } from "../../../../lib/identity/coverage/policy";
import type { SignIn } from "../../../../lib/identity/coverage/sign-in";
import { formatSignIn, regionWords } from "../../../../lib/identity/coverage/words";
import { MFA, setOf } from "./support/policies";

const EVERYONE = { includeUsers: ["All"] };
const EVERYWHERE = { includeApplications: ["All"] };
const EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

/** The model of one policy, for all users at all applications if its conditions say nothing else. */
function modelOf(conditions: AccessConditions, objects: TenantObjects): AccessModel {
  const all = conditions.clientApplications ? {} : { users: EVERYONE, applications: EVERYWHERE };
  const policy = {
    displayName: "one",
    state: "enabled",
    conditions: { ...all, ...conditions },
    grantControls: MFA,
  } as const;
  return new AccessModel([setOf([policy], objects)]);
}

interface Case {
  /** Some of what the policy binds, and of what it does not. */
  readonly binds?: readonly SignIn[];
  readonly leaves?: readonly SignIn[];
  readonly objects?: TenantObjects;
}

/** The sign-ins that a policy binds are these in words; and some that it binds, or leaves. */
function check(
  conditions: AccessConditions,
  words: readonly string[],
  { binds = [], leaves = [], objects = {} }: Case,
) {
  const model = modelOf(conditions, objects);
  const bound = model.sides[0]?.[0]?.conditions ?? [];
  const { signIns } = regionWords(model, { inside: bound, outside: [] });
  expect(signIns.map(formatSignIn)).toEqual(words);
  const isBound = (signIn: SignIn) => model.demandsOf(0, signIn).length > 0;
  expect([binds.filter((one) => !isBound(one)), leaves.filter(isBound)]).toEqual([[], []]);
}

const user = {};

describe("from which clients, platforms and with which risk", () => {
  test.each<[AccessConditions, string, readonly SignIn[], readonly SignIn[]]>([
    [{ clientAppTypes: ["all"] }, "everyone", [{ user, client: "other" }], []],
    [{ clientAppTypes: [] }, "everyone", [{ user, client: "other" }], []],
    [
      { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] },
      "everyone, from modern clients",
      [{ user }, { user, client: "mobileAppsAndDesktopClients" }],
      [
        { user, client: "exchangeActiveSync" },
        { user, client: "other" },
      ],
    ],
    [
      { clientAppTypes: ["exchangeActiveSync", "other"] },
      "everyone, from legacy clients",
      [
        { user, client: "exchangeActiveSync" },
        { user, client: "easSupported" },
        { user, client: "other" },
      ],
      [{ user }],
    ],
    [
      { clientAppTypes: ["exchangeActiveSync", "browser"] },
      "everyone, from Exchange ActiveSync and browsers",
      [{ user, client: "easSupported" }],
      [{ user, client: "other" }],
    ],
    [
      { clientAppTypes: ["easSupported", "mobileAppsAndDesktopClients"] },
      "everyone, from mobile apps and desktop clients and Exchange ActiveSync on supported platforms",
      [{ user, client: "easSupported" }],
      [{ user, client: "exchangeActiveSync" }],
    ],
    [
      { platforms: { includePlatforms: ["android", "windowsPhone"] } },
      "everyone, on Android and Windows Phone",
      [{ user, platform: "android" }],
      [{ user, platform: "iOS" }, { user }],
    ],
    [
      { platforms: { includePlatforms: ["all"], excludePlatforms: ["linux", "windows"] } },
      "everyone, on every platform but Linux and Windows",
      [{ user, platform: "iOS" }, { user }],
      [{ user, platform: "linux" }],
    ],
    [
      { platforms: { includePlatforms: ["linux", "iOS"], excludePlatforms: ["linux"] } },
      "everyone, on iOS",
      [{ user, platform: "iOS" }],
      [{ user, platform: "linux" }],
    ],
    [{ platforms: { includePlatforms: ["all"] } }, "everyone", [{ user }], []],
    [
      { authenticationFlows: { transferMethods: ["deviceCodeFlow"] } },
      "everyone, by the device code flow",
      [{ user, authenticationFlow: "deviceCodeFlow" }],
      [{ user, authenticationFlow: "authenticationTransfer" }, { user }],
    ],
    [
      { authenticationFlows: { transferMethods: ["deviceCodeFlow", "authenticationTransfer"] } },
      "everyone, by the device code flow and authentication transfer",
      [{ user, authenticationFlow: "authenticationTransfer" }],
      [{ user }],
    ],
    [{ authenticationFlows: { transferMethods: ["none"] } }, "everyone", [{ user }], []],
    [
      { signInRiskLevels: ["high", "medium"] },
      "everyone, at medium or high sign-in risk",
      [{ user, signInRisk: "high" }],
      [
        { user, signInRisk: "low" },
        { user, userRisk: "high" },
      ],
    ],
    [
      { userRiskLevels: ["none", "low"] },
      "everyone, at no or low user risk",
      [{ user }, { user, userRisk: "low" }],
      [{ user, userRisk: "high" }],
    ],
    [
      { insiderRiskLevels: ["minor", "moderate"] },
      "everyone, at minor or moderate insider risk",
      [{ user, insiderRisk: "minor" }],
      [{ user, insiderRisk: "elevated" }, { user }],
    ],
    [
      { devices: { deviceFilter: { mode: "include", rule: " device.isCompliant   -eq  True " } } },
      "everyone, on devices that match the filter device.isCompliant -eq True",
      [{ user, deviceFilters: ["device.isCompliant -eq\tTrue"] }],
      [{ user }],
    ],
    [
      { devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } } },
      "everyone, on devices that do not match the filter device.isCompliant -eq True",
      [{ user }],
      [{ user, deviceFilters: ["device.isCompliant -eq True"] }],
    ],
  ])("%j", (conditions, words, binds, leaves) => check(conditions, [words], { binds, leaves }));
});

describe("at which applications", () => {
  const at = (applications: AccessConditions["applications"]): AccessConditions =>
    applications ? { applications } : {};
  const names = { applications: [{ id: "C1", name: "Payroll" }] };
  test.each<[AccessConditions, readonly string[], readonly SignIn[], readonly SignIn[]]>([
    [at({ includeApplications: ["none"] }), [], [], [{ user }, { user, application: "none" }]],
    [
      at({ includeApplications: ["c1", "c2"] }),
      ["everyone, at Payroll and c2"],
      [{ user, application: "C1" }],
      [{ user }, { user, userAction: "urn:user:registerdevice" }],
    ],
    [
      at({ includeApplications: ["All"], excludeApplications: ["c1"] }),
      ["everyone, at every application but Payroll"],
      [{ user }, { user, application: "c2" }],
      [
        { user, application: "c1" },
        { user, userAction: "urn:user:registerdevice" },
      ],
    ],
    [
      at({ includeApplications: ["Office365"] }),
      ["everyone, at Office 365"],
      [
        { user, application: EXCHANGE },
        { user, application: "c9", suites: ["Office365"] },
      ],
      [{ user }, { user, application: "c9" }],
    ],
    [
      at({ includeApplications: ["MicrosoftAdminPortals"], excludeApplications: [EXCHANGE] }),
      ["everyone, at the Microsoft admin portals"],
      [{ user, suites: ["MicrosoftAdminPortals"] }],
      [{ user, application: EXCHANGE }],
    ],
    [
      at({ includeApplications: ["Office365"], excludeApplications: [EXCHANGE] }),
      ["everyone, at the rest of Office 365"],
      [{ user, suites: ["Office365"] }],
      [{ user, application: EXCHANGE }],
    ],
    [
      at({ includeApplications: ["c1"], excludeApplications: ["Office365"] }),
      ["everyone, at Payroll if it is in no suite"],
      [{ user, application: "c1" }],
      [{ user, application: "c1", suites: ["Office365"] }, { user }],
    ],
    [
      at({ includeUserActions: ["urn:user:registersecurityinfo"] }),
      ["everyone, when registering security information"],
      [{ user, userAction: "urn:user:registerSecurityInfo" }],
      [{ user }, { user, userAction: "urn:user:registerdevice" }],
    ],
    [
      at({ includeUserActions: ["urn:user:registerdevice", "urn:user:other"] }),
      ["everyone, when taking the user action urn:user:other or registering or joining a device"],
      [{ user, userAction: "urn:user:registerdevice" }],
      [{ user }, { user, userAction: "urn:user:registersecurityinfo" }],
    ],
    [
      at({ includeApplications: ["c1"], includeUserActions: ["urn:user:registerdevice"] }),
      ["everyone, at Payroll or when registering or joining a device"],
      [
        { user, application: "c1" },
        { user, userAction: "urn:user:registerdevice" },
      ],
      [{ user }],
    ],
    [
      at({ includeAuthenticationContextClassReferences: ["c25"] }),
      ["everyone, in the authentication context c25"],
      [{ user, authenticationContexts: ["c25"] }],
      [
        { user, authenticationContexts: ["c2"] },
        { user, userAction: "x", authenticationContexts: ["c25"] },
      ],
    ],
    [
      at({ applicationFilter: { mode: "include", rule: "a -eq b" } }),
      ["everyone, at applications that match the filter a -eq b"],
      [{ user, applicationFilters: ["a  -eq b"] }],
      [{ user }],
    ],
    [
      at({ includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "a -eq b" } }),
      ["everyone, at applications that do not match the filter a -eq b"],
      [{ user }],
      [{ user, applicationFilters: ["a -eq b"] }],
    ],
  ])("%j", (conditions, words, binds, leaves) => check(conditions, words, { binds, leaves, objects: names }));
});

describe("from where", () => {
  const ip = (id: string, ranges: readonly string[], trusted = false): NamedLocation => ({
    kind: "ip",
    id,
    name: `Office ${id}`,
    ranges,
    trusted,
  });
  const land = (id: string, countries: readonly string[], more: object = {}): NamedLocation => ({
    kind: "countries",
    id,
    name: `Land ${id}`,
    countries,
    unknownCountries: false,
    lookup: "clientIpAddress",
    ...more,
  });
  const namedLocations = [
    ip("A", ["192.0.2.0/24", "2001:db8::/32"], true),
    ip("B", ["192.0.2.128/25", "198.51.100.0/24"]),
    land("C", ["nl", "DE"]),
    land("D", ["CH"], { unknownCountries: true }),
    land("many", ["AT", "BE", "CH", "DE", "ES", "FI", "FR"]),
    land("E", ["FR"], { lookup: "authenticatorAppGps" }),
    ip("bad", ["192.0.2.0/33"], true),
  ];
  const places = (includeLocations: readonly string[], excludeLocations?: readonly string[]) => ({
    locations: { includeLocations, ...(excludeLocations ? { excludeLocations } : {}) },
  });
  test.each<[AccessConditions, readonly string[], readonly SignIn[], readonly SignIn[]]>([
    [places(["All"]), ["everyone"], [{ user }], []],
    [places(["All"], ["All"]), [], [], [{ user }]],
    [
      places(["a"]),
      ["everyone, from Office A (192.0.2.0/24 and 2001:db8::/32)"],
      [
        { user, address: "192.0.2.1" },
        { user, address: "2001:db8::1" },
      ],
      [{ user, address: "198.51.100.1" }, { user, address: "2001:db9::1" }, { user }],
    ],
    [
      places(["All"], ["A"]),
      ["everyone, from anywhere but Office A (192.0.2.0/24 and 2001:db8::/32)"],
      [{ user, address: "198.51.100.1" }, { user }],
      [{ user, address: "192.0.2.1" }],
    ],
    [
      places(["A"], ["B"]),
      ["everyone, from 192.0.2.0/25 and 2001:db8::/32"],
      [{ user, address: "192.0.2.1" }],
      [
        { user, address: "192.0.2.129" },
        { user, address: "198.51.100.1" },
      ],
    ],
    [
      places(["A", "B"]),
      ["everyone, from 192.0.2.0/24, 198.51.100.0/24 and 2001:db8::/32"],
      [{ user, address: "192.0.2.129" }],
      [{ user }],
    ],
    [
      places(["C"]),
      ["everyone, from DE and NL"],
      [
        { user, country: "NL" },
        { user, country: "de" },
      ],
      [{ user, country: "CH" }, { user, country: "unknown" }, { user }],
    ],
    [
      places(["All"], ["C"]),
      ["everyone, from anywhere but DE and NL"],
      [{ user, country: "CH" }, { user, country: "unknown" }, { user }],
      [{ user, country: "NL" }],
    ],
    [
      places(["many"]),
      ["everyone, from AT, BE, CH, DE, ES and 2 more"],
      [{ user, country: "FR" }],
      [{ user }],
    ],
    [
      places(["C", "E"]),
      ["everyone, from DE and NL", "everyone, from FR, by the phone's position"],
      [{ user, gpsCountry: "FR" }],
      [{ user, country: "FR" }],
    ],
    [
      places(["D"]),
      ["everyone, from CH and addresses of no known country"],
      [{ user, country: "unknown" }],
      [{ user, country: "NL" }, { user }],
    ],
    [
      places(["All"], ["D"]),
      ["everyone, from anywhere but CH and addresses of no known country"],
      [{ user }],
      [{ user, country: "unknown" }],
    ],
    [
      places(["E"]),
      ["everyone, from FR, by the phone's position"],
      [{ user, gpsCountry: "FR" }],
      [{ user, country: "FR" }, { user }],
    ],
    [
      places(["AllTrusted"]),
      [
        "everyone, from Office A (192.0.2.0/24 and 2001:db8::/32)",
        "everyone, from any other trusted location",
      ],
      [
        { user, address: "192.0.2.1" },
        { user, locations: ["AllTrusted"] },
      ],
      [{ user, address: "198.51.100.1" }, { user }],
    ],
    [
      places(["All"], ["AllTrusted"]),
      [
        "everyone, from anywhere but Office A (192.0.2.0/24 and 2001:db8::/32), from anywhere but any other trusted location",
      ],
      [{ user, address: "198.51.100.1" }, { user }],
      [
        { user, address: "192.0.2.1" },
        { user, locations: ["alltrusted"] },
      ],
    ],
    [
      places(["bad"]),
      ["everyone, from the location Office bad"],
      [{ user, locations: ["BAD"] }],
      [{ user, address: "192.0.2.1" }, { user }],
    ],
    [
      places(["All"], ["gone"]),
      ["everyone, from anywhere but the location gone"],
      [{ user }],
      [{ user, locations: ["gone"] }],
    ],
  ])("%j", (conditions, words, binds, leaves) =>
    check(conditions, words, { binds, leaves, objects: { namedLocations } }),
  );

  test("nothing is known to be trusted where no location of addresses is", () => {
    check(places(["AllTrusted"]), ["everyone, from trusted locations"], {
      binds: [{ user, locations: ["AllTrusted"] }],
      leaves: [{ user }],
    });
  });
});

describe("who", () => {
  const guests = (guestOrExternalUserTypes: readonly string[], ...members: readonly string[]) => ({
    guestOrExternalUserTypes,
    ...(members.length > 0 ? { externalTenants: { membershipKind: "enumerated" as const, members } } : {}),
  });
  const guest = (type: "serviceProvider" | "internalGuest" | "b2bCollaborationGuest", tenant?: string) => ({
    user: { guest: { type, ...(tenant === undefined ? {} : { tenant }) } },
  });
  const objects: TenantObjects = {
    users: [{ id: "U1", name: "ada" }],
    groups: [
      { id: "G1", name: "sg-known", members: ["u1", "g2"] },
      { id: "G2", name: "sg-inner", members: ["u2"] },
      { id: "G3", name: "sg-unknown" },
      { id: "G4", name: "sg-outer", members: ["G3", "u3"] },
    ],
  };
  const one = (id: string) => ({ user: { id } });
  test.each<
    [NonNullable<AccessConditions["users"]>, readonly string[], readonly SignIn[], readonly SignIn[]]
  >([
    [{ includeUsers: ["None"] }, [], [], [{ user }]],
    [{ includeUsers: ["u1"] }, ["ada"], [one("U1")], [one("u2"), { user }]],
    [
      { includeUsers: ["All"], excludeUsers: ["u1"] },
      ["everyone except ada"],
      [{ user }, one("u2")],
      [one("U1"), { workload: {} }],
    ],
    [
      { includeGroups: ["g1"] },
      ["ada and u2 (sg-known)"],
      [one("u1"), one("u2")],
      [{ user }, { user: { groups: ["g1"] } }],
    ],
    [
      { includeUsers: ["All"], excludeGroups: ["G1"] },
      ["everyone except sg-known"],
      [{ user }],
      [one("u1"), one("u2")],
    ],
    [
      { includeGroups: ["G3"] },
      ["the members of sg-unknown"],
      [{ user: { groups: ["g3"] } }],
      [{ user }, { user: { groups: ["g9"] } }],
    ],
    [
      { includeGroups: ["G4"] },
      ["u3 (sg-outer)", "the members of sg-unknown"],
      [{ user: { groups: ["g3"] } }, one("u3")],
      [{ user }],
    ],
    [
      { includeRoles: [GLOBAL_ADMINISTRATOR], excludeGroups: ["G3"] },
      ["holders of Global Administrator except sg-unknown"],
      [{ user: { roles: [GLOBAL_ADMINISTRATOR.toUpperCase()] } }],
      [{ user }, { user: { roles: [GLOBAL_ADMINISTRATOR], groups: ["G3"] } }],
    ],
    [
      { includeUsers: ["All"], excludeUsers: ["u1"], excludeGroups: ["G2"] },
      ["everyone except ada and u2"],
      [{ user }],
      [one("u1"), one("u2")],
    ],
    [
      { includeGroups: ["G3"], excludeUsers: ["GuestsOrExternalUsers"] },
      ["the tenant's own users among the members of sg-unknown"],
      [{ user: { groups: ["g3"] } }],
      [{ user: { groups: ["g3"], guest: { type: "internalGuest" } } }],
    ],
    [
      { includeUsers: ["u1"], excludeUsers: ["GuestsOrExternalUsers"] },
      ["ada, as the tenant's own users"],
      [one("u1")],
      [{ user: { id: "u1", guest: { type: "internalGuest" } } }],
    ],
    [
      {
        includeGuestsOrExternalUsers: guests(["serviceProvider"], "fabrikam"),
        excludeGuestsOrExternalUsers: guests(["serviceProvider"], "adatum"),
      },
      ["service providers of tenant fabrikam"],
      [guest("serviceProvider", "fabrikam")],
      [guest("serviceProvider", "adatum"), guest("serviceProvider")],
    ],
    [
      { includeUsers: ["All"], excludeRoles: ["custom-role"] },
      ["everyone except the role custom-role"],
      [{ user }],
      [{ user: { roles: ["custom-role"] } }],
    ],
    [
      { includeUsers: ["GuestsOrExternalUsers"] },
      ["guests"],
      [guest("internalGuest"), guest("serviceProvider", "fabrikam")],
      [{ user }],
    ],
    [
      { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"] },
      ["the tenant's own users"],
      [{ user }],
      [guest("internalGuest")],
    ],
    [
      { includeGuestsOrExternalUsers: guests(["internalGuest", "serviceProvider"], "Fabrikam") },
      ["local guests and service providers of tenant fabrikam"],
      [guest("internalGuest"), guest("serviceProvider", "FABRIKAM")],
      [
        guest("serviceProvider", "contoso"),
        guest("serviceProvider"),
        guest("b2bCollaborationGuest", "fabrikam"),
      ],
    ],
    [
      {
        includeUsers: ["All"],
        excludeGuestsOrExternalUsers: guests(["serviceProvider"], "fabrikam", "adatum"),
      },
      [
        "the tenant's own users, B2B collaboration guests, B2B collaboration members, B2B direct connect users, local guests and other external users and service providers of every tenant but adatum and fabrikam",
      ],
      [guest("serviceProvider", "contoso"), guest("internalGuest"), { user }],
      [guest("serviceProvider", "adatum")],
    ],
  ])("%j", (users, words, binds, leaves) => check({ users }, words, { binds, leaves, objects }));
});

describe("workload identities", () => {
  const objects = { applications: [{ id: "SP1", name: "deploy" }] };
  const rule = "team -eq web";
  test.each<[AccessConditions, readonly string[], readonly SignIn[], readonly SignIn[]]>([
    [
      { clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } },
      ["service principals"],
      [{ workload: {} }, { workload: { id: "sp1" } }],
      [{ user }],
    ],
    [
      { clientApplications: { includeServicePrincipals: ["sp1"] } },
      ["the service principal deploy"],
      [{ workload: { id: "SP1" } }],
      [{ workload: { id: "sp2" } }, { workload: {} }],
    ],
    [
      { clientApplications: { includeServicePrincipals: ["sp1", "sp2", "none"] } },
      ["the service principals deploy and sp2"],
      [{ workload: { id: "sp2" } }],
      [{ workload: {} }, { workload: { id: "none" } }],
    ],
    [
      {
        clientApplications: {
          includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
          excludeServicePrincipals: ["sp1"],
        },
      },
      ["service principals except deploy"],
      [{ workload: {} }],
      [{ workload: { id: "sp1" } }],
    ],
    [
      {
        clientApplications: {
          includeServicePrincipals: ["ServicePrincipalsInMyTenant", "sp2"],
          excludeServicePrincipals: ["sp1"],
        },
      },
      ["service principals except deploy"],
      [{ workload: { id: "sp2" } }],
      [{ workload: { id: "sp1" } }],
    ],
    [
      { clientApplications: { servicePrincipalFilter: { mode: "include", rule } } },
      [`service principals, as service principals that match the filter ${rule}`],
      [{ workload: { filters: [rule] } }],
      [{ workload: {} }],
    ],
    [
      {
        clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
        servicePrincipalRiskLevels: ["high"],
      },
      ["service principals, at high service principal risk"],
      [{ workload: { risk: "high" } }],
      [{ workload: {} }, { workload: { risk: "low" } }],
    ],
  ])("%j", (conditions, words, binds, leaves) =>
    check({ ...conditions, applications: EVERYWHERE }, words, { binds, leaves, objects }),
  );
});

describe("who is one, to the verb that follows", () => {
  const objects: TenantObjects = {
    users: [{ id: "u1", name: "ada" }],
    groups: [{ id: "G1", name: "sg-two", members: ["u1", "u2"] }],
  };
  test.each<[AccessConditions, string, boolean]>([
    [{}, "everyone", true],
    [{ clientAppTypes: ["browser"] }, "everyone", true],
    [{ users: { includeUsers: ["u1"] } }, "ada", true],
    [{ users: { includeGroups: ["G1"] } }, "ada and u2 (sg-two)", false],
    [{ users: { includeGroups: ["G2"] } }, "the members of g2", false],
    [{ users: { includeRoles: [GLOBAL_ADMINISTRATOR] } }, "holders of Global Administrator", false],
    [{ users: { includeUsers: ["GuestsOrExternalUsers"] } }, "guests", false],
    [
      { clientApplications: { includeServicePrincipals: ["sp1"] }, applications: EVERYWHERE },
      "the service principal sp1",
      true,
    ],
    [
      { clientApplications: { includeServicePrincipals: ["sp1", "sp2"] }, applications: EVERYWHERE },
      "the service principals sp1 and sp2",
      false,
    ],
    [
      {
        clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
        applications: EVERYWHERE,
      },
      "service principals",
      false,
    ],
  ])("%j", (conditions, who, isOne) => {
    const model = modelOf(conditions, objects);
    const { signIns } = regionWords(model, { inside: model.sides[0]?.[0]?.conditions ?? [], outside: [] });
    expect(signIns.map((one) => [one.who, one.isOne])).toEqual([[who, isOne]]);
  });
});
