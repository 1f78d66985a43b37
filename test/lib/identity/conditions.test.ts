import { formatFault } from "../../../lib/fault";
import { COUNTRIES, COUNTRY_SETS } from "../../../lib/identity/countries";
import { graphPolicy } from "../../../lib/identity/graph";
import type { NamedPolicyOptions, PolicyOptions } from "../../../lib/identity/options";
import { parsePolicy } from "../../../lib/identity/parse-policy";
import { STRENGTHS } from "../../../lib/identity/strengths";
import { faultsOf, planOf, withPolicies } from "./contoso";

const ONE = "33333333-3333-4333-8333-333333333333";
const OTHER = "44444444-4444-4444-8444-444444444444";
const CONTEXT = { locations: ["office"], strengths: ["keys"] };
const IDS = {
  user: (upn: string) => upn,
  group: (name: string) => name,
  location: (key: string) => key,
  strength: (key: string) => `/policies/authenticationStrengthPolicies/${key}`,
};

function faults(options: PolicyOptions): string[] {
  const policy = parsePolicy({ displayName: "Test", ...options }, CONTEXT);
  return policy.ok ? [] : policy.faults.map(formatFault);
}

/** What a policy becomes; read again, as those that are planned are, it is the same. */
function body(options: Omit<NamedPolicyOptions, "displayName">) {
  const policy = parsePolicy({ displayName: "Test", ...options }, CONTEXT);
  if (!policy.ok) throw new Error(policy.faults.map(formatFault).join("\n"));
  expect(parsePolicy(policy.value, CONTEXT)).toEqual(policy);
  return graphPolicy({ key: "p", state: "on", breakGlass: "sg", policy: policy.value }, IDS);
}

describe("workload identities", () => {
  const RISKY: PolicyOptions = { workloads: { include: "all" }, workloadRisk: ["high"], grant: "block" };

  it("are bound instead of people, so that nobody is excluded", () => {
    const filter = { mode: "exclude", rule: 'CustomSecurityAttribute.A_B -eq "c"' } as const;
    const workloads = { include: [OTHER, ONE], exclude: [ONE], filter };
    expect(
      body({ workloads, workloadRisk: ["medium", "high"], excludeLocations: ["office"], grant: "block" }),
    ).toEqual({
      displayName: "Test",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"] },
        users: { includeUsers: ["None"] },
        clientApplications: {
          includeServicePrincipals: [ONE, OTHER],
          excludeServicePrincipals: [ONE],
          servicePrincipalFilter: filter,
        },
        locations: { includeLocations: ["All"], excludeLocations: ["office"] },
        servicePrincipalRiskLevels: ["high", "medium"],
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    });
  });

  it("are all of the tenant's, or those that a filter includes", () => {
    expect(body(RISKY).conditions.clientApplications).toEqual({
      includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
    });
    const filter = { mode: "include", rule: "x" } as const;
    expect(body({ workloads: { filter }, grant: "block" }).conditions.clientApplications).toEqual({
      servicePrincipalFilter: filter,
    });
  });

  test.each<[string, PolicyOptions, readonly string[]]>([
    [
      "take nothing that is for people",
      { ...RISKY, include: "all", clients: ["browser"], session: { persistentBrowser: "never" } },
      ["include", "clients", "session"],
    ],
    ["are asked for nothing", { ...RISKY, grant: { controls: ["mfa"] } }, ["grant"]],
    ["are named", { ...RISKY, workloads: {} }, ["workloads"]],
    ["have ids", { ...RISKY, workloads: { include: ["app"] } }, ["workloads.include[0]"]],
    ["are listed", { ...RISKY, workloads: { include: [] } }, ["workloads.include"]],
    [
      "are listed once",
      { ...RISKY, workloads: { include: [ONE, ONE.toUpperCase()] } },
      ["workloads.include[1]"],
    ],
    [
      "are not listed beside a filter that includes",
      { ...RISKY, workloads: { include: "all", filter: { mode: "include", rule: "x" } } },
      ["workloads"],
    ],
    [
      "are not all left out",
      { ...RISKY, workloads: { include: [ONE], exclude: [ONE] } },
      ["workloads.exclude"],
    ],
    ["sign in to all applications", { ...RISKY, applications: ["Office365"] }, ["applications"]],
    ["sign in to all of them", { ...RISKY, excludeApplications: ["Office365"] }, ["excludeApplications"]],
    ["are not all blocked", { workloads: { include: "all" }, grant: "block" }, ["grant"]],
    ["alone have their risk", { include: "all", workloadRisk: ["high"], grant: "block" }, ["workloadRisk"]],
    ["have some risk", { ...RISKY, workloadRisk: [] }, ["workloadRisk"]],
  ])("%s", (_title, options, places) => {
    expect(faults(options).map((fault) => fault.split(":")[0])).toEqual(places);
  });
});

