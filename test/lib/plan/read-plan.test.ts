import { recordData } from "../../../lib/dns/record";
import { formatFault, unwrap } from "../../../lib/fault";
import { readPlan } from "../../../lib/plan/read-plan";
import type { Posture } from "../../../lib/posture/model";
import { plannedPostures } from "../../../lib/review/before-after";
import { cloudflare, planJson, type ResourceJson } from "../review/plan-json";

function postures(resources: readonly ResourceJson[], more: Readonly<Record<string, unknown>> = {}) {
  return plannedPostures([unwrap("plan", readPlan("contoso.com", planJson(resources, more)))]);
}

/** Every record of a posture, and what is not known, as lines. */
function lines({ domains, outside }: Posture): readonly string[] {
  return [
    ...domains.flatMap(({ records, unknown }) => [
      ...records.map(({ record }) => `${record.name} ${record.type} ${recordData(record)}`),
      ...unknown.map(({ name, type, why }) => `${name} ${type} (${why})`),
    ]),
    ...outside.flatMap(({ records = [] }) =>
      records.map((one) => `outside: ${one.name} ${one.type} ${recordData(one)}`),
    ),
  ].sort();
}

function v4(
  type: string,
  name: string,
  more: object,
  unknown: Readonly<Record<string, unknown>> = {},
): ResourceJson {
  return {
    address: `cloudflare_record.all["${type} ${name}"]`,
    type: "cloudflare_record",
    after: { zone_id: "0da42c8d2132a9ddaf714f9e7c920711", type, name, ttl: 1, ...more },
    unknown: { id: true, hostname: true, ...unknown },
  };
}

test("records of Cloudflare's provider 4 are read: relative names, values without quotes, data in a block", () => {
  const zone = {
    address: "data.cloudflare_zone.main",
    mode: "data",
    type: "cloudflare_zone",
    values: { zone_id: "0da42c8d2132a9ddaf714f9e7c920711", name: "contoso.com" },
  };
  const { after } = postures(
    [
      v4("MX", "@", { value: "contoso-com.mail.protection.outlook.com", priority: 0 }),
      v4("TXT", "contoso.com", { content: "v=spf1 include:spf.protection.outlook.com -all" }),
      v4("TXT", "_dmarc", { value: "v=DMARC1; p=reject;" }),
      v4("CAA", "@", { data: [{ flags: "0", tag: "issue", value: "letsencrypt.org" }] }),
      v4("CNAME", "selector1._domainkey", {}, { value: true }),
      v4("SRV", "_sip._tls", { data: [{ priority: 1, weight: 2, port: 443, target: "sip.contoso.com" }] }),
    ],
    { prior_state: { values: { root_module: { child_modules: [{ resources: [zone] }] } } } },
  );
  expect(lines(after)).toEqual([
    "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
    "_sip._tls.contoso.com SRV 1 2 443 sip.contoso.com",
    "contoso.com CAA 0 issue letsencrypt.org",
    "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
    "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all",
    "selector1._domainkey.contoso.com CNAME (known after apply)",
  ]);
});

function set(type: string, name: string, records: readonly string[], more: object = {}): ResourceJson {
  return {
    address: `module.dns["contoso.com"].aws_route53_record.all["${type} ${name}"]`,
    type: "aws_route53_record",
    after: { zone_id: null, type, name, ttl: 3600, records, set_identifier: null, ...more },
    unknown: { id: true, fqdn: true, zone_id: true },
  };
}

