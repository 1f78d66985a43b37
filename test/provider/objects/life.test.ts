import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { omeConfiguration } from "../../../provider/objects/tables/ome-configuration";
import { type Bench, bench, refused } from "./support";

// What the kit does when Exchange says no, and what it never does.

let tenant: Bench;
beforeEach(async () => {
  tenant = await bench();
});
afterEach(() => tenant.emulator.close());

const LINKS = "m365_safe_links_policy";
const RULE = "m365_transport_rule";
const rowsOf = (noun: string) => tenant.emulator.state.objects.get(noun)?.all() ?? [];

test("an update sends what changed, lists by their members, and nothing where nothing did", async () => {
  const before = await tenant.create(LINKS, {
    name: "Staff",
    do_not_rewrite_urls: ["a.example", "b.example"],
  });
  tenant.called();
  const state = await tenant.update(LINKS, before, {
    name: "Staff",
    do_not_rewrite_urls: ["B.example", "c.example"],
    allow_click_through: true,
  });
  expect(tenant.called()).toEqual(["Set-SafeLinksPolicy"]);
  const sent = JSON.parse(tenant.emulator.control.log.at(-1)?.body ?? "{}").CmdletInput.Parameters;
  expect(sent).toEqual({
    Identity: before.id,
    AllowClickThrough: true,
    DoNotRewriteUrls: {
      "@odata.type": "#Exchange.GenericHashTable",
      Add: ["c.example"],
      Remove: ["a.example"],
    },
  });
  await tenant.update(LINKS, state, {
    name: "Staff",
    do_not_rewrite_urls: ["c.example", "b.example"],
    allow_click_through: true,
  });
  expect(tenant.called()).toEqual([]);
});

test("what means the same is in the state as it was planned last", async () => {
  const before = await tenant.create(LINKS, { name: "Staff", do_not_rewrite_urls: [] });
  expect(before).toMatchObject({ do_not_rewrite_urls: [] });
  const leftOut = await tenant.update(LINKS, before, { name: "Staff", do_not_rewrite_urls: null });
  expect(leftOut).toMatchObject({ do_not_rewrite_urls: null });
  const listed = await tenant.update(LINKS, leftOut, { name: "Staff", do_not_rewrite_urls: ["A.example"] });
  const again = await tenant.update(LINKS, listed, { name: "Staff", do_not_rewrite_urls: ["a.example"] });
  expect(again).toMatchObject({ do_not_rewrite_urls: ["a.example"] });
  expect(await tenant.read(LINKS, again)).toEqual(again);
});

test("defaults are not sent, so that a tenant without a licence can have the rest", async () => {
  for (const parameter of [
    "PhishThresholdLevel",
    "EnableTargetedUserProtection",
    "EnableMailboxIntelligence",
  ]) {
    tenant.emulator.state.withheld.add(`AntiPhishPolicy.${parameter}`);
  }
  const state = await tenant.create("m365_anti_phish_policy", {
    name: "Staff",
    authentication_fail_action: "Quarantine",
  });
  expect(state).toMatchObject({ phish_threshold_level: 1, authentication_fail_action: "Quarantine" });
  expect(await tenant.read("m365_anti_phish_policy", state)).toEqual(state);
  const { told } = await refused(
    tenant.create("m365_anti_phish_policy", { name: "More", phish_threshold_level: 3 }),
  );
  expect(told).toContain(
    "phish_threshold_level: this tenant's New-AntiPhishPolicy has no parameter PhishThresholdLevel",
  );
  expect(told).toContain("Is there Microsoft Defender for Office 365?");
});

test("a kind without a licence is told, and never taken for gone", async () => {
  const state = await tenant.create(LINKS, { name: "Staff" });
  tenant.emulator.state.withheld.add("SafeLinksPolicy");
  // A write, after which nothing that was read counts.
  await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
  const { told } = await refused(tenant.read(LINKS, state));
  expect(told).toContain("this tenant has no Get-SafeLinksPolicy");
  expect(told).toContain("Microsoft Defender for Office 365");
});

