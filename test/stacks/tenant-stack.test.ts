import { App } from "cdktf";
import { parseName } from "../../lib/dns/name";
import { unwrap } from "../../lib/fault";
import type { IdentityPlan } from "../../lib/identity/identity-plan";
import type { IdentityOptions } from "../../lib/identity/options";
import { planIdentity } from "../../lib/identity/plan";
import { TenantStack, type TenantStackProps } from "../../stacks/tenant-stack";
import { type Configuration, synthesized } from "../constructs/identity/identity-stack";
import { M365 } from "../support/m365-schema";
import { temporaryFolder } from "../support/temp";

const BREAK_GLASS = {
  group: "sg-break-glass",
  users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
};

/** The estate of the README, so to speak. */
const CONTOSO: IdentityOptions = {
  breakGlass: BREAK_GLASS,
  sspr: { group: "SSPRSecurityGroupUsers", users: ["alex@contoso.com"] },
  mfa: {
    baseline: "microsoft",
    licence: "p2",
    policies: {
      "block-legacy-authentication": { state: "on", exclude: { groups: ["sg-scanners"] } },
      "secure-security-info-registration": { excludeLocations: ["head-office"] },
    },
  },
  namedLocations: { "head-office": { ip: ["192.0.2.0/24"], trusted: true } },
};

function planOf(options: IdentityOptions): IdentityPlan {
  const initialDomain = unwrap("domain", parseName("contoso.onmicrosoft.com"));
  return unwrap("identity", planIdentity(options, { initialDomain }));
}

function synthesize(plan: IdentityPlan, props: Omit<TenantStackProps, "plan"> = {}): Configuration {
  const app = new App({ outdir: temporaryFolder(), stackTraces: false });
  return synthesized(new TenantStack(app, "contoso", { plan, ...props }), M365);
}

test("what is expected of synchronization is asked at each plan, by provider m365, and only where it is expected", () => {
  const sync = {
    tool: "connect-sync",
    writeback: { domains: { "contoso.com": { account: "CONTOSO\\MSOL_1" } } },
  } as const;
  const { data, provider } = synthesize(planOf({ sync: { ...sync, maxAge: 180 } }), {
    cloud: "gcc-high",
    credentials: { prefix: "CONTOSO" },
  });
  expect(data).toEqual({
    m365_directory_sync: { DirectorySync: { max_age: 180, licensed: true, assert: true } },
  });
  expect(provider?.m365).toEqual([{ credentials_prefix: "CONTOSO", environment: "usgovernmentl4" }]);
  expect(synthesize(planOf({ sync })).provider?.m365).toBeUndefined();
  // One configuration serves what else is declared by it.
  const both = synthesize(
    planOf({
      sync: { ...sync, maxAge: 180 },
      passwords: { "contoso.com": { passwordValidityPeriodInDays: 90 } },
    }),
  );
  expect(both.provider?.m365).toHaveLength(1);
  expect([both.data, both.resource]).toMatchObject([
    { m365_directory_sync: {} },
    { m365_domain_password_policy: {} },
  ]);
});

describe("baseline scuba", () => {
  test("puts out whom each control's policy excludes, as ScubaGear's configuration wants it", () => {
    const { output } = synthesize(
      planOf({
        breakGlass: BREAK_GLASS,
        mfa: { baseline: "scuba", directorySync: { users: ["Sync_DC1@contoso.onmicrosoft.com"] } },
      }),
    );
    const all = '{"CapExclusions" = {"Groups" = [azuread_group.BreakGlass.object_id]}}';
    const sync = "data.azuread_user.User__-73796e635f646331__contoso_onmicrosoft_com.object_id";
    const spared = `{"CapExclusions" = {"Users" = [${sync}], "Groups" = [azuread_group.BreakGlass.object_id]}}`;
    const controls = [
      `"MS.AAD.1.1v1" = ${all}`,
      `"MS.AAD.3.1v1" = ${spared}`,
      `"MS.AAD.3.2v2" = ${spared}`,
      `"MS.AAD.3.6v1" = ${all}`,
      `"MS.AAD.3.7v1" = ${spared}`,
      `"MS.AAD.3.8v1" = ${all}`,
      `"MS.AAD.3.9v1" = ${all}`,
    ];
    expect(output).toMatchObject({
      ScubaGear: { value: `\${yamlencode({"Aad" = {${controls.join(", ")}}})}` },
    });
  });

  test("of another name has no such output", () => {
    expect(synthesize(planOf(CONTOSO)).output).not.toHaveProperty("ScubaGear");
  });
});