test("record sets of Route 53 are read: several values, split texts, escaped names, aliases, the zone by reference", () => {
  const long = `v=DKIM1; k=rsa; p=${"A".repeat(300)}`;
  const configuration = {
    root_module: {
      module_calls: {
        dns: {
          module: {
            resources: [
              {
                address: "aws_route53_record.all",
                mode: "managed",
                type: "aws_route53_record",
                name: "all",
                expressions: {
                  zone_id: { references: ["aws_route53_zone.main.zone_id", "aws_route53_zone.main"] },
                },
              },
            ],
          },
        },
      },
    },
  };
  const { after } = postures(
    [
      {
        address: 'module.dns["contoso.com"].aws_route53_zone.main',
        type: "aws_route53_zone",
        after: { name: "contoso.com" },
        unknown: { zone_id: true },
      },
      set("MX", "contoso.com.", ["10 mx1.contoso.net.", "20 mx2.contoso.net"]),
      set("TXT", "contoso.com", ["v=spf1 mx -all", "MS=ms12345678"]),
      set("TXT", "s1._domainkey", [`${long.slice(0, 255)}""${long.slice(255)}`]),
      set("TXT", "_dmarc", ['"v=DMARC1; p=reject;"']),
      set("CAA", "contoso.com", ['0 issue "letsencrypt.org"', '0 iodef "mailto:ca@contoso.com"']),
      set("A", "\\052.contoso.com", [], { alias: [{ name: "d.cloudfront.net" }] }),
      set("CNAME", "lists", ["lists.contoso.net"], {
        set_identifier: "blue",
        weighted_routing_policy: [{ weight: 10 }],
      }),
    ],
    { configuration },
  );
  expect(lines(after)).toEqual([
    "*.contoso.com A (routed)",
    "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
    "contoso.com CAA 0 iodef mailto:ca@contoso.com",
    "contoso.com CAA 0 issue letsencrypt.org",
    "contoso.com MX 10 mx1.contoso.net",
    "contoso.com MX 20 mx2.contoso.net",
    "contoso.com TXT MS=ms12345678",
    "contoso.com TXT v=spf1 mx -all",
    "lists.contoso.com CNAME (routed)",
    `s1._domainkey.contoso.com TXT ${long}`,
  ]);
});

const SPF = cloudflare("TXT", "contoso.com", '"v=spf1 -all"');
const OTHER = cloudflare("TXT", "contoso.com", '"v=spf1 mx -all"');
const at = (more: Partial<ResourceJson>): ResourceJson => ({
  address: "cloudflare_dns_record.spf",
  type: "cloudflare_dns_record",
  ...more,
});

test.each<[string, ResourceJson, readonly string[], readonly string[]]>([
  ["created", at({ after: SPF }), [], ["-all"]],
  ["deleted", at({ before: SPF }), ["-all"], []],
  ["replaced", at({ before: SPF, after: OTHER, actions: ["create", "delete"] }), ["-all"], ["mx -all"]],
  ["taken over", at({ before: SPF, after: SPF, importing: { id: "zone/id" } }), ["-all"], ["-all"]],
  ["forgotten, which leaves it in the world", at({ before: SPF, actions: ["forget"] }), ["-all"], ["-all"]],
  ["deposed", at({ before: SPF, deposed: "a1b2c3d4" }), ["-all"], []],
  ["moved", at({ before: SPF, after: SPF, previousAddress: "cloudflare_record.old" }), ["-all"], ["-all"]],
  [
    "sensitive, which nobody shall read from us",
    at({ after: SPF, sensitive: { content: true } }),
    [],
    ["(sensitive)"],
  ],
])("a record that is %s", (_title, resource, before, after) => {
  const both = postures([
    resource,
    {
      address: "x.y",
      type: "cloudflare_dns_record",
      before: cloudflare("MX", "contoso.com", "mx.contoso.com", { priority: 1 }),
      after: cloudflare("MX", "contoso.com", "mx.contoso.com", { priority: 1 }),
    },
  ]);
  const spf = (posture: Posture) =>
    lines(posture).flatMap((line) =>
      line.startsWith("contoso.com TXT") ? [line.replace(/^contoso.com TXT (v=spf1 )?/, "")] : [],
    );
  expect([spf(both.before), spf(both.after)]).toEqual([before, after]);
});

test("a group that the plan creates is known by what the policy refers to", () => {
  const expressions = {
    conditions: [
      {
        users: [
          {
            excluded_groups: {
              references: ["azuread_group.break_glass.object_id", "azuread_group.break_glass"],
            },
          },
        ],
      },
    ],
  };
  const { after } = postures(
    [
      {
        address: "azuread_group.break_glass",
        type: "azuread_group",
        after: { display_name: "sg-break-glass" },
        unknown: { object_id: true },
      },
      {
        address: "azuread_conditional_access_policy.mfa",
        type: "azuread_conditional_access_policy",
        after: {
          display_name: "MFA",
          state: "enabled",
          conditions: [
            { client_app_types: ["all"], users: [{ included_users: ["All"], excluded_groups: [null] }] },
          ],
        },
        unknown: { conditions: [{ users: [{ excluded_groups: [true] }] }] },
      },
    ],
    {
      configuration: {
        root_module: { resources: [{ address: "azuread_conditional_access_policy.mfa", expressions }] },
      },
    },
  );
  const [tenant] = after.tenants;
  expect(
    tenant?.policies?.map(({ policy, unknown }) => [policy.conditions.users?.excludeGroups, unknown]),
  ).toEqual([[["azuread_group.break_glass"], undefined]]);
  expect(tenant?.objects?.groups).toEqual([
    { id: "azuread_group.break_glass", name: "sg-break-glass", members: [] },
  ]);
});

