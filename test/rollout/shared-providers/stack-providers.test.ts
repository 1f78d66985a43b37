import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackProviders } from "../../../rollout/shared-providers/stack-providers";
import { temporaryFolder } from "../../support/temp";
import { lockEntry } from "../support/init";

const ADDRESS = "registry.terraform.io/hashicorp/azuread";

/** A stack's folder after its init. */
function folderOf(configuration: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  const required = { azuread: { source: "hashicorp/azuread", version: "3.7.0" } };
  const all = { terraform: { required_providers: required }, ...configuration };
  const installed = join(folder, ".terraform/providers", ADDRESS, "3.7.0/linux_amd64");
  mkdirSync(installed, { recursive: true });
  for (const [name, text] of Object.entries({
    "cdk.tf.json": JSON.stringify(all),
    ".terraform.lock.hcl": lockEntry(ADDRESS, "3.7.0", [`h1:${"A".repeat(43)}=`]),
    ".terraform/providers/registry.terraform.io/hashicorp/azuread/3.7.0/linux_amd64/terraform-provider-azuread_v3.7.0":
      "",
    ...files,
  }))
    writeFileSync(join(folder, name), text);
  return folder;
}

const found = (folder: string) => stackProviders(folder, join(folder, ".terraform"));
const reasons = (folder: string) => found(folder).own.map(({ reason }) => reason);

test("a provider that a stack configures once, with plain values, can be shared", () => {
  const folder = folderOf({ provider: { azuread: [{ tenant_id: "11111111-1111-4111-8111-111111111111" }] } });
  const { shareable, own } = found(folder);
  expect(own).toEqual([]);
  expect(
    shareable.map(({ locked, configuration, package: { executable } }) => [
      locked.version,
      configuration,
      executable.split("/").at(-1),
    ]),
  ).toEqual([
    ["3.7.0", '{"tenant_id":"11111111-1111-4111-8111-111111111111"}', "terraform-provider-azuread_v3.7.0"],
  ]);
});

test("a lock file that is gone is one without entries: Terraform says what is wrong", () => {
  const folder = folderOf({});
  rmSync(join(folder, ".terraform.lock.hcl"));
  expect(reasons(folder)).toEqual(["the stack's lock file has no entry of it"]);
});

test("without a provider block it is configured by the environment alone", () => {
  expect(found(folderOf({})).shareable.map(({ configuration }) => configuration)).toEqual(["{}"]);
});

test.each([
  ["two aliases", { azuread: [{}, { alias: "fabrikam" }] }, "the stack configures it more than once"],
  ["an alias alone", { azuread: { alias: "fabrikam" } }, "the stack configures it more than once"],
  ["a variable", { azuread: { client_secret: "${var.secret}" } }, "its configuration refers to other values"],
  [
    "a directive",
    { azuread: { tenant_id: "%{ if true }x%{ endif }" } },
    "its configuration refers to other values",
  ],
  [
    "a reference in a key's value",
    { azuread: { a: { b: ["x", "${data.x.y.z}"] } } },
    "its configuration refers to other values",
  ],
  [
    "a file of the folder",
    { azuread: { client_certificate_path: "./certificate.pfx" } },
    "its configuration names a file of the stack's folder",
  ],
  [
    "a file beside the folder",
    { azuread: { client_certificate_path: "../certificate.pfx" } },
    "its configuration names a file of the stack's folder",
  ],
])("%s: Terraform starts it", (_, provider, reason) => {
  expect(reasons(folderOf({ provider }, { "certificate.pfx": "" }))).toEqual([reason]);
});

test("an escape is no reference", () => {
  expect(reasons(folderOf({ provider: { azuread: { partner_id: "$${x} %%{y}" } } }))).toEqual([]);
});

test("what else configures providers in the folder is seen", () => {
  expect(reasons(folderOf({ module: { mail: { source: "./mail" } } }))).toEqual([
    "the stack has modules, which may configure it as well",
  ]);
  const other = (name: string, text: string) => reasons(folderOf({}, { [name]: text }));
  expect(other("providers.tf", "")).toEqual(["providers.tf in the stack's folder may configure it as well"]);
  expect(other("providers.tofu", "")).toHaveLength(1);
  expect(other("override.tf.json", '{"provider":{"azuread":{}}}')).toHaveLength(1);
  expect(other("override.tf.json", "not JSON")).toHaveLength(1);
  // As the sandbox has one.
  expect(other("override.tf.json", '{"terraform":{"backend":{"local":{}}}}')).toEqual([]);
});

test("a provider that is not locked, as under dev_overrides, or not installed", () => {
  expect(reasons(folderOf({}, { ".terraform.lock.hcl": "" }))).toEqual([
    "the stack's lock file has no entry of it",
  ]);
  expect(reasons(folderOf({}, { ".terraform.lock.hcl": lockEntry(ADDRESS, "3.9.0", []) }))).toEqual([
    "its package is not where Terraform installs it",
  ]);
});

test("a stack that needs no provider but Terraform's own has no lock file, and nothing to share", () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "cdk.tf.json"),
    '{"resource":{"terraform_data":{"Spf":{"input":"v=spf1 -all"}}}}',
  );
  expect(found(folder)).toEqual({ shareable: [], own: [] });
});

test("of a configuration in a form that is not known here nothing is shared, and Terraform judges it", () => {
  expect(found(folderOf({}, { "cdk.tf.json": "{" }))).toEqual({ shareable: [], own: [] });
});
