import { resource } from "../plan-json";
import { told as toldOf } from "../tenant-plan";

type Attributes = Readonly<Record<string, unknown>>;

/** What a review says of one object before and after, and which limits ask. */
function told(
  kind: string,
  before: Attributes | undefined,
  after: Attributes | undefined,
  unknown: Attributes = {},
  written: Attributes = {},
): Promise<readonly string[]> {
  const expressions = {
    address: `m365_${kind}.it`,
    mode: "managed",
    type: `m365_${kind}`,
    name: "it",
    expressions: written,
  };
  const configuration = { root_module: { resources: [expressions] } };
  return toldOf([resource(`m365_${kind}.it`, before, after, { unknown })], undefined, { configuration });
}

const DEFAULT = { name: "Default" };

test.each<[string, string, Attributes, Attributes, readonly string[]]>([
  [
    "an address that is let past the filters",
    "hosted_connection_filter_policy",
    { ip_allow_list: ["192.0.2.1"] },
    { ip_allow_list: ["192.0.2.1", "198.51.100.0/24"] },
    [
      "high: Mail from 198.51.100.0/24 skips spam filtering and sender authentication from now on",
      "asks: protection-loosened",
    ],
  ],
  [
    "an alert that nobody hears",
    "protection_alert",
    { name: "Suspicious forwarding", notify_user: ["soc@contoso.com"] },
    { name: "Suspicious forwarding", notify_user: ["soc@contoso.com"], notification_enabled: false },
    ['medium: The alert "Suspicious forwarding" goes to nobody from now on', "asks: protection-loosened"],
  ],
  [
    "data that may leave from Teams",
    "dlp_compliance_policy",
    { name: "Cards", exchange_location: ["All"], teams_location: ["All"] },
    { name: "Cards", exchange_location: ["All"], teams_location: [] },
    ["medium: The data loss policy Cards: teamsLocation All → not set", "asks: protection-loosened"],
  ],
  [
    "data that is seen and let go",
    "dlp_compliance_rule",
    { name: "Cards leave", policy: "Cards", block_access: true },
    { name: "Cards leave", policy: "Cards", block_access: false },
    [
      "medium: The rule of data loss policies Cards leave: blockAccess true → false",
      "asks: protection-loosened",
    ],
  ],
  [
    "records that are kept for a shorter time",
    "unified_audit_log_retention_policy",
    { name: "Mail", priority: 1, retention_duration: "TwelveMonths" },
    { name: "Mail", priority: 1, retention_duration: "SixMonths" },
    [
      "medium: The retention policy of the audit log Mail: retentionDuration TwelveMonths → SixMonths",
      "asks: protection-loosened",
    ],
  ],
  [
    "one that no longer is",
    "hosted_connection_filter_policy",
    { ip_allow_list: ["192.0.2.1"] },
    { ip_allow_list: [] },
    ["low: No longer: mail from 192.0.2.1 skips spam filtering and sender authentication"],
  ],
  [
    "forwarding, told once",
    "hosted_outbound_spam_filter_policy",
    { ...DEFAULT, auto_forwarding_mode: "Off" },
    { ...DEFAULT, auto_forwarding_mode: "On" },
    [
      "high: Mail to the outside may be forwarded automatically from now on (Default: Off → On)",
      "asks: protection-loosened",
    ],
  ],
  [
    "a rule that skips the filter",
    "transport_rule",
    { name: "Scanner", set_scl: 5 },
    { name: "Scanner", set_scl: -1 },
    ["high: Mail that fits the rule skips spam filtering from now on", "asks: protection-loosened"],
  ],
  [
    "a milder action",
    "hosted_content_filter_policy",
    { ...DEFAULT, phish_spam_action: "Quarantine" },
    { ...DEFAULT, phish_spam_action: "MoveToJmf" },
    [
      "medium: The anti-spam policy Default: phishSpamAction Quarantine → MoveToJmf",
      "asks: protection-loosened",
    ],
  ],
  [
    "a stricter one, and a limit",
    "hosted_outbound_spam_filter_policy",
    { ...DEFAULT, recipient_limit_per_day: 0 },
    { ...DEFAULT, recipient_limit_per_day: 800 },
    ["low: The outbound spam policy Default: recipientLimitPerDay 0 → 800"],
  ],
  [
    "a limit that goes",
    "hosted_outbound_spam_filter_policy",
    { ...DEFAULT, recipient_limit_per_day: 800 },
    { ...DEFAULT, recipient_limit_per_day: 0 },
    ["medium: The outbound spam policy Default: recipientLimitPerDay 800 → 0", "asks: protection-loosened"],
  ],
  [
    "a rule that is only recorded from now on",
    "transport_rule",
    { name: "Block", quarantine: true, mode: "Enforce" },
    { name: "Block", quarantine: true, mode: "Audit" },
    ["medium: The mail flow rule Block off", "asks: protection-loosened"],
  ],
  [
    "an alert that goes to nobody",
    "protection_alert",
    { name: "Forwarding", notification_enabled: true },
    { name: "Forwarding", notification_enabled: false },
    ['medium: The alert "Forwarding" goes to nobody from now on', "asks: protection-loosened"],
  ],
  [
    "a type of file that is let in",
    "malware_filter_policy",
    { ...DEFAULT, file_types: ["exe", "vbs"] },
    { ...DEFAULT, file_types: ["exe"] },
    ["medium: The anti-malware policy Default: fileTypes exe, vbs → exe", "asks: protection-loosened"],
  ],
  [
    "more of calendars beside what was shared before",
    "sharing_policy",
    { ...DEFAULT, domains: ["*:CalendarSharingFreeBusySimple"] },
    { ...DEFAULT, domains: ["*:CalendarSharingFreeBusyReviewer, ContactsSharing"] },
    [
      "medium: Calendars (all details) may be shared with every organization from now on",
      "medium: Contacts may be shared with every organization from now on",
      "low: No longer: calendars (free and busy times) may be shared with every organization",
      "asks: protection-loosened",
    ],
  ],
  [
    "another mark for mail that is let in marked anyway",
    "hosted_content_filter_policy",
    { ...DEFAULT, spam_action: "AddXHeader" },
    { ...DEFAULT, spam_action: "ModifySubject" },
    ["low: The anti-spam policy Default: spamAction AddXHeader → ModifySubject"],
  ],
  [
    "bulk mail that is only marked",
    "hosted_content_filter_policy",
    { ...DEFAULT, bulk_spam_action: "Quarantine" },
    { ...DEFAULT, bulk_spam_action: "AddXHeader" },
    ["medium: Bulk mail goes to inboxes, only marked from now on", "asks: protection-loosened"],
  ],
  [
    "clicks that nobody records, and links that are not rewritten",
    "safe_links_policy",
    { name: "Staff", track_clicks: true, disable_url_rewrite: false },
    { name: "Staff", track_clicks: false, disable_url_rewrite: true },
    [
      "medium: Links are checked by Outlook alone from now on",
      "medium: Nobody sees later who followed a link from now on",
      "asks: protection-loosened",
    ],
  ],
  [
    "a data loss policy that only records",
    "dlp_compliance_policy",
    { name: "Cards", mode: "Enable" },
    { name: "Cards", mode: "TestWithoutNotifications" },
    ["medium: The data loss policy Cards only records from now on", "asks: protection-loosened"],
  ],
  [
    "a rule that skips the filter, switched off",
    "transport_rule",
    { name: "Scanner", set_scl: -1, enabled: true },
    { name: "Scanner", set_scl: -1, enabled: false },
    ["low: No longer: mail that fits the rule skips spam filtering", "low: The mail flow rule Scanner off"],
  ],
  [
    "a sharing policy, switched off",
    "sharing_policy",
    { name: "Partners", domains: ["fabrikam.com:ContactsSharing"], enabled: true },
    { name: "Partners", domains: ["fabrikam.com:ContactsSharing"], enabled: false },
    ["low: The sharing policy Partners off"],
  ],
  [
    "Outlook's tag, told once",
    "external_in_outlook",
    { enabled: true },
    { enabled: false },
    ["medium: Outlook does not tell mail from outside from now on", "asks: protection-loosened"],
  ],
  [
    "a logo that messages to users lose",
    "report_submission_policy",
    { enable_organization_branding: true },
    { enable_organization_branding: false },
    ["low: The settings of user reports: enableOrganizationBranding true → false"],
  ],
  [
    "a value without a side",
    "organization_config",
    { focused_inbox_on: false },
    { focused_inbox_on: true },
    ["low: The organization's settings: focusedInboxOn false → true"],
  ],
])("%s", async (_, kind, before, after, said) => {
  expect(await told(kind, before, after)).toEqual(said);
});

