import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { run } from "../../cli/main";
import { m365Provider } from "../../rollout/m365-provider";
import { temporaryFolder } from "../support/temp";
import { terraform } from "../support/terraform";

const root = join(__dirname, "..", "..");
const GUIDE = join(root, "docs/guide");

/** Installs into a new folder, with a configuration of what was printed. */
async function installed(): Promise<string> {
  const folder = temporaryFolder();
  let printed = "";
  const console = {
    out: (text: string) => {
      printed += text;
    },
    err: () => undefined,
    folder,
  };
  expect(await run(["provider", "install"], console)).toBe(0);
  writeFileSync(join(folder, "main.tf"), printed);
  return folder;
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts", "build-provider.mjs")]);
});

it("puts the provider where terraform init finds it, and says how to require it", async () => {
  const folder = await installed();
  expect(terraform(folder, "init")).toContain("Terraform has been successfully initialized!");
  const schema = JSON.parse(terraform(folder, "providers", "schema", "-json"));
  const provider = schema.provider_schemas["registry.terraform.io/cdktf-mail-hygiene/m365"];
  expect(Object.keys(provider.resource_schemas)).toEqual([
    "m365_accepted_domain",
    "m365_admin_audit_log_config",
    "m365_admin_consent_request_policy",
    "m365_agent_risk_policy",
    "m365_anti_phish_policy",
    "m365_anti_phish_rule",
    "m365_anti_phish_rule_order",
    "m365_arc_config",
    "m365_atp_policy_for_o365",
    "m365_atp_protection_policy_rule",
    "m365_authentication_method",
    "m365_authentication_methods_policy",
    "m365_authorization_policy",
    "m365_consent_settings",
    "m365_default_app_management_policy",
    "m365_dkim_signing",
    "m365_dkim_signing_config",
    "m365_dlp_compliance_policy",
    "m365_dlp_compliance_policy_order",
    "m365_dlp_compliance_rule",
    "m365_dns_propagation",
    "m365_dnssec_for_verified_domain",
    "m365_domain",
    "m365_domain_password_policy",
    "m365_eop_protection_policy_rule",
    "m365_external_in_outlook",
    "m365_global_quarantine_policy",
    "m365_hosted_connection_filter_policy",
    "m365_hosted_content_filter_policy",
    "m365_hosted_content_filter_rule",
    "m365_hosted_content_filter_rule_order",
    "m365_hosted_outbound_spam_filter_policy",
    "m365_hosted_outbound_spam_filter_rule",
    "m365_hosted_outbound_spam_filter_rule_order",
    "m365_inbound_connector",
    "m365_irm_configuration",
    "m365_mailbox_delegates",
    "m365_mailbox_forwarding",
    "m365_mailbox_hold",
    "m365_mailbox_inbox_rules",
    "m365_mailbox_mobile_devices",
    "m365_mailbox_protocols",
    "m365_malware_filter_policy",
    "m365_malware_filter_rule",
    "m365_malware_filter_rule_order",
    "m365_ome_branding_template",
    "m365_ome_configuration",
    "m365_organization_config",
    "m365_outbound_connector",
    "m365_protection_alert",
    "m365_quarantine_policy",
    "m365_remote_domain",
    "m365_report_submission_policy",
    "m365_report_submission_rule",
    "m365_restricted_sender",
    "m365_role_group",
    "m365_role_group_member",
    "m365_role_group_members",
    "m365_role_management_policy",
    "m365_safe_attachment_policy",
    "m365_safe_attachment_rule",
    "m365_safe_attachment_rule_order",
    "m365_safe_links_policy",
    "m365_safe_links_rule",
    "m365_safe_links_rule_order",
    "m365_security_defaults",
    "m365_sharing_policy",
    "m365_smtp_dane_inbound",
    "m365_tenant_allow_block_list_item",
    "m365_tenant_allow_block_list_spoof_item",
    "m365_transport_config",
    "m365_transport_rule",
    "m365_transport_rule_order",
    "m365_unified_audit_log_retention_policy",
    "m365_user_app_consents",
    "m365_user_confirmed_compromised",
    "m365_user_devices",
    "m365_user_mailbox_rights",
    "m365_user_password_reset",
    "m365_user_sessions_revocation",
    "m365_user_sign_in_block",
    "m365_user_sign_in_methods",
    "m365_verified_domain",
  ]);
  expect(Object.keys(provider.data_source_schemas)).toEqual([
    "m365_account_exposure",
    "m365_directory_sync",
    "m365_domain",
    "m365_domain_service_records",
    "m365_irm_test",
    "m365_rms_templates",
    "m365_sspr_registration",
    "m365_system_alerts",
  ]);
});

