import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { startTerraform } from "../../provider/plugin/support/terraform-run";
import { temporaryFolder } from "../../support/temp";

const ROOT = join(__dirname, "../../..");
const TARGET = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;

const STAND_INS = [
  ["cloudflare", "cloudflare/cloudflare", "5.14.0"],
  ["azuread", "hashicorp/azuread", "3.7.0"],
] as const;

const CONFIGURATION = `terraform {
  required_providers {
    azuread    = { source = "hashicorp/azuread", version = "3.7.0" }
    cloudflare = { source = "cloudflare/cloudflare", version = "5.14.0" }
  }
}
data "azuread_user" "anna" { user_principal_name = "anna@contoso.com" }
data "cloudflare_zone" "contoso" { filter = { name = "contoso.com" } }
resource "azuread_group" "pilot" {
  display_name     = "grp-pilot"
  security_enabled = true
  members          = [data.azuread_user.anna.object_id]
}
resource "cloudflare_dns_record" "spf" {
  zone_id = data.cloudflare_zone.contoso.zone_id
  name    = "contoso.com"
  type    = "TXT"
  content = "\\"v=spf1 include:spf.protection.outlook.com -all\\""
  ttl     = 3600
}
`;

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({
    world: {
      zones: [{ name: "contoso.com" }],
      tenants: [
        {
          tenantId: "11111111-aaaa-4bbb-8ccc-000000000001",
          initialDomain: "contoso.onmicrosoft.com",
          domains: ["contoso.com"],
          users: [{ userPrincipalName: "anna@contoso.com" }],
        },
      ],
    },
  });
});
afterAll(() => cloud.close());

test("Terraform takes both programs from a mirror, at the real providers' addresses and versions", async () => {
  const root = temporaryFolder();
  for (const [name, address, version] of STAND_INS) {
    const folder = join(root, "mirror", "registry.terraform.io", address, version, TARGET);
    mkdirSync(folder, { recursive: true });
    symlinkSync(
      join(ROOT, "dist", "sandbox", `terraform-provider-${name}`),
      join(folder, `terraform-provider-${name}_v${version}`),
    );
  }
  const rc = join(root, "terraform.rc");
  writeFileSync(
    rc,
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, "mirror")}"\n  }\n}\n`,
  );
  writeFileSync(join(root, "ca.pem"), cloud.endpoints.ca);
  const work = temporaryFolder();
  writeFileSync(join(work, "main.tf"), CONFIGURATION);
  const env = { ...cloud.env, TF_CLI_CONFIG_FILE: rc, SSL_CERT_FILE: join(root, "ca.pem") };
  const run = async (...args: readonly string[]) => (await startTerraform(work, args, env)).ended;
  expect((await run("init")).stdout).toContain("Installed hashicorp/azuread v3.7.0");
  const apply = await run("apply", "-auto-approve");
  expect(apply.stdout + apply.stderr).toContain("2 added");
  expect((await run("plan", "-detailed-exitcode")).code).toBe(0);
});

test("the same sources give the same bytes, which lock files hold a hash of", () => {
  const folder = temporaryFolder();
  execFileSync(process.execPath, [join(ROOT, "scripts", "build-provider.mjs"), "--stand-ins", folder]);
  for (const [name] of STAND_INS) {
    const file = `terraform-provider-${name}`;
    expect(readFileSync(join(folder, file)).equals(readFileSync(join(ROOT, "dist", "sandbox", file)))).toBe(
      true,
    );
  }
});