test.each([
  [
    "",
    "not a plan, got an empty file; expected what terraform show -json prints of a saved plan; terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
  ],
  [
    "PK\u0003\u0004",
    "not a plan, got a saved plan in Terraform's own form; expected what terraform show -json prints of a saved plan; terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
  ],
  [
    '{"format_version":"1.0","values":{}}',
    "not a plan, got a state; expected what terraform show -json prints of a saved plan; terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
  ],
  [
    '{"format_version":"2.0","resource_changes":[]}',
    'format_version: a version of the plan\'s format that is not known, got "2.0"; expected 0.x or 1.x; use Terraform 1.x or OpenTofu 1.x',
  ],
])("%j is refused with how to make a plan", (text, told) => {
  const read = readPlan("x", text);
  expect(read.ok ? [] : read.faults.map(formatFault)).toEqual([told]);
});

const SHAPE = "not what a plan holds here, got";
const ACTIONS = 'expected actions such as ["create"]';

test.each<[string, unknown, string | undefined, string]>([
  ["a text", "secret", undefined, `${SHAPE} a string; expected an object`],
  ["null", null, undefined, `${SHAPE} null; expected an object`],
  ["an address that is none", { address: 1, type: "a" }, "a", `address: ${SHAPE} a number; expected a text`],
  ["no type", { address: "resource_changes[1]" }, undefined, `type: ${SHAPE} nothing; expected a text`],
  ["no change", { type: "a" }, "a", `change: ${SHAPE} nothing; expected an object`],
  [
    "a change that is a list",
    { type: "a", change: [] },
    "a",
    `change: ${SHAPE} an array; expected an object`,
  ],
  [
    "actions in a text",
    { type: "a", change: { actions: "secret" } },
    "a",
    `actions: ${SHAPE} a string; ${ACTIONS}`,
  ],
  [
    "actions in an object",
    { type: "a", change: { actions: {} } },
    "a",
    `actions: ${SHAPE} an object; ${ACTIONS}`,
  ],
  [
    "actions of numbers",
    { type: "a", change: { actions: [1] } },
    "a",
    `actions: ${SHAPE} an array; ${ACTIONS}`,
  ],
  [
    "an action by the name of what every object has",
    { type: "a", change: { actions: ["constructor"] } },
    "a",
    "what Terraform does to it is not known: constructor",
  ],
  [
    "values that are none",
    { type: "a", change: { actions: ["update"], before: {}, after: "secret" } },
    "a",
    `after: ${SHAPE} a string; expected an object`,
  ],
  [
    "an update to nothing",
    { type: "a", change: { actions: ["update"], before: {}, after: null } },
    "a",
    `after: ${SHAPE} nothing; expected an object`,
  ],
])("an entry that is broken is lost alone, and no value of it is told: %s", (_title, broken, type, why) => {
  const whole = { address: "a.b", type: "a", change: { actions: ["create"], before: null, after: {} } };
  const text = JSON.stringify({ format_version: "1.2", resource_changes: [whole, broken] });
  const { changes, unread } = unwrap("plan", readPlan("x", text));
  expect(changes.map(({ address }) => address)).toEqual(["a.b"]);
  expect(unread).toEqual([{ address: "resource_changes[1]", ...(type === undefined ? {} : { type }), why }]);
});

test("of what comes and is hidden as a whole it is known that it comes", () => {
  const change = { actions: ["create"], before: null, after: null, after_unknown: true };
  const text = JSON.stringify({
    format_version: "1.2",
    resource_changes: [{ address: "a.b", type: "a", change }],
  });
  const [read] = unwrap("plan", readPlan("x", text)).changes;
  expect(read?.after?.text("name")).toEqual({ kind: "unknown" });
});

