import type { Evidence } from "../../../lib/tenant-reading/evidence";
import type { TenantPartName } from "../../../lib/tenant-reading/reading";
import { CloudError } from "../../../provider/http/cloud-error";
import { decode } from "../../../provider/reader/decode";
import { readingClients } from "../../../provider/reader/reading-clients";
import { refusedAnswer } from "../../../provider/reader/refused";

const ABOUT: Evidence["about"] = {
  format: 1,
  startedAt: "2026-11-28T16:00:00Z",
  endedAt: "2026-11-28T16:00:09Z",
  tenantId: "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
  clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
  cloud: "worldwide",
  sources: [],
};

const decoded = (answers: Evidence["answers"]) => decode({ about: ABOUT, answers });

function partOf(answers: Evidence["answers"], part: TenantPartName) {
  return decoded(answers).parts[part];
}

const rows = (...value: readonly object[]) => ({ value });

test("without answers nothing is known, and no list passes for an empty one", () => {
  const reading = decoded({});
  const known = Object.entries(reading.parts).filter(([, part]) => part.read);
  expect(known).toEqual([]);
  expect(reading.parts["remote-domain"]).toEqual({
    read: false,
    why: {
      reason: "missing",
      words: "the evidence has no file exo/Get-RemoteDomain.json",
      file: "exo/Get-RemoteDomain.json",
    },
  });
  expect(reading.directory).toEqual({ users: [] });
});

test.each([
  ["no object", "text"],
  ["no list", {}],
  ["a list of texts", { value: ["Default"] }],
  ["null", null],
])("an answer that is %s is told as one that cannot be read", (_, body) => {
  expect(partOf({ "exo/Get-RemoteDomain.json": body }, "remote-domain")).toEqual({
    read: false,
    why: {
      reason: "unreadable",
      words: "exo/Get-RemoteDomain.json is not an object with a list of objects as its value",
      file: "exo/Get-RemoteDomain.json",
    },
  });
});

test.each([
  [{ code: "x", message: "no", status: 403, permission: "Policy.Read.All" }, "permission"],
  [{ code: "x", message: "no", status: 400, permission: "a role", licence: "Defender" }, "licence"],
  [{ code: "budget", message: "used up", status: 0 }, "budget"],
  [{ code: "timeout", message: "late", status: 0 }, "failed"],
  ["a text", "failed"],
])("a refusal says why: %j is %s", (error, reason) => {
  const part = partOf({ "exo/Get-RemoteDomain.json": { error } }, "remote-domain");
  expect(part).toMatchObject({ read: false, why: { reason } });
});

test("what a row leaves out, or says in another type, is not known; what is empty is not set", () => {
  const { objects } = decoded({
    "exo/Get-RemoteDomain.json": rows(
      { Identity: "Default", Name: "Default", Guid: "1", DomainName: "*", AutoForwardEnabled: "True" },
      { Success: true },
    ),
  });
  expect(objects).toEqual([
    {
      kind: "remote-domain",
      id: "1",
      name: "Default",
      builtIn: true,
      values: { name: "Default", domainName: "*" },
      unknown: expect.arrayContaining(["autoForwardEnabled", "allowedOofType"]),
    },
  ]);
  const [filter] = decoded({
    "exo/Get-HostedConnectionFilterPolicy.json": rows({
      Identity: "Default",
      IPAllowList: [""],
      IPBlockList: [],
      EnableSafeList: false,
    }),
  }).objects;
  expect(filter).toMatchObject({ values: { enableSafeList: false } });
  expect(filter?.unknown).not.toContain("ipAllowList");
});

test("of what is shown beside another thing of the same name, each is read once", () => {
  const { objects } = decoded({
    "exo/Get-OMEConfiguration.json": rows(
      { Identity: "OME Configuration", OTPEnabled: true },
      { Identity: "Fabrikam", OTPEnabled: false },
    ),
  });
  expect(objects.map(({ kind, name, id }) => [kind, name, id])).toEqual([
    ["ome-branding-template", "Fabrikam", "Fabrikam"],
    ["ome-configuration", "OMEConfiguration", "OMEConfiguration"],
  ]);
});