test("a dehydrated tenant is told what to run, and it is not run", async () => {
  tenant.emulator.state.dehydrated = true;
  const { told } = await refused(tenant.create(RULE, { name: "Tag" }));
  expect(told).toContain("Enable-OrganizationCustomization once");
  expect(tenant.called()).not.toContain("Enable-OrganizationCustomization");
});

test("a name that is taken is told with the way out", async () => {
  await tenant.create(RULE, { name: "Tag" });
  const { told } = await refused(tenant.create(RULE, { name: "TAG" }));
  expect(told).toContain("already exists");
  expect(told).toContain("Import the one that is there");
});

test("what was made before a refusal is kept", async () => {
  tenant.emulator.control.fail(1, { status: 500, message: "No." }, { cmdlet: "Set-RemoteDomain" });
  const plan = { name: "Partner", domain_name: "partner.example", auto_forward_enabled: false };
  const { told, kept } = await refused(tenant.create("m365_remote_domain", plan));
  expect(told).toContain("Set-RemoteDomain was refused");
  expect(kept).toMatchObject({
    id: rowsOf("RemoteDomain")[1]?.Guid,
    name: "Partner",
    auto_forward_enabled: true,
  });
});

test("an update that ends half-way keeps what was done", async () => {
  const before = await tenant.create(RULE, { name: "Tag", prepend_subject: "[E] " });
  tenant.emulator.control.fail(1, { status: 500, message: "No." }, { cmdlet: "Disable-TransportRule" });
  const { kept } = await refused(
    tenant.update(RULE, before, { name: "Tag", enabled: false, prepend_subject: "[X] " }),
  );
  expect(kept).toMatchObject({ enabled: true, prepend_subject: "[X] " });
});

test("what was deleted outside is gone, also where Exchange answers with other rules", async () => {
  const [first, second] = [
    await tenant.create(RULE, { name: "A" }),
    await tenant.create(RULE, { name: "B" }),
  ];
  await tenant.remove(RULE, first);
  expect(await tenant.read(RULE, first)).toBeNull();
  expect(await tenant.read(RULE, second)).toEqual(second);
  await tenant.remove(RULE, first);
  expect(rowsOf("TransportRule").map(({ Name }) => Name)).toEqual(["B"]);
});

test("an empty list is none, not an object", async () => {
  expect(await tenant.import(RULE, "Anything")).toBeNull();
});

test("a renamed object stays the same one", async () => {
  const before = await tenant.create(RULE, { name: "Tag" });
  const after = await tenant.update(RULE, before, { name: "Tag mail from outside" });
  expect(after).toEqual({ ...before, name: "Tag mail from outside" });
  expect(await tenant.import(RULE, "Tag mail from outside")).toEqual(after);
  expect(await tenant.import(RULE, String(after.id).toUpperCase())).toEqual(after);
});

test("a default policy is adopted, and stays on destroy", async () => {
  const type = "m365_hosted_outbound_spam_filter_policy";
  const state = await tenant.create(type, { name: "Default", auto_forwarding_mode: "Off" });
  expect(tenant.called()).toEqual([
    "Get-HostedOutboundSpamFilterPolicy",
    "Set-HostedOutboundSpamFilterPolicy",
  ]);
  await tenant.remove(type, state);
  expect(rowsOf("HostedOutboundSpamFilterPolicy")).toMatchObject([
    { Name: "Default", AutoForwardingMode: "Off" },
  ]);
  expect(tenant.warnings).toEqual(['HostedOutboundSpamFilterPolicy "Default" left as it is']);
});

