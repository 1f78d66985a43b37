import { App as AwsApp, Stack } from "aws-cdk-lib/core";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import * as aws from "../../aws";
import * as azure from "../../hosts/azure/constructs/entry";
import * as root from "../../index";
import { FaultError, unwrap } from "../../lib/fault";
import { GRAPH_TABLES } from "../../provider/objects/graph/tables/index";
import { typeName } from "../../provider/objects/table";
import { TABLES } from "../../provider/objects/tables/index";
import { CONTAINMENT } from "../../provider/resources/containment/index";
import { listsIn, placesIn, replaced } from "../support/places";

// Types do not hold for JavaScript, and casts go around them: whatever a construct is given, it is read or refused with
// faults. Every construct that the entries of the package export stands in a table here; functions stand in
// test/lib/hostile-options.test.ts.

const DOMAIN = "contoso.com";
const TENANT = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" };
const BREAK_GLASS = {
  group: "sg-break-glass",
  users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
};
const CHOICE = {
  host: "cloudflare",
  name: DOMAIN,
  declaredBy: DOMAIN,
  source: { by: "id", id: "0123456789abcdef0123456789abcdef" },
} as const;
const MAIL = {
  domain: DOMAIN,
  profile: "exchange-online",
  tenant: TENANT,
  spf: { ip4: ["192.0.2.1"], include: ["spf.example.net"] },
  senders: ["mailchimp", { sendgrid: { account: "u1.wl1" } }],
  dmarc: { policy: "reject", rua: ["mailto:dmarc@contoso.com"] },
  tlsRpt: { rua: ["mailto:tls@contoso.com"] },
  records: { site: { type: "TXT", value: "x" } },
  subdomains: { news: { profile: "parked" } },
} as const;

const declaration = unwrap("test", root.declareDomain(MAIL));
const plan = unwrap(
  "test",
  root.planIdentity(
    {
      breakGlass: BREAK_GLASS,
      mfa: { baseline: "microsoft" },
      sspr: { group: "sg-sspr", users: ["ann@contoso.com"] },
      namedLocations: { office: { ip: ["203.0.113.0/24"] } },
    },
    { initialDomain: unwrap("test", root.parseName(TENANT.initialDomain)) },
  ),
);
const [policy] = plan.policies;
const exchange = unwrap(
  "test",
  root.planExchange(
    {
      managed: true,
      encryption: { encryptButton: true },
      protection: { antiSpam: { policies: { some: { for: { groups: ["some@contoso.com"] } } } } },
      rules: { "external-tag": {}, own: { do: { quarantine: true } } },
    },
    { initialDomain: unwrap("test", root.parseName(TENANT.initialDomain)), domains: [] },
  ),
);

/** How one export is called, and props that it takes. */
interface Trial {
  readonly props: (scope: Construct) => object;
  readonly make: (scope: Construct, props: never) => unknown;
  /** Keys that hold something to call. */
  readonly live?: readonly string[];
  /** May the props be left out? */
  readonly optional?: true;
  /** How many values are tried anywhere. @default 40 */
  readonly runs?: number;
}

const cloudflare = (scope: Construct) =>
  root.CloudflareZone.fromZoneName(scope, "Zone", { zoneName: DOMAIN });
const directory = (scope: Construct) => new root.Directory(scope, "Directory");
const breakGlass = (scope: Construct) =>
  new root.BreakGlass(scope, "BreakGlass", { directory: directory(scope), ...BREAK_GLASS });

const part = (make: Trial["make"], options: object): Trial => ({
  props: (scope) => ({ zone: cloudflare(scope), domain: DOMAIN, ...options }),
  make,
  live: ["zone"],
});

