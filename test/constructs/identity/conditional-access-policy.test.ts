import { ConditionalAccessPolicy } from "../../../constructs/identity/conditional-access-policy";
import { NamedLocations } from "../../../constructs/identity/named-locations";
import { BASELINE_POLICIES } from "../../../lib/identity/baselines";
import type { Policy, PolicyState } from "../../../lib/identity/policy";
import { breakGlassIn, configurationOf } from "./identity-stack";

const BREAK_GLASS = "${azuread_group.BreakGlass.object_id}";

/** What a policy becomes, in a tenant with a break-glass group and two named locations. */
function synthesize(policy: Policy, state?: PolicyState): unknown {
  const { resource } = configurationOf((stack) => {
    const breakGlass = breakGlassIn(stack);
    new NamedLocations(stack, "NamedLocations", {
      directory: breakGlass.directory,
      locations: {
        "head-office": { ip: ["192.0.2.0/24"], trusted: true },
        sanctioned: { countries: ["KP"] },
      },
    });
    new ConditionalAccessPolicy(stack, "the-policy", {
      breakGlass,
      policy,
      ...(state === undefined ? {} : { state }),
    });
  });
  return resource?.azuread_conditional_access_policy?.["the-policy"];
}

/** The blocks of a policy for all users and applications, but for what the test is about. */
const conditions = (blocks: object) => ({
  client_app_types: ["all"],
  applications: { included_applications: ["All"] },
  users: { included_users: ["All"], excluded_groups: [BREAK_GLASS] },
  ...blocks,
});

describe("a policy of a baseline", () => {
  test("asks all users but break-glass and directory synchronization for MFA, in report-only at first", () => {
    expect(synthesize(BASELINE_POLICIES["mfa-all-users"].policy)).toEqual({
      display_name: "Require multifactor authentication for all users",
      state: "enabledForReportingButNotEnforced",
      conditions: conditions({
        users: {
          included_users: ["All"],
          excluded_groups: [BREAK_GLASS],
          excluded_roles: ["d29b2b05-8046-44ba-8758-1e26182fcf32"],
        },
      }),
      grant_controls: { operator: "OR", built_in_controls: ["mfa"] },
    });
  });

  test("blocks legacy authentication once it is on", () => {
    expect(synthesize(BASELINE_POLICIES["block-legacy-authentication"].policy, "on")).toEqual({
      display_name: "Block legacy authentication",
      state: "enabled",
      conditions: conditions({ client_app_types: ["exchangeActiveSync", "other"] }),
      grant_controls: { operator: "OR", built_in_controls: ["block"] },
    });
  });

  test("asks at every risky sign-in: an interval, and neither a number nor a period", () => {
    expect(synthesize(BASELINE_POLICIES["mfa-risky-sign-ins"].policy)).toMatchObject({
      conditions: conditions({ sign_in_risk_levels: ["high", "medium"] }),
      session_controls: {
        sign_in_frequency_interval: "everyTime",
        sign_in_frequency_authentication_type: "primaryAndSecondaryAuthentication",
      },
    });
  });

  test("names an authentication strength by its path, and no built-in control beside it", () => {
    expect(synthesize(BASELINE_POLICIES["phishing-resistant-mfa-admins"].policy)).toMatchObject({
      conditions: { users: { excluded_groups: [BREAK_GLASS] } },
      grant_controls: {
        authentication_strength_policy_id:
          "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
      },
    });
  });

  test.each(Object.entries(BASELINE_POLICIES))("%s fits the provider's schema", (_, { policy }) => {
    expect(synthesize(policy)).toMatchObject({ display_name: policy.displayName });
  });
});