test("an object that a plan lists twice is read once, and asks", () => {
  const one = { address: "a_b.c", type: "a_b", before: { v: 1 }, after: { v: 2 } };
  const left = { ...one, actions: ["delete"], deposed: "a1b2" };
  const { changes, unread } = unwrap("plan", readPlan("x", planJson([one, left, one])));
  expect(changes.map(({ action }) => action)).toEqual(["update", "delete"]);
  expect(unread).toEqual([{ address: "a_b.c", type: "a_b", why: "the plan lists it more than once" }]);
});

const MORE =
  "expected what terraform show -json prints of a saved plan; terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json";
const VERSION = "a version of the plan's format that is not known";

test.each([
  ["   \n", `not a plan, got an empty file; ${MORE}`],
  ["nonsense", `not a plan, got text that is no JSON; ${MORE}`],
  ["[]", `not a plan, got an array instead of an object; ${MORE}`],
  ["null", `not a plan, got null instead of an object; ${MORE}`],
  ["7", `not a plan, got a number instead of an object; ${MORE}`],
  [
    '{"meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}',
    "not a plan, got a plan that OpenTofu has encrypted; expected what terraform show -json prints of a saved plan; tofu show -json plan.bin > plan.json, where the key of the configuration's encryption is at hand",
  ],
  ['{"terraform_version":"1.11.4"}', `not a plan, got a state; ${MORE}`],
  ['{"stacks":[]}', `not a plan, got the record of a run: name its folder; ${MORE}`],
  ["{}", `not a plan, got an object without resource_changes; ${MORE}`],
  [
    '{"planned_values":{}}',
    `format_version: ${VERSION}, got nothing; expected 0.x or 1.x; use Terraform 1.x or OpenTofu 1.x`,
  ],
  [
    '{"planned_values":{},"format_version":1.2}',
    `format_version: ${VERSION}, got 1.2; expected 0.x or 1.x; use Terraform 1.x or OpenTofu 1.x`,
  ],
  [
    '{"planned_values":{},"format_version":"11.0"}',
    `format_version: ${VERSION}, got "11.0"; expected 0.x or 1.x; use Terraform 1.x or OpenTofu 1.x`,
  ],
  [
    '{"format_version":"1.2","resource_changes":{}}',
    "resource_changes: not what a plan holds here, got an object; expected an array",
  ],
])("%j is refused with every reason", (text, reasons) => {
  const read = readPlan("x", text);
  expect(read.ok ? "" : read.faults.map(formatFault).join("\n")).toBe(reasons);
});

test("a plan of PowerShell's redirection, without changes, or of format 0 is read", () => {
  const empty = {
    stack: "x",
    changes: [],
    drift: [],
    unread: [],
    dataObjects: [],
    incomplete: false,
    checks: [],
  };
  for (const text of [
    '\ufeff{"format_version":"1.2","resource_changes":[]}',
    '{"format_version":"1.0","planned_values":{}}',
    '{"format_version":"0.2","resource_changes":[]}',
  ]) {
    expect(readPlan("x", text)).toEqual({ ok: true, value: empty });
  }
});

test.each([
  [{ errored: true }, true],
  [{ errored: false }, false],
  [{ deferred_changes: [{}] }, true],
  [{ deferred_changes: [] }, false],
  // With -target.
  [{ complete: false }, true],
  [{ complete: true }, false],
  [{ deferred_changes: {} }, true],
  [{ errored: null, complete: null, deferred_changes: null }, false],
  // Of a mark that is none nobody can tell.
  [{ complete: "false" }, true],
  [{ errored: "no" }, true],
])("a plan with %j is incomplete: %s", (more, incomplete) => {
  expect(unwrap("plan", readPlan("x", planJson([], more))).incomplete).toBe(incomplete);
});

