import { type GraphTable, lensOf } from "../../../../provider/objects/graph/graph-table";
import { GRAPH_TABLES } from "../../../../provider/objects/graph/tables/index";
import { typeName } from "../../../../provider/objects/table";
import { differing, type Values } from "../../../../provider/objects/values";
import type { Json } from "../../../../sandbox/http/answer";
import type { TenantState } from "../../../../sandbox/microsoft/state";
import { type Scenario, scenario } from "../../scenarios/scenario";
import { type Bench, bench, refused } from "../support";

// Everything of Graph that the kit manages, in one folder with real Terraform, against a tenant that holds bodies against
// Graph's own types. The tests follow one another.

const STAFF = "6b0e1b3a-0000-4000-8000-000000000001";
const ADMINS = "6b0e1b3a-0000-4000-8000-000000000002";

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
});
afterAll(() => world.close());

const METHODS_PATH = "policies/authenticationMethodsPolicy";

/** What a tenant holds at a path of Graph's. */
function setting(state: TenantState, path: string): Json {
  const kept = state.directory.settings.find(path)?.value;
  if (typeof kept !== "object" || kept === null) throw new Error(`nothing was written to ${path}`);
  return kept as Json;
}

function method(id: string): Json {
  const all = setting(world.emulator.state, METHODS_PATH)
    .authenticationMethodConfigurations as readonly Json[];
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`there is no method ${id}`);
  return found;
}

