import type { DnsName } from "../../../../lib/dns/name";
import { formatFault } from "../../../../lib/fault";
import type { IdentityOptions } from "../../../../lib/identity/options";
import { planIdentity } from "../../../../lib/identity/plan";
import { SETTING_VALUES } from "../../../../lib/identity/settings/baselines";

const TENANT = { initialDomain: "contoso.onmicrosoft.com" as DnsName };

function settings(options: IdentityOptions) {
  const plan = planIdentity(options, TENANT);
  if (!plan.ok) throw new Error(plan.faults.map(formatFault).join("\n"));
  return Object.fromEntries((plan.value.settings ?? []).map(({ id, values }) => [id, values]));
}

function faults(options: IdentityOptions): readonly string[] {
  const plan = planIdentity(options, TENANT);
  return plan.ok
    ? []
    : plan.faults.map((fault) => `${(fault.path ?? []).join(".")}: ${formatFault({ ...fault, path: [] })}`);
}

test("a tenant that says nothing of settings has none; a baseline gives its values, and one's own win", () => {
  expect(planIdentity({}, TENANT)).toMatchObject({ ok: true, value: { policies: [] } });
  expect(settings({ baseline: "none" })).toEqual({});
  expect(settings({ baseline: "scuba", methods: { email: { externalIdOtp: "enabled" } } })).toEqual({
    Applications: {
      enabled: true,
      passwordAdditionState: "enabled",
      passwordAdditionAppsFrom: "0001-01-01T00:00:00Z",
      passwordLifetimeState: "enabled",
      passwordLifetimeInDays: 180,
      passwordLifetimeAppsFrom: "0001-01-01T00:00:00Z",
      certificateLifetimeState: "enabled",
      certificateLifetimeInDays: 365,
      certificateLifetimeAppsFrom: "0001-01-01T00:00:00Z",
    },
    ConsentSettings: { enableAdminConsentRequests: true },
    Authorization: {
      allowInvitesFrom: "adminsAndGuestInviters",
      allowedToCreateApps: false,
      guestUserRoleId: "2af84b1e-32c8-42b7-82bc-daa82404023b",
      userConsentPolicies: [],
    },
    "Method-email": { method: "Email", state: "disabled", externalIdOtp: "enabled" },
    "Method-microsoftAuthenticator": {
      method: "MicrosoftAuthenticator",
      displayAppInformationState: "enabled",
      displayAppInformationGroup: "all_users",
      displayLocationInformationState: "enabled",
      displayLocationInformationGroup: "all_users",
      softwareOathEnabled: false,
    },
    "Method-sms": { method: "Sms", state: "disabled" },
    "Method-voice": { method: "Voice", state: "disabled" },
    MethodsPolicy: { migrationState: "migrationComplete" },
    "Passwords-contoso.onmicrosoft.com": {
      domain: "contoso.onmicrosoft.com",
      passwordValidityPeriodInDays: 2147483647,
    },
  });
});

test("no value of a baseline needs a reason, and each has a control or is Microsoft's", () => {
  for (const baseline of ["microsoft", "scuba", "cis"] as const) expect(faults({ baseline })).toEqual([]);
  expect(SETTING_VALUES.filter(({ wanted, controls }) => controls.length === 0 && !wanted.microsoft)).toEqual(
    [],
  );
});

test("groups by name, all as Graph says it, and every domain of passwords", () => {
  expect(
    settings({
      methods: {
        policy: { campaignState: "enabled", campaignIncludeGroups: "all", campaignExcludeGroups: ["Guests"] },
        fido2: { includeGroups: "all", registrationRequiredGroups: "all" },
      },
      passwords: { "contoso.com": { passwordValidityPeriodInDays: 365 } },
      securityDefaults: false,
    }),
  ).toEqual({
    MethodsPolicy: {
      campaignState: "enabled",
      campaignIncludeGroups: ["all_users"],
      campaignExcludeGroups: ["Guests"],
    },
    "Method-fido2": {
      method: "Fido2",
      includeGroups: ["all_users"],
      registrationRequiredGroups: ["all_users"],
    },
    "Passwords-contoso.com": { domain: "contoso.com", passwordValidityPeriodInDays: 365 },
    SecurityDefaults: { enabled: false },
  });
});

test("what loosens protection needs a reason, and a reason needs something", () => {
  expect(
    faults({
      baseline: "cis",
      methods: { sms: { state: "enabled", signInGroups: ["Frontline"], includeGroups: ["Frontline"] } },
      authorization: {
        userConsentPolicies: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"],
        allow: { allowedToCreateApps: "why not" },
      },
    }),
  ).toEqual([
    expect.stringContaining(
      "methods.sms.state: this loosens protection: people may prove who they are by text messages, which can be diverted",
    ),
    expect.stringContaining(
      "methods.sms.signInGroups: this loosens protection: a text message alone signs in members",
    ),
    expect.stringContaining("authorization.userConsentPolicies: this loosens protection: people may grant"),
    expect.stringContaining("authorization.allow.allowedToCreateApps: there is nothing to allow"),
  ]);
  expect(
    faults({ methods: { sms: { state: "enabled", allow: { state: "no other phones until 2027" } } } }),
  ).toEqual([]);
});

test("bad sets of methods, all told at once", () => {
  const off = { state: "disabled" } as const;
  expect(
    faults({
      methods: {
        policy: { campaignState: "enabled" },
        microsoftAuthenticator: { ...off, includeGroups: ["Staff", "STAFF"], excludeGroups: ["staff"] },
        fido2: { includeGroups: ["Staff"], registrationRequiredGroups: ["Admins"] },
      },
      passwords: {
        "contoso..com": {},
        "contoso.com": { passwordValidityPeriodInDays: 90 },
        "CONTOSO.com": {},
      },
    }).map((text) => text.split(";")[0]),
  ).toEqual([
    expect.stringContaining("passwords.contoso..com: "),
    expect.stringMatching(/^passwords\.(?:contoso|CONTOSO)\.com: the domain is named twice/),
    expect.stringContaining(
      "methods.fido2.registrationRequiredGroups.0: the group is not among includeGroups",
    ),
    expect.stringContaining("methods.microsoftAuthenticator.includeGroups.1: the group is named twice"),
    expect.stringContaining(
      "methods.microsoftAuthenticator.excludeGroups.0: the group is among includeGroups too",
    ),
    expect.stringContaining(
      "methods.policy.campaignState: people are asked to register a method that is off",
    ),
  ]);
  const all = Object.fromEntries(
    ["email", "fido2", "microsoftAuthenticator", "qrCodePin", "sms", "softwareOath"].map((key) => [key, off]),
  );
  const none = { ...all, temporaryAccessPass: off, voice: off, x509Certificate: off };
  expect(faults({ methods: none })).toEqual([expect.stringContaining("methods: every method is off")]);
  expect(faults({ methods: { ...none, fido2: { state: "enabled" } } })).toEqual([]);
});

test("misspelt keys and settings of another method are told where they stand", () => {
  expect(
    faults({
      baseline: "scuba",
      methods: { sms: { usableOnce: true }, fax: {} } as never,
      authorization: { allowInvitesFrom: "nobody" } as never,
    }),
  ).toEqual([
    expect.stringContaining('methods.sms.usableOnce: unknown key, got "usableOnce"'),
    expect.stringContaining('methods.fax: unknown key, got "fax"'),
    expect.stringContaining("authorization.allowInvitesFrom: "),
  ]);
});

test("security defaults are switched on alone", () => {
  expect(settings({ securityDefaults: true })).toEqual({ SecurityDefaults: { enabled: true } });
});
