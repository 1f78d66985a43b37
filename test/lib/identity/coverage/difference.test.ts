import { differenceOf } from "../../../../lib/identity/coverage/difference";
import { AccessModel } from "../../../../lib/identity/coverage/model";
import type { NamedLocation } from "../../../../lib/identity/coverage/objects";
import { BLOCK, changes, MFA, NO_LEGACY, policy } from "./support/policies";

const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const SHAREPOINT_ADMINISTRATOR = "f28a1f50-f6e7-4571-818b-6a12f2af6b6c";
const GUEST_KINDS = [
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "internalGuest",
  "otherExternalUser",
  "serviceProvider",
];

describe("who is asked for less", () => {
  it("a policy for browsers alone leaves other clients a password", () => {
    expect(changes([policy(), NO_LEGACY], [policy({ clientAppTypes: ["browser"] }), NO_LEGACY])).toEqual([
      "weaker: MFA → nothing: everyone, from mobile apps and desktop clients",
    ]);
  });

  it("a condition on insider risk lets everyone else in with a password", () => {
    expect(changes([policy()], [policy({ insiderRiskLevels: ["elevated"] })])).toEqual([
      "weaker: MFA → nothing: everyone, at no, minor or moderate insider risk",
    ]);
  });

  it("a group that is excluded besides is named", () => {
    const groups = [{ id: "0ff1ce", name: "sg-scanners" }];
    const users = { includeUsers: ["All"], excludeGroups: ["sg-break-glass", "0FF1CE"] };
    expect(changes([policy()], [policy({ users })], { groups })).toEqual([
      "weaker: MFA → nothing: the members of sg-scanners",
    ]);
  });

  it("guests of every kind are guests; of some, they are named", () => {
    const without = (guestOrExternalUserTypes: readonly string[]) =>
      policy({
        users: {
          includeUsers: ["All"],
          excludeGroups: ["sg-break-glass"],
          excludeGuestsOrExternalUsers: { guestOrExternalUserTypes },
        },
      });
    expect(changes([policy()], [without(GUEST_KINDS)])).toEqual(["weaker: MFA → nothing: guests"]);
    expect(changes([policy()], [without(["serviceProvider"])])).toEqual([
      "weaker: MFA → nothing: service providers",
    ]);
  });

  it("external tenants that are listed instead of all leave the others out", () => {
    const of = (members?: readonly string[]) =>
      policy({
        users: {
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: ["b2bCollaborationGuest"],
            ...(members ? { externalTenants: { membershipKind: "enumerated", members } } : {}),
          },
        },
      });
    expect(changes([of()], [of(["fabrikam"])])).toEqual([
      "weaker: MFA → nothing: B2B collaboration guests of every tenant but fabrikam",
    ]);
    expect(changes([of(["fabrikam"])], [of()])).toEqual([
      "stronger: nothing → MFA: B2B collaboration guests of every tenant but fabrikam",
    ]);
  });

  it("an application that is excluded, a suite too", () => {
    const but = (...excludeApplications: readonly string[]) =>
      policy({ applications: { includeApplications: ["All"], excludeApplications } });
    expect(changes([policy()], [but("Office365")])).toEqual([
      "weaker: MFA → nothing: everyone, at Office 365",
    ]);
    // Exchange Online is part of Office 365: nothing is lost with it.
    expect(changes([but("Office365")], [but("Office365", "00000002-0000-0ff1-ce00-000000000000")])).toEqual(
      [],
    );
    expect(changes([policy()], [but("00000002-0000-0ff1-ce00-000000000000")])).toEqual([
      "weaker: MFA → nothing: everyone, at Office 365 Exchange Online",
    ]);
  });

  it("an application whose suites nobody knows, as far as it may be in one", () => {
    const at = (...excludeApplications: readonly string[]) =>
      policy({ applications: { includeApplications: ["c1"], excludeApplications } });
    expect(changes([at()], [at("Office365")])).toEqual([
      "weaker: MFA → nothing: everyone, at c1 if it is part of Office 365",
    ]);
    expect(changes([at("Office365")], [at("Office365", "MicrosoftAdminPortals")])).toEqual([
      "weaker: MFA → nothing: everyone, at c1 if it is part of the Microsoft admin portals",
    ]);
  });

  it("one half of Exchange ActiveSync", () => {
    const from = (...clientAppTypes: readonly string[]) => policy({ clientAppTypes });
    expect(changes([from("exchangeActiveSync")], [from("easSupported")])).toEqual([
      "weaker: MFA → nothing: everyone, from Exchange ActiveSync on unsupported platforms",
    ]);
  });

  it("a block that goes leaves what other policies demand", () => {
    const byCode = policy({ authenticationFlows: { transferMethods: ["deviceCodeFlow"] } }, BLOCK);
    expect(changes([byCode, policy()], [policy()])).toEqual([
      "weaker: block → MFA: everyone, by the device code flow",
    ]);
  });

  it("a policy that is deleted, switched off or made report-only lets the same in", () => {
    const gone = ["weaker: MFA → nothing: everyone"];
    expect(changes([policy()], [])).toEqual(gone);
    expect(changes([policy()], [{ ...policy(), state: "disabled" }])).toEqual(gone);
    expect(changes([policy()], [{ ...policy(), state: "enabledForReportingButNotEnforced" }])).toEqual(gone);
  });

  it("administrators lose their strength by role, and keep what everyone has", () => {
    const strong = policy(
      {
        users: {
          includeRoles: [GLOBAL_ADMINISTRATOR, SHAREPOINT_ADMINISTRATOR],
          excludeGroups: ["sg-break-glass"],
        },
      },
      { operator: "AND", authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } },
    );
    expect(changes([strong, policy()], [policy()])).toEqual([
      "weaker: phishing-resistant MFA → MFA: holders of Global Administrator | holders of SharePoint Administrator",
    ]);
  });

  it("platforms that are left out, those without a name among them", () => {
    const on = (includePlatforms: readonly string[], excludePlatforms: readonly string[] = []) =>
      policy({ platforms: { includePlatforms, excludePlatforms } });
    expect(changes([policy()], [on(["all"], ["linux", "macOS"])])).toEqual([
      "weaker: MFA → nothing: everyone, on Linux and macOS",
    ]);
    expect(
      changes([policy()], [on(["android", "iOS", "linux", "macOS", "windows", "windowsPhone"])]),
    ).toEqual([
      "weaker: MFA → nothing: everyone, on every platform but Android, iOS, Linux, macOS, Windows and Windows Phone",
    ]);
  });
});

