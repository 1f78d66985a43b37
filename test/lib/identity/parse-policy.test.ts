import { formatFault } from "../../../lib/fault";
import type { PolicyOptions } from "../../../lib/identity/options";
import { parsePolicy } from "../../../lib/identity/parse-policy";

const BASE = { displayName: "Test", include: "all", grant: { controls: ["mfa"] } } as const;

function read(options: PolicyOptions) {
  return parsePolicy({ ...BASE, ...options }, { locations: ["head-office"] });
}

function faults(options: PolicyOptions): string[] {
  const policy = read(options);
  return policy.ok ? [] : policy.faults.map(formatFault);
}

describe("a grant", () => {
  it("is MFA or an authentication strength, not both", () => {
    expect(faults({ grant: { controls: ["compliantDevice", "mfa"], strength: "mfa" } })).toEqual([
      "grant.controls[1]: mfa does not go with an authentication strength; expected one of the two (Graph error 1108); remove mfa: every strength is multifactor",
    ]);
  });

  it("may ask for a strength and a device", () => {
    const policy = read({
      grant: { operator: "and", controls: ["compliantDevice"], strength: "passwordless" },
    });
    expect(policy.ok && policy.value.grant).toEqual({
      operator: "and",
      controls: ["compliantDevice"],
      strength: "passwordless",
    });
  });

  it("demands something", () => {
    expect(faults({ grant: {} })).toEqual([
      "grant: a grant that demands nothing; expected controls, a strength, termsOfUse, customFactors, or the word block",
    ]);
  });

  it("asks a risky user for a new password beside MFA, and nobody else", () => {
    expect(faults({ grant: { controls: ["passwordChange"] } })).toEqual([
      "grant.controls[0]: a password change stands beside mfa, both required, and beside nothing else; expected { operator: and, controls: [mfa, passwordChange] }",
      "grant.controls[0]: a password change answers a risky user, for all applications; expected userRisk: [high] and applications: all",
    ]);
    expect(
      faults({ userRisk: ["high"], grant: { operator: "and", controls: ["mfa", "passwordChange"] } }),
    ).toEqual([]);
  });

  it("that blocks takes no session", () => {
    expect(faults({ clients: ["other"], grant: "block", session: { signInFrequency: "everyTime" } })).toEqual(
      [
        "session: a policy that blocks has no session to bound; remove session, or write what the grant demands",
      ],
    );
  });

  it("never blocks every sign-in of every user", () => {
    expect(faults({ grant: "block" })).toEqual([
      "grant: the policy blocks every sign-in of every user; expected a condition (clients, locations, platforms, risk, …), or fewer users or applications",
    ]);
    expect(faults({ grant: "block", exclude: { guests: true } })).toHaveLength(1);
    expect(faults({ grant: "block", includeLocations: ["head-office"] })).toEqual([]);
  });
});

describe("a session", () => {
  it("is beyond legacy clients", () => {
    expect(faults({ clients: ["browser", "other"], session: { signInFrequency: { hours: 4 } } })).toEqual([
      "session: a session control does not reach legacy clients, got clients other; expected browser | mobileAppsAndDesktopClients; write one policy for legacy clients, with a grant alone, and one for the session",
    ]);
  });

  it.each([
    ["hours", 24, 23],
    ["hours", 0, 23],
    ["hours", 1.5, 23],
    ["days", 366, 365],
  ])("has no frequency of %s %d", (unit, value, most) => {
    expect(faults({ session: { signInFrequency: { [unit]: value } as never } })).toEqual([
      `session.signInFrequency.${unit}: not of the form that belongs here, got ${value}; expected a whole number from 1 to ${most}`,
    ]);
  });

  it.each([[{ hours: 4, days: 1 }], [{}]])("has no frequency %j", (signInFrequency) => {
    expect(faults({ session: { signInFrequency } })).toEqual([
      `session.signInFrequency: not a sign-in frequency, got ${JSON.stringify(signInFrequency)}; expected everyTime, { hours: 1 to 23 } or { days: 1 to 365 }`,
    ]);
  });

  it("bounds something", () => {
    expect(faults({ session: {} })).toEqual([
      "session: a session without bounds; expected signInFrequency, persistentBrowser or another bound",
    ]);
  });

  it("persists in browsers for all applications or for none", () => {
    expect(faults({ applications: ["Office365"], session: { persistentBrowser: "never" } })).toEqual([
      "session.persistentBrowser: browser sessions persist for all applications or for none; expected applications: all",
    ]);
  });

  it("leaves restrictions to the applications that know them", () => {
    const session = { applicationEnforcedRestrictions: true } as const;
    expect(faults({ session })).toEqual([
      "session.applicationEnforcedRestrictions: only Exchange Online and SharePoint Online enforce restrictions; expected applications: [Office365]",
    ]);
    expect(faults({ session, applications: ["Office365"] })).toEqual([]);
  });

  it("may stand without a grant", () => {
    const policy = parsePolicy(
      { displayName: "Weekly", include: "all", session: { signInFrequency: { days: 7 } } },
      { locations: [] },
    );
    expect(policy.ok && policy.value.grant).toBeUndefined();
    expect(policy.ok).toBe(true);
  });
});