/** Addresses of what is declared, as `type.name`. */
const addresses = (blocks: Configuration["resource"]) =>
  Object.entries(blocks ?? {})
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
    .sort();

describe("a tenant's stack", () => {
  const contoso = synthesize(planOf(CONTOSO));

  test("is called after the tenant, and keeps its state so", () => {
    const app = new App({ outdir: temporaryFolder(), stackTraces: false });
    const stack = new TenantStack(app, "contoso-eu", { plan: planOf({}) });
    expect(stack.node.id).toBe("tenant-contoso-eu");
    expect(synthesized(stack).terraform).toMatchObject({
      backend: { local: { path: "../../../state/tenant-contoso-eu.tfstate" } },
    });
  });

  test.each(["Contoso", "contoso.com", "contoso_eu", "a--b", "../x", ""])(
    "is refused for a tenant called %j, which could be a domain's stack or another folder",
    (name) => {
      const app = new App({ outdir: temporaryFolder(), stackTraces: false });
      expect(() => new TenantStack(app, name, { plan: planOf({}) })).toThrow("a name that no stack can have");
    },
  );

  test("has addresses that are contract", () => {
    expect(addresses(contoso.resource)).toEqual([
      "azuread_conditional_access_policy.block-authentication-transfer",
      "azuread_conditional_access_policy.block-device-code-flow",
      "azuread_conditional_access_policy.block-legacy-authentication",
      "azuread_conditional_access_policy.mfa-admin-portals",
      "azuread_conditional_access_policy.mfa-admins",
      "azuread_conditional_access_policy.mfa-all-users",
      "azuread_conditional_access_policy.mfa-azure-management",
      "azuread_conditional_access_policy.mfa-guests",
      "azuread_conditional_access_policy.mfa-risky-sign-ins",
      "azuread_conditional_access_policy.password-change-risky-users",
      "azuread_conditional_access_policy.phishing-resistant-mfa-admins",
      "azuread_conditional_access_policy.secure-security-info-registration",
      "azuread_group.BreakGlass",
      "azuread_group.Sspr",
      "azuread_named_location.NamedLocation-head-office",
    ]);
    expect(addresses(contoso.data)).toEqual([
      "azuread_groups.Group__sg-scanners",
      "azuread_user.User__bg1__contoso_onmicrosoft_com",
      "azuread_user.User__bg2__contoso_onmicrosoft_com",
      "azuread_users.Sspr__Members",
    ]);
  });

  test("takes no override of a baseline for another address", () => {
    const renamed = { "mfa-all-users": { displayName: "CA01", state: "on" } } as const;
    const other = synthesize(planOf({ ...CONTOSO, mfa: { ...CONTOSO.mfa, policies: renamed } }));
    expect(addresses(other.resource)).toEqual(addresses(contoso.resource));
  });

  test("lets policies run side by side: each waits for look-ups, break-glass and named locations alone", () => {
    const policies = Object.entries(contoso.resource?.azuread_conditional_access_policy ?? {});
    const waitsFor = Object.fromEntries(policies.map(([key, policy]) => [key, references(policy)]));
    expect(waitsFor).toMatchObject({
      "mfa-all-users": ["azuread_group.BreakGlass"],
      "block-legacy-authentication": ["azuread_group.BreakGlass", "data.azuread_groups.Group__sg-scanners"],
      "secure-security-info-registration": [
        "azuread_group.BreakGlass",
        "azuread_named_location.NamedLocation-head-office",
      ],
    });
    for (const [key, policy] of policies) {
      expect(waitsFor[key]).toContain("azuread_group.BreakGlass");
      expect(policy).not.toHaveProperty("depends_on");
      expect(waitsFor[key]?.filter((address) => !/^(data\.|azuread_named_location\.)/.test(address))).toEqual(
        ["azuread_group.BreakGlass"],
      );
    }
  });

  test("excludes break-glass first, by reference, in every policy", () => {
    for (const policy of Object.values(contoso.resource?.azuread_conditional_access_policy ?? {})) {
      expect(policy).toHaveProperty(
        "conditions.users.excluded_groups.0",
        "${azuread_group.BreakGlass.object_id}",
      );
    }
  });

  test("lets a policy mean the group for self-service password reset that it creates itself", () => {
    const policies = { "mfa-guests": { exclude: { groups: ["ssprsecuritygroupusers"] } } };
    const { resource, data } = synthesize(planOf({ ...CONTOSO, mfa: { policies } }));
    expect(resource?.azuread_conditional_access_policy?.["mfa-guests"]).toHaveProperty(
      "conditions.users.excluded_groups",
      ["${azuread_group.BreakGlass.object_id}", "${azuread_group.Sspr.object_id}"],
    );
    expect(data).not.toHaveProperty("azuread_groups");
  });

  test("destroys none of its groups when the estate no longer has them", () => {
    const { resource, removed } = synthesize(planOf({}));
    expect(resource).toBeUndefined();
    expect(removed).toEqual([
      { from: "azuread_group.BreakGlass", lifecycle: { destroy: false } },
      { from: "azuread_group.Sspr", lifecycle: { destroy: false } },
    ]);
    expect(synthesize(planOf({ sspr: { group: "sg-sspr", existing: true } })).removed).toHaveLength(2);
    expect(contoso.removed).toBeUndefined();
  });

  test("says what is to be clicked, in the cloud's own admin center", () => {
    expect(contoso.output).toEqual({
      SsprInstructions: {
        value: expect.stringMatching(/https:\/\/entra\.microsoft\.com .*SSPRSecurityGroupUsers/s),
      },
    });
    expect(synthesize(planOf(CONTOSO), { cloud: "gcc-high" }).output).toEqual({
      SsprInstructions: { value: expect.stringContaining("https://entra.microsoft.us ") },
    });
    expect(synthesize(planOf({})).output).toBeUndefined();
  });

  test("is the same, byte for byte, for the same estate in another order", () => {
    const shuffled: IdentityOptions = {
      namedLocations: { "head-office": { trusted: true, ip: ["192.0.2.0/24"] } },
      mfa: {
        policies: Object.fromEntries(Object.entries(CONTOSO.mfa?.policies ?? {}).reverse()),
        licence: "p2",
      },
      sspr: { users: ["ALEX@contoso.com"], group: "SSPRSecurityGroupUsers" },
      breakGlass: { users: BREAK_GLASS.users.toReversed(), group: "sg-break-glass" },
    };
    expect(JSON.stringify(synthesize(planOf(shuffled)))).toBe(JSON.stringify(contoso));
  });

  test("has no policies around another break-glass group, or around none", () => {
    const plan = planOf(CONTOSO);
    const { breakGlass: _, ...without } = plan;
    expect(() => synthesize(without)).toThrow("policies without a break-glass group");
    const policies = plan.policies.map((policy) => ({ ...policy, breakGlass: "sg-other" }));
    expect(() => synthesize({ ...plan, policies })).toThrow(
      /mfa-admins: planned around another break-glass group, got sg-other; expected sg-break-glass/,
    );
  });
});