describe("places", () => {
  const office = (range: string, trusted = true): NamedLocation => ({
    kind: "ip",
    id: "l1",
    name: "office",
    ranges: [range],
    trusted,
  });
  const outside = (...excludeLocations: readonly string[]) =>
    policy({ locations: { includeLocations: ["All"], excludeLocations } });

  it("a trusted location that grows takes MFA from the addresses that are new", () => {
    expect(
      changes(
        [outside("AllTrusted")],
        [outside("AllTrusted")],
        [{ namedLocations: [office("192.0.2.0/24")] }, { namedLocations: [office("192.0.0.0/8")] }],
      ),
    ).toEqual(["weaker: MFA → nothing: everyone, from 192.0.0.0/8 except 192.0.2.0/24"]);
  });

  it("equal addresses in other blocks are no change; trust that is taken away is", () => {
    const halves: NamedLocation = {
      kind: "ip",
      id: "l1",
      name: "office",
      ranges: ["192.0.2.0/25", "192.0.2.128/25"],
      trusted: true,
    };
    const of = (one: NamedLocation) => ({ namedLocations: [one] });
    expect(
      changes([outside("AllTrusted")], [outside("AllTrusted")], [of(office("192.0.2.0/24")), of(halves)]),
    ).toEqual([]);
    expect(
      changes(
        [outside("AllTrusted")],
        [outside("AllTrusted")],
        [of(halves), of(office("192.0.2.0/24", false))],
      ),
    ).toEqual([
      "stronger: nothing → MFA: everyone except sg-break-glass, from office (192.0.2.0/24), from anywhere but any other trusted location",
    ]);
  });

  it("a location that is not trusted is none of the trusted ones", () => {
    const objects = { namedLocations: [office("192.0.2.0/24", false)] };
    expect(changes([outside("l1")], [outside("AllTrusted")], objects)).toEqual([
      "weaker: MFA → nothing: everyone, from anywhere but office (192.0.2.0/24), from any other trusted location",
      "stronger: nothing → MFA: everyone except sg-break-glass, from office (192.0.2.0/24), from anywhere but any other trusted location",
    ]);
  });

  it("a list of countries that grows lets more in where the others are blocked", () => {
    const home = (countries: readonly string[], unknownCountries: boolean): NamedLocation => ({
      kind: "countries",
      id: "l2",
      name: "home",
      countries,
      unknownCountries,
      lookup: "clientIpAddress",
    });
    const abroad = policy({ locations: { includeLocations: ["All"], excludeLocations: ["l2"] } }, BLOCK);
    expect(
      changes(
        [abroad],
        [abroad],
        [{ namedLocations: [home(["NL"], false)] }, { namedLocations: [home(["NL", "DE"], true)] }],
      ),
    ).toEqual(["weaker: block → nothing: everyone, from DE and addresses of no known country"]);
  });

  it("a location of unknown content is a name", () => {
    expect(changes([policy()], [outside("branch")])).toEqual([
      "weaker: MFA → nothing: everyone, from the location branch",
    ]);
    expect(changes([policy()], [outside("AllTrusted")])).toEqual([
      "weaker: MFA → nothing: everyone, from trusted locations",
    ]);
  });
});