/** By resource: what is asked for first, and what somebody else makes of each value later. */
const CASES: Readonly<Record<string, { readonly wanted: Values; readonly drifted: Values }>> = {
  "m365_authentication_method.email": {
    wanted: { method: "Email", state: "disabled", external_id_otp: "enabled" },
    drifted: { state: "enabled", external_id_otp: "disabled" },
  },
  "m365_authentication_method.fido2": {
    wanted: {
      method: "Fido2",
      state: "enabled",
      include_groups: [STAFF, ADMINS],
      exclude_groups: [ADMINS],
      registration_required_groups: [STAFF],
      self_service_registration_allowed: false,
      attestation_enforced: true,
      key_restrictions_enforced: true,
      key_restrictions_type: "allow",
      key_restrictions_aaguids: ["de1e552d-db1d-4423-a619-566b625cdc84"],
    },
    drifted: {
      state: "disabled",
      include_groups: ["all_users"],
      exclude_groups: [],
      registration_required_groups: [],
      self_service_registration_allowed: true,
      attestation_enforced: false,
      key_restrictions_enforced: false,
      key_restrictions_type: "block",
      key_restrictions_aaguids: [],
    },
  },
  "m365_authentication_method.authenticator": {
    wanted: {
      method: "MicrosoftAuthenticator",
      software_oath_enabled: false,
      authentication_mode: "push",
      display_app_information_state: "enabled",
      display_app_information_group: STAFF,
      display_app_information_excluded_group: ADMINS,
      display_location_information_state: "enabled",
      display_location_information_group: STAFF,
      display_location_information_excluded_group: ADMINS,
    },
    drifted: {
      software_oath_enabled: true,
      authentication_mode: "any",
      display_app_information_state: "disabled",
      display_app_information_group: "all_users",
      display_app_information_excluded_group: "",
      display_location_information_state: "disabled",
      display_location_information_group: "all_users",
      display_location_information_excluded_group: "",
    },
  },
  "m365_authentication_method.sms": {
    wanted: { method: "Sms", state: "enabled", include_groups: [STAFF, ADMINS], sign_in_groups: [] },
    drifted: { sign_in_groups: [STAFF] },
  },
  "m365_authentication_method.voice": {
    wanted: { method: "Voice", office_phone_allowed: true },
    drifted: { office_phone_allowed: false },
  },
  "m365_authentication_method.pass": {
    wanted: {
      method: "TemporaryAccessPass",
      default_length: 12,
      default_lifetime_in_minutes: 90,
      minimum_lifetime_in_minutes: 30,
      maximum_lifetime_in_minutes: 240,
      usable_once: true,
    },
    drifted: {
      default_length: 8,
      default_lifetime_in_minutes: 61,
      minimum_lifetime_in_minutes: 10,
      maximum_lifetime_in_minutes: 480,
      usable_once: false,
    },
  },
  "m365_authentication_method.certificate": {
    wanted: {
      method: "X509Certificate",
      certificate_default_mode: "x509CertificateMultiFactor",
      certificate_default_affinity: "high",
      certificate_crl_validation: "enabled",
      certificate_issuer_hints: "enabled",
    },
    drifted: {
      certificate_default_mode: "x509CertificateSingleFactor",
      certificate_default_affinity: "low",
      certificate_crl_validation: "disabled",
      certificate_issuer_hints: "disabled",
    },
  },
  "m365_authentication_method.qr": {
    wanted: { method: "QRCodePin", pin_length: 10, standard_qr_code_lifetime_in_days: 90 },
    drifted: { pin_length: 8, standard_qr_code_lifetime_in_days: 395 },
  },
  "m365_authentication_methods_policy.x": {
    wanted: {
      migration_state: "migrationInProgress",
      reconfirmation_in_days: 90,
      campaign_state: "enabled",
      campaign_snooze_in_days: 3,
      campaign_include_groups: [STAFF],
      campaign_exclude_groups: [ADMINS],
      campaign_method: "microsoftAuthenticator",
      system_preferred_state: "enabled",
      system_preferred_include_groups: [STAFF],
      system_preferred_exclude_groups: [ADMINS],
      suspicious_activity_state: "enabled",
      suspicious_activity_group: STAFF,
      suspicious_activity_voice_code: 7,
    },
    drifted: {
      migration_state: "preMigration",
      reconfirmation_in_days: 180,
      campaign_state: "disabled",
      campaign_snooze_in_days: 14,
      campaign_include_groups: [ADMINS],
      campaign_exclude_groups: [],
      campaign_method: "fido2",
      system_preferred_state: "disabled",
      system_preferred_include_groups: ["all_users"],
      system_preferred_exclude_groups: [],
      suspicious_activity_state: "disabled",
      suspicious_activity_group: "all_users",
      suspicious_activity_voice_code: 0,
    },
  },
  "m365_authorization_policy.x": {
    wanted: {
      allowed_to_use_sspr: false,
      allow_invites_from: "adminsAndGuestInviters",
      guest_user_role_id: "2af84b1e-32c8-42b7-82bc-daa82404023b",
      allow_user_consent_for_risky_apps: false,
      allow_email_verified_users_to_join_organization: false,
      allowed_to_sign_up_email_based_subscriptions: false,
      block_msol_power_shell: true,
      allowed_to_create_apps: false,
      allowed_to_create_security_groups: false,
      allowed_to_create_tenants: false,
      allowed_to_read_bitlocker_keys_for_owned_device: false,
      allowed_to_read_other_users: true,
      user_consent_policies: [],
    },
    drifted: {
      allowed_to_use_sspr: true,
      allow_invites_from: "everyone",
      guest_user_role_id: "a0b1b346-4d3e-4e8b-98f8-753987be4970",
      allow_user_consent_for_risky_apps: true,
      allow_email_verified_users_to_join_organization: true,
      allowed_to_sign_up_email_based_subscriptions: true,
      block_msol_power_shell: false,
      allowed_to_create_apps: true,
      allowed_to_create_security_groups: true,
      allowed_to_create_tenants: true,
      allowed_to_read_bitlocker_keys_for_owned_device: true,
      allowed_to_read_other_users: false,
      user_consent_policies: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"],
    },
  },
  "m365_domain_password_policy.x": {
    wanted: {
      domain: "contoso.com",
      password_validity_period_in_days: 2147483647,
      password_notification_window_in_days: 14,
    },
    drifted: { password_validity_period_in_days: 90, password_notification_window_in_days: 30 },
  },
  "m365_admin_consent_request_policy.x": {
    wanted: {
      enabled: true,
      notify_reviewers: true,
      reminders_enabled: true,
      request_duration_in_days: 14,
      reviewer_users: [ADMINS],
      reviewer_groups: [STAFF],
    },
    drifted: {
      enabled: false,
      notify_reviewers: false,
      reminders_enabled: false,
      request_duration_in_days: 60,
      reviewer_users: [STAFF],
      reviewer_groups: [STAFF, ADMINS],
    },
  },
  "m365_consent_settings.x": {
    wanted: {
      enable_admin_consent_requests: true,
      block_user_consent_for_risky_apps: true,
      enable_group_specific_consent: true,
      group_specific_consent_group: STAFF,
    },
    drifted: {
      enable_admin_consent_requests: false,
      block_user_consent_for_risky_apps: false,
      enable_group_specific_consent: false,
      group_specific_consent_group: "",
    },
  },
  "m365_default_app_management_policy.x": {
    wanted: {
      enabled: true,
      password_addition_state: "enabled",
      password_addition_apps_from: "0001-01-01T00:00:00Z",
      custom_password_addition_state: "enabled",
      custom_password_addition_apps_from: "2025-01-01T00:00:00Z",
      password_lifetime_state: "enabled",
      password_lifetime_in_days: 180,
      password_lifetime_apps_from: "0001-01-01T00:00:00Z",
      symmetric_key_addition_state: "enabled",
      symmetric_key_addition_apps_from: "0001-01-01T00:00:00Z",
      symmetric_key_lifetime_state: "enabled",
      symmetric_key_lifetime_in_days: 90,
      symmetric_key_lifetime_apps_from: "0001-01-01T00:00:00Z",
      certificate_lifetime_state: "enabled",
      certificate_lifetime_in_days: 365,
      certificate_lifetime_apps_from: "0001-01-01T00:00:00Z",
    },
    drifted: {
      enabled: false,
      password_addition_state: "disabled",
      password_addition_apps_from: "2026-01-01T00:00:00Z",
      custom_password_addition_state: "disabled",
      custom_password_addition_apps_from: "2026-01-01T00:00:00Z",
      password_lifetime_state: "disabled",
      password_lifetime_in_days: 720,
      password_lifetime_apps_from: "2026-01-01T00:00:00Z",
      symmetric_key_addition_state: "disabled",
      symmetric_key_addition_apps_from: "2026-01-01T00:00:00Z",
      symmetric_key_lifetime_state: "disabled",
      symmetric_key_lifetime_in_days: 720,
      symmetric_key_lifetime_apps_from: "2026-01-01T00:00:00Z",
      certificate_lifetime_state: "disabled",
      certificate_lifetime_in_days: 1095,
      certificate_lifetime_apps_from: "2026-01-01T00:00:00Z",
    },
  },
  "m365_role_management_policy.global": {
    wanted: {
      role: "Global Administrator",
      activation_maximum_minutes: 240,
      activation_requires: ["MultiFactorAuthentication", "Ticketing"],
      activation_approval_required: true,
      activation_approver_users: [ADMINS],
      activation_approver_groups: [STAFF],
      permanent_assignment_allowed: false,
      assignment_maximum_days: 15,
      assignment_requires: ["MultiFactorAuthentication"],
      permanent_eligibility_allowed: false,
      eligibility_maximum_days: 180,
      eligibility_alert_recipients: ["security@contoso.com"],
      assignment_alert_recipients: ["security@contoso.com"],
      activation_alert_recipients: ["security@contoso.com", "audit@contoso.com"],
    },
    drifted: {
      activation_maximum_minutes: 1440,
      activation_requires: ["Justification"],
      activation_approval_required: false,
      activation_approver_users: [],
      activation_approver_groups: [],
      permanent_assignment_allowed: true,
      assignment_maximum_days: 365,
      assignment_requires: [],
      permanent_eligibility_allowed: true,
      eligibility_maximum_days: 365,
      eligibility_alert_recipients: [],
      assignment_alert_recipients: [],
      activation_alert_recipients: [],
    },
  },
  "m365_security_defaults.x": { wanted: { enabled: true }, drifted: { enabled: false } },
};

