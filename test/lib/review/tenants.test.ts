import type { DnsName } from "../../../lib/dns/name";
import { declaredIntent } from "../../../lib/posture/intent";
import type { TenantPosture } from "../../../lib/posture/model";
import { plannedPostures } from "../../../lib/review/before-after";
import { NO_CONTEXT, type ReviewContext } from "../../../lib/review/context";
import { planOf, type ResourceJson, resource } from "./plan-json";

const CONTEXT: ReviewContext = {
  ...NO_CONTEXT,
  tenantOf: (stack) => (stack === "tenant-contoso" || stack === "contoso.com" ? "contoso" : undefined),
  breakGlass: (tenant) => (tenant === "contoso" ? "sg-break-glass" : undefined),
  whereOf: (tenant) => ({ file: "estate.yaml", path: ["tenants", tenant] }),
};

function tenants(
  stack: string,
  resources: readonly ResourceJson[],
  context: ReviewContext = CONTEXT,
): { readonly before: readonly TenantPosture[]; readonly after: readonly TenantPosture[] } {
  const { before, after } = plannedPostures([planOf(stack, resources)], context);
  return { before: before.tenants, after: after.tenants };
}

const policy = (state: string, excluded: readonly (string | null)[]) => ({
  display_name: "MFA",
  state,
  conditions: [
    { client_app_types: ["all"], users: [{ included_users: ["All"], excluded_groups: excluded }] },
  ],
});
const MFA = "azuread_conditional_access_policy.mfa";
const group = (address: string, id: string, name: string) => {
  const values = { object_id: id, display_name: name };
  return resource(address, values, values);
};

describe("the group that every policy must exclude", () => {
  const BREAK_GLASS = group("azuread_group.break_glass", "1", "sg-break-glass");
  const found = (...resources: readonly ResourceJson[]) =>
    tenants("tenant-contoso", [BREAK_GLASS, ...resources]).after.map(({ breakGlass, policies = [] }) => ({
      breakGlass,
      policies: policies.map(({ policy: { conditions }, unknown }) => [
        conditions.users?.excludeGroups,
        unknown,
      ]),
    }));

  test("is the estate's, by the id that policies exclude it by", () => {
    expect(found(resource(MFA, undefined, policy("enabled", ["1"])))).toEqual([
      { breakGlass: "1", policies: [[["1"], undefined]] },
    ]);
  });

  test("may be one that a policy excludes and nobody can name before apply: what is not known is said", () => {
    const unknown = { conditions: [{ users: [{ excluded_groups: [true] }] }] };
    expect(found(resource(MFA, undefined, policy("enabled", [null]), { unknown }))).toEqual([
      { breakGlass: "1", policies: [[[], ["who is excluded is known after apply"]]] },
    ]);
  });

  test("keeps its id under another name, and its name where no plan knows it", () => {
    const renamed = resource(
      "azuread_group.break_glass",
      { object_id: "1", display_name: "sg-emergency" },
      { object_id: "1", display_name: "sg-break-glass" },
    );
    const both = tenants("tenant-contoso", [renamed, resource(MFA, undefined, policy("enabled", ["1"]))]);
    expect([both.before, both.after].map(([one]) => one?.breakGlass)).toEqual(["1", "1"]);
    const { after } = tenants("tenant-contoso", [resource(MFA, undefined, policy("enabled", ["1"]))]);
    expect(after.map(({ breakGlass }) => breakGlass)).toEqual(["sg-break-glass"]);
  });

  test("is not known to a plan without an estate", () => {
    const { after } = tenants(
      "tenant-contoso",
      [resource(MFA, undefined, policy("enabled", ["1"]))],
      NO_CONTEXT,
    );
    expect(after.map(({ name, breakGlass }) => [name, breakGlass])).toEqual([["contoso", undefined]]);
  });
});

const CONNECTOR = {
  name: "To the premises",
  connector_type: "OnPremises",
  smart_hosts: ["smtp.contoso.com"],
};

test("of what a tenant has on neither side nothing is known; what it has on one side only is empty on the other", () => {
  const { before, after } = tenants("tenant-contoso", [
    resource("m365_outbound_connector.out", undefined, CONNECTOR),
  ]);
  const where = { file: "estate.yaml", path: ["tenants", "contoso"] };
  expect(before).toEqual([
    { name: "contoso", breakGlass: "sg-break-glass", exchange: { outboundConnectors: [] }, where },
  ]);
  expect(after).toEqual([
    {
      name: "contoso",
      breakGlass: "sg-break-glass",
      exchange: {
        outboundConnectors: [
          {
            kind: "outbound connector",
            name: "To the premises",
            enabled: true,
            type: "OnPremises",
            smartHosts: ["smtp.contoso.com"],
            recipientDomains: [],
            where: { address: "m365_outbound_connector.out" },
          },
        ],
      },
      where,
    },
  ]);
});