test("what comes says what it lets through", async () => {
  expect(
    await told("remote_domain", undefined, {
      name: "Partner",
      domain_name: "fabrikam.com",
      auto_forward_enabled: true,
    }),
  ).toEqual([
    "medium: Unless something else forbids it, mail may be forwarded automatically to fabrikam.com from now on",
    "low: The remote domain Partner is declared",
    "asks: protection-loosened",
  ]);
});

test("who comes into a role group is told by its rights, and who leaves it", async () => {
  const anna = { service: "purview", role_group: "Service Assurance User", member: "Anna Berg" };
  expect(await told("role_group_member", undefined, anna)).toEqual([
    "medium: In role group Service Assurance User (Purview): Anna Berg",
  ]);
  expect(await told("role_group_member", anna, undefined)).toEqual([
    "low: The member of a role group Anna Berg of Service Assurance User removed",
  ]);
  const all = { service: "exchange", role_group: "Readers", members: ["anna@contoso.com"] };
  expect(await told("role_group_members", undefined, all)).toEqual([
    "medium: In role group Readers (Exchange): anna@contoso.com, and nobody else",
  ]);
});

test("what goes is told by what becomes of it", async () => {
  expect(await told("transport_rule", { name: "Block", quarantine: true }, undefined)).toEqual([
    "medium: The mail flow rule Block removed",
    "asks: protection-loosened",
  ]);
  expect(await told("transport_rule", { name: "Scanner", set_scl: -1 }, undefined)).toEqual([
    "low: The mail flow rule Scanner removed",
  ]);
  // It guards, whatever it leaves out.
  expect(
    await told("anti_phish_policy", { name: "Staff", excluded_senders: ["a@fabrikam.com"] }, undefined),
  ).toEqual(["medium: The anti-phishing policy Staff removed", "asks: protection-loosened"]);
  expect(await told("role_group", { name: "Readers", service: "purview" }, undefined)).toEqual([
    "low: The role group Readers removed",
  ]);
  expect(await told("transport_config", { smtp_client_authentication_disabled: true }, undefined)).toEqual([
    "medium: No longer managed: the transport settings",
  ]);
});

