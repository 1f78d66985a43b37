import { AuthenticationStrengths } from "../../../constructs/identity/authentication-strengths";
import { ConditionalAccessPolicy } from "../../../constructs/identity/conditional-access-policy";
import { NamedLocations } from "../../../constructs/identity/named-locations";
import type { Policy } from "../../../lib/identity/policy";
import type { Block } from "../../support/provider-schema";
import { providerSchemas } from "../../support/schema-check";
import { breakGlassIn, configurationOf } from "./identity-stack";

const [AZUREAD] = Object.values(providerSchemas("azuread-3.7.0").provider_schemas);
const ID = "33333333-3333-4333-8333-333333333333";

/** Between them they say all that a policy can say. */
const POLICIES: Readonly<Record<string, Policy>> = {
  people: {
    displayName: "People",
    include: {
      users: ["ann@contoso.com"],
      groups: ["sg-pilot"],
      roles: ["Global Reader"],
      guests: { kinds: ["serviceProvider"], tenants: [ID] },
    },
    exclude: {
      users: ["kim@contoso.com"],
      roles: ["Global Administrator"],
      guests: { kinds: ["otherExternalUser"], tenants: [ID] },
    },
    applications: ["Office365"],
    excludeApplications: ["Office 365 Exchange Online"],
    clients: ["browser"],
    includeLocations: ["home"],
    excludeLocations: ["office"],
    platforms: { include: "all", exclude: ["linux"] },
    signInRisk: ["none"],
    userRisk: ["low"],
    insiderRisk: "minor",
    authenticationFlows: ["deviceCodeFlow"],
    deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" },
    grant: { controls: ["compliantDevice"], strength: "keys", termsOfUse: [ID], customFactors: ["Duo"] },
    session: {
      signInFrequency: { hours: 4 },
      authenticationType: "secondaryAuthentication",
      cloudAppSecurity: "mcasConfigured",
      applicationEnforcedRestrictions: true,
      disableResilienceDefaults: true,
    },
  },
  actions: {
    displayName: "Actions",
    include: "all",
    userAction: "registerSecurityInfo",
    grant: { controls: ["mfa"] },
  },
  browsers: {
    displayName: "Browsers",
    include: "all",
    applications: "all",
    session: { persistentBrowser: "never" },
  },
  workloads: {
    displayName: "Workloads",
    include: {},
    workloads: {
      include: "all",
      exclude: [ID],
      filter: { mode: "exclude", rule: 'CustomSecurityAttribute.A_B -eq "c"' },
    },
    workloadRisk: ["high"],
    applications: "all",
    grant: "block",
  },
};

/** What no configuration says: the provider computes it, or it is how long the provider waits. */
const COMPUTED = /^(?:id|object_id|timeouts\..*)$/;

test("every argument of policies, locations and strengths that provider azuread has can be said", () => {
  const { resource = {} } = configurationOf((stack) => {
    const breakGlass = breakGlassIn(stack);
    const { directory } = breakGlass;
    new AuthenticationStrengths(stack, "Strengths", {
      directory,
      strengths: {
        keys: { displayName: "Keys", description: "for administrators", combinations: ["fido2"] },
      },
    });
    new NamedLocations(stack, "NamedLocations", {
      directory,
      locations: {
        home: { countries: ["european-union"], unknownCountries: true, lookup: "authenticatorAppGps" },
        office: { ip: ["192.0.2.0/24"], trusted: true },
      },
    });
    for (const [id, policy] of Object.entries(POLICIES))
      new ConditionalAccessPolicy(stack, id, { breakGlass, policy });
  });
  for (const type of [
    "azuread_conditional_access_policy",
    "azuread_named_location",
    "azuread_authentication_strength_policy",
  ]) {
    const said = new Set(Object.values(resource[type] ?? {}).flatMap((one) => [...pathsOf(one)]));
    const schema = AZUREAD?.resource_schemas[type];
    const missing = argumentsOf(schema?.block).filter((path) => !said.has(path) && !COMPUTED.test(path));
    expect([type, ...missing]).toEqual([type]);
  }
  const people = Object.entries(resource.azuread_conditional_access_policy ?? {}).find(([name]) =>
    name.startsWith("people_"),
  )?.[1];
  expect(people).toMatchObject({
    grant_controls: {
      authentication_strength_policy_id: expect.stringMatching(
        /^\$\{azuread_authentication_strength_policy\..*keys.*\.id\}$/,
      ),
    },
  });
  expect(resource.azuread_conditional_access_policy?.workloads).toMatchObject({
    conditions: { users: { included_users: ["None"] } },
  });
});

test("a policy names strengths that are declared", () => {
  expect(() =>
    configurationOf((stack) => {
      const breakGlass = breakGlassIn(stack);
      breakGlass.directory.declareStrength("one", "a");
      expect(breakGlass.directory.strength("one")).toBe("a");
      expect(() => breakGlass.directory.declareStrength("one", "b")).toThrow(
        "two authentication strengths of one key",
      );
      breakGlass.directory.strength("keys");
    }),
  ).toThrow("no authentication strength of this key");
});

function argumentsOf(block: Block | undefined, prefix = ""): string[] {
  return [
    ...Object.keys(block?.attributes ?? {}).map((name) => `${prefix}${name}`),
    ...Object.entries(block?.block_types ?? {}).flatMap(([name, nested]) =>
      argumentsOf(nested.block, `${prefix}${name}.`),
    ),
  ];
}

/** The paths of what is written, without the places in lists of blocks. */
function* pathsOf(value: unknown, prefix = ""): Generator<string> {
  for (const [key, inner] of Object.entries(value ?? {})) {
    const blocks = Array.isArray(inner) ? inner : [inner];
    if (blocks.every((one) => typeof one === "object" && one !== null)) {
      for (const block of blocks) yield* pathsOf(block, `${prefix}${key}.`);
    } else yield `${prefix}${key}`;
  }
}