describe("what policies rest on", () => {
  const users = [
    { id: "u1", name: "bg1@contoso.onmicrosoft.com" },
    { id: "u2", name: "bg2@contoso.onmicrosoft.com" },
  ];
  const breakGlass = (...members: readonly string[]) => ({
    users,
    groups: [{ id: "sg-break-glass", name: "sg-break-glass", members }],
  });

  it("a break-glass group that is emptied binds its accounts", () => {
    expect(changes([policy({}, BLOCK)], [policy({}, BLOCK)], [breakGlass("u1", "u2"), breakGlass()])).toEqual(
      [
        "stronger: nothing → block: bg1@contoso.onmicrosoft.com and bg2@contoso.onmicrosoft.com (sg-break-glass)",
      ],
    );
  });

  it("a member more is let in, and one less is bound, whatever the group's name", () => {
    expect(changes([policy()], [policy()], [breakGlass("u1"), breakGlass("u2")])).toEqual([
      "weaker: MFA → nothing: bg2@contoso.onmicrosoft.com (sg-break-glass)",
      "stronger: nothing → MFA: bg1@contoso.onmicrosoft.com (sg-break-glass)",
    ]);
  });

  it("a group whose members are known on one side alone is a name on both", () => {
    const unknown = { groups: [{ id: "sg-break-glass", name: "sg-break-glass" }] };
    expect(changes([policy()], [policy()], [breakGlass("u1"), unknown])).toEqual([]);
  });

  it("so is one inside it, while those beside it are known; a group that holds itself ends", () => {
    const nested = (inner: { readonly members?: readonly string[] }) => ({
      users,
      groups: [
        { id: "sg-break-glass", name: "sg-break-glass", members: ["U1", "sg-inner", "SG-Break-Glass"] },
        { id: "sg-inner", name: "sg-inner", ...inner },
      ],
    });
    const [known, unknown] = [nested({ members: ["u2"] }), nested({})];
    expect(changes([policy()], [policy()], [known, unknown])).toEqual([]);
    expect(changes([policy()], [policy()], [known, nested({ members: [] })])).toEqual([
      "stronger: nothing → MFA: bg2@contoso.onmicrosoft.com (sg-break-glass)",
    ]);
    expect(changes([policy()], [], unknown)).toEqual(["weaker: MFA → nothing: everyone"]);
    expect(changes([], [policy()], unknown)).toEqual([
      "stronger: nothing → MFA: everyone except sg-break-glass and sg-inner",
    ]);
  });

  it("the content of an authentication strength counts, not its name", () => {
    const own = policy(
      {},
      { operator: "OR", authenticationStrength: { id: "/policies/authenticationStrengthPolicies/s1" } },
    );
    const of = (...allowedCombinations: readonly string[]) => ({
      strengths: [{ id: "s1", name: "Contoso MFA", allowedCombinations }],
    });
    expect(changes([own], [own], [of("fido2"), of("password")])).toEqual([
      "weaker: a passkey (Contoso MFA) → nothing: everyone",
    ]);
    expect(changes([own], [own], [of("fido2"), of("fido2", "password,sms")])).toEqual([
      "weaker: a passkey (Contoso MFA) → a passkey or password + a text message (Contoso MFA): everyone",
    ]);
    expect(changes([own], [own], [of("sms,password"), of("password,sms")])).toEqual([]);
  });

  it("security defaults that go leave administrators and legacy clients", () => {
    expect(changes([], [], [{ securityDefaults: true }, {}])).toEqual([
      expect.stringMatching(/^weaker: MFA → nothing: holders of Global Administrator, .* \| /),
      "weaker: MFA → nothing: everyone, at Windows Azure Service Management API, from modern clients",
      "weaker: block → nothing: everyone, from legacy clients",
    ]);
  });
});