test("a tenant without what every tenant has was not read", () => {
  const why = {
    reason: "unreadable",
    words: "exo/Get-TransportConfig.json is not what TransportConfig is documented to be",
  };
  for (const answer of [rows(), rows({ Success: true })]) {
    expect(partOf({ "exo/Get-TransportConfig.json": answer }, "transport-config")).toMatchObject({ why });
  }
  // What has to be made first may be missing.
  const submission = "exo/Get-ReportSubmissionPolicy.json";
  expect(partOf({ [submission]: rows() }, "report-submission-policy")).toEqual({ read: true });
  const nameless = rows({ DomainName: "*" }, { DomainName: "fabrikam.com" });
  expect(partOf({ "exo/Get-RemoteDomain.json": nameless }, "remote-domain")).toMatchObject({ read: false });
});

test("members of role groups are known when those of each group are", () => {
  const guid = "c0ffee00-1234-4cde-8f01-23456789abcd";
  const answers = {
    "exo/Get-RoleGroup.json": rows(
      { Identity: "Help", Name: "Help", Guid: guid },
      { Identity: "x", Name: "x", Guid: "../x" },
    ),
    "exo/Get-RoleGroup.purview.json": rows(),
  };
  expect(partOf(answers, "role-group-members")).toMatchObject({
    why: { reason: "missing", file: `exo/Get-RoleGroupMember.${guid}.json` },
  });
  const members = rows(
    { Name: "TenantAdmins_-1234" },
    { Name: "Anna Berg", PrimarySmtpAddress: "anna@contoso.com" },
  );
  const { objects, parts } = decoded({ ...answers, [`exo/Get-RoleGroupMember.${guid}.json`]: members });
  expect(parts["role-group-member"]).toEqual({ read: true });
  expect(objects.filter(({ kind }) => kind === "role-group-members").map(({ values }) => values)).toEqual([
    { service: "exchange", roleGroup: "Help", members: ["anna@contoso.com"] },
  ]);
});

test("rules stand in the order in which they are tried", () => {
  const rule = (Name: string, Priority: number) => ({
    Identity: Name,
    Name,
    Guid: Name,
    Priority,
    State: "Enabled",
  });
  const { objects } = decoded({
    "exo/Get-TransportRule.json": rows(rule("b", 1), rule("a", 2), rule("c", 0)),
  });
  expect(objects.map(({ name, priority }) => [name, priority])).toEqual([
    ["c", 0],
    ["b", 1],
    ["a", 2],
  ]);
});

test("a row that cannot be read makes its list unknown", () => {
  const bad = { Identity: "x", Name: "x", DomainName: "contoso.com", DomainType: "Strange" };
  expect(partOf({ "exo/Get-AcceptedDomain.json": rows(bad) }, "accepted-domains")).toMatchObject({
    read: false,
    why: { reason: "unreadable" },
  });
  const connector = { Identity: "x", Name: "x", ConnectorType: "Partner", Enabled: "yes" };
  expect(partOf({ "exo/Get-InboundConnector.json": rows(connector) }, "inbound-connectors")).toMatchObject({
    read: false,
  });
  expect(partOf({ "exo/Get-OutboundConnector.json": rows(connector) }, "outbound-connectors")).toMatchObject({
    read: false,
  });
  expect(partOf({ "exo/Get-DkimSigningConfig.json": rows({ Identity: "x" }) }, "dkim-signing")).toMatchObject(
    {
      read: false,
    },
  );
  expect(partOf({ "graph/domains.json": rows({ id: 5 }) }, "domains")).toMatchObject({ read: false });
  const locations = "graph/identity/conditionalAccess/namedLocations.json";
  expect(partOf({ [locations]: rows({ id: "x", "@odata.type": "#new" }) }, "named-locations")).toMatchObject({
    why: { reason: "unreadable", words: `${locations} has an entry that cannot be read` },
  });
});

test("a method that a tenant lacks is none; one that was refused is not known", () => {
  const path = (name: string) =>
    `graph/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/${name}.json`;
  const all = [
    "Email",
    "Fido2",
    "MicrosoftAuthenticator",
    "QRCodePin",
    "Sms",
    "SoftwareOath",
    "TemporaryAccessPass",
    "Voice",
    "X509Certificate",
  ];
  const answers = Object.fromEntries(
    all.map((name) => [
      path(name),
      name === "QRCodePin"
        ? { error: { status: 404, code: "ResourceNotFound" } }
        : { id: name, state: "disabled" },
    ]),
  );
  const { objects, parts } = decoded(answers);
  expect(parts["authentication-method"]).toEqual({ read: true });
  expect(objects.map(({ name }) => name)).toEqual(all.filter((name) => name !== "QRCodePin"));
  expect(
    partOf({ ...answers, [path("Sms")]: { error: { status: 500 } } }, "authentication-method"),
  ).toMatchObject({
    why: { reason: "failed" },
  });
});