const MAIL_PARTS: Readonly<Record<string, Trial>> = {
  Bimi: part((s, p) => new root.Bimi(s, "X", p), { logo: "https://contoso.com/logo.svg" }),
  DkimSelectors: part((s, p) => new root.DkimSelectors(s, "X", p), {
    tenant: TENANT,
    microsoft: true,
    selectors: { s1: { cname: "s1.example.net" } },
  }),
  DmarcPolicy: part((s, p) => new root.DmarcPolicy(s, "X", p), MAIL.dmarc),
  DmarcReportAuthorization: part((s, p) => new root.DmarcReportAuthorization(s, "X", p), {
    acceptsReportsFrom: ["fabrikam.com"],
  }),
  EopInbound: part((s, p) => new root.EopInbound(s, "X", p), {
    tenant: TENANT,
    mx: [{ host: "mx.contoso.com" }],
  }),
  ExtraRecords: part((s, p) => new root.ExtraRecords(s, "X", p), { records: MAIL.records }),
  MtaSts: part((s, p) => new root.MtaSts(s, "X", p), {
    mode: "enforce",
    mxHosts: ["mx.contoso.com"],
    hosting: "external",
  }),
  ParkedDomain: part((s, p) => new root.ParkedDomain(s, "X", p), { revokeDkim: true }),
  SenderRecords: part((s, p) => new root.SenderRecords(s, "X", p), {
    senders: [unwrap("test", root.resolveSender("mailchimp", declaration.domain))],
  }),
  SpfPolicy: part((s, p) => new root.SpfPolicy(s, "X", p), MAIL.spf),
  TlsReporting: part((s, p) => new root.TlsReporting(s, "X", p), MAIL.tlsRpt),
  MailDomain: {
    props: (scope) => ({ zone: cloudflare(scope), ...MAIL }),
    make: (s, p) => new root.MailDomain(s, "X", p),
    live: ["zone"],
  },
};

