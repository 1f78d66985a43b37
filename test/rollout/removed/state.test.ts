import fc from "fast-check";
import { resourcesInState } from "../../../rollout/removed/state";

const CLOUDFLARE = 'provider["registry.terraform.io/cloudflare/cloudflare"]';

function state(resources: readonly object[]): string {
  return JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 3, lineage: "x", resources });
}

test("a state's resources are told by address, type, provider with its alias, and the name that people know", () => {
  const text = state([
    { mode: "data", type: "cloudflare_zone", name: "Zone", provider: CLOUDFLARE, instances: [{}] },
    {
      mode: "managed",
      type: "azuread_group",
      name: "BreakGlass",
      provider: 'provider["registry.terraform.io/hashicorp/azuread"]',
      instances: [{ attributes: { display_name: "sg-break-glass", members: ["1"] } }],
    },
    {
      mode: "managed",
      type: "m365_dkim_signing",
      name: "DkimSigning",
      provider: 'provider["registry.terraform.io/cdktf-mail-hygiene/m365"].tenant-fabrikam',
      instances: [{ attributes: null }],
    },
    {
      module: 'module.mail["a"]',
      mode: "managed",
      type: "cloudflare_dns_record",
      name: "Mx",
      provider: `module.mail.${CLOUDFLARE}`,
      instances: [{ index_key: 0, attributes: {} }],
    },
    { mode: "managed", type: "cloudflare_dns_record", name: "Gone", provider: CLOUDFLARE, instances: [] },
  ]);
  expect(resourcesInState(text)).toEqual([
    {
      address: "azuread_group.BreakGlass",
      type: "azuread_group",
      provider: "registry.terraform.io/hashicorp/azuread",
      label: "sg-break-glass",
    },
    {
      address: "m365_dkim_signing.DkimSigning",
      type: "m365_dkim_signing",
      provider: "registry.terraform.io/cdktf-mail-hygiene/m365",
      alias: "tenant-fabrikam",
    },
    {
      address: 'module.mail["a"].cloudflare_dns_record.Mx',
      type: "cloudflare_dns_record",
      provider: "registry.terraform.io/cloudflare/cloudflare",
    },
  ]);
});

test("a state that Terraform 0.12 wrote names its providers in the old way, and is read all the same", () => {
  const old = { mode: "managed", type: "cloudflare_dns_record", name: "Mx", provider: "provider.cloudflare" };
  expect(resourcesInState(state([{ ...old, instances: [{}] }]))).toEqual([
    { address: "cloudflare_dns_record.Mx", type: "cloudflare_dns_record", provider: "provider.cloudflare" },
  ]);
});

test.each<[string, string, readonly [] | undefined]>([
  ["an empty file is no state, as for Terraform", "", []],
  ["what state pull prints where there is none", "\n", []],
  ["after a destroy", state([]), []],
  ["of an older version nothing is known", '{"version":3,"modules":[]}', undefined],
  ["nor of a file that was cut off", state([]).slice(0, -3), undefined],
])("%s", (_, text, expected) => {
  expect(resourcesInState(text)).toEqual(expected);
});

test("any text is a list or nothing, never a crash", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = resourcesInState(text);
      expect(read === undefined || Array.isArray(read)).toBe(true);
    }),
  );
});