describe("provider azuread", () => {
  test.each([
    ["worldwide", "global"],
    ["gcc", "global"],
    ["gcc-high", "usgovernmentl4"],
    ["dod", "usgovernmentl5"],
    ["china", "china"],
  ] as const)(
    "of cloud %s is told environment %s, so that no variable chooses another",
    (cloud, environment) => {
      expect(synthesize(planOf({}), { cloud }).provider).toEqual({ azuread: [{ environment }] });
    },
  );

  test("is told the tenant where the estate names it, and never a credential", () => {
    const tenantId = "33333333-3333-4333-8333-333333333333";
    expect(synthesize(planOf({}), { tenantId }).provider).toEqual({
      azuread: [{ environment: "global", tenant_id: tenantId }],
    });
  });
});

/** What a block refers to, as addresses. */
function references(block: object): readonly string[] {
  const found = JSON.stringify(block).matchAll(/(?:data\.)?azuread_\w+\.[\w-]+/g);
  return [...new Set([...found].map(([address]) => address))].sort();
}

describe("sign-in methods and what everybody may do", () => {
  const { resource, data, provider, terraform } = synthesize(
    planOf({
      ...CONTOSO,
      baseline: "scuba",
      methods: { fido2: { includeGroups: ["sg-break-glass", "Staff"], excludeGroups: ["SG-scanners"] } },
      securityDefaults: false,
      mfa: { policies: { one: { include: "all", clients: ["other"], grant: "block", state: "on" } } },
    }),
    {
      tenantId: "11111111-1111-4111-8111-111111111111",
      cloud: "gcc-high",
      credentials: { prefix: "CONTOSO" },
    },
  );

  test("are of provider m365, beside azuread", () => {
    expect(addresses(resource).filter((address) => address.startsWith("m365_"))).toEqual([
      "m365_authentication_method.Method-email",
      "m365_authentication_method.Method-fido2",
      "m365_authentication_method.Method-microsoftAuthenticator",
      "m365_authentication_method.Method-sms",
      "m365_authentication_method.Method-voice",
      "m365_authentication_methods_policy.MethodsPolicy",
      "m365_authorization_policy.Authorization",
      "m365_consent_settings.ConsentSettings",
      "m365_default_app_management_policy.Applications",
      "m365_domain_password_policy.Passwords-contoso_onmicrosoft_com",
      "m365_security_defaults.SecurityDefaults",
    ]);
    expect(provider?.m365).toEqual([
      {
        credentials_prefix: "CONTOSO",
        environment: "usgovernmentl4",
        tenant_id: "11111111-1111-4111-8111-111111111111",
      },
    ]);
    expect(terraform?.required_providers).toHaveProperty("m365");
  });

  test("have ids of groups in the place of names, those of the stack's own groups too", () => {
    expect(resource?.m365_authentication_method?.["Method-fido2"]).toEqual({
      provider: "m365",
      method: "Fido2",
      include_groups: [
        "${azuread_group.BreakGlass.object_id}",
        "${one(data.azuread_groups.Group__staff.object_ids)}",
      ],
      exclude_groups: ["${one(data.azuread_groups.Group__sg-scanners.object_ids)}"],
    });
    expect(addresses(data)).toContain("azuread_groups.Group__staff");
    expect(resource?.m365_authorization_policy?.Authorization).toMatchObject({
      user_consent_policies: [],
    });
  });

  test("security defaults go off before a policy is on", () => {
    const { depends_on: after } = resource?.azuread_conditional_access_policy?.one ?? {};
    expect(after).toContain("m365_security_defaults.SecurityDefaults");
  });

  test("rules of roles come before those who are eligible, whose accounts are of the cloud alone", () => {
    const { resource: made, output } = synthesize(
      planOf({
        baseline: "scuba",
        breakGlass: BREAK_GLASS,
        mfa: { licence: "p2", baseline: "none" },
        consent: { requests: { reviewerUsers: ["ann@contoso.com"], reviewerGroups: ["sg-consent"] } },
        privilegedRoles: {
          approvers: { users: ["ann@contoso.com"] },
          holders: {
            "Global Administrator": { eligible: { users: ["ann@contoso.com"], groups: ["sg-admins"] } },
          },
        },
      }),
    );
    expect(made?.m365_admin_consent_request_policy?.ConsentRequests).toMatchObject({
      reviewer_users: ["${data.azuread_user.User__ann__contoso_com.object_id}"],
      reviewer_groups: ["${one(data.azuread_groups.Group__sg-consent.object_ids)}"],
    });
    expect(made?.m365_role_management_policy?.["Role-Global-Administrator"]).toMatchObject({
      role: "Global Administrator",
      activation_approver_users: ["${data.azuread_user.User__ann__contoso_com.object_id}"],
    });
    const requests = made?.azuread_directory_role_eligibility_schedule_request ?? {};
    expect(Object.keys(requests).sort()).toEqual([
      "Global-Administrator__Group__sg-admins",
      "Global-Administrator__User__ann__contoso_com",
    ]);
    expect(requests["Global-Administrator__User__ann__contoso_com"]).toMatchObject({
      role_definition_id: "62e90394-69f5-4237-9190-012177145e10",
      principal_id: "${data.azuread_user.User__ann__contoso_com.object_id}",
      directory_scope_id: "/",
      lifecycle: {
        precondition: [
          {
            condition:
              "${try(length(data.azuread_user.User__ann__contoso_com.onpremises_immutable_id), 0) == 0}",
          },
        ],
      },
    });
    expect(requests["Global-Administrator__Group__sg-admins"]?.depends_on).toContain(
      "m365_role_management_policy.Role-Global-Administrator",
    );
    expect(JSON.stringify(output?.ScubaGear)).toContain("RoleExclusions");
  });

  test("a tenant that says nothing of them needs no provider m365", () => {
    expect(synthesize(planOf(CONTOSO)).provider).not.toHaveProperty("m365");
  });
});
