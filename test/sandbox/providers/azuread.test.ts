import { azureadStandIn } from "../../../sandbox/providers/azuread/provider";
import { Workspace } from "../../provider/plugin/support/terraform-run";
import { type MicrosoftCloud, startMicrosoft } from "./support/microsoft-cloud";
import { printedSchemas, told } from "./support/printed";

const SOURCE = "registry.terraform.io/hashicorp/azuread";
const TENANT = "11111111-aaaa-4bbb-8ccc-000000000001";

let cloud: MicrosoftCloud;
const opened: Workspace[] = [];

beforeEach(async () => {
  cloud = await startMicrosoft([
    {
      tenantId: TENANT,
      initialDomain: "contoso.onmicrosoft.com",
      domains: ["contoso.com"],
      users: [
        { userPrincipalName: "breakglass1@contoso.onmicrosoft.com" },
        { userPrincipalName: "anna@contoso.com", displayName: "Anna O'Neil" },
      ],
      groups: [{ displayName: "grp-pilot's", members: ["anna@contoso.com"] }],
    },
  ]);
});
afterEach(async () => {
  for (const workspace of opened.splice(0)) workspace.close();
  await cloud.close();
});

/** Terraform with the stand-in, in this environment or the sandbox's. */
function workspace(env: Readonly<Record<string, string | undefined>> = cloud.env): Workspace {
  const made = new Workspace(azureadStandIn({ env }), SOURCE);
  opened.push(made);
  return made;
}

function writes(): readonly string[] {
  return cloud.requests().filter((request) => !request.startsWith("GET "));
}

const USERS = `data "azuread_user" "breakglass" { user_principal_name = "breakglass1@contoso.onmicrosoft.com" }
data "azuread_users" "staff" { user_principal_names = ["anna@contoso.com"] }`;

const group = (
  more = "members = [data.azuread_user.breakglass.object_id]",
) => `resource "azuread_group" "breakglass" {
  display_name            = "grp-breakglass"
  description             = "emergency access"
  security_enabled        = true
  prevent_duplicate_names = true
  ${more}
}`;

test("a group is made, renamed under way as by the real provider, and a second plan is empty", async () => {
  const terraform = workspace();
  await terraform.apply(`${USERS}\n${group()}`);
  expect(writes()).toEqual([
    "POST /beta/groups",
    "PATCH /beta/groups/…",
    "PATCH /beta/groups/…",
    "POST /beta/groups/…/members/$ref",
  ]);
  const bodies = cloud.traffic.log.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(JSON.parse(bodies.find((body) => body.includes("groupTypes")) ?? "")).toEqual({
    "@odata.type": "#microsoft.graph.group",
    description: "emergency access",
    displayName: "grp-breakglass",
    groupTypes: [],
    isAssignableToRole: false,
    mailEnabled: false,
    mailNickname: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]$/),
    membershipRule: null,
    "owners@odata.bind": [expect.stringMatching(/\/beta\/directoryObjects\/[0-9a-f-]{36}$/)],
    resourceBehaviorOptions: [],
    resourceProvisioningOptions: [],
    securityEnabled: true,
  });
  expect(await terraform.values("azuread_group.breakglass")).toMatchObject({
    id: expect.stringMatching(/^\/groups\/[0-9a-f-]{36}$/),
    display_name: "grp-breakglass",
    assignable_to_role: false,
    members: [(await terraform.values("data.azuread_user.breakglass"))?.object_id],
    prevent_duplicate_names: true,
  });
  expect(await terraform.actions()).toEqual({});
});