test("a preset that was never switched on in the portal is told, and not made", async () => {
  const type = "m365_eop_protection_policy_rule";
  const name = "Strict Preset Security Policy";
  const state = await tenant.create(type, { name, sent_to: ["ceo@contoso.com"] });
  expect(rowsOf("EOPProtectionPolicyRule")[0]).toMatchObject({
    State: "Enabled",
    SentTo: ["ceo@contoso.com"],
  });
  await tenant.remove(type, state);
  expect(rowsOf("EOPProtectionPolicyRule")[0]).toMatchObject({ State: "Disabled" });
  tenant.emulator.state.objects.get("EOPProtectionPolicyRule")?.remove(name);
  await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
  const { told } = await refused(tenant.create(type, { name }));
  expect(told).toContain(`name: this tenant has no EOPProtectionPolicyRule "${name}"`);
  expect(told).toContain("Switch the preset on once in the Defender portal");
});

test("a singleton keeps what is not given", async () => {
  const state = await tenant.create("m365_external_in_outlook", { enabled: true });
  expect(state).toEqual({ id: "ExternalInOutlook", enabled: true, allow_list: null });
  const { told } = await refused(tenant.import("m365_external_in_outlook", "tenant"));
  expect(told).toContain('Its id is "ExternalInOutlook"');
});

test("what a singleton was not told is in its state as the tenant has it", async () => {
  const type = "m365_transport_config";
  const state = await tenant.create(type, { smtp_client_authentication_disabled: true });
  expect(state).toMatchObject({
    smtp_client_authentication_disabled: true,
    message_expiration: "1.00:00:00",
  });
  expect(await tenant.read(type, state)).toEqual(state);
  const after = await tenant.update(type, state, { message_expiration: "12:00:00" });
  expect(after).toEqual({ ...state, message_expiration: "12:00:00" });
  expect(await tenant.read(type, after)).toEqual(after);
});

test("emptied sealers are one blank to Exchange, and none to everyone else", async () => {
  const state = await tenant.create("m365_arc_config", { arc_trusted_sealers: ["a.example", "b.example"] });
  expect(rowsOf("ArcConfig")[0]?.ArcTrustedSealers).toEqual(["a.example,b.example"]);
  const after = await tenant.update("m365_arc_config", state, { arc_trusted_sealers: [] });
  expect(await tenant.read("m365_arc_config", after)).toEqual({ id: "ArcConfig", arc_trusted_sealers: [] });
});

describe("the order of rules", () => {
  const ORDER = "m365_transport_rule_order";
  const order = () =>
    [...rowsOf("TransportRule")]
      .sort((a, b) => Number(a.Priority) - Number(b.Priority))
      .map(({ Name }) => Name);
  const ids = (...names: readonly string[]) =>
    names.map((name) => rowsOf("TransportRule").find(({ Name }) => Name === name)?.Guid);

  beforeEach(async () => {
    for (const name of ["A", "Stranger", "B", "C"]) await tenant.create(RULE, { name });
    tenant.called();
  });

  test("is that of the named; strangers keep their places", async () => {
    const rules = ids("C", "A", "B");
    const state = await tenant.create(ORDER, { rules });
    expect(order()).toEqual(["C", "Stranger", "A", "B"]);
    expect(tenant.called().filter((cmdlet) => cmdlet.startsWith("Set-")).length).toBeLessThanOrEqual(2);
    expect(await tenant.read(ORDER, state)).toEqual(state);
  });

  test("is drift when somebody moved a rule, and when one is gone", async () => {
    const state = await tenant.create(ORDER, { rules: ids("A", "B", "C") });
    await tenant.client.exchange.invoke("Set-TransportRule", { Identity: "C", Priority: 0 });
    expect(await tenant.read(ORDER, state)).toMatchObject({ rules: ids("C", "A", "B") });
    await tenant.client.exchange.invoke("Remove-TransportRule", { Identity: "C", Confirm: false });
    expect(await tenant.read(ORDER, state)).toMatchObject({ rules: ids("A", "B") });
  });

  test("names rules that do not exist before anything moves", async () => {
    const { told } = await refused(
      tenant.create(ORDER, { rules: [...ids("C", "A"), "11111111-1111-4111-8111-111111111111"] }),
    );
    expect(told).toContain("rules: TransportRule: rules that do not exist");
    expect(order()).toEqual(["A", "Stranger", "B", "C"]);
  });
});