const tableOf = (address: string) => {
  const found = GRAPH_TABLES.find((table) => typeName(table) === address.split(".")[0]);
  if (!found) throw new Error(address);
  return found;
};

const hcl = Object.entries(CASES)
  .map(([address, { wanted }]) => {
    const [type, name] = address.split(".");
    const lines = Object.entries(wanted).map(
      ([attribute, value]) => `  ${attribute} = ${JSON.stringify(value)}`,
    );
    return `resource "${type}" "${name}" {\n${lines.join("\n")}\n}`;
  })
  .join("\n");

/** The rules of the one role that somebody changed, by id. */
function rulesOf(state: TenantState): Readonly<Record<string, Json>> {
  const { settings } = state.directory;
  const kept = settings.all().find((one) => one.id.startsWith("policies/roleManagementPolicies/"));
  return Object.fromEntries(((kept?.value ?? []) as readonly Json[]).map((rule) => [String(rule.id), rule]));
}

/** Changes what a tenant keeps of a table, as its access shows it. */
function change(state: TenantState, table: GraphTable, id: string, set: (entity: Json) => Json): void {
  const { settings } = state.directory;
  const put = (path: string, value: unknown) => settings.put({ id: path, value });
  switch (typeName(table)) {
    case "m365_domain_password_policy":
      Object.assign(state.domains.get(id) ?? {}, set({}));
      return;
    case "m365_authentication_method": {
      const policy = setting(state, METHODS_PATH);
      const all = policy.authenticationMethodConfigurations as readonly Json[];
      const changed = all.map((one) => (one.id === id ? set(one) : one));
      put(METHODS_PATH, { ...policy, authenticationMethodConfigurations: changed });
      return;
    }
    case "m365_consent_settings": {
      const kept = settings.all().find((one) => one.id.startsWith("groupSettings/"));
      const value = (kept?.value ?? {}) as { readonly values: readonly { name: string; value: string }[] };
      const entity = set(Object.fromEntries(value.values.map((one) => [one.name, one.value])));
      put(kept?.id ?? "", {
        ...value,
        values: Object.entries(entity).map(([name, of]) => ({ name, value: of })),
      });
      return;
    }
    case "m365_role_management_policy": {
      const kept = settings.all().find((one) => one.id.startsWith("policies/roleManagementPolicies/"));
      const rules = (kept?.value ?? []) as readonly Json[];
      put(
        kept?.id ?? "",
        Object.values(set(Object.fromEntries(rules.map((rule) => [String(rule.id), rule])))),
      );
      return;
    }
    default:
      put(table.graph.path, set(setting(state, table.graph.path)));
  }
}