describe("people", () => {
  it("come from tenants that are named", () => {
    const guests = { kinds: ["serviceProvider", "internalGuest"], tenants: [OTHER, ONE] } as const;
    const { users } = body({
      include: { guests },
      exclude: { guests },
      grant: { controls: ["mfa"] },
    }).conditions;
    const expected = {
      guestOrExternalUserTypes: ["internalGuest", "serviceProvider"],
      externalTenants: { membershipKind: "enumerated", members: [ONE, OTHER] },
    };
    expect([users.includeGuestsOrExternalUsers, users.excludeGuestsOrExternalUsers]).toEqual([
      expected,
      expected,
    ]);
  });

  test.each([
    [{ kinds: [], tenants: [ONE] }, ["include.guests.kinds"]],
    [{ kinds: ["internalGuest" as const], tenants: [ONE] }, ["include.guests.kinds"]],
    [{ kinds: ["serviceProvider" as const], tenants: [] }, ["include.guests.tenants"]],
    [{ kinds: ["serviceProvider" as const], tenants: ["fabrikam.com"] }, ["include.guests.tenants[0]"]],
  ])("of %j are refused", (guests, places) => {
    const found = faults({ include: { guests }, grant: { controls: ["mfa"] } });
    expect(found.map((fault) => fault.split(":")[0])).toEqual(places);
  });

  it("may be a risk to the tenant, or none", () => {
    const { conditions } = body({
      include: "all",
      insiderRisk: "elevated",
      signInRisk: ["none", "low"],
      grant: "block",
    });
    expect(conditions).toMatchObject({ insiderRiskLevels: ["elevated"], signInRiskLevels: ["low", "none"] });
    expect(
      faults({ include: "all", signInRisk: ["none", "low", "medium", "high"], grant: "block" }),
    ).toHaveLength(1);
    const { mfa } = withPolicies({ one: { include: "all", insiderRisk: "minor", grant: "block" } });
    expect(faultsOf({ ...withPolicies({}), mfa: { ...mfa, licence: "p1" } })).toEqual([
      "mfa.policies.one.insiderRisk: risk policies need Entra ID P2, got mfa.licence p1; write mfa: { licence: p2 } if every user whom the policy reaches has it",
    ]);
  });

  it("are where the service settings of multifactor authentication trust", () => {
    const policy = body({ include: "all", excludeLocations: ["mfa-trusted-ips", "office"], grant: "block" });
    expect(policy.conditions.locations?.excludeLocations).toEqual([
      "00000000-0000-0000-0000-000000000000",
      "office",
    ]);
    expect(faultsOf({ namedLocations: { "mfa-trusted-ips": { countries: ["NL"] } } })).toHaveLength(1);
  });
});

describe("controls", () => {
  it("are terms, factors of vendors, a strength of one's own, app control", () => {
    const policy = body({
      include: "all",
      clients: ["mobileAppsAndDesktopClients"],
      grant: { operator: "and", strength: "keys", termsOfUse: [OTHER, ONE], customFactors: ["Duo", "Duo"] },
      session: {
        signInFrequency: { hours: 4 },
        authenticationType: "secondaryAuthentication",
        cloudAppSecurity: "monitorOnly",
      },
    });
    expect(policy.grantControls).toEqual({
      operator: "AND",
      termsOfUse: [ONE, OTHER],
      customAuthenticationFactors: ["Duo"],
      authenticationStrength: { id: "/policies/authenticationStrengthPolicies/keys" },
    });
    expect(policy.sessionControls).toMatchObject({
      signInFrequency: { authenticationType: "secondaryAuthentication", value: 4 },
      cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: "monitorOnly" },
    });
    expect(body({ include: "all", grant: { termsOfUse: [ONE] } }).grantControls).toEqual({
      operator: "OR",
      termsOfUse: [ONE],
    });
  });

  test.each<[PolicyOptions, string]>([
    [{ grant: { strength: "key" } }, "did you mean keys?"],
    [{ grant: { strength: "toString" } }, "declare it under strengths"],
    [{ grant: { termsOfUse: [] } }, "grant.termsOfUse: an empty list"],
    [
      { grant: { customFactors: [], controls: ["mfa"] } },
      "grant.customFactors: customFactors is an empty list",
    ],
    [{ grant: { customFactors: ["Duo"] } }, "provider azuread writes no custom control alone"],
    [{ session: { authenticationType: "secondaryAuthentication" } }, "goes with signInFrequency only"],
    [
      {
        userRisk: ["high"],
        grant: { operator: "and", controls: ["mfa", "passwordChange"], termsOfUse: [ONE] },
      },
      "a password change stands beside mfa",
    ],
    [
      { userAction: "registerDevice", grant: { termsOfUse: [ONE] } },
      "registering a device can be made to ask for MFA",
    ],
  ])("%j: %s", (options, said) => {
    const found = faults({ include: "all", ...options });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });
});