test("groups that policies name: one that is gone, one whose members are hidden, one that nobody asked for", () => {
  const [gone, hidden, unasked] = ["1", "2", "3"].map(
    (digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`,
  );
  const policies = (...excludeGroups: readonly (string | undefined)[]) =>
    rows({
      id: "p",
      state: "enabled",
      conditions: { users: { includeUsers: ["All"], excludeGroups } },
    });
  const file = "graph/identity/conditionalAccess/policies.json";
  const answers = {
    [file]: policies(gone, hidden),
    [`graph/groups/${gone}.json`]: { error: { status: 404, code: "Request_ResourceNotFound" } },
    [`graph/groups/${hidden}.json`]: {
      id: hidden,
      displayName: "Hidden",
      groupTypes: ["DynamicMembership"],
      membershipRule: 'user.department -eq "x"',
      membershipRuleProcessingState: "On",
    },
    [`graph/groups/${hidden}/members.json`]: { error: { status: 403, permission: "GroupMember.Read.All" } },
  };
  expect(decoded(answers).directory.groups).toEqual([
    { id: gone, name: gone, gone: true },
    {
      id: hidden,
      name: "Hidden",
      rule: 'user.department -eq "x"',
      settings: { types: "DynamicMembership", "whether its rule is applied": "true" },
    },
  ]);
  expect(partOf({ ...answers, [file]: policies(unasked) }, "groups")).toMatchObject({
    read: false,
    why: { reason: "missing", file: `graph/groups/${unasked}.json` },
  });
});

test("names of accounts that could be seen, and plans that may be used", () => {
  const reading = decoded({
    "graph/users/a.json": { id: "a", userPrincipalName: "anna@contoso.com" },
    "graph/users/b.json": { error: { status: 404 } },
    "graph/subscribedSkus.json": rows(
      {
        capabilityStatus: "Enabled",
        servicePlans: [
          { servicePlanName: "ATP_ENTERPRISE", provisioningStatus: "Success" },
          { servicePlanName: "THREAT_INTELLIGENCE", provisioningStatus: "Disabled" },
        ],
      },
      {
        capabilityStatus: "Suspended",
        servicePlans: [{ servicePlanName: "MTP", provisioningStatus: "Success" }],
      },
    ),
  });
  expect(reading.directory.users).toEqual([{ id: "a", name: "anna@contoso.com" }]);
  expect(reading.servicePlans).toEqual(["ATP_ENTERPRISE"]);
});

test("a refusal tells a permission from a licence", () => {
  const source = { permission: "Policy.Read.All", licence: "Microsoft Entra ID P2" };
  const of = (status: number, code: string, message = "no") =>
    refusedAnswer(new CloudError({ status, code, message }), source).error;
  expect(of(403, "Authorization_RequestDenied")).toMatchObject({ permission: "Policy.Read.All" });
  expect(of(403, "Authorization_RequestDenied")).not.toHaveProperty("licence");
  expect(of(400, "AadPremiumLicenseRequired")).toMatchObject({ licence: "Microsoft Entra ID P2" });
  expect(of(403, "AadPremiumLicenseRequired")).not.toHaveProperty("permission");
  expect(of(400, "CommandNotFoundException")).toMatchObject(source);
  expect(of(500, "ServiceError")).toEqual({ code: "ServiceError", message: "no", status: 500 });
  const unnamed = refusedAnswer(new CloudError({ status: 400, code: "x", message: "no license" }), {
    permission: "p",
  });
  expect(unnamed.error.licence).toBe("a licence that the tenant does not have");
  expect(refusedAnswer(new TypeError("secret"), source).error).toEqual({
    code: "internal",
    message: "the answer could not be read",
    status: 0,
  });
});

test("no cmdlet that does more than get is called", () => {
  const clients = readingClients({} as never);
  const source = {
    file: "exo/x.json",
    cmdlet: "Get-X;Set-Y" as const,
    parameters: {},
    service: "exchange" as const,
    permission: "p",
  };
  expect(() => clients.rows(source)).toThrow("Get-X;Set-Y is no cmdlet that reads");
});