it("knows what the guide shows of it", async () => {
  const folder = await installed();
  const required = readFileSync(join(folder, "main.tf"), "utf8");
  const blocks = readdirSync(GUIDE, { recursive: true, encoding: "utf8" })
    .filter((page) => page.endsWith(".md"))
    .sort()
    .flatMap((page) =>
      [...readFileSync(join(GUIDE, page), "utf8").matchAll(/^```hcl\n(.*?)^```$/gms)].map(
        ([, text = ""]) => ({
          page,
          text,
        }),
      ),
    )
    // Other providers are not installed here.
    .filter(({ text }) => /^(resource|data) "m365_/m.test(text) && !/\b(azuread|cloudflare)_/.test(text));
  expect(new Set(blocks.map(({ page }) => page))).toEqual(
    new Set(["exchange.md", "incident.md", "writeback.md"]),
  );
  for (const [index, { text }] of blocks.entries()) {
    mkdirSync(join(folder, `block${index}`));
    writeFileSync(join(folder, `block${index}`, "main.tf"), `${required}\n${text}`);
    appendFileSync(join(folder, "main.tf"), `\nmodule "block${index}" {\n  source = "./block${index}"\n}\n`);
  }
  terraform(folder, "init");
  expect(terraform(folder, "validate")).toContain("The configuration is valid");
});

it("is one executable file, the same bytes at every build", () => {
  const folder = temporaryFolder();
  const [first, second] = ["a", "b"].map((name) => {
    const file = join(folder, name);
    execFileSync(process.execPath, [join(root, "scripts", "build-provider.mjs"), file]);
    expect(statSync(file).mode & 0o111).toBe(0o111);
    return readFileSync(file);
  });
  expect(first?.subarray(0, 20).toString()).toBe("#!/usr/bin/env node\n");
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});

it("has one checksum on every platform, so that a lock file made on Linux holds on a Mac", async () => {
  const folder = await installed();
  const plugins = join(folder, "terraform.d", "plugins");
  const versions = join(plugins, "registry.terraform.io", "cdktf-mail-hygiene", "m365");
  const [version = ""] = readdirSync(versions);
  const [here = ""] = readdirSync(join(versions, version));
  for (const platform of ["linux_amd64", "darwin_arm64"].filter((name) => name !== here)) {
    cpSync(join(versions, version, here), join(versions, version, platform), { recursive: true });
  }
  const lock = ["-platform=linux_amd64", "-platform=darwin_arm64", `-fs-mirror=${plugins}`];
  terraform(folder, "providers", "lock", ...lock);
  expect(readFileSync(join(folder, ".terraform.lock.hcl"), "utf8").match(/"h1:[^"]+"/g)).toHaveLength(1);
});

it("comes with the npm package, executable and built", () => {
  const packed = execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: root,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(packed);
  expect(files).toContainEqual({
    path: "dist/provider/terraform-provider-m365",
    size: expect.any(Number),
    mode: 0o755,
  });
});

it("says on Windows where the provider runs", () => {
  expect(() => m365Provider("1.0.0", { platform: "win32", arch: "x64" })).toThrow(
    "Terraform cannot start on win32/x64; on Windows run Terraform in WSL",
  );
});

it("refuses two places at once", async () => {
  const console = { out: () => undefined, err: () => undefined, folder: temporaryFolder() };
  expect(await run(["provider", "install", "--user", "--dir", "."], console)).toBe(2);
});
