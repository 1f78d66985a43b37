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
      "grant.controls[1]: mfa does not go with an authentication strength; expected one of the two (Graph error 1108); remove mfa: every built-in strength is multifactor",
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
      "grant: a grant that demands nothing; expected controls, a strength, or the word block",
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
    [{ hours: 24 }],
    [{ hours: 0 }],
    [{ hours: 1.5 }],
    [{ days: 366 }],
    [{ hours: 4, days: 1 }],
    [{}],
  ])("has no frequency %j", (signInFrequency) => {
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
      'excludeLocations[0]: no named location has this name, got "headoffice"; expected head-office | all-trusted; did you mean head-office?',
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
