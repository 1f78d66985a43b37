import type { TenantReading } from "../../../lib/tenant-reading/reading";
import type { ReaderAnswer, ReaderOrder } from "../../../provider/reader/orders";
import { carryOut } from "../../../provider/reader/read";
import { CMDLET_SOURCES, GRAPH_SOURCES } from "../../../provider/reader/sources";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, FastClock, QUICK } from "../support/clients";

let emulator: Emulator;

async function tenant(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startEmulator({ domains: ["contoso.com"], ...options });
  return emulator;
}

afterEach(() => emulator.close());

type Read = Extract<ReaderOrder, { do: "read" }>;

function read(what: Partial<Read> = {}, env: Readonly<Record<string, string | undefined>> = emulator.env) {
  return carryOut({ do: "read", ...what }, { env, clock: new FastClock(), patience: QUICK });
}

function readingOf(answer: ReaderAnswer): TenantReading {
  if (answer.is === "faults") throw new Error(JSON.stringify(answer.faults));
  return { ...answer.decoded, evidence: answer.evidence };
}

function faultsOf(answer: ReaderAnswer): readonly string[] {
  return answer.is === "faults" ? answer.faults.map(({ message }) => message) : [];
}

const notRead = ({ parts }: TenantReading) =>
  Object.entries(parts).flatMap(([part, known]) => (known.read ? [] : [[part, known.why] as const]));

const GROUP = {
  displayName: "Break glass",
  mailEnabled: false,
  mailNickname: "break-glass",
  securityEnabled: true,
};

/** A tenant with a policy, what it rests on, and objects of Exchange that somebody has made. */
async function filled() {
  await tenant({
    users: [{ userPrincipalName: "admin@contoso.onmicrosoft.com", displayName: "Admin" }] as never,
  });
  const { graph, exchange, compliance } = clientsFor(emulator.env);
  const [user] = await graph.list("users");
  const inner = await graph.post("groups", { ...GROUP, displayName: "Inner", mailNickname: "inner" });
  const group = await graph.post("groups", {
    ...GROUP,
    "members@odata.bind": [user?.id, inner.id].map(
      (id) => `${emulator.env.M365_GRAPH_URL}/v1.0/directoryObjects/${id}`,
    ),
  });
  const location = await graph.post("identity/conditionalAccess/namedLocations", {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    displayName: "Headquarters",
    isTrusted: true,
    ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" }],
  });
  const strength = await graph.post("policies/authenticationStrengthPolicies", {
    displayName: "Keys",
    allowedCombinations: ["fido2"],
  });
  const policy = await graph.post("identity/conditionalAccess/policies", {
    displayName: "MFA for all",
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"], excludeGroups: [group.id] },
      applications: { includeApplications: ["All"] },
      locations: { includeLocations: ["All"], excludeLocations: [location.id] },
    },
    grantControls: { operator: "OR", authenticationStrength: { id: strength.id } },
  });
  await exchange.invoke("New-HostedContentFilterPolicy", {
    Name: "Staff",
    SpamAction: "Quarantine",
    AllowedSenderDomains: ["fabrikam.com"],
  });
  await exchange.invoke("New-TransportRule", {
    Name: "Tag",
    FromScope: "NotInOrganization",
    PrependSubject: "[External] ",
  });
  await exchange.invoke("New-TenantAllowBlockListItems", {
    ListType: "Sender",
    Entries: ["fabrikam.com"],
    Block: true,
    NoExpiration: true,
  });
  await exchange.invoke("New-InboundConnector", {
    Name: "From the premises",
    ConnectorType: "OnPremises",
    SenderDomains: ["*"],
    RequireTls: true,
    TlsSenderCertificateName: "mail.contoso.com",
  });
  await exchange.invoke("New-OutboundConnector", {
    Name: "To the premises",
    ConnectorType: "OnPremises",
    SmartHosts: ["mail.contoso.com"],
    TlsSettings: "EncryptionOnly",
    UseMXRecord: false,
    RecipientDomains: ["contoso.com"],
  });
  await exchange.invoke("New-DkimSigningConfig", {
    DomainName: "contoso.com",
    Enabled: false,
    KeySize: 2048,
  });
  await compliance.invoke("New-ProtectionAlert", {
    Name: "Forwarding",
    Category: "ThreatManagement",
    ThreatType: "Activity",
    Operation: ["MailRedirect"],
    NotifyUser: ["secops@contoso.com"],
    AggregationType: "None",
  });
  await exchange.invoke("Add-RoleGroupMember", {
    Identity: "View-Only Organization Management",
    Member: "admin@contoso.onmicrosoft.com",
    BypassSecurityGroupManagerCheck: true,
  });
  await compliance.invoke("Add-RoleGroupMember", {
    Identity: "Service Assurance User",
    Member: "Admin",
    BypassSecurityGroupManagerCheck: true,
  });
  return { user, inner, group, location, strength, policy };
}