describe("authentication strengths", () => {
  it("are read in Graph's words, whatever the order of their methods", () => {
    const strengths = {
      keys: { displayName: "Keys", combinations: ["federatedSingleFactor, sms", "fido2"] },
    };
    expect(planOf({ strengths }).strengths).toEqual([
      { key: "keys", displayName: "Keys", combinations: ["fido2", "sms,federatedSingleFactor"] },
    ]);
  });

  it("that are wrong are told all at once", () => {
    const found = faultsOf({
      strengths: {
        Keys: { combinations: [] },
        mfa: { displayName: " ", combinations: ["fido2", "fido2"] },
        one: { displayName: "Same", combinations: ["sms"] },
        two: { displayName: "same", combinations: ["fido3"] },
      },
    });
    expect(found.map((fault) => fault.split(":")[0])).toEqual([
      "strengths.Keys",
      "strengths.Keys.combinations",
      "strengths.mfa",
      "strengths.mfa.displayName",
      "strengths.mfa.combinations[1]",
      "strengths.one.combinations[0]",
      "strengths.two.displayName",
      "strengths.two.combinations[0]",
    ]);
    expect(found.at(5)).toContain("a single factor");
    expect(found.at(7)).toContain("did you mean fido2?");
  });

  it("are at most fifteen", () => {
    const many = Array.from({ length: 16 }, (_, at) => [`s${at}`, { combinations: ["fido2"] }]);
    expect(faultsOf({ strengths: Object.fromEntries(many) })).toEqual([
      "strengths: 16 authentication strengths; expected at most 15",
    ]);
  });

  it("of keys alone shut out who has none, as the built-in one does", () => {
    const keys = { combinations: ["fido2"] };
    const policies = { one: { state: "on", include: "all", grant: { strength: "keys" } } } as const;
    const advice = (combinations: readonly string[]) =>
      planOf(withPolicies(policies, { strengths: { keys: { combinations } } })).advice.map(
        ({ message }) => message,
      );
    expect(advice(keys.combinations)).toEqual([
      "the policy one is on, shuts out who has no phishing-resistant method, and excludes nobody but break-glass",
    ]);
    expect(advice(["fido2", "password,softwareOath"])).toEqual([]);
    expect(Object.keys(STRENGTHS)).not.toContain("keys");
  });
});

describe("sets of countries", () => {
  it("stand for their members, of which each is there once", () => {
    const [location] = planOf({
      namedLocations: { home: { countries: ["schengen-area", "gb", "NL"] } },
    }).namedLocations;
    const members = location?.kind === "countries" ? location.countries : [];
    expect(members).toHaveLength(30);
    expect(members).toEqual([...new Set(members)].sort());
    expect(members).toEqual(expect.arrayContaining(["CH", "GB", "NL"]));
    expect(members).not.toContain("IE");
  });

  it("hold countries alone; the continents hold each but Antarctica once, and islands that M49 counts to none", () => {
    for (const members of Object.values(COUNTRY_SETS)) {
      expect(members.filter((code) => !COUNTRIES.has(code))).toEqual([]);
      expect(new Set(members).size).toBe(members.length);
    }
    const continents = ["africa", "americas", "asia", "europe", "oceania"].flatMap(
      (name) => COUNTRY_SETS[name] ?? [],
    );
    expect([...COUNTRIES].filter((code) => !continents.includes(code))).toEqual(["AQ"]);
    expect(continents).toHaveLength(249);
    const parts = (...names: string[]) => names.flatMap((name) => COUNTRY_SETS[name] ?? []).sort();
    expect(parts("northern-america", "latin-america-and-the-caribbean")).toEqual(parts("americas"));
    expect(parts("eastern-europe", "northern-europe", "southern-europe", "western-europe")).toEqual(
      parts("europe"),
    );
  });

  test.each([
    ["EU", "write european-union"],
    ["eea", "write european-economic-area"],
    ["european-unions", "did you mean european-union?"],
    ["toString", "such as european-union"],
  ])("%j is none: %s", (name, said) => {
    expect(faultsOf({ namedLocations: { home: { countries: [name] } } })).toEqual([
      expect.stringContaining(said),
    ]);
  });
});