/** Somebody else's change of one value, straight in the tenant. */
function drift(state: TenantState, address: string, attribute: string, value: unknown): void {
  const table = tableOf(address);
  const found = table.attributes[attribute];
  if (!found) throw new Error(attribute);
  const id = String(CASES[address]?.wanted[table.key ?? ""]);
  change(state, table, id, (entity) => lensOf(found).set(entity, value) as Json);
}

test("every attribute of every table is in a case, with two values that differ", () => {
  const of = (end: "wanted" | "drifted") =>
    GRAPH_TABLES.flatMap((table) => {
      const own = Object.entries(CASES).filter(([address]) => tableOf(address) === table);
      const named = new Set(own.flatMap(([, one]) => Object.keys(one[end])));
      return Object.keys(table.attributes).filter((name) => name !== table.key && !named.has(name));
    });
  expect(of("drifted")).toEqual([]);
  for (const [address, { wanted, drifted }] of Object.entries(CASES)) {
    expect([address, differing(tableOf(address), drifted, wanted)]).toEqual([
      address,
      Object.keys(tableOf(address).attributes).filter((name) => name in drifted),
    ]);
  }
});

test("all that is declared is written, what others set stays, and the second plan is empty", async () => {
  await world.workspace.apply(hcl);
  expect(await world.workspace.actions()).toEqual({});
  expect(method("Fido2")).toMatchObject({
    state: "enabled",
    keyRestrictions: { isEnforced: true, enforcementType: "allow" },
    includeTargets: [
      { id: STAFF, targetType: "group", isRegistrationRequired: true },
      { id: ADMINS, targetType: "group", isRegistrationRequired: false },
    ],
  });
  // What only the beta has of the campaign, and consents that are not for oneself.
  expect(setting(world.emulator.state, METHODS_PATH).registrationEnforcement).toMatchObject({
    authenticationMethodsRegistrationCampaign: {
      enforceRegistrationAfterAllowedSnoozes: true,
      state: "enabled",
    },
  });
  expect(
    setting(world.emulator.state, "policies/authorizationPolicy").defaultUserRolePermissions,
  ).toMatchObject({
    permissionGrantPoliciesAssigned: [
      "ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team",
    ],
  });
});