test("policies, connectors and forwarding are known where a plan holds one on either side", () => {
  const known = (resources: readonly ResourceJson[]) =>
    tenants("tenant-contoso", resources).after.map(({ policies, exchange }) => ({ policies, ...exchange }));
  expect(known([resource(MFA, policy("enabled", []), undefined)])).toEqual([{ policies: [] }]);
  expect(known([resource("m365_inbound_connector.in", { name: "In" }, undefined)])).toEqual([
    { inboundConnectors: [] },
  ]);
  expect(known([resource("m365_outbound_connector.out", { name: "Out" }, undefined)])).toEqual([
    { outboundConnectors: [] },
  ]);
  expect(
    known([
      resource(
        "exo_hosted_outbound_spam_filter_policy.p",
        { name: "P", auto_forwarding_mode: "Off" },
        undefined,
      ),
    ]),
  ).toEqual([{ forwarding: [] }]);
  expect(known([resource("m365_dkim_signing.s", { domain: "contoso.com" }, undefined)])).toEqual([
    { signing: [] },
  ]);
  expect(known([resource("m365_dkim_signing_config.s", { domain: "contoso.com" }, undefined)])).toEqual([
    { signing: [] },
  ]);
  expect(known([resource("m365_accepted_domain.d", undefined, { name: "contoso.com" })])).toEqual([{}]);
});

test("connectors and forwarding are those of the tenant's plan", () => {
  const { after } = tenants("tenant-contoso", [
    resource("m365_inbound_connector.in", undefined, { name: "In" }),
    resource("m365_outbound_connector.out", undefined, { name: "Out" }),
    resource("exo_hosted_outbound_spam_filter_policy.p", undefined, {
      name: "P",
      auto_forwarding_mode: "Off",
    }),
  ]);
  const { inboundConnectors = [], outboundConnectors = [], forwarding = [] } = after[0]?.exchange ?? {};
  expect([
    inboundConnectors.map(({ name }) => name),
    outboundConnectors.map(({ name }) => name),
    forwarding.map(({ policy: name }) => name),
  ]).toEqual([["In"], ["Out"], ["P"]]);
});

test("signing of a domain is on where both its keys and its switch are there, and stands where the switch does", () => {
  const keys = (domain: string, size: number | null) =>
    resource(`m365_dkim_signing_config.${domain.replace(".", "_")}`, undefined, { domain, key_size: size });
  const { after } = tenants("tenant-contoso", [
    keys("fabrikam.com", 1024),
    keys("contoso.com", 2048),
    resource("m365_dkim_signing.contoso_com", undefined, { domain: "contoso.com" }),
    resource("m365_dkim_signing.contoso_net", undefined, { domain: "contoso.net" }),
  ]);
  expect(after[0]?.exchange?.signing).toEqual([
    {
      domain: "contoso.com",
      enabled: true,
      keySizes: [2048],
      where: { address: "m365_dkim_signing.contoso_com" },
    },
    {
      domain: "contoso.net",
      enabled: true,
      keySizes: [],
      where: { address: "m365_dkim_signing.contoso_net" },
    },
    {
      domain: "fabrikam.com",
      enabled: false,
      keySizes: [1024],
      where: { address: "m365_dkim_signing_config.fabrikam_com" },
    },
  ]);
});

describe("the tenant that something belongs to", () => {
  const names = (stack: string, one: ResourceJson, context: ReviewContext = CONTEXT) =>
    tenants(stack, [one], context).after.map(({ name }) => name);
  const connector = resource("m365_outbound_connector.out", undefined, CONNECTOR);
  const signing = resource("m365_dkim_signing.s", undefined, { domain: "contoso.net" });
  const domainOfFabrikam: ReviewContext = {
    ...CONTEXT,
    domains: new Map([
      [
        "contoso.net" as DnsName,
        { intent: declaredIntent({ profile: "parked" }), tenant: "fabrikam", where: {} },
      ],
    ]),
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ["is the estate's for the stack", names("contoso.com", connector), ["contoso"]],
    ["is in the stack's name where no estate says more", names("tenant-fabrikam", connector), ["fabrikam"]],
    ["is the stack where that has no such name", names("mail-tenant-x", connector), ["mail-tenant-x"]],
    ["is the domain's for what concerns one", names("contoso.com", signing, domainOfFabrikam), ["fabrikam"]],
    ["is the stack's for what concerns a domain of no tenant", names("contoso.com", signing), ["contoso"]],
    [
      "is none of a record",
      names(
        "contoso.com",
        resource("cloudflare_dns_record.a", undefined, {
          type: "A",
          name: "contoso.com",
          content: "192.0.2.1",
        }),
      ),
      [],
    ],
  ])("%s", (_title, found, expected) => {
    expect(found).toEqual(expected);
  });
});

test("tenants are in the order of their names", () => {
  const plans = ["tenant-b", "tenant-c", "tenant-a"].map((stack) =>
    planOf(stack, [resource("m365_outbound_connector.out", undefined, CONNECTOR)]),
  );
  const { tenants: found } = plannedPostures(plans).after;
  expect(
    found.map(({ name, exchange }) => [
      name,
      exchange?.outboundConnectors?.map(({ where }) => where.address),
    ]),
  ).toEqual([
    ["a", ["tenant-a: m365_outbound_connector.out"]],
    ["b", ["tenant-b: m365_outbound_connector.out"]],
    ["c", ["tenant-c: m365_outbound_connector.out"]],
  ]);
});