describe("what is demanded instead", () => {
  it("an alternative is weaker, and says what will do", () => {
    expect(
      changes(
        [policy()],
        [policy({}, { ...MFA, builtInControls: ["mfa", "compliantDevice"], termsOfUse: ["tou"] })],
      ),
    ).toEqual(["weaker: MFA → MFA, a compliant device or accepted terms of use: everyone"]);
  });

  it("a device instead of MFA is other, and one change", () => {
    expect(
      changes([policy()], [policy({}, { operator: "OR", builtInControls: ["compliantDevice"] })]),
    ).toEqual(["other: MFA → a compliant device: everyone"]);
  });

  it("a block is stronger than anything, and says whom it spares", () => {
    expect(changes([policy()], [policy({}, BLOCK)])).toEqual([
      "stronger: MFA → block: everyone except sg-break-glass",
    ]);
  });

  it("MFA and its built-in strength are the same", () => {
    expect(
      changes(
        [policy()],
        [policy({}, { authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" } })],
      ),
    ).toEqual([]);
  });

  it("two policies of one demand each are the same as one with both", () => {
    const device: typeof MFA = { operator: "OR", builtInControls: ["compliantDevice"] };
    expect(
      changes(
        [policy({}, { operator: "AND", builtInControls: ["mfa", "compliantDevice"] })],
        [policy(), policy({}, device)],
      ),
    ).toEqual([]);
  });
});

describe("sessions", () => {
  const hours = (value: number, authenticationType?: "secondaryAuthentication") =>
    policy({}, "none", {
      signInFrequency: { value, type: "hours", ...(authenticationType ? { authenticationType } : {}) },
    });

  it("a longer period is weaker, and so is the second factor alone", () => {
    expect(changes([hours(4)], [hours(12)])).toEqual([
      "weaker: a sign-in every 4 hours → a sign-in every 12 hours: everyone",
    ]);
    expect(changes([hours(4)], [hours(4, "secondaryAuthentication")])).toEqual([
      "weaker: a sign-in every 4 hours → a sign-in every 4 hours with the second factor alone: everyone",
    ]);
    expect(
      changes([hours(24)], [policy({}, "none", { signInFrequency: { value: 1, type: "days" } })]),
    ).toEqual([]);
  });

  it("a control that goes is told; under a block no session counts", () => {
    const monitored = policy({}, "none", { cloudAppSecurity: { cloudAppSecurityType: "monitorOnly" } });
    expect(changes([monitored], [])).toEqual([
      "weaker: a monitored session (Defender for Cloud Apps) → nothing: everyone",
    ]);
    expect(changes([monitored, policy({}, BLOCK)], [policy({}, BLOCK)])).toEqual([]);
  });

  it("a browser session that always persists is neither weaker nor stronger by name", () => {
    expect(changes([], [policy({}, "none", { persistentBrowser: { mode: "always" } })])).toEqual([
      "other: nothing → a browser session that outlasts the browser: everyone except sg-break-glass",
    ]);
  });
});

describe("nothing changes", () => {
  it("an empty grant is none", () => {
    expect(changes([policy({}, { operator: "AND" })], [policy({}, "none")])).toEqual([]);
    expect(changes([policy({}, { operator: "AND" })], [])).toEqual([]);
  });

  it("clients one by one are all clients, and a policy that another covers was never needed", () => {
    const each = ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"];
    expect(changes([policy()], [policy({ clientAppTypes: each })])).toEqual([]);
    expect(changes([policy(), policy({ clientAppTypes: ["browser"] })], [policy()])).toEqual([]);
    expect(
      changes(
        [policy()],
        [policy({ clientAppTypes: each.slice(0, 2) }), policy({ clientAppTypes: each.slice(2) })],
      ),
    ).toEqual([]);
  });

  it("a policy for workload identities asks nothing of users", () => {
    const workloads = policy(
      {
        users: { includeUsers: ["None"] },
        clientApplications: { includeServicePrincipals: ["deploy"] },
        locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      },
      BLOCK,
    );
    expect(changes([], [workloads])).toEqual([
      "stronger: nothing → block: the service principal deploy, from anywhere but trusted locations",
    ]);
  });
});

describe("whose demands they were", () => {
  const compliant: typeof MFA = { operator: "OR", builtInControls: ["compliantDevice"] };
  const strong: typeof MFA = {
    operator: "OR",
    authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
  };
  const browsers = { clientAppTypes: ["browser"] };
  type Keyed = Readonly<Record<string, ReturnType<typeof policy>>>;
  const side = (policies: Keyed) => ({
    objects: {},
    policies: Object.entries(policies).map(([key, one]) => ({ key, policy: one })),
  });
  /** The policies of each change, with what is demanded before and after. */
  const told = (before: Keyed, after: Keyed) =>
    differenceOf(new AccessModel([side(before), side(after)])).map(
      ({ policies, lost, gained, left, had }) => {
        const words = (demands: typeof lost) => demands.map((demand) => demand.words).join(" and ");
        return `${policies.join()}: ${words([...lost, ...had])} → ${words([...gained, ...left])}`;
      },
    );

  it.each<[string, Keyed, Keyed, readonly string[]]>([
    [
      "of one policy that asks for something else",
      { a: policy() },
      { a: policy({}, compliant) },
      ["a: MFA → a compliant device"],
    ],
    [
      "of one policy in place of another under the same conditions",
      { a: policy(browsers) },
      { b: policy(browsers, compliant) },
      ["a,b: MFA → a compliant device"],
    ],
    [
      "of one policy, in sign-ins that the one list and the other spell out otherwise",
      {
        a: policy({
          clientAppTypes: ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"],
        }),
      },
      { a: policy({}, compliant) },
      ["a: MFA → a compliant device"],
    ],
    [
      "of policies that have nothing to do with each other",
      { a: policy(browsers) },
      { b: policy({ clientAppTypes: ["other"] }, compliant) },
      ["a: MFA → ", "b:  → a compliant device"],
    ],
    [
      "of one policy whose other part stays under another",
      { a: policy(), b: policy(browsers, compliant), c: policy(browsers) },
      { a: policy({}, compliant), b: policy(browsers, compliant), c: policy(browsers) },
      ["a: MFA → a compliant device"],
    ],
    [
      "of one policy with exceptions that another makes up for",
      { a: policy({}, strong), b: policy(browsers) },
      { b: policy(browsers) },
      ["a: phishing-resistant MFA → ", "a: phishing-resistant MFA → MFA"],
    ],
    [
      "of what is left, in the order of the demands",
      { a: policy({}, BLOCK) },
      { b: policy({ clientAppTypes: ["other"] }), z: policy(browsers, strong) },
      ["a: block → ", "a: block → phishing-resistant MFA", "a: block → MFA"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});