const TERRAFORM: Readonly<Record<string, Trial>> = {
  ...MAIL_PARTS,
  "MailDomain, declared": {
    props: (scope) => ({ zone: cloudflare(scope), declaration }),
    make: (s, p) => new root.MailDomain(s, "X", p),
    live: ["zone"],
  },
  BreakGlass: {
    props: (scope) => ({ directory: directory(scope), ...BREAK_GLASS }),
    make: (s, p) => new root.BreakGlass(s, "X", p),
    live: ["directory"],
  },
  "BreakGlass, planned": {
    props: (scope) => ({ directory: directory(scope), plan: plan.breakGlass }),
    make: (s, p) => new root.BreakGlass(s, "X", p),
    live: ["directory"],
  },
  SsprGroup: {
    props: (scope) => ({ directory: directory(scope), group: "sg-sspr", users: ["ann@contoso.com"] }),
    make: (s, p) => new root.SsprGroup(s, "X", p),
    live: ["directory"],
  },
  "SsprGroup, planned": {
    props: (scope) => ({ directory: directory(scope), plan: plan.sspr }),
    make: (s, p) => new root.SsprGroup(s, "X", p),
    live: ["directory"],
  },
  NamedLocations: {
    props: (scope) => ({ directory: directory(scope), locations: { office: { ip: ["203.0.113.0/24"] } } }),
    make: (s, p) => new root.NamedLocations(s, "X", p),
    live: ["directory"],
  },
  "NamedLocations, planned": {
    props: (scope) => ({ directory: directory(scope), plan: plan.namedLocations }),
    make: (s, p) => new root.NamedLocations(s, "X", p),
    live: ["directory"],
  },
  AuthenticationStrengths: {
    props: (scope) => ({ directory: directory(scope), strengths: { keys: { combinations: ["fido2"] } } }),
    make: (s, p) => new root.AuthenticationStrengths(s, "X", p),
    live: ["directory"],
  },
  "AuthenticationStrengths, planned": {
    props: (scope) => ({
      directory: directory(scope),
      plan: [{ key: "keys", displayName: "Keys", combinations: ["fido2"] }],
    }),
    make: (s, p) => new root.AuthenticationStrengths(s, "X", p),
    live: ["directory"],
  },
  ConditionalAccessPolicy: {
    props: (scope) => ({ breakGlass: breakGlass(scope), policy: policy?.policy, state: "on" }),
    make: (s, p) => new root.ConditionalAccessPolicy(s, "X", p),
    live: ["breakGlass"],
  },
  MfaBaseline: {
    props: (scope) => ({ breakGlass: breakGlass(scope), policies: plan.policies }),
    make: (s, p) => new root.MfaBaseline(s, "X", p),
    live: ["breakGlass"],
  },
  DkimSigning: {
    props: () => ({ domain: DOMAIN, keySize: 2048 }),
    make: (s, p) => new root.DkimSigning(s, "X", p),
  },
  ManagedExchange: {
    props: (scope) => ({ zone: cloudflare(scope), declaration }),
    make: (s, p) => new root.ManagedExchange(s, "X", p),
    live: ["zone"],
  },
  OnPremisesConnectors: {
    props: () => ({
      name: DOMAIN,
      outbound: { recipientDomains: [DOMAIN], smartHosts: ["smtp.contoso.com"] },
      inbound: { senderDomains: [DOMAIN], by: { addresses: ["192.0.2.1"] } },
    }),
    make: (s, p) => new root.OnPremisesConnectors(s, "X", p),
  },
  DomainStack: {
    props: () => ({
      declaration,
      zone: (stack: Construct) => root.addCloudflareZone(stack, CHOICE as never),
      state: { type: "local", path: "state/{stack}.tfstate" },
      import: {},
    }),
    make: (s, p) => new root.DomainStack(s, "X", p),
    live: ["zone"],
  },
  TenantExchange: {
    props: (s) => ({ plan: exchange, provider: new root.M365Provider(s, "M365") }),
    make: (s, p) => new root.TenantExchange(s, "X", p),
    live: ["provider"],
  },
  ExchangeStack: {
    props: () => ({
      plan: exchange,
      cloud: "worldwide",
      state: { type: "local", path: "state/{stack}.tfstate" },
    }),
    make: (s, p) => new root.ExchangeStack(s, "contoso", p),
  },
  TenantStack: {
    props: () => ({ plan, cloud: "worldwide", state: { type: "gcs", bucket: "b", prefix: "mail/{stack}" } }),
    make: (s, p) => new root.TenantStack(s, "contoso", p),
  },
  "CloudflareZone.fromZoneId": {
    props: () => ({ zoneName: DOMAIN, zoneId: CHOICE.source.id, accountId: "a" }),
    make: (s, p) => root.CloudflareZone.fromZoneId(s, "X", p),
  },
  "CloudflareZone.fromZoneName": {
    props: () => ({ zoneName: DOMAIN, accountId: "a" }),
    make: (s, p) => root.CloudflareZone.fromZoneName(s, "X", p),
  },
  "CloudflareZone.create": {
    props: () => ({ zoneName: DOMAIN, accountId: "a", dnssec: true, preventDestroy: true }),
    make: (s, p) => root.CloudflareZone.create(s, "X", p),
  },
  addCloudflareZone: { props: () => CHOICE, make: (s, p) => root.addCloudflareZone(s, p) },
  "AzureZone.fromZoneName": {
    props: () => ({ zoneName: DOMAIN, resourceGroup: "dns" }),
    make: (s, p) => azure.AzureZone.fromZoneName(s, "X", p),
  },
  "AzureZone.create": {
    props: () => ({ zoneName: DOMAIN, resourceGroup: "dns", preventDestroy: true }),
    make: (s, p) => azure.AzureZone.create(s, "X", p),
  },
  addAzureZone: {
    props: () => ({
      host: "azure",
      name: DOMAIN,
      declaredBy: DOMAIN,
      resourceGroup: "dns",
      environment: "public",
      source: { by: "name" },
    }),
    make: (s, p) => azure.addAzureZone(s, p),
  },
  M365Provider: {
    props: () => ({ alias: "a", environment: "public" }),
    make: (s, p) => new root.M365Provider(s, "X", p),
    optional: true,
  },
  M365AgentRiskPolicy: {
    props: () => ({ name: "Agents", agentRiskLevels: ["high"] }),
    make: (s, p) => new root.M365AgentRiskPolicy(s, "X", p),
  },
  M365AcceptedDomain: {
    props: () => ({ domain: DOMAIN, domainType: "InternalRelay" }),
    make: (s, p) => new root.M365AcceptedDomain(s, "X", p),
  },
  M365Domain: {
    props: () => ({ domain: DOMAIN, removeOnDestroy: true }),
    make: (s, p) => new root.M365Domain(s, "X", p),
  },
  M365VerifiedDomain: {
    props: () => ({ domain: DOMAIN, timeout: 600 }),
    make: (s, p) => new root.M365VerifiedDomain(s, "X", p),
  },
  M365DkimSigning: {
    props: () => ({ domain: DOMAIN }),
    make: (s, p) => new root.M365DkimSigning(s, "X", p),
  },
  M365DkimSigningConfig: {
    props: () => ({ domain: DOMAIN, keySize: 2048 }),
    make: (s, p) => new root.M365DkimSigningConfig(s, "X", p),
  },
  M365DnsPropagation: {
    props: () => ({ records: [{ name: DOMAIN, type: "TXT", values: ["x"] }], timeout: 5, dependsOn: [] }),
    make: (s, p) => new root.M365DnsPropagation(s, "X", p),
  },
  M365InboundConnector: {
    props: () => ({ name: "x", senderDomains: [DOMAIN], enabled: true }),
    make: (s, p) => new root.M365InboundConnector(s, "X", p),
  },
  M365OutboundConnector: {
    props: () => ({ name: "x", recipientDomains: [DOMAIN] }),
    make: (s, p) => new root.M365OutboundConnector(s, "X", p),
  },
  M365RoleGroupMember: {
    props: () => ({ service: "purview", roleGroup: "Service Assurance User", member: "a@contoso.com" }),
    make: (s, p) => new root.M365RoleGroupMember(s, "X", p),
  },
  M365RoleGroupMembers: {
    props: () => ({ service: "exchange", roleGroup: "Readers", members: ["a@contoso.com"] }),
    make: (s, p) => new root.M365RoleGroupMembers(s, "X", p),
  },
  M365TenantAllowBlockListItem: {
    props: () => ({ listType: "Sender", value: "example.net", action: "Block" }),
    make: (s, p) => new root.M365TenantAllowBlockListItem(s, "X", p),
  },
  M365DnssecForVerifiedDomain: {
    props: () => ({ domain: DOMAIN, disableOnDestroy: true }),
    make: (s, p) => new root.M365DnssecForVerifiedDomain(s, "X", p),
  },
  M365SmtpDaneInbound: {
    props: () => ({ domain: DOMAIN }),
    make: (s, p) => new root.M365SmtpDaneInbound(s, "X", p),
  },
  M365TenantAllowBlockListSpoofItem: {
    props: () => ({
      spoofedUser: DOMAIN,
      sendingInfrastructure: "192.0.2.0/24",
      spoofType: "Internal",
      action: "Allow",
    }),
    make: (s, p) => new root.M365TenantAllowBlockListSpoofItem(s, "X", p),
  },
  DataM365DirectorySync: {
    props: () => ({ maxAge: 60, licensed: true, assert: true }),
    make: (s, p) => new root.DataM365DirectorySync(s, "X", p),
  },
  DataM365AccountExposure: {
    props: () => ({ userPrincipalName: "alex@contoso.com" }),
    make: (s, p) => new root.DataM365AccountExposure(s, "X", p),
  },
  DataM365IrmTest: {
    props: () => ({ sender: "a@contoso.com", recipient: "b@contoso.com" }),
    make: (s, p) => new root.DataM365IrmTest(s, "X", p),
  },
  DataM365RmsTemplates: {
    props: () => ({ dependsOn: [] }),
    make: (s, p) => new root.DataM365RmsTemplates(s, "X", p),
  },
  DataM365SsprRegistration: {
    props: () => ({ groupId: "11111111-1111-4111-8111-111111111111", assert: true }),
    make: (s, p) => new root.DataM365SsprRegistration(s, "X", p),
  },
  DataM365SystemAlerts: {
    props: () => ({ recipients: ["soc@contoso.com"], assert: true }),
    make: (s, p) => new root.DataM365SystemAlerts(s, "X", p),
  },
  DataM365Domain: { props: () => ({ domain: DOMAIN }), make: (s, p) => new root.DataM365Domain(s, "X", p) },
  DataM365DomainServiceRecords: {
    props: () => ({ domain: DOMAIN }),
    make: (s, p) => new root.DataM365DomainServiceRecords(s, "X", p),
  },
};

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const binding = (type: string, props: object): readonly [string, Trial] => {
  const name = camel(`_${type}`);
  const Binding = new Map<string, unknown>(Object.entries(root)).get(name) as new (
    ...args: readonly [Construct, string, never]
  ) => unknown;
  // All are written by one generator: what one refuses, each does.
  return [name, { props: () => props, make: (s, p) => new Binding(s, "X", p), runs: 4 }];
};