test("a group's members and description change in place, its kind replaces it", async () => {
  const terraform = workspace();
  await terraform.apply(`${USERS}\n${group()}`);
  const staff = group(
    "members = concat([data.azuread_user.breakglass.object_id], data.azuread_users.staff.object_ids)",
  );
  await terraform.apply(`${USERS}\n${staff.replace("emergency access", "the way back in")}`);
  expect((await terraform.values("azuread_group.breakglass"))?.members).toHaveLength(2);
  expect(await terraform.actions()).toEqual({});
  await terraform.apply(`${USERS}\n${group()}`);
  expect(writes().at(-1)).toBe("DELETE /beta/groups/…/members/…/$ref");
  terraform.configure(`${USERS}\n${group("assignable_to_role = true")}`);
  expect(await terraform.actions()).toEqual({ "azuread_group.breakglass": "delete,create" });
  terraform.configure(
    `${USERS}\n${group('types = ["DynamicMembership"]\n  dynamic_membership {\n    enabled = true\n    rule = "user.accountEnabled -eq true"\n  }')}`,
  );
  expect(await terraform.actions()).toEqual({ "azuread_group.breakglass": "delete,create" });
});

test("drift of a group is fixed, one deleted outside is made anew, and an imported one needs no change", async () => {
  const terraform = workspace();
  await terraform.apply(`${USERS}\n${group()}`);
  const id = String((await terraform.values("azuread_group.breakglass"))?.object_id);
  await cloud.change("PATCH", `beta/groups/${id}`, { description: "evil" });
  expect(await terraform.actions()).toEqual({ "azuread_group.breakglass": "update" });
  await terraform.ok("apply", "-auto-approve");
  await terraform.ok("state", "rm", "azuread_group.breakglass");
  await terraform.ok("import", "azuread_group.breakglass", `/groups/${id}`);
  // What only a configuration says is set in state, and nowhere else.
  expect(await terraform.actions()).toEqual({ "azuread_group.breakglass": "update" });
  await terraform.ok("apply", "-auto-approve");
  expect(await terraform.actions()).toEqual({});
  await cloud.change("DELETE", `beta/groups/${id}`);
  expect(await terraform.actions()).toEqual({ "azuread_group.breakglass": "create" });
});

test("a second group of a name is refused where the configuration says so", async () => {
  const terraform = workspace();
  terraform.configure(group("").replace("grp-breakglass", "grp-pilot's"));
  const { stderr } = await terraform.run("apply", "-auto-approve");
  expect(told(stderr)).toContain('an existing group named "grp-pilot\'s" was found');
});

const POLICY = `resource "azuread_named_location" "office" {
  display_name = "office"
  ip {
    ip_ranges = ["203.0.113.0/24", "2001:db8::/32"]
    trusted   = true
  }
}
resource "azuread_named_location" "countries" {
  display_name = "countries"
  country { countries_and_regions = ["DE", "FR"] }
}
resource "azuread_authentication_strength_policy" "strong" {
  display_name         = "phishing-resistant"
  allowed_combinations = ["fido2", "windowsHelloForBusiness"]
}
resource "azuread_conditional_access_policy" "mfa" {
  display_name = "require-mfa"
  state        = "enabledForReportingButNotEnforced"
  conditions {
    client_app_types = ["all"]
    applications { included_applications = ["All"] }
    users {
      included_users  = ["All"]
      excluded_groups = [one(data.azuread_groups.pilot.object_ids)]
      excluded_guests_or_external_users {
        guest_or_external_user_types = ["internalGuest", "serviceProvider"]
        external_tenants {
          membership_kind = "enumerated"
          members         = ["22222222-aaaa-4bbb-8ccc-000000000002"]
        }
      }
    }
    platforms {
      included_platforms = ["all"]
      excluded_platforms = ["iOS"]
    }
    locations {
      included_locations = ["All"]
      excluded_locations = [azuread_named_location.office.object_id]
    }
    devices {
      filter {
        mode = "exclude"
        rule = "device.isCompliant -eq True"
      }
    }
    authentication_flow_transfer_methods = ["deviceCodeFlow"]
    insider_risk_levels                  = "elevated"
  }
  grant_controls {
    operator                          = "OR"
    authentication_strength_policy_id = azuread_authentication_strength_policy.strong.id
    terms_of_use                      = ["22222222-aaaa-4bbb-8ccc-000000000003"]
    custom_authentication_factors     = ["Duo"]
  }
  session_controls {
    cloud_app_security_policy             = "monitorOnly"
    persistent_browser_mode               = "never"
    sign_in_frequency                     = 12
    sign_in_frequency_period              = "hours"
    sign_in_frequency_interval            = "timeBased"
    sign_in_frequency_authentication_type = "primaryAndSecondaryAuthentication"
  }
}
resource "azuread_conditional_access_policy" "workloads" {
  display_name = "block-risky-workloads"
  state        = "enabledForReportingButNotEnforced"
  conditions {
    client_app_types              = ["all"]
    service_principal_risk_levels = ["high"]
    applications { included_applications = ["All"] }
    users { included_users = ["None"] }
    client_applications {
      included_service_principals = ["ServicePrincipalsInMyTenant"]
      filter {
        mode = "exclude"
        rule = "CustomSecurityAttribute.Engineering_Project -eq \\"Baker\\""
      }
    }
  }
  grant_controls {
    operator          = "OR"
    built_in_controls = ["block"]
  }
}
data "azuread_groups" "pilot" {
  display_names    = ["grp-pilot's"]
  security_enabled = true
}`;