test("Terraform finds what was changed, and sets it back", async () => {
  for (const [address, { drifted }] of Object.entries(CASES)) {
    for (const [attribute, value] of Object.entries(drifted)) {
      drift(world.emulator.state, address, attribute, value);
    }
  }
  expect(await world.workspace.actions()).toEqual(
    Object.fromEntries(Object.keys(CASES).map((address) => [address, "update"])),
  );
  await world.workspace.ok("apply", "-auto-approve");
  expect(await world.workspace.actions()).toEqual({});
});

test("bad values are told at plan: settings of another method, words, ids, lifetimes", async () => {
  world.workspace.configure(`
resource "m365_authentication_method" "a" {
  method              = "Sms"
  usable_once         = true
  include_groups      = ["Staff"]
}
resource "m365_authentication_method" "b" {
  method                      = "TemporaryAccessPass"
  minimum_lifetime_in_minutes = 60
  maximum_lifetime_in_minutes = 30
}
resource "m365_authorization_policy" "c" {
  user_consent_policies = ["ManagePermissionGrantsForOwnedResource.x"]
}
resource "m365_role_management_policy" "d" {
  role                        = "Global Admin"
  activation_maximum_minutes  = 45
  activation_alert_recipients = ["security"]
}`);
  const told = await world.refused("plan");
  expect(told).toContain("Sms has no such setting");
  expect(told).toContain("take usable_once out");
  expect(told).toContain('got "Staff"; expected the object id of a group, or all_users');
  expect(told).toContain("minimum_lifetime_in_minutes: longer than it may be");
  expect(told).toContain(
    "expected a policy such as ManagePermissionGrantsForSelf.microsoft-user-default-low",
  );
  expect(told).toContain('got "Global Admin"; expected a built-in role such as Global Administrator');
  expect(told).toContain("an activation lasts half an hour or a multiple of it");
  expect(told).toContain('got "security"; expected an address');
});

test("destroy leaves all as it is, and says so", async () => {
  world.workspace.configure(hcl);
  const output = await world.workspace.ok("destroy", "-auto-approve");
  expect(output).toContain("Fido2 left as it is");
  expect(output).toContain("AuthorizationPolicy left as it is");
  expect(method("Fido2").state).toBe("enabled");
});

