import { isAddressOf, lockedProviders, withEntries } from "../../rollout/lock-file";

const CLOUDFLARE = `provider "registry.terraform.io/cloudflare/cloudflare" {
  version     = "5.14.0"
  constraints = "5.14.0"
  hashes = [
    "h1:d+9zohfWrPm0ZTSgwsqgLiM+7ONVuC9KMKKaSZgPfrg=",
    "zh:0acbaa1a9ba9cbd0e1ce9d63aae1b2b9ac9ea21db1d9b4b0c4c7e2a2f4f4b0a1",
  ]
}`;
const M365 = `provider "registry.opentofu.org/cdktf-mail-hygiene/m365" {
  version = "0.1.0-rc.1"
}`;
const HEADER = `# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.
`;

test("a lock file is read with each provider's choice and checksums", () => {
  expect(lockedProviders(`${HEADER}\n${CLOUDFLARE}\n\n${M365}\n`)).toEqual([
    {
      address: "registry.terraform.io/cloudflare/cloudflare",
      version: "5.14.0",
      hashes: [
        "h1:d+9zohfWrPm0ZTSgwsqgLiM+7ONVuC9KMKKaSZgPfrg=",
        "zh:0acbaa1a9ba9cbd0e1ce9d63aae1b2b9ac9ea21db1d9b4b0c4c7e2a2f4f4b0a1",
      ],
      text: CLOUDFLARE,
    },
    {
      address: "registry.opentofu.org/cdktf-mail-hygiene/m365",
      version: "0.1.0-rc.1",
      hashes: [],
      text: M365,
    },
  ]);
  expect(lockedProviders(HEADER)).toEqual([]);
});

test.each([
  ["a version that leads elsewhere", 'provider "registry.terraform.io/a/b" {\n  version = "../../x"\n}\n'],
  ["an address that leads elsewhere", 'provider "registry.terraform.io/../.." {\n  version = "1.0.0"\n}\n'],
  ["an absolute address", 'provider "/etc/a/b" {\n  version = "1.0.0"\n}\n'],
  ["an address without a host", 'provider "cloudflare/cloudflare" {\n  version = "1.0.0"\n}\n'],
  ["an address of more parts", 'provider "registry.terraform.io/a/b/c" {\n  version = "1.0.0"\n}\n'],
  ["a host with a space", 'provider "registry terraform.io/a/b" {\n  version = "1.0.0"\n}\n'],
  ["an entry inside another text", '  provider "registry.terraform.io/a/b" {\n  version = "1.0.0"\n}\n'],
  ["an entry that does not end", 'provider "registry.terraform.io/a/b" {\n  version = "1.0.0"\n'],
  ["another kind of block", 'module "registry.terraform.io/a/b" {\n  version = "1.0.0"\n}\n'],
])("%s is none of a lock file's", (_, text) => {
  expect(lockedProviders(text)).toEqual([]);
});

test("entries are added where there is none for the provider yet", () => {
  const [cloudflare, m365] = lockedProviders(`${CLOUDFLARE}\n${M365}\n`);
  if (!cloudflare || !m365) throw new Error("not read");
  const other = { ...cloudflare, text: "not this" };
  expect(withEntries(`${HEADER}\n${CLOUDFLARE}\n`, [other, m365])).toBe(
    `${HEADER}\n${CLOUDFLARE}\n\n${M365}\n`,
  );
  expect(withEntries("", [m365])).toBe(`\n${M365}\n`);
  expect(lockedProviders(withEntries("", [cloudflare, m365]))).toEqual([cloudflare, m365]);
});

test("a source without a host means a provider at any registry", () => {
  const address = "registry.terraform.io/hashicorp/azuread";
  expect(isAddressOf("hashicorp/azuread", address)).toBe(true);
  expect(isAddressOf(address, address)).toBe(true);
  expect(isAddressOf("registry.opentofu.org/hashicorp/azuread", address)).toBe(false);
  expect(isAddressOf("corp/azuread", address)).toBe(false);
});