const WHAT = [
  "azuread_authentication_strength_policy.strong",
  "azuread_conditional_access_policy.mfa",
  "azuread_conditional_access_policy.workloads",
  "azuread_named_location.countries",
  "azuread_named_location.office",
];

test("a policy with all it names: made, empty second plan, changed in place, drift, import, destroy", async () => {
  const terraform = workspace();
  await terraform.apply(POLICY);
  expect(await terraform.actions()).toEqual({});

  const ids = await Promise.all(WHAT.map(async (address) => String((await terraform.values(address))?.id)));
  expect(ids.map((id) => id.replace(/[0-9a-f-]{36}$/, "…"))).toEqual([
    "/policies/authenticationStrengthPolicies/…",
    "/identity/conditionalAccess/policies/…",
    "/identity/conditionalAccess/policies/…",
    "/identity/conditionalAccess/namedLocations/…",
    "/identity/conditionalAccess/namedLocations/…",
  ]);
  await terraform.ok("state", "rm", ...WHAT);
  for (const [index, address] of WHAT.entries()) await terraform.ok("import", address, ids[index] ?? "");
  expect(await terraform.actions()).toEqual({});

  await cloud.change("PATCH", `v1.0${ids[1]}`, { state: "disabled" });
  expect(await terraform.actions()).toEqual({ "azuread_conditional_access_policy.mfa": "update" });

  terraform.configure(
    POLICY.replace('"fido2", ', '"fido2", "x509CertificateMultiFactor", ')
      .replace("203.0.113.0/24", "198.51.100.0/24")
      .replace('["DE", "FR"]', '["DE"]')
      .replace('["high"]', '["medium", "high"]')
      .replace(/ {2}session_controls \{[^}]*\}\n/, "")
      .replace(/ {4}devices \{\n[^}]*\}\n {4}\}\n/, ""),
  );
  expect(await terraform.actions()).toEqual(Object.fromEntries(WHAT.map((address) => [address, "update"])));
  await terraform.ok("apply", "-auto-approve");
  expect(await terraform.actions()).toEqual({});
  expect(await terraform.values("azuread_conditional_access_policy.mfa")).toMatchObject({
    state: "enabledForReportingButNotEnforced",
    session_controls: [],
    conditions: [{ devices: [] }],
  });

  cloud.traffic.log.length = 0;
  await terraform.ok("destroy", "-auto-approve");
  // Graph deletes no trusted location.
  expect([...writes()].sort()).toEqual([
    "DELETE /v1.0/identity/conditionalAccess/namedLocations/…",
    "DELETE /v1.0/identity/conditionalAccess/namedLocations/…",
    "DELETE /v1.0/identity/conditionalAccess/policies/…",
    "DELETE /v1.0/identity/conditionalAccess/policies/…",
    "DELETE /v1.0/policies/authenticationStrengthPolicies/…",
    "PATCH /v1.0/identity/conditionalAccess/namedLocations/…",
  ]);
});