describe("whom a policy reaches", () => {
  it("is somebody", () => {
    expect(faults({ include: {} })).toEqual([
      "include: a policy for nobody; expected include: all, or users, groups, roles or guests under include",
    ]);
    expect(faults({ include: { groups: ["sg-pilot"] }, exclude: { groups: ["sg-pilot"] } })).toEqual([
      "exclude: everyone whom the policy includes is excluded",
    ]);
  });

  it("is told by the names of roles, not by their ids", () => {
    expect(
      faults({
        include: { roles: ["62e90394-69f5-4237-9190-012177145e10", "Global Adminstrator", "Owner"] },
      }),
    ).toEqual([
      'include.roles[0]: no built-in directory role has this name, got "62e90394-69f5-4237-9190-012177145e10"; expected a role\'s display name such as Global Administrator; did you mean Global Administrator?',
      'include.roles[1]: no built-in directory role has this name, got "Global Adminstrator"; expected a role\'s display name such as Global Administrator; did you mean Global Administrator?',
      'include.roles[2]: no built-in directory role has this name, got "Owner"; expected a role\'s display name such as Global Administrator',
    ]);
  });

  it("is told by user principal names", () => {
    expect(faults({ exclude: { users: ["alex", "kim@contoso", "a b@contoso.com"] } })).toEqual(
      ["alex", "kim@contoso", "a b@contoso.com"].map(
        (user, index) =>
          `exclude.users[${index}]: not a user principal name, got "${user}"; expected a name such as alex@contoso.com`,
      ),
    );
    expect(
      faults({ exclude: { users: ["pat_fabrikam.com#EXT#@contoso.onmicrosoft.com"], groups: ["Team A"] } }),
    ).toEqual([]);
  });
});

describe("what a policy is about", () => {
  it("is applications or a user action", () => {
    expect(faults({ applications: "all", userAction: "registerSecurityInfo" })).toEqual([
      "applications: a policy is about applications or about a user action; remove one of the two",
    ]);
  });

  it("is an application that is known by its name, or by its id", () => {
    expect(
      faults({ applications: ["Ofice365", "D4EBCE55-015a-49b5-a083-c84d1797ae8c"] }).map((fault) =>
        fault.replace(/expected.*; did/, "did"),
      ),
    ).toEqual([
      'applications[0]: no application is known by this name, got "Ofice365"; did you mean Office365?',
    ]);
  });

  it("asks for nothing but MFA when a device is registered", () => {
    expect(
      faults({
        userAction: "registerDevice",
        grant: { controls: ["compliantDevice"] },
        clients: ["browser"],
      }),
    ).toEqual([
      "grant: registering a device can be made to ask for MFA, and nothing else; expected grant: { controls: [mfa] } or { strength: … }",
      "clients: clients is no condition for registering a device",
    ]);
    expect(faults({ userAction: "registerDevice", grant: { strength: "mfa" } })).toEqual([]);
  });

  it("is bounded by locations that are declared", () => {
    expect(faults({ excludeLocations: ["headoffice", "all-trusted"] })).toEqual([
      'excludeLocations[0]: no named location has this name, got "headoffice"; expected head-office | all-trusted | mfa-trusted-ips; did you mean head-office?',
    ]);
  });

  it("has no empty lists, which would mean everything or nothing", () => {
    expect(
      faults({
        applications: [],
        clients: [],
        includeLocations: [],
        signInRisk: [],
        authenticationFlows: [],
        platforms: { include: [] },
        exclude: { guests: [] },
      }),
    ).toEqual([
      "signInRisk: signInRisk is an empty list",
      "authenticationFlows: authenticationFlows is an empty list",
      "platforms.include: an empty list of platforms",
      "includeLocations: includeLocations is an empty list",
      "exclude.guests: an empty list of kinds; expected true, or kinds of guests",
      "applications: applications is an empty list",
      "clients: clients is an empty list",
    ]);
  });
});