/** What provider m365 makes of its tables, with the examples of the reference. */
const KIT: Readonly<Record<string, Trial>> = Object.fromEntries(
  [...TABLES, ...GRAPH_TABLES].flatMap((table) => {
    const type = typeName(table);
    const props = Object.entries(table.example).map(([name, value]) => [
      camel(name),
      typeof value === "string" ? value.replace(/^\$\{.*\}$/, "Staff") : value,
    ]);
    const own = binding(type, Object.fromEntries(props));
    return table.kind === "rule" ? [own, binding(`${type}_order`, { rules: ["a", "b"] })] : [own];
  }),
);

/** What contains an account: whose it is, and for acts since when. */
const CONTAINED: Readonly<Record<string, Trial>> = Object.fromEntries(
  Object.entries(CONTAINMENT).map(([type, { attributes }]) =>
    binding(type, {
      userPrincipalName: "alex@contoso.com",
      ...("since" in attributes && { since: "2026-11-01T03:00:00Z" }),
      ...("keep" in attributes && { keep: ["x"] }),
    }),
  ),
);

const AWS: Readonly<Record<string, Trial>> = {
  Route53DomainStack: {
    props: () => ({
      declaration,
      zone: { host: "route53", name: DOMAIN, declaredBy: DOMAIN, source: { by: "name" } },
      kept: [{ name: DOMAIN, ttl: 60, type: "TXT", value: "x" }],
    }),
    make: (s, p) => new aws.Route53DomainStack(s, "X", p),
  },
  TerraformStateStack: {
    props: () =>
      unwrap(
        "test",
        aws.readStateOptions({ bucket: "contoso-state", repository: "contoso/dns", region: "eu-central-1" }),
      ),
    make: (s, p) => new aws.TerraformStateStack(s, "X", p),
  },
  "Route53Zone.fromHostedZoneId": {
    props: () => ({ zoneName: DOMAIN, hostedZoneId: "Z1" }),
    make: (s, p) => aws.Route53Zone.fromHostedZoneId(s, "X", p),
  },
  "Route53Zone.fromZoneName": {
    props: () => ({ zoneName: DOMAIN }),
    make: (s, p) => aws.Route53Zone.fromZoneName(s, "X", p),
  },
  "Route53Zone.create": {
    props: () => ({ zoneName: DOMAIN, removalPolicy: "retain" }),
    make: (s, p) => aws.Route53Zone.create(s, "X", p),
  },
};