describe("what a policy may say beside", () => {
  const base = { displayName: "Test", include: "all", applications: "all" } as const;
  const mfa = { controls: ["mfa"] } as const;

  test("is left out where it is not said: no block and no list is empty", () => {
    expect(synthesize({ ...base, grant: mfa })).toEqual({
      display_name: "Test",
      state: "enabledForReportingButNotEnforced",
      conditions: conditions({}),
      grant_controls: { operator: "OR", built_in_controls: ["mfa"] },
    });
  });

  test("a session alone, with a period: the interval is written, since the provider would keep everyTime", () => {
    const policy = synthesize({
      ...base,
      session: { signInFrequency: { hours: 4 }, persistentBrowser: "never" },
    });
    expect(policy).not.toHaveProperty("grant_controls");
    expect(policy).toHaveProperty("session_controls", {
      sign_in_frequency: 4,
      sign_in_frequency_period: "hours",
      sign_in_frequency_interval: "timeBased",
      sign_in_frequency_authentication_type: "primaryAndSecondaryAuthentication",
      persistent_browser_mode: "never",
    });
  });

  test("a persistent browser alone leaves the sign-in frequency out", () => {
    expect(synthesize({ ...base, session: { persistentBrowser: "never" } })).toHaveProperty(
      "session_controls",
      { persistent_browser_mode: "never" },
    );
  });

  test("what applications enforce and what resilience leaves", () => {
    const session = { applicationEnforcedRestrictions: true, disableResilienceDefaults: true } as const;
    expect(synthesize({ ...base, applications: ["Office365"], session })).toHaveProperty("session_controls", {
      application_enforced_restrictions_enabled: true,
      disable_resilience_defaults: true,
    });
  });

  test("people by name become references, and are excluded beside break-glass", () => {
    const policy = synthesize({
      ...base,
      include: { groups: ["sg-finance"], roles: ["Global Administrator"], users: ["Alex@Contoso.com"] },
      exclude: { groups: ["sg-scanners", "sg-break-glass"], users: ["o'neil@contoso.com"] },
      grant: mfa,
    });
    expect(policy).toHaveProperty("conditions.users", {
      included_users: ["${data.azuread_user.User__alex__contoso_com.object_id}"],
      included_groups: ["${one(data.azuread_groups.Group__sg-finance.object_ids)}"],
      included_roles: ["62e90394-69f5-4237-9190-012177145e10"],
      excluded_users: ["${data.azuread_user.User__-6f276e65696c__contoso_com.object_id}"],
      excluded_groups: [BREAK_GLASS, "${one(data.azuread_groups.Group__sg-scanners.object_ids)}"],
    });
  });

  test("a group excluded twice, in another case, stands there once", () => {
    const policy = synthesize({ ...base, exclude: { groups: ["SG-Break-Glass"] }, grant: mfa });
    expect(policy).toHaveProperty("conditions.users.excluded_groups", [BREAK_GLASS]);
  });

  test("kinds of guests in the order of Graph's flags, of all tenants", () => {
    const include = { guests: ["serviceProvider", "b2bCollaborationGuest", "internalGuest"] } as const;
    expect(synthesize({ ...base, include, grant: mfa })).toHaveProperty(
      "conditions.users.included_guests_or_external_users",
      [
        {
          guest_or_external_user_types: ["internalGuest", "b2bCollaborationGuest", "serviceProvider"],
          external_tenants: [{ membership_kind: "all" }],
        },
      ],
    );
  });

  test("internal guests are of no other tenant", () => {
    expect(synthesize({ ...base, exclude: { guests: ["internalGuest"] }, grant: mfa })).toHaveProperty(
      "conditions.users.excluded_guests_or_external_users",
      [{ guest_or_external_user_types: ["internalGuest"] }],
    );
  });

  test("places, platforms, devices, flows and risk", () => {
    const policy = synthesize({
      ...base,
      includeLocations: ["sanctioned"],
      excludeLocations: ["head-office", "all-trusted"],
      platforms: { include: "all", exclude: ["iOS"] },
      deviceFilter: { mode: "exclude", rule: 'device.extensionAttribute1 -eq "${kiosk}"' },
      authenticationFlows: ["deviceCodeFlow"],
      userRisk: ["high"],
      grant: "block",
    });
    expect(policy).toHaveProperty(
      "conditions",
      conditions({
        locations: {
          included_locations: ["${azuread_named_location.NamedLocation-sanctioned.object_id}"],
          excluded_locations: ["AllTrusted", "${azuread_named_location.NamedLocation-head-office.object_id}"],
        },
        platforms: { included_platforms: ["all"], excluded_platforms: ["iOS"] },
        devices: { filter: { mode: "exclude", rule: 'device.extensionAttribute1 -eq "$${kiosk}"' } },
        authentication_flow_transfer_methods: ["deviceCodeFlow"],
        user_risk_levels: ["high"],
      }),
    );
  });

  test("a user action instead of applications", () => {
    expect(
      synthesize({ displayName: "Test", include: "all", userAction: "registerSecurityInfo", grant: mfa }),
    ).toHaveProperty("conditions.applications", {
      included_user_actions: ["urn:user:registersecurityinfo"],
    });
  });

  test("a name that Terraform would read as a template is text", () => {
    expect(synthesize({ ...base, displayName: "CA01 ${env} %{if}", grant: mfa })).toHaveProperty(
      "display_name",
      "CA01 $${env} %%{if}",
    );
  });
});

describe("a policy that Entra ID would refuse", () => {
  test("is refused at once, with everything that is wrong with it", () => {
    const policy: Policy = {
      displayName: "Test",
      include: "all",
      exclude: { users: ["alex"] },
      applications: ["Exchange"],
      includeLocations: ["branch-office"],
      grant: { controls: ["mfa"] },
    };
    expect(() => synthesize(policy)).toThrow(
      /^ConditionalAccessPolicy the-policy: 3 faults\n.*includeLocations\[0\]: no named location .*\n.*exclude\.users\[0\]: not a user principal name.*\n.*applications\[0\]: no application is known by this name/,
    );
  });
});
