import { usesIn } from "../../stacks/resource-uses";

const at = (path: string) => ({ "//": { metadata: { path } } });

test("each type is told once, with its construct and the variables that it is opened with", () => {
  const group = { ...at("tenant-contoso/Sspr/Group"), display_name: "sspr" };
  const uses = usesIn("tenant-contoso", {
    provider: { azuread: [{ tenant_id: "1111" }], cloudflare: [{}] },
    resource: {
      azuread_group: { One: group, Two: { ...group, display_name: "other" } },
      cloudflare_dns_record: { Mx: at("tenant-contoso/Mx") },
    },
    data: { azuread_user: { Kim: at("tenant-contoso/Directory/Kim") } },
  });
  expect(uses).toEqual([
    { key: "azuread_group", construct: "Sspr", stack: "tenant-contoso", credentials: "ARM_*, tenant 1111" },
    { key: "cloudflare_dns_record", construct: "Mx", stack: "tenant-contoso", credentials: "CLOUDFLARE_*" },
    {
      key: "data.azuread_user",
      construct: "Directory",
      stack: "tenant-contoso",
      credentials: "ARM_*, tenant 1111",
    },
  ]);
});

test("what takes more than others of its type is told apart: groups with owners, roles of Purview", () => {
  const keysOf = (type: string, ...resources: readonly object[]) =>
    usesIn("s", { resource: { [type]: { ...resources } } }).map(({ key }) => key);
  expect(
    keysOf("azuread_group", { owners: [] }, { owners: ["a"] }, { owners: "${data.azuread_users.A.ids}" }),
  ).toEqual(["azuread_group", "azuread_group with owners"]);
  expect(keysOf("m365_role_group", { service: "purview" }, { service: "exchange" })).toEqual([
    "m365_role_group of Purview",
    "m365_role_group",
  ]);
});

test("a resource is opened as the provider that it names: its prefix, or the one that its note tells", () => {
  const credentialsOf = (provider: unknown, providers: unknown) =>
    usesIn("s", { provider: providers, resource: { m365_domain: { A: { provider } } } }).map(
      ({ credentials }) => credentials,
    );
  const providers = {
    m365: [
      { credentials_prefix: "CONTOSO" },
      { alias: "tenant-fabrikam", credentials_prefix: "FABRIKAM", tenant_id: "2222" },
    ],
    azurerm: { "//": { credentials: "HUB" } },
    azuread: [{ "//": "a note" }],
  };
  expect(credentialsOf("m365", providers)).toEqual(["CONTOSO_ARM_*"]);
  expect(credentialsOf(undefined, providers)).toEqual(["CONTOSO_ARM_*"]);
  expect(credentialsOf("m365.tenant-fabrikam", providers)).toEqual(["FABRIKAM_ARM_*, tenant 2222"]);
  expect(credentialsOf("azurerm", providers)).toEqual(["HUB_ARM_*"]);
  expect(credentialsOf("azuread", providers)).toEqual(["ARM_*"]);
  expect(credentialsOf("m365.tenant-unknown", providers)).toEqual(["ARM_*"]);
  expect(credentialsOf("m365", undefined)).toEqual(["ARM_*"]);
});

test("what is no resource is none, and a resource that tells no path has no construct", () => {
  expect(usesIn("s", {})).toEqual([]);
  expect(usesIn("s", { resource: { a: "text", b: { B: null } }, data: [] })).toEqual([]);
  const constructs = [{}, { "//": "a note" }, { "//": { metadata: "text" } }, { "//": { metadata: {} } }].map(
    (resource) => usesIn("s", { resource: { m365_domain: { A: resource } } }).map((use) => use.construct),
  );
  expect(constructs).toEqual([[undefined], [undefined], [undefined], [undefined]]);
});