test("actions are told as Terraform's one word, and data sources are no changes", () => {
  const actions = [
    ["no-op"],
    ["read"],
    ["create"],
    ["update"],
    ["delete"],
    ["forget"],
    ["delete", "create"],
    ["create", "delete"],
    ["create", "forget"],
    ["forget", "create"],
  ];
  const changes = actions.map(
    (list): ResourceJson => ({
      address: `a_b.c["${list.join()}"]`,
      type: "a_b",
      actions: list,
      before: {},
      after: {},
    }),
  );
  const plan = unwrap("plan", readPlan("x", planJson(changes)));
  expect(plan.changes.map(({ action }) => action)).toEqual([
    "none",
    "none",
    "create",
    "update",
    "delete",
    "forget",
    "replace",
    "replace",
    // What is replaced and not destroyed stays beside the new one.
    "forget",
    "create",
    "forget",
    "create",
  ]);
  const data = { address: "data.a_b.c", mode: "data", type: "a_b", change: { actions: ["read"] } };
  expect(
    unwrap("plan", readPlan("x", JSON.stringify({ format_version: "1.2", resource_changes: [data] })))
      .changes,
  ).toEqual([]);
});

test("an action that is not known loses one resource, and says which", () => {
  const plan = unwrap(
    "plan",
    readPlan(
      "x",
      planJson([
        { address: "a_b.new", type: "a_b", actions: ["create", "quarantine"] },
        { address: "a_b.none", type: "a_b", actions: [] },
        { address: "a_b.c", type: "a_b", actions: ["create"], after: {} },
      ]),
    ),
  );
  expect([plan.changes.map(({ address }) => address), plan.unread]).toEqual([
    ["a_b.c"],
    [
      { address: "a_b.new", type: "a_b", why: "what Terraform does to it is not known: create, quarantine" },
      { address: "a_b.none", type: "a_b", why: "what Terraform does to it is not known: nothing" },
    ],
  ]);
});

test("what a plan of a part does not mention stays as its state has it, left-overs of replacements apart", () => {
  const held = (address: string, more: object = {}) => ({
    address,
    mode: "managed",
    type: "cloudflare_dns_record",
    values: cloudflare("MX", "contoso.com", "mx.contoso.net", { priority: 10 }),
    ...more,
  });
  const resources = [
    held("cloudflare_dns_record.mx"),
    held("cloudflare_dns_record.old", { deposed_key: "a1b2" }),
  ];
  const { before, after } = postures([at({ after: SPF })], {
    prior_state: { values: { root_module: { resources } } },
  });
  expect([lines(before), lines(after)]).toEqual([
    ["contoso.com MX 10 mx.contoso.net"],
    ["contoso.com MX 10 mx.contoso.net", "contoso.com TXT v=spf1 -all"],
  ]);
});

test("a plan that only refreshes, or that OpenTofu opens something for, is a plan", () => {
  const drift = JSON.parse(planJson([at({ before: SPF, after: OTHER })])).resource_changes;
  const text = JSON.stringify({ format_version: "1.2", resource_drift: drift });
  const plan = unwrap("plan", readPlan("x", text));
  expect([plan.changes, plan.drift.map(({ address, action }) => [address, action])]).toEqual([
    [],
    [["cloudflare_dns_record.spf", "update"]],
  ]);
  const opened = {
    address: "ephemeral.a_b.c",
    mode: "ephemeral",
    type: "a_b",
    change: { actions: ["open"] },
  };
  const other = unwrap(
    "plan",
    readPlan("x", JSON.stringify({ format_version: "1.2", resource_changes: [opened] })),
  );
  expect([other.changes, other.unread]).toEqual([[], []]);
});

test("objects of data sources are read in every module, those that are broken or managed are not", () => {
  const object = (address: unknown, more: object = {}) => ({
    address,
    mode: "data",
    type: "azuread_group",
    values: {},
    ...more,
  });
  const prior_state = {
    values: {
      root_module: {
        resources: [
          null,
          object("data.azuread_group.a"),
          object(7),
          object("data.azuread_group.b", { type: 7 }),
          object("azuread_group.c", { mode: "managed" }),
        ],
        child_modules: [null, { resources: [object("module.m.data.azuread_group.d")] }, { resources: {} }],
      },
    },
  };
  const plan = unwrap("plan", readPlan("x", planJson([], { prior_state })));
  expect(plan.dataObjects.map(({ address, type }) => [address, type])).toEqual([
    ["data.azuread_group.a", "azuread_group"],
    ["module.m.data.azuread_group.d", "azuread_group"],
  ]);
});