test("a location of addresses that becomes one of countries is replaced", async () => {
  const terraform = workspace();
  const location = (extent: string) =>
    `resource "azuread_named_location" "x" {\n  display_name = "x"\n  ${extent}\n}`;
  await terraform.apply(location('ip { ip_ranges = ["203.0.113.0/24"] }'));
  terraform.configure(location('country { countries_and_regions = ["DE"] }'));
  expect(await terraform.actions()).toEqual({ "azuread_named_location.x": "delete,create" });
});

test("a membership is made and taken away; one that is there already has to be imported", async () => {
  const terraform = workspace();
  const member = (user: string) => `${USERS}
data "azuread_groups" "pilot" { display_names = ["grp-pilot's"] }
resource "azuread_group_member" "x" {
  group_object_id  = one(data.azuread_groups.pilot.object_ids)
  member_object_id = ${user}
}
resource "azuread_directory_role_eligibility_schedule_request" "x" {
  role_definition_id = "fe930be7-5e62-47db-91af-98c3a49a38b1"
  principal_id       = ${user}
  directory_scope_id = "/"
  justification      = "helps"
}`;
  await terraform.apply(member("data.azuread_user.breakglass.object_id"));
  expect(await terraform.actions()).toEqual({});
  terraform.configure(member("one(data.azuread_users.staff.object_ids)"));
  expect(await terraform.actions()).toEqual({
    "azuread_directory_role_eligibility_schedule_request.x": "delete,create",
    "azuread_group_member.x": "delete,create",
  });
  const { stderr } = await terraform.run("apply", "-auto-approve");
  expect(told(stderr)).toContain("already exists");
  const groupId = (await terraform.values("data.azuread_groups.pilot"))?.object_ids;
  const userId = (await terraform.values("data.azuread_users.staff"))?.object_ids;
  await terraform.ok("import", "azuread_group_member.x", `${groupId}/member/${userId}`);
  expect(await terraform.actions()).toEqual({});
});

test("data sources tell what is in the tenant", async () => {
  const terraform = workspace();
  await terraform.apply(`${USERS}
data "azuread_client_config" "me" {}
data "azuread_domains" "verified" {}
data "azuread_domains" "initial" { only_initial = true }
data "azuread_directory_role_templates" "all" {}
data "azuread_groups" "pilot" { display_names = ["grp-pilot's"] }
data "azuread_group" "pilot" {
  object_id        = one(data.azuread_groups.pilot.object_ids)
  security_enabled = true
}
resource "azuread_named_location" "office" {
  display_name = "office"
  ip { ip_ranges = ["203.0.113.0/24"] }
}
data "azuread_named_location" "office" { display_name = azuread_named_location.office.display_name }`);
  const staff = (await terraform.values("data.azuread_users.staff"))?.object_ids;
  expect(await terraform.values("data.azuread_client_config.me")).toMatchObject({
    tenant_id: TENANT,
    client_id: cloud.env.ARM_CLIENT_ID,
  });
  const named = (domain_name: string) => expect.objectContaining({ domain_name, verified: true });
  expect((await terraform.values("data.azuread_domains.verified"))?.domains).toEqual(
    expect.arrayContaining([named("contoso.com"), named("contoso.onmicrosoft.com")]),
  );
  expect((await terraform.values("data.azuread_domains.initial"))?.domains).toEqual([
    named("contoso.onmicrosoft.com"),
  ]);
  expect(
    (await terraform.values("data.azuread_directory_role_templates.all"))?.role_templates,
  ).toContainEqual(
    expect.objectContaining({
      display_name: "Global Administrator",
      object_id: "62e90394-69f5-4237-9190-012177145e10",
    }),
  );
  expect(await terraform.values("data.azuread_user.breakglass")).toMatchObject({
    account_enabled: true,
    onpremises_sync_enabled: false,
    user_type: "Member",
  });
  expect(await terraform.values("data.azuread_group.pilot")).toMatchObject({
    members: staff,
    security_enabled: true,
  });
  expect(await terraform.values("data.azuread_named_location.office")).toMatchObject({
    ip: [{ ip_ranges: ["203.0.113.0/24"], trusted: false }],
    country: [],
  });
});