describe("what Security & Compliance has", () => {
  const POLICY = "m365_dlp_compliance_policy";
  const purview = (noun: string) => tenant.emulator.state.objects.get(`purview.${noun}`)?.all() ?? [];
  const sent = () => JSON.parse(tenant.emulator.control.log.at(-1)?.body ?? "{}").CmdletInput.Parameters;

  test("locations come in and go by parameters of their own", async () => {
    const before = await tenant.create(POLICY, {
      name: "Cards",
      exchange_location: ["All"],
      exchange_sender_member_of: ["sales@contoso.com"],
      sharepoint_location: [
        "https://contoso.sharepoint.com/sites/a",
        "https://contoso.sharepoint.com/sites/b",
      ],
    });
    expect(tenant.called()).toEqual(["New-DlpCompliancePolicy"]);
    const state = await tenant.update(POLICY, before, {
      name: "Cards",
      one_drive_location: ["All"],
      one_drive_shared_by: ["anna@contoso.com"],
      sharepoint_location: [
        "https://contoso.sharepoint.com/sites/B",
        "https://contoso.sharepoint.com/sites/c",
      ],
    });
    expect(sent()).toEqual({
      Identity: before.id,
      RemoveExchangeLocation: ["All"],
      ExchangeSenderMemberOf: null,
      AddOneDriveLocation: ["All"],
      OneDriveSharedBy: ["anna@contoso.com"],
      AddSharePointLocation: ["https://contoso.sharepoint.com/sites/c"],
      RemoveSharePointLocation: ["https://contoso.sharepoint.com/sites/a"],
    });
    expect(await tenant.read(POLICY, state)).toEqual(state);
    expect(purview("DlpCompliancePolicy")).toMatchObject([
      { ExchangeLocation: [], Workload: expect.stringContaining("OneDrive") },
    ]);
  });

  test("a policy that is being deleted is gone", async () => {
    const state = await tenant.create(POLICY, { name: "Cards", exchange_location: ["All"] });
    Object.assign(purview("DlpCompliancePolicy")[0] ?? {}, { Mode: "PendingDeletion" });
    await tenant.client.compliance.invoke("Set-RoleGroup", {
      Identity: "Service Assurance User",
      Description: "x",
    });
    expect(await tenant.read(POLICY, state)).toBeNull();
  });

  test("sensitive information is sent as hash tables, and found in groups that the portal makes", async () => {
    await tenant.create(POLICY, { name: "Cards", exchange_location: ["All"] });
    const state = await tenant.create("m365_dlp_compliance_rule", {
      name: "Cards",
      policy: "Cards",
      content_contains_sensitive_information: ["Credit Card Number;mincount=5"],
      block_access: true,
    });
    expect(sent().ContentContainsSensitiveInformation).toEqual([
      { "@odata.type": "#Exchange.GenericHashTable", name: "Credit Card Number", mincount: "5" },
    ]);
    const [row = {}] = purview("DlpComplianceRule");
    row.ContentContainsSensitiveInformation = [
      {
        operator: "And",
        groups: [
          {
            name: "Default",
            operator: "Or",
            sensitivetypes: [{ name: "credit card number", mincount: "5", id: "x" }],
          },
        ],
      },
    ];
    await tenant.client.compliance.invoke("Set-RoleGroup", {
      Identity: "Service Assurance User",
      Description: "x",
    });
    expect(await tenant.read("m365_dlp_compliance_rule", state)).toEqual(state);
  });

  test("a retention policy says its priority and its duration at every change", async () => {
    const type = "m365_unified_audit_log_retention_policy";
    const plan = { name: "Year", priority: 100, retention_duration: "TwelveMonths" };
    const before = await tenant.create(type, plan);
    await tenant.update(type, before, { ...plan, description: "One year" });
    expect(sent()).toEqual({
      Identity: before.id,
      Description: "One year",
      Priority: 100,
      RetentionDuration: "TwelveMonths",
    });
  });

  test("an alert policy that Microsoft made is not changed", async () => {
    const state = await tenant.import("m365_protection_alert", "Suspicious connector activity");
    const { told } = await refused(
      tenant.update("m365_protection_alert", state ?? {}, { ...state, disabled: true }),
    );
    expect(told).toContain("Set-ProtectionAlert was refused");
    await expect(tenant.import("m365_role_group", "Service Assurance User")).rejects.toThrow(
      "does not say where it is",
    );
    expect(await tenant.import("m365_role_group", "purview/service assurance user")).toMatchObject({
      service: "purview",
      roles: ["Service Assurance View"],
    });
  });
});