test("everything that can be declared of a tenant is read, in the words of an estate", async () => {
  const { user, inner, group, location, strength, policy } = await filled();
  const before = emulator.control.log.length;
  const reading = readingOf(await read({ tenant: "contoso.com" }));

  expect(notRead(reading)).toEqual([]);
  const of = (kind: string) => reading.objects.filter((one) => one.kind === kind);
  expect(
    of("hosted-content-filter-policy").map(({ name, builtIn, values }) => [
      name,
      builtIn,
      values.spamAction,
      values.allowedSenderDomains,
    ]),
  ).toEqual([
    ["Default", true, "MoveToJmf", undefined],
    ["Staff", undefined, "Quarantine", ["fabrikam.com"]],
  ]);
  expect(of("transport-rule")).toEqual([
    expect.objectContaining({
      name: "Tag",
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      priority: 0,
      unknown: [],
      values: expect.objectContaining({
        fromScope: "NotInOrganization",
        prependSubject: "[External] ",
        enabled: true,
      }),
    }),
  ]);
  expect(of("tenant-allow-block-list-item")).toEqual([
    {
      kind: "tenant-allow-block-list-item",
      id: "Sender/fabrikam.com",
      name: "fabrikam.com",
      values: { listType: "Sender", value: "fabrikam.com", action: "Block", noExpiration: true },
      unknown: [],
    },
  ]);
  expect(of("protection-alert").filter(({ builtIn }) => !builtIn)).toEqual([
    expect.objectContaining({
      name: "Forwarding",
      values: expect.objectContaining({ notifyUser: ["secops@contoso.com"] }),
    }),
  ]);
  expect(of("role-group").map(({ id, values }) => [id.split("/")[0], values.service])).toEqual([
    ["exchange", "exchange"],
    ["exchange", "exchange"],
    ["purview", "purview"],
    ["purview", "purview"],
  ]);
  expect(of("role-group-member").map(({ id }) => id)).toEqual([
    "exchange/View-Only Organization Management/admin@contoso.onmicrosoft.com",
    `purview/Service Assurance User/${user?.id}`,
  ]);
  expect(of("role-group-member").map(({ name, values }) => [name, values])).toEqual([
    [
      "admin@contoso.onmicrosoft.com of View-Only Organization Management",
      {
        service: "exchange",
        roleGroup: "View-Only Organization Management",
        member: "admin@contoso.onmicrosoft.com",
      },
    ],
    [
      `${user?.id} of Service Assurance User`,
      { service: "purview", roleGroup: "Service Assurance User", member: user?.id },
    ],
  ]);
  expect(of("role-group-members").map(({ id, values }) => [id, values.members])).toEqual([
    ["exchange/Organization Management", undefined],
    ["exchange/View-Only Organization Management", ["admin@contoso.onmicrosoft.com"]],
    ["purview/OrganizationManagement", undefined],
    ["purview/Service Assurance User", [user?.id]],
  ]);
  expect(of("authorization-policy")).toEqual([
    expect.objectContaining({ values: expect.objectContaining({ allowInvitesFrom: "everyone" }) }),
  ]);
  expect(of("authentication-method").map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Email", "Fido2", "Sms", "Voice"]),
  );
  expect(of("domain-password-policy").map(({ values }) => values.domain)).toEqual([
    "contoso.com",
    "contoso.onmicrosoft.com",
  ]);

  expect(reading.policies).toEqual([
    {
      id: policy.id,
      policy: {
        displayName: "MFA for all",
        state: "enabled",
        conditions: {
          clientAppTypes: ["all"],
          users: { includeUsers: ["All"], excludeGroups: [group.id] },
          applications: { includeApplications: ["All"] },
          locations: { includeLocations: ["All"], excludeLocations: [location.id] },
        },
        grantControls: { operator: "OR", authenticationStrength: { id: strength.id } },
      },
      unread: {},
    },
  ]);
  expect(reading.directory).toEqual({
    namedLocations: [
      { id: location.id, name: "Headquarters", kind: "ip", ranges: ["203.0.113.0/24"], trusted: true },
    ],
    strengths: [{ id: strength.id, name: "Keys", allowedCombinations: ["fido2"] }],
    groups: expect.arrayContaining([
      expect.objectContaining({ id: group.id, name: "Break glass", members: [user?.id, inner.id] }),
      expect.objectContaining({ id: inner.id, name: "Inner", members: [] }),
    ]),
    // Whoever is in a group that a policy names.
    users: [{ id: expect.any(String), name: "admin@contoso.onmicrosoft.com" }],
    securityDefaults: false,
  });
  expect(reading.initialDomain).toBe("contoso.onmicrosoft.com");
  expect(reading.acceptedDomains).toContainEqual({
    name: "contoso.com",
    type: "Authoritative",
    isDefault: false,
  });
  expect(reading.signing).toEqual([
    {
      domain: "contoso.com",
      enabled: false,
      keySizes: [2048, 2048],
      targets: [expect.any(String), expect.any(String)],
    },
  ]);
  expect(reading.inboundConnectors).toEqual([
    {
      id: expect.any(String),
      name: "From the premises",
      enabled: true,
      type: "OnPremises",
      requireTls: true,
      certificateName: "mail.contoso.com",
      senderAddresses: [],
    },
  ]);
  expect(reading.outboundConnectors).toEqual([
    {
      id: expect.any(String),
      name: "To the premises",
      enabled: true,
      type: "OnPremises",
      tls: "EncryptionOnly",
      smartHosts: ["mail.contoso.com"],
    },
  ]);
  expect(reading.servicePlans).toEqual(["AAD_PREMIUM_P2", "EXCHANGESTANDARD"]);

  // Nothing is sent but what reads, and no secret is kept.
  const log = emulator.control.log.slice(before);
  expect(new Set(log.flatMap(({ cmdlets }) => cmdlets).map((cmdlet) => cmdlet.split("-")[0]))).toEqual(
    new Set(["Get"]),
  );
  expect(log.filter(({ service }) => service === "graph").every(({ method }) => method === "GET")).toBe(true);
  expect(
    new Set(log.filter(({ method }) => method !== "GET").map(({ path }) => path.replace(/^.*\//, ""))),
  ).toEqual(new Set(["token", "InvokeCommand", "$batch"]));
  const kept = JSON.stringify(reading.evidence);
  expect(kept).not.toContain(emulator.application.clientSecret);
  expect(kept).not.toMatch(/eyJ[\w-]{8,}/);

  // What was kept comes to the same without the tenant.
  const again = readingOf(await carryOut({ do: "decode", evidence: JSON.parse(kept) }, { env: {} }));
  expect(again).toEqual(JSON.parse(JSON.stringify(reading)));
  expect(Object.keys(reading.evidence.answers)).toEqual(
    expect.arrayContaining([...GRAPH_SOURCES, ...CMDLET_SOURCES].map(({ file }) => file)),
  );
});

test("what the application may not see is not read, with the permission that is missing", async () => {
  await tenant({ permissions: ["Domain.Read.All"] });
  const reading = readingOf(await read({ tenant: "contoso.com" }));
  const why = new Map(notRead(reading));
  expect(why.get("conditional-access-policies")).toEqual({
    reason: "permission",
    permission: "Policy.Read.All",
    file: "graph/identity/conditionalAccess/policies.json",
    words: expect.stringMatching(/the application needs Policy\.Read\.All \(AccessDenied\)$/),
  });
  expect(why.get("groups")).toEqual(why.get("conditional-access-policies"));
  expect(why.get("authentication-method")).toMatchObject({ permission: "Policy.Read.AuthenticationMethod" });
  expect(why.get("service-plans")).toMatchObject({ permission: "Organization.Read.All" });
  expect(reading.parts.domains).toEqual({ read: true });
  expect(reading.parts["transport-rule"]).toEqual({ read: true });
  // Lists that nobody has seen are not empty ones.
  expect(reading.directory).toEqual({ users: [] });
  expect(reading.policies).toEqual([]);
});

test("pages are joined, throttling is waited for, and every request counts", async () => {
  await tenant();
  const { exchange } = clientsFor(emulator.env);
  const names = Array.from({ length: 30 }, (_, at) => `Partner ${String(at).padStart(2, "0")}`);
  await exchange.batch(
    names.map((Name) => ({
      cmdlet: "New-RemoteDomain",
      parameters: { Name, DomainName: `${Name.replace(" ", "-")}.example` },
    })),
  );
  emulator.exchange.pageSize = 7;
  emulator.graph.pageSize = 1;
  emulator.exchange.throttledParts = 5;
  const reading = readingOf(await read());
  const domains = reading.objects.filter(({ kind }) => kind === "remote-domain").map(({ name }) => name);
  expect(domains).toEqual(["Default", ...names]);
  expect(reading.domains).toHaveLength(2);
  expect(reading.evidence.answers["graph/domains.json"]).not.toHaveProperty("@odata.nextLink");

  const few = readingOf(await read({ calls: 12 }));
  const spent = notRead(few).filter(([, { reason }]) => reason === "budget");
  expect(spent.length).toBeGreaterThan(0);
  expect(spent[0]?.[1].words).toBe("the reading's 12 requests are used up (budget)");
  const late = await read({ time: -1 });
  expect(faultsOf(late)).toEqual(["nothing can be read: the reading took longer than -0.001 s"]);
});

test("credentials that are none, or of another tenant, are told before anything is judged", async () => {
  await tenant();
  expect(faultsOf(await read({}, {}))).toEqual([
    "the tenant's id is missing",
    "the application's id is missing",
    "no credential is set",
  ]);
  expect(faultsOf(await read({ tenant: "fabrikam.com" }))).toEqual(["the credentials are of another tenant"]);
  const other = "00000000-0000-4000-8000-000000000000";
  expect(faultsOf(await read({ tenant: other }))).toEqual(["the credentials are of another tenant"]);
  const wrong = await read({}, { ...emulator.env, ARM_CLIENT_SECRET: "wrong~secret" });
  expect(faultsOf(wrong)).toEqual([
    expect.stringMatching(/^nothing can be read: Entra ID gave no token for the client secret/),
  ]);
  expect(JSON.stringify(wrong)).not.toContain("wrong~secret");
  // The GUID is enough where no variable says which tenant.
  const { ARM_TENANT_ID, ...env } = emulator.env;
  expect(readingOf(await read({ tenant: ARM_TENANT_ID ?? "" }, env)).initialDomain).toBe(
    "contoso.onmicrosoft.com",
  );
});

test("whose tenant it is must be seen where a domain names it", async () => {
  await tenant({ permissions: ["Policy.Read.All"] });
  expect(faultsOf(await read({ tenant: "contoso.com" }))).toEqual([
    "whether the credentials are of the tenant of contoso.com cannot be seen",
  ]);
});

test("trouble at one question leaves the others: waits that are asked for, broken connections, answers that are none", async () => {
  await tenant();
  const clock = new FastClock();
  const { control } = emulator;
  control.throttle(1, "17", { service: "graph", path: /organization/ });
  control.break(1, false, { service: "graph", path: /subscribedSkus/ });
  control.fail(1, { status: 500 }, { service: "graph", path: /namedLocations/ });
  control.order({ kind: "answer", body: { "@odata.context": "x" } }, 1, {
    service: "graph",
    path: /conditionalAccess\/policies/,
  });
  const answer = await carryOut({ do: "read" }, { env: emulator.env, clock, patience: QUICK });
  const reading = readingOf(answer);
  expect(clock.pauses.some((pause) => pause >= 17_000)).toBe(true);
  expect(reading.servicePlans).not.toEqual([]);
  expect(notRead(reading).map(([part, { reason, words }]) => [part, reason, words])).toEqual([
    [
      "conditional-access-policies",
      "unreadable",
      "the answer for identity/conditionalAccess/policies is not a list (unreadable-answer)",
    ],
    ["groups", "unreadable", expect.anything()],
    ["named-locations", "failed", expect.anything()],
  ]);
});
