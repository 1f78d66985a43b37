import type { Mapping } from "../../../lib/mapping";
import { declaredIn, protectedAddresses, releasing, withoutResources } from "../../../rollout/removed/ending";
import { fitting } from "../../../rollout/removed/fits";
import { keptWith, protectedIn, protectionError } from "../../../rollout/removed/protection";

const AZUREAD = { source: "hashicorp/azuread", version: "3.7.0" };
const CONFIGURATION = {
  "//": { metadata: {} },
  terraform: { required_providers: { azuread: AZUREAD }, backend: { local: { path: "x" } } },
  provider: { azuread: [{ environment: "china" }, { alias: "other" }] },
  data: { azuread_users: { Members: {} } },
  output: { SsprInstructions: { value: "x" } },
  resource: {
    azuread_group: {
      BreakGlass: { display_name: "sg-break-glass", lifecycle: { prevent_destroy: true } },
      Sspr: { lifecycle: [{ prevent_destroy: true }] },
      Other: { lifecycle: { prevent_destroy: false } },
    },
    azuread_named_location: { Office: {} },
  },
};

test("of a configuration stay its providers and its backend, so that Terraform destroys what is in state", () => {
  expect(withoutResources(CONFIGURATION)).toEqual({
    terraform: CONFIGURATION.terraform,
    provider: CONFIGURATION.provider,
  });
});

test("what is let go of gets a removed block each", () => {
  expect(releasing({ provider: {} }, ["azuread_group.Sspr", "azuread_group.Sspr"])).toEqual({
    provider: {},
    removed: [{ from: "azuread_group.Sspr", lifecycle: { destroy: false } }],
  });
  expect(releasing({ provider: {} }, [])).toEqual({ provider: {} });
});

test("protected is what the configuration forbids to destroy, as an object or as a list of blocks", () => {
  expect(protectedAddresses(CONFIGURATION)).toEqual(["azuread_group.BreakGlass", "azuread_group.Sspr"]);
});

describe("a configuration fits a state if it has each provider that something was made with", () => {
  const resource = (provider: string, alias?: string) => ({
    address: "azuread_group.Sspr",
    type: "azuread_group",
    provider,
    ...(alias === undefined ? {} : { alias }),
  });
  const azuread = "registry.terraform.io/hashicorp/azuread";

  test.each([
    ["the provider itself", resource(azuread)],
    ["an alias that it has", resource(azuread, "other")],
    ["what is part of Terraform", resource("terraform.io/builtin/terraform")],
  ])("%s", (_, one) => {
    expect(fitting(CONFIGURATION, [one], "fix")).toEqual({ ok: true, value: CONFIGURATION });
  });

  test.each<[string, Mapping, string | undefined]>([
    ["no terraform block", {}, undefined],
    ["no required providers", { terraform: { backend: {} } }, undefined],
    ["a list of them, as older versions wrote", { terraform: { required_providers: [] } }, undefined],
    [
      "no configuration of the provider",
      { terraform: { required_providers: { azuread: AZUREAD } } },
      "other",
    ],
  ])("a configuration with %s has none", (_, configuration, alias) => {
    const received = alias === undefined ? azuread : `${azuread}, alias ${alias}`;
    expect(fitting(configuration, [resource(azuread, alias)], "give --base")).toEqual({
      ok: false,
      faults: [
        {
          message: "azuread_group.Sspr was made with a provider that is not configured",
          received,
          fix: "give --base",
        },
      ],
    });
  });

  test("another provider, and an alias that is not configured, are told each once", () => {
    const m365 = "registry.terraform.io/cdktf-mail-hygiene/m365";
    expect(
      fitting(CONFIGURATION, [resource(m365), resource(m365), resource(azuread, "eu")], "give --base"),
    ).toEqual({
      ok: false,
      faults: [
        { message: expect.stringContaining("not configured"), received: m365, fix: "give --base" },
        {
          message: expect.stringContaining("not configured"),
          received: `${azuread}, alias eu`,
          fix: "give --base",
        },
      ],
    });
  });
});

test.each([
  {},
  { resource: [] },
  { resource: { azuread_group: "none" } },
  { resource: { azuread_group: { Sspr: [] } } },
])("what is no block of a resource declares none, and protects none: %j", (configuration) => {
  expect([declaredIn(configuration), protectedAddresses(configuration)]).toEqual([[], []]);
});

test("protection is read from Terraform's words and from our own", () => {
  const own = protectionError({
    address: "azuread_group.Sspr",
    type: "azuread_group",
    provider: "azuread",
    label: "sg-reset",
  });
  const terraforms = {
    summary: "Instance cannot be destroyed",
    detail: "Resource cloudflare_zone.Zone has lifecycle.prevent_destroy set, but the plan calls for …",
  };
  const errors = [own, terraforms, { summary: "Error acquiring the state lock" }];
  expect(protectedIn({ phase: "plan", errors })).toEqual([
    { address: "azuread_group.Sspr", label: "sg-reset" },
    { address: "cloudflare_zone.Zone" },
  ]);
  expect(protectedIn(undefined)).toEqual([]);
});

test("a zone that stays keeps its signing, without which a DS record at the registry would break it", () => {
  const of = (type: string) => ({ address: `${type}.Zone`, type, provider: "cloudflare/cloudflare" });
  const [zone, dnssec, record] = ["zone", "zone_dnssec", "dns_record"].map((one) => of(`cloudflare_${one}`));
  if (!zone || !dnssec || !record) throw new Error("three resources");
  expect(keptWith([zone], [record, zone, dnssec])).toEqual([zone, dnssec]);
  expect(keptWith([], [record, dnssec])).toEqual([]);
});

test("what has no name is protected by its address, and what Terraform says without an address is not guessed at", () => {
  const address = "azuread_group.Sspr";
  const own = protectionError({ address, type: "azuread_group", provider: "azuread" });
  expect(own.detail).toBe("Resource azuread_group.Sspr has lifecycle.prevent_destroy set.");
  const { summary } = own;
  const errors = [
    own,
    { summary, detail: "in other words", address },
    { summary, detail: "in other words" },
    { summary },
  ];
  expect(protectedIn({ phase: "plan", errors })).toEqual([{ address }, { address }]);
});