test("what users report has no policy before it was made once", async () => {
  const type = "m365_report_submission_policy";
  await tenant.client.exchange.invoke("Get-ReportSubmissionPolicy");
  tenant.emulator.state.objects.get("ReportSubmissionPolicy")?.remove("DefaultReportSubmissionPolicy");
  await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
  tenant.called();
  const state = await tenant.create(type, {
    report_phish_to_customized_address: true,
    report_phish_addresses: ["reports@contoso.com"],
  });
  expect(tenant.called()).toEqual([
    "Get-ReportSubmissionPolicy",
    "New-ReportSubmissionPolicy",
    "Get-ReportSubmissionPolicy",
    "Set-ReportSubmissionPolicy",
  ]);
  tenant.emulator.state.objects.get("ReportSubmissionPolicy")?.remove("DefaultReportSubmissionPolicy");
  await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
  expect(await tenant.read(type, state)).toBeNull();
});

describe("branding of encrypted mail", () => {
  const TEMPLATE = "m365_ome_branding_template";
  const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from("logo")]);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "logo-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const logo = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return { image_path: join(folder, name), image_sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  const sent = () => JSON.parse(tenant.emulator.control.log.at(-1)?.body ?? "{}").CmdletInput.Parameters;

  test("a template is known by its name, its logo by a hash", async () => {
    const plan = { name: "Finance", external_mail_expiry_in_days: 30, ...logo("logo.png", PNG) };
    const state = await tenant.create(TEMPLATE, plan);
    expect(sent()).toEqual({
      Identity: "Finance",
      ExternalMailExpiryInDays: "30",
      Image: PNG.toString("base64"),
    });
    expect(state).toMatchObject({ id: "Finance", image_sha256: plan.image_sha256 });
    expect(await tenant.read(TEMPLATE, state)).toEqual(state);
    const same = await tenant.update(TEMPLATE, state, { ...plan, external_mail_expiry_in_days: 0 });
    expect(sent()).toEqual({ Identity: "Finance", ExternalMailExpiryInDays: "0" });
    const { image_path: _, image_sha256: __, ...bare } = plan;
    await tenant.update(TEMPLATE, same, { ...bare, external_mail_expiry_in_days: 0 });
    expect(sent()).toEqual({ Identity: "Finance", Image: null });
    await tenant.remove(TEMPLATE, state);
    expect(await tenant.import(TEMPLATE, "Finance")).toBeNull();
    expect(rowsOf("OMEConfiguration").map(({ Name }) => Name)).toEqual(["OME Configuration"]);
  });

  test("the tenant's own logo is sent when it is adopted, not when its file moves", async () => {
    const type = "m365_ome_configuration";
    const plan = { portal_text: "Contoso", ...logo("logo.png", PNG) };
    const state = await tenant.create(type, plan);
    expect(sent()).toEqual({
      Identity: "OME Configuration",
      PortalText: "Contoso",
      Image: PNG.toString("base64"),
    });
    expect(await tenant.read(type, state)).toEqual(state);
    tenant.called();
    const moved = { ...plan, ...logo("moved.png", PNG) };
    const after = await tenant.update(type, state, moved);
    expect(after).toEqual({ ...state, image_path: moved.image_path });
    expect(tenant.called()).toEqual([]);
    const template = await tenant.create(TEMPLATE, { name: "Finance", ...logo("logo.png", PNG) });
    tenant.called();
    await tenant.update(TEMPLATE, template, { name: "Finance", ...logo("moved.png", PNG) });
    expect(tenant.called()).toEqual([]);
  });

  test.each(["logo.png", "./logo.png", "../logo.png", ""])("%j is no absolute path", (image_path) => {
    const fault = omeConfiguration.attributes.image_path?.codec.fault;
    expect(fault?.(join(folder, "logo.png"))).toBeUndefined();
    expect(fault?.(image_path)).toBe(
      `got "${image_path}"; expected an absolute path, as abspath("${image_path}") gives it`,
    );
  });

  test("a logo that is not what was meant is not sent", async () => {
    const { told } = await refused(
      tenant.create(TEMPLATE, { name: "A", ...logo("a.png", PNG), image_sha256: "0".repeat(64) }),
    );
    expect(told).toContain("image_path: ");
    expect(told).toContain("is not the file whose image_sha256 is given");
    const text = await refused(
      tenant.create(TEMPLATE, { name: "A", ...logo("a.svg", Buffer.from("<svg/>")) }),
    );
    expect(text.told).toContain("is neither PNG, JPEG, BMP nor TIFF");
    const large = await refused(
      tenant.create(TEMPLATE, { name: "A", ...logo("b.png", Buffer.concat([PNG, Buffer.alloc(41_000)])) }),
    );
    expect(large.told).toContain("expected less than 40 KB");
    expect(rowsOf("OMEConfiguration").map(({ Name }) => Name)).not.toContain("A");
  });
});