test.each([
  [
    'data "azuread_user" "x" { user_principal_name = "nobody@contoso.com" }',
    'User with user_principal_name "nobody@contoso.com" was not found',
  ],
  [
    'data "azuread_users" "x" { user_principal_names = ["nobody@contoso.com"] }',
    "User not found with userPrincipalName eq 'nobody@contoso.com'",
  ],
  [
    'data "azuread_groups" "x" { display_names = ["grp-none"] }',
    'No group found with display name: "grp-none"',
  ],
  [
    group('types = ["DynamicMembership"]'),
    '`dynamic_membership` must be specified when `types` contains "DynamicMembership"',
  ],
  [POLICY.replace("enabledForReportingButNotEnforced", "on"), "expected state to be one of"],
  [
    POLICY.replace(/ {4}sign_in_frequency_period.*\n/, ""),
    "sign_in_frequency and sign_in_frequency_period must be specified together",
  ],
  [
    'resource "azuread_named_location" "x" { display_name = "x" }',
    'exactly one of "ip" or "country" must be specified',
  ],
])("plan tells what is wrong: %#", async (configuration, words) => {
  const terraform = workspace();
  terraform.configure(`${configuration.includes("azuread_user.") ? USERS : ""}\n${configuration}`);
  expect(told((await terraform.run("plan")).stderr)).toContain(words);
});

test("what Graph refuses is told with its code", async () => {
  const terraform = workspace();
  terraform.configure(POLICY.replace('"fido2", ', '"palmReader", '));
  const { stderr } = await terraform.run("apply", "-auto-approve");
  expect(told(stderr)).toContain("Could not create authentication strength policy");
  expect(told(stderr)).toMatch(/unexpected status 400 \(400 Bad Request\) with error: \w+: /);
});

test("credentials are told in the configuration too, and a cloud's name means nothing beside a metadata host", async () => {
  const { ARM_CLIENT_SECRET = "", ARM_METADATA_HOSTNAME = "", ...rest } = cloud.env;
  const terraform = workspace({
    ...rest,
    ARM_ENVIRONMENT: "usgovernment",
    M365_GRAPH_URL: "https://example.com",
  });
  await terraform.apply(`provider "azuread" {
  metadata_host = "${ARM_METADATA_HOSTNAME}"
  client_secret = "${ARM_CLIENT_SECRET}"
}
data "azuread_client_config" "me" {}`);
  expect((await terraform.values("data.azuread_client_config.me"))?.tenant_id).toBe(TENANT);
});

test.each([
  ["without a metadata host", { ARM_METADATA_HOSTNAME: undefined }, "ARM_METADATA_HOSTNAME is not set"],
  [
    "at a metadata host elsewhere",
    { ARM_METADATA_HOSTNAME: "login.microsoftonline.com" },
    "ARM_METADATA_HOSTNAME is https://login.microsoftonline.com;",
  ],
  [
    "without the certificates to trust",
    { SSL_CERT_FILE: undefined },
    "SSL_CERT_FILE must name the sandbox's certificates",
  ],
  ["with a wrong secret", { ARM_CLIENT_SECRET: "wrong-secret" }, "unable to obtain access token"],
  ["without a tenant", { ARM_TENANT_ID: undefined }, "azuread cannot sign in: the tenant's id is missing"],
])("it does not start %s", async (_, env, words) => {
  const terraform = workspace({ ...cloud.env, ...env });
  terraform.configure('data "azuread_client_config" "me" {}');
  const { stderr } = await terraform.run("plan");
  expect(told(stderr)).toContain(words);
  expect(stderr).not.toContain("wrong-secret");
});

test("Terraform prints the very schemas of the real provider", async () => {
  const real = jest.requireActual("../../../sandbox/providers/schemas/azuread-3.7.0.json");
  expect(await printedSchemas(workspace(), SOURCE)).toEqual(real.provider_schemas[SOURCE]);
});