/** Made by a program from a scope and an id alone, or only a type to extend. */
const WITHOUT_PROPS = ["Directory", "MailPart", "MailStack"];

const terraformApp = new App({ skipValidation: true });
const awsApp = new AwsApp();
let scopes = 0;

const TRIALS = [
  ...Object.entries({ ...TERRAFORM, ...KIT, ...CONTAINED }).map(
    ([name, trial]) => [name, trial, () => new TerraformStack(terraformApp, `s${++scopes}`)] as const,
  ),
  ...Object.entries(AWS).map(
    ([name, trial]) => [name, trial, () => new Stack(awsApp, `s${++scopes}`)] as const,
  ),
];

/** What comes of it: the error, or `undefined` where it was taken. */
function outcome({ make }: Trial, scope: Construct, props: unknown): unknown {
  try {
    make(scope, props as never);
    return undefined;
  } catch (error) {
    return error;
  }
}

test("every construct that the package exports is tried", () => {
  const tried = new Set(
    Object.keys({ ...TERRAFORM, ...KIT, ...CONTAINED, ...AWS }).map((name) => name.replace(/[.,].*/, "")),
  );
  const constructs = Object.entries({ ...root, ...aws, ...azure }).flatMap(([name, value]) =>
    typeof value === "function" && value.prototype instanceof Construct ? [name] : [],
  );
  expect(constructs.filter((name) => !tried.has(name)).sort()).toEqual(WITHOUT_PROPS);
});