describe("where licences of encrypted mail come from", () => {
  const type = "m365_irm_configuration";
  const AT = "https://5c6bb73b-1038-4eec-863d-49bded473437.rms.eu.aadrm.com/_wmcs/licensing";

  test("is taken from Azure RMS where the tenant says nothing", async () => {
    await tenant.client.exchange.invoke("Get-IRMConfiguration");
    Object.assign(rowsOf("IRMConfiguration")[0] ?? {}, {
      ServiceLocation: AT.replace("licensing", "certification"),
    });
    await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
    const state = await tenant.create(type, { azure_rms_licensing_enabled: true });
    expect(state).toMatchObject({ licensing_location: [AT] });
    expect(rowsOf("IRMConfiguration")[0]).toMatchObject({ LicensingLocation: [AT] });
    expect(await tenant.read(type, state)).toEqual(state);
  });

  test("is told to be missing where nobody knows", async () => {
    await tenant.create(type, { azure_rms_licensing_enabled: true });
    expect(tenant.warnings.join()).toContain("Get-AipServiceConfiguration");
  });

  test("stays what was given", async () => {
    await tenant.create(type, {
      azure_rms_licensing_enabled: true,
      licensing_location: ["https://rms.contoso.com/x"],
    });
    expect(tenant.warnings).toEqual([]);
    expect(rowsOf("IRMConfiguration")[0]).toMatchObject({ LicensingLocation: ["https://rms.contoso.com/x"] });
  });
});

test("the global quarantine policy is made where the tenant has none, in words with an order", async () => {
  const type = "m365_global_quarantine_policy";
  const plan = {
    multi_language_setting: ["German", "English"],
    esn_custom_subject: ["Quarantäne", "Quarantine"],
  };
  const state = await tenant.create(type, plan);
  expect(tenant.called()).toEqual([
    "Get-QuarantinePolicy",
    "New-QuarantinePolicy",
    "Get-QuarantinePolicy",
    "Set-QuarantinePolicy",
  ]);
  expect(state).toMatchObject({ id: "GlobalQuarantinePolicy", ...plan });
  const row = rowsOf("QuarantinePolicy").find(({ Name }) => Name === "DefaultGlobalTag") ?? {};
  row.MultiLanguageSetting = ["English", "German"];
  await tenant.client.exchange.invoke("Set-AdminAuditLogConfig", { UnifiedAuditLogIngestionEnabled: true });
  expect(await tenant.read(type, state)).toMatchObject({ multi_language_setting: ["English", "German"] });
});