test("what the plan does not show, or this review does not know, is not judged", async () => {
  expect(
    await told("hosted_connection_filter_policy", { ip_allow_list: [] }, {}, { ip_allow_list: true }),
  ).toContain("asks: not-judged");
  expect(
    await told(
      "transport_config",
      { smtp_client_authentication_disabled: true },
      { smtp_client_authentication_disabled: true, later: "x" },
    ),
  ).toEqual(["asks: not-judged"]);
});

test("settings that are taken up keep what nobody writes of them: nothing asks", async () => {
  const unknown = { id: true, allow_legacy_tls_clients: true };
  const taken = { smtp_client_authentication_disabled: true };
  expect(await told("transport_config", undefined, taken, unknown)).not.toContain("asks: not-judged");
  const written = { allow_legacy_tls_clients: { references: ["var.legacy"] } };
  expect(await told("transport_config", undefined, taken, unknown, written)).toContain("asks: not-judged");
  // Of an object that the plan makes, what nobody writes is what Exchange makes of it.
  const senders = { id: true, allowed_senders: true };
  expect(await told("hosted_content_filter_policy", undefined, { name: "Ours" }, senders)).toContain(
    "asks: not-judged",
  );
});

test("a rename is no other object", async () => {
  expect(
    await told(
      "transport_rule",
      { name: "Block", quarantine: true },
      { name: "Block macros", quarantine: true },
    ),
  ).toEqual(["low: The mail flow rule Block macros: name Block → Block macros"]);
});