describe.each(TRIALS)("%s", (_name, trial, newScope) => {
  const keys = Object.keys(trial.props(newScope()));

  it("takes what is right, frozen too", () => {
    const scope = newScope();
    expect(outcome(trial, scope, Object.freeze(trial.props(scope)))).toBeUndefined();
  });

  it("refuses what are no props", () => {
    const none = [
      null,
      5,
      "text",
      true,
      [],
      [1],
      () => 1,
      Symbol("x"),
      ...(trial.optional ? [] : [undefined]),
    ];
    for (const props of none) expect(outcome(trial, newScope(), props)).toBeInstanceOf(FaultError);
  });

  it("refuses a key that it does not know", () => {
    const scope = newScope();
    expect(outcome(trial, scope, { ...trial.props(scope), polcy: 1 })).toBeInstanceOf(FaultError);
  });

  it.each(keys)("refuses what can be no %s", (key) => {
    const itself: unknown[] = [];
    itself.push(itself);
    for (const value of [null, Symbol("x"), Number.NaN, itself, new Date(0), new Map([["a", 1]])]) {
      const scope = newScope();
      expect(outcome(trial, scope, { ...trial.props(scope), [key]: value })).toBeInstanceOf(FaultError);
    }
  });

  it.each(keys)("refuses a %s that cannot be read", (key) => {
    const scope = newScope();
    const props = Object.defineProperty({ ...trial.props(scope) }, key, {
      enumerable: true,
      get() {
        throw new TypeError("no");
      },
    });
    expect(outcome(trial, scope, props)).toBeInstanceOf(FaultError);
  });

  it("refuses a text in the place of a list", () => {
    for (const path of listsIn(trial.props(newScope()), trial.live ?? [])) {
      const scope = newScope();
      expect([path, outcome(trial, scope, replaced(trial.props(scope), path, "text"))]).toEqual([
        path,
        expect.any(FaultError),
      ]);
    }
  });

  it("never fails otherwise, whatever stands anywhere", () => {
    const places = placesIn(trial.props(newScope()), trial.live ?? []);
    fc.assert(
      fc.property(
        fc.constantFrom([], ...places),
        fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
        (path, value) => {
          const scope = newScope();
          const error = outcome(trial, scope, replaced(trial.props(scope), path, value));
          return error === undefined || error instanceof FaultError;
        },
      ),
      { numRuns: trial.runs ?? 40 },
    );
  });
});
