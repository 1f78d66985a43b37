import { References, withoutIndex } from "../../../lib/plan/references";

const expressions = {
  zone_id: {
    references: ["aws_route53_zone.main[0].zone_id", "aws_route53_zone.main[0]", "aws_route53_zone.main"],
  },
  name: {
    references: [
      "data.azuread_group.one.object_id",
      "data.azuread_group.one",
      "each.key",
      "var.zone",
      "aws_thing",
      "data.x",
      "data",
      7,
    ],
  },
  constant: { constant_value: "a" },
  conditions: [
    {
      users: [
        { groups: { references: ["azuread_group.a.id"] } },
        { groups: { references: ["azuread_group.b.id"] } },
      ],
    },
  ],
  broken: { references: "azuread_group.a" },
};
const record = { address: "aws_route53_record.all", expressions };
const CONFIGURATION = {
  root_module: {
    resources: [null, { address: "aws_route53_record.other", expressions: {} }, record],
    module_calls: {
      dns: { module: { resources: [record], module_calls: { inner: { module: { resources: [record] } } } } },
      broken: null,
    },
  },
};

const targets = (address: string, ...path: readonly string[]) =>
  new References(CONFIGURATION).targets(address, path);

test.each<[string, readonly string[], readonly string[]]>([
  ["aws_route53_record.all", ["zone_id"], ["aws_route53_zone.main"]],
  ['aws_route53_record.all["MX contoso.com"]', ["zone_id"], ["aws_route53_zone.main"]],
  ["aws_route53_record.all[12]", ["zone_id"], ["aws_route53_zone.main"]],
  ["aws_route53_record.all", ["name"], ["data.azuread_group.one"]],
  ["aws_route53_record.all", ["constant"], []],
  ["aws_route53_record.all", ["broken"], []],
  ["aws_route53_record.all", ["none"], []],
  ["aws_route53_record.all", ["toString"], []],
  ["aws_route53_record.all", ["conditions", "users", "groups"], ["azuread_group.a", "azuread_group.b"]],
  ["aws_route53_record.other", ["zone_id"], []],
  ["aws_route53_record.none", ["zone_id"], []],
  ["module.dns.aws_route53_record.all", ["zone_id"], ["module.dns.aws_route53_zone.main"]],
  ['module.dns["a.b"].aws_route53_record.all[0]', ["zone_id"], ['module.dns["a.b"].aws_route53_zone.main']],
  [
    'module.dns[10].module.inner["say \\"hi\\""].aws_route53_record.all',
    ["zone_id"],
    ['module.dns[10].module.inner["say \\"hi\\""].aws_route53_zone.main'],
  ],
  ["module.none.aws_route53_record.all", ["zone_id"], []],
  ["module.broken.aws_route53_record.all", ["zone_id"], []],
  ["module.toString.aws_route53_record.all", ["zone_id"], []],
  ["", ["zone_id"], []],
])("%s %j refers to %j", (address, path, found) => {
  expect(targets(address, ...path)).toEqual(found);
});

test.each([undefined, null, {}, { root_module: null }, { root_module: { resources: {} } }])(
  "a configuration %j tells of no references",
  (configuration) => {
    expect(new References(configuration).targets("aws_route53_record.all", ["zone_id"])).toEqual([]);
    expect(new References(configuration).targets("module.a.aws_route53_record.all", ["zone_id"])).toEqual([]);
  },
);

test.each([
  ["cloudflare_zone.main", "cloudflare_zone.main"],
  ["cloudflare_zone.main[12]", "cloudflare_zone.main"],
  ['cloudflare_zone.main["contoso.com"]', "cloudflare_zone.main"],
  ['cloudflare_zone.main["say \\"hi\\""]', "cloudflare_zone.main"],
  ['module.a["x"].cloudflare_zone.main', 'module.a["x"].cloudflare_zone.main'],
])("%s without its index is %s", (address, bare) => {
  expect(withoutIndex(address)).toBe(bare);
});

test("what a module is given for a variable is what its arguments refer to", () => {
  const zone = { references: ["cloudflare_zone.main.id", "cloudflare_zone.main"] };
  const record = { address: "cloudflare_record.all", expressions: { zone_id: { references: ["var.zone"] } } };
  const inner = { module: { resources: [record] }, expressions: { zone: { references: ["var.outer"] } } };
  const configuration = {
    root_module: {
      module_calls: { dns: { module: { module_calls: { inner } }, expressions: { outer: zone } } },
      resources: [record],
    },
  };
  const references = new References(configuration);
  expect(references.targets('module.dns["a.b"].module.inner[0].cloudflare_record.all', ["zone_id"])).toEqual([
    "cloudflare_zone.main",
  ]);
  // A variable of the root has no caller in the plan.
  expect(references.targets("cloudflare_record.all", ["zone_id"])).toEqual([]);
});