/** What a policy is read as, beside its name and whom it concerns. */
function parsed(options: PolicyOptions): object {
  const policy = read(options);
  if (!policy.ok) return policy.faults.map(formatFault);
  const { displayName: _displayName, include: _include, applications: _applications, ...rest } = policy.value;
  return rest;
}

describe("a policy that is right", () => {
  const grant = { operator: "or", controls: ["mfa"] } as const;
  const session = { signInFrequency: { hours: 4 } } as const;

  it.each<[string, PolicyOptions, object]>([
    [
      "keeps its clients",
      { clients: ["other", "browser", "other"] },
      { grant, clients: ["other", "browser"] },
    ],
    [
      "keeps its clients where it blocks",
      { grant: "block", clients: ["other"] },
      { grant: "block", clients: ["other"] },
    ],
    [
      "keeps its clients beside a session",
      { clients: ["browser"], session },
      { grant, session, clients: ["browser"] },
    ],
    [
      "keeps a strength without devices",
      { grant: { strength: "mfa" } },
      { grant: { operator: "or", strength: "mfa" } },
    ],
    [
      "keeps controls in one order",
      { grant: { controls: ["compliantDevice", "mfa"] } },
      { grant: { operator: "or", controls: ["mfa", "compliantDevice"] } },
    ],
    [
      "asks a risky user for a new password",
      { userRisk: ["high", "high"], grant: { operator: "and", controls: ["passwordChange", "mfa"] } },
      { userRisk: ["high"], grant: { operator: "and", controls: ["mfa", "passwordChange"] } },
    ],
    ["keeps platforms", { platforms: { include: ["iOS"] } }, { grant, platforms: { include: ["iOS"] } }],
    [
      "keeps all platforms but some",
      { platforms: { include: "all", exclude: ["iOS"] } },
      { grant, platforms: { include: "all", exclude: ["iOS"] } },
    ],
    [
      "keeps risks of a sign-in, each once",
      { signInRisk: ["high", "high"] },
      { grant, signInRisk: ["high"] },
    ],
    [
      "keeps a filter of devices",
      { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
      { grant, deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
    ],
    [
      "keeps applications that it excludes, each once",
      { excludeApplications: ["Office365", "Office365"] },
      { grant, excludeApplications: ["Office365"] },
    ],
    [
      "bounds a session in each way",
      {
        session: {
          signInFrequency: { days: 365 },
          persistentBrowser: "always",
          disableResilienceDefaults: true,
        },
      },
      {
        grant,
        session: {
          signInFrequency: { days: 365 },
          persistentBrowser: "always",
          disableResilienceDefaults: true,
        },
      },
    ],
    [
      "bounds a session by the hour",
      { session: { signInFrequency: { hours: 1 } } },
      { grant, session: { signInFrequency: { hours: 1 } } },
    ],
    [
      "bounds a session by 23 hours",
      { session: { signInFrequency: { hours: 23 } } },
      { grant, session: { signInFrequency: { hours: 23 } } },
    ],
    [
      "bounds a session by the day",
      { session: { signInFrequency: { days: 1 } } },
      { grant, session: { signInFrequency: { days: 1 } } },
    ],
    [
      "bounds a session at every time",
      { session: { signInFrequency: "everyTime", persistentBrowser: "never" } },
      {
        grant,
        session: { signInFrequency: "everyTime", persistentBrowser: "never" },
      },
    ],
    [
      "leaves restrictions to Exchange and SharePoint",
      {
        applications: ["Office 365 Exchange Online", "Office 365 SharePoint Online"],
        session: { applicationEnforcedRestrictions: true },
      },
      {
        grant,
        session: { applicationEnforcedRestrictions: true },
      },
    ],
  ])("%s", (_title, options, rest) => {
    expect(parsed(options)).toEqual(rest);
  });

  it("may concern guests of whom some are excluded, or a group of which another is excluded", () => {
    expect(faults({ include: { guests: true }, exclude: { guests: ["serviceProvider"] } })).toEqual([]);
    expect(faults({ include: { groups: ["sg-a", "sg-b"] }, exclude: { groups: ["sg-a"] } })).toEqual([]);
    expect(faults({ include: { guests: true } })).toEqual([]);
    expect(faults({ include: { guests: true }, exclude: { guests: true } })).toEqual([
      "exclude: everyone whom the policy includes is excluded",
    ]);
  });

  it("has a name of 1 to 256 characters", () => {
    const wrong = ["displayName: not a policy's name; expected 1 to 256 characters"];
    expect(["", "  ", "x".repeat(257)].map((displayName) => faults({ displayName }))).toEqual([
      wrong,
      wrong,
      wrong,
    ]);
    expect(faults({ displayName: "x".repeat(256) })).toEqual([]);
  });
});

describe("a policy that Entra ID refuses or ignores", () => {
  it.each<[string, PolicyOptions, readonly string[]]>([
    [
      "includes nobody by empty lists",
      { include: { users: [], groups: [] } },
      [
        "include: a policy for nobody; expected include: all, or users, groups, roles or guests under include",
      ],
    ],
    [
      "excludes applications from a user action",
      { userAction: "registerSecurityInfo", excludeApplications: ["Office365"] },
      ["excludeApplications: a policy is about applications or about a user action; remove one of the two"],
    ],
    [
      "excludes no application by an empty list",
      { excludeApplications: [] },
      ["excludeApplications: excludeApplications is an empty list"],
    ],
    [
      "names a location that nothing is like",
      { includeLocations: ["mars"] },
      [
        'includeLocations[0]: no named location has this name, got "mars"; expected head-office | all-trusted | mfa-trusted-ips; declare it under namedLocations',
      ],
    ],
    [
      "blocks whoever registers a device",
      { userAction: "registerDevice", grant: "block" },
      [
        "grant: registering a device can be made to ask for MFA, and nothing else; expected grant: { controls: [mfa] } or { strength: … }",
      ],
    ],
    [
      "bounds the session of whoever registers a device",
      { userAction: "registerDevice", session: { signInFrequency: "everyTime" } },
      [
        "session: registering a device can be made to ask for MFA, and nothing else; expected grant: { controls: [mfa] } or { strength: … }",
      ],
    ],
    [
      "asks for a new password without a strength or a risk of its own applications",
      {
        applications: ["Office365"],
        userRisk: ["high"],
        grant: { operator: "and", controls: ["mfa", "passwordChange"] },
      },
      [
        "grant.controls[1]: a password change answers a risky user, for all applications; expected userRisk: [high] and applications: all",
      ],
    ],
    [
      "asks for a new password beside a strength",
      {
        userRisk: ["high"],
        grant: { operator: "and", strength: "passwordless", controls: ["passwordChange"] },
      },
      [
        "grant.controls[0]: a password change stands beside mfa, both required, and beside nothing else; expected { operator: and, controls: [mfa, passwordChange] }",
      ],
    ],
    [
      "lets resilience go at every sign-in",
      { session: { signInFrequency: "everyTime", disableResilienceDefaults: true } },
      [
        "session.disableResilienceDefaults: disableResilienceDefaults does not go with a sign-in at every time; write two policies",
      ],
    ],
    [
      "enforces restrictions of one that knows none",
      {
        applications: ["Office365", "Office 365 Exchange Online", "d4ebce55-015a-49b5-a083-c84d1797ae8c"],
        session: { applicationEnforcedRestrictions: true },
      },
      [
        "session.applicationEnforcedRestrictions: only Exchange Online and SharePoint Online enforce restrictions; expected applications: [Office365]",
      ],
    ],
    [
      "lets browser sessions persist for a user action",
      { userAction: "registerSecurityInfo", session: { persistentBrowser: "never" } },
      [
        "session.persistentBrowser: browser sessions persist for all applications or for none; expected applications: all",
      ],
    ],
  ])("%s", (_title, options, found) => {
    expect(faults(options)).toEqual(found);
  });

  it("does nothing", () => {
    const nothing = parsePolicy({ displayName: "Test", include: "all" }, { locations: [] });
    expect(nothing.ok ? [] : nothing.faults.map(formatFault)).toEqual([
      "a policy that does nothing; expected grant: block, grant: { controls: [mfa] }, or session",
    ]);
  });

  it("names an application that nothing is like", () => {
    const [fault = ""] = faults({ applications: ["Solitaire"] });
    expect(fault).toMatch(
      /^applications\[0\]: no application is known by this name, got "Solitaire"; expected an application \(client\) id, or .* \| /,
    );
    expect(fault).not.toContain("did you mean");
  });

  it("names a group that has no such name", () => {
    const wrong = (name: string) =>
      `exclude.groups[0]: not a group's display name, got ${JSON.stringify(name)}; expected 1 to 256 characters, without a space at either end`;
    expect(faults({ exclude: { groups: [""] } })).toEqual(["exclude.groups[0]: empty text; expected text"]);
    const names = [" sg", "x".repeat(257)];
    expect(names.map((name) => faults({ exclude: { groups: [name] } }))).toEqual(
      names.map((name) => [wrong(name)]),
    );
    expect(faults({ exclude: { groups: ["x".repeat(256)] } })).toEqual([]);
  });
});