describe("without Terraform between", () => {
  let alone: Bench;
  let limited: Bench | undefined;
  beforeAll(async () => {
    alone = await bench();
  });
  afterAll(() => Promise.all([alone.emulator.close(), limited?.emulator.close()]));

  test("each value that somebody changes is found by itself, and set back", async () => {
    for (const [address, { wanted, drifted }] of Object.entries(CASES)) {
      const [type = ""] = address.split(".");
      const table = tableOf(address);
      const made = await alone.create(type, wanted);
      expect(await alone.read(type, made)).toEqual(made);
      for (const [attribute, value] of Object.entries(drifted)) {
        drift(alone.emulator.state, address, attribute, value);
        const found = (await alone.read(type, made)) as Values;
        expect([attribute, ...differing(table, wanted, found)]).toContain(attribute);
        expect([address, differing(table, wanted, found).includes(attribute)]).toEqual([address, true]);
        await alone.update(type, found, wanted);
        expect(await alone.read(type, made)).toEqual(made);
      }
    }
  });

  test("what is not declared stays as it is; where targets differ, none passes for all", async () => {
    const { state } = alone.emulator;
    const address = "m365_authentication_method.authenticator";
    drift(state, address, "include_groups", [STAFF, ADMINS]);
    const policy = setting(state, METHODS_PATH);
    const mixed = (policy.authenticationMethodConfigurations as readonly Json[]).map((one) =>
      one.id === "MicrosoftAuthenticator"
        ? {
            ...one,
            includeTargets: [
              { id: STAFF, targetType: "group", isRegistrationRequired: true, authenticationMode: "push" },
              { id: ADMINS, targetType: "group", isRegistrationRequired: false, authenticationMode: "any" },
            ],
          }
        : one,
    );
    state.directory.settings.put({
      id: METHODS_PATH,
      value: { ...policy, authenticationMethodConfigurations: mixed },
    });
    const type = "m365_authentication_method";
    const read = await alone.import(type, "microsoftauthenticator");
    expect(read).toMatchObject({
      id: "MicrosoftAuthenticator",
      method: "MicrosoftAuthenticator",
      authentication_mode: "any, push",
      registration_required_groups: [STAFF],
    });
    await alone.update(type, read as Values, { method: "MicrosoftAuthenticator", state: "enabled" });
    expect(await alone.read(type, read as Values)).toEqual(read);
    await alone.update(type, read as Values, { method: "MicrosoftAuthenticator", include_groups: [STAFF] });
    expect(await alone.read(type, read as Values)).toMatchObject({
      include_groups: [STAFF],
      registration_required_groups: [STAFF],
      authentication_mode: "push",
    });
  });

  test("a method has no values of another one", async () => {
    expect(await alone.import("m365_authentication_method", "Voice")).toMatchObject({
      authentication_mode: null,
      sign_in_groups: null,
      usable_once: null,
    });
  });

  test("what holds for applications alone, or otherwise for service principals, passes for neither", async () => {
    const { state } = alone.emulator;
    const path = "policies/defaultAppManagementPolicy";
    const one = (restrictionType: string, own: Json) => ({ restrictionType, state: "enabled", ...own });
    const old = { restrictForAppsCreatedAfterDateTime: null };
    state.directory.settings.put({
      id: path,
      value: {
        isEnabled: true,
        applicationRestrictions: {
          passwordCredentials: [
            one("passwordAddition", old),
            one("passwordLifetime", { ...old, maxLifetime: "P90D" }),
            one("symmetricKeyLifetime", { ...old, maxLifetime: "P1M" }),
          ],
          identifierUris: { nonDefaultUriAddition: { state: "enabled" } },
        },
        servicePrincipalRestrictions: {
          passwordCredentials: [
            one("passwordLifetime", {
              maxLifetime: "P180D",
              restrictForAppsCreatedAfterDateTime: "2025-01-01T00:00:00Z",
            }),
            one("symmetricKeyLifetime", { ...old, maxLifetime: "P1M" }),
          ],
        },
      },
    });
    const type = "m365_default_app_management_policy";
    const read = await alone.import(type, "DefaultAppManagementPolicy");
    expect(read).toMatchObject({
      password_addition_state: "disabled, enabled",
      password_addition_apps_from: null,
      password_lifetime_state: "enabled",
      password_lifetime_in_days: null,
      password_lifetime_apps_from: null,
      symmetric_key_lifetime_in_days: null,
      symmetric_key_lifetime_apps_from: "0001-01-01T00:00:00Z",
      certificate_lifetime_state: "disabled",
      certificate_lifetime_in_days: null,
    });
    await alone.update(type, read as Values, { password_addition_state: "enabled" });
    expect(setting(state, path)).toMatchObject({
      applicationRestrictions: { identifierUris: { nonDefaultUriAddition: { state: "enabled" } } },
      servicePrincipalRestrictions: {
        passwordCredentials: expect.arrayContaining([
          {
            ...one("passwordAddition", old),
            maxLifetime: null,
            restrictForAppsCreatedAfterDateTime: "0001-01-01T00:00:00Z",
          },
        ]),
      },
    });
    expect(await alone.read(type, read as Values)).toMatchObject({ password_addition_state: "enabled" });
  });

  test("reviewers by role, approvers of other kinds and rules that nobody declares stay", async () => {
    const { state } = alone.emulator;
    const path = "policies/adminConsentRequestPolicy";
    const byRole = { query: "/beta/roleManagement/directory/roleAssignments", queryType: "MicrosoftGraph" };
    change(state, tableOf("m365_admin_consent_request_policy.x"), "", (entity) => ({
      ...entity,
      reviewers: [byRole],
    }));
    const type = "m365_admin_consent_request_policy";
    const read = await alone.import(type, "AdminConsentRequestPolicy");
    expect(read).toMatchObject({ reviewer_users: null, reviewer_groups: null });
    await alone.update(type, read as Values, { reviewer_users: [STAFF] });
    expect(setting(state, path).reviewers).toEqual([
      byRole,
      { query: `/users/${STAFF}`, queryType: "MicrosoftGraph", queryRoot: null },
    ]);
    const rules = "m365_role_management_policy";
    const { setting: approval } = rulesOf(state).Approval_EndUser_Assignment as { setting: Json };
    change(state, tableOf(`${rules}.global`), "", (entity) => ({
      ...entity,
      Approval_EndUser_Assignment: {
        ...(entity.Approval_EndUser_Assignment as Json),
        setting: { ...approval, approvalMode: "NoApproval", isApprovalRequired: false, approvalStages: [] },
      },
    }));
    const global = { role: "Global Administrator" };
    const found = (await alone.import(rules, "Global Administrator")) as Values;
    await alone.update(rules, found, { ...global, activation_approval_required: true });
    expect(rulesOf(state).Approval_EndUser_Assignment).toMatchObject({
      setting: { approvalMode: "SingleStage", isApprovalRequired: true },
    });
    await alone.update(rules, found, { ...global, activation_approver_users: [STAFF] });
    expect(rulesOf(state).Approval_EndUser_Assignment).toMatchObject({
      setting: {
        approvalStages: [
          {
            approvalStageTimeOutInDays: 1,
            primaryApprovers: [{ "@odata.type": "#microsoft.graph.singleUser", userId: STAFF }],
          },
        ],
      },
    });
  });

  test("a role that has no rules, and one that nobody knows", async () => {
    const type = "m365_role_management_policy";
    const role = "6b0e1b3a-0000-4000-8000-00000000000f";
    expect((await refused(alone.create(type, { role, activation_maximum_minutes: 60 }))).told).toContain(
      `role: this tenant has no RoleManagementPolicy "${role}". Privileged Identity Management has no rules for ${role}. Is there Entra ID P2?`,
    );
  });

  test("refusals say what was asked and what is missing", async () => {
    const told = async (call: Promise<unknown>) => (await refused(call)).told;
    const method = (rest: Values) => alone.create("m365_authentication_method", { method: "Sms", ...rest });
    expect(await told(method({ include_groups: [STAFF], sign_in_groups: [ADMINS] }))).toContain(
      `sign_in_groups: no target of the method: ${ADMINS}`,
    );
    const fax = alone.read("m365_authentication_method", { method: "Fax", id: "Fax" });
    expect(await told(fax)).toContain('method: this tenant has no AuthenticationMethod "Fax"');
    expect(await told(alone.import("m365_authentication_method", "Fax"))).toContain(
      "Expected Email | Fido2 |",
    );
    expect(await told(alone.import("m365_security_defaults", "defaults"))).toContain(
      'Its id is "SecurityDefaults"',
    );
    const { directory } = alone.emulator.state;
    directory.conditionalAccessPolicies.put({ id: "p", displayName: "MFA", state: "enabled" });
    await alone.update("m365_security_defaults", { id: "x" }, { enabled: false });
    expect(await told(alone.update("m365_security_defaults", { id: "x" }, { enabled: true }))).toContain(
      "Graph refused PATCH policies/identitySecurityDefaultsEnforcementPolicy. Security Defaults cannot be enabled",
    );
  });

  test("a token without the permission is told which one the call needs", async () => {
    const world = { domains: ["contoso.com"], permissions: ["Policy.Read.All"] };
    limited = await bench(world);
    const made = limited.create("m365_authorization_policy", { allowed_to_create_apps: false });
    expect((await refused(made)).told).toContain("the application needs Policy.ReadWrite.Authorization");
    expect(
      await limited.create("m365_authorization_policy", { allow_invites_from: "everyone" }),
    ).toMatchObject({ allow_invites_from: "everyone" });
  });
});
