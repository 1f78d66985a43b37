import { graph } from "./graph-rows";
import type { Part, Right, Row } from "./row";

// What m365 asks of Exchange Online and of Security & Compliance: an application permission to come in at all, and a role
// group for the cmdlets. https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2

const APP_ONLY = "https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2";
const ROLES = "https://learn.microsoft.com/exchange/permissions-exo/feature-permissions";
const DEFENDER = "https://learn.microsoft.com/defender-office-365/mdo-portal-permissions";
const PURVIEW = "https://learn.microsoft.com/defender-office-365/scc-permissions";

const OWNER = "Organization Management";
const VIEW: Right = "View-Only Organization Management";
const SECURITY: Right = ["Security Administrator", OWNER];
const COMPLIANCE: Right = ["Compliance Management", OWNER];

const SIGN_IN: Part = { api: "exchange", plan: ["Exchange.ManageAsApp"], apply: [], source: APP_ONLY };

function exchange(feature: string, plan: readonly Right[], apply: readonly Right[], source = ROLES): Row {
  return { feature, parts: [SIGN_IN, { api: "exchange-roles", plan, apply, source }] };
}

function purview(feature: string, plan: readonly Right[], apply: readonly Right[]): Row {
  return { feature, parts: [SIGN_IN, { api: "purview-roles", plan, apply, source: PURVIEW }] };
}

const managed = (...types: readonly string[]) => all(types, exchange("exchange", [VIEW], [OWNER]));
const security = (...types: readonly string[]) =>
  all(types, exchange("exchange", [VIEW], [SECURITY], DEFENDER));
const compliance = (...types: readonly string[]) => all(types, exchange("exchange", [VIEW], [COMPLIANCE]));
const contained = (...types: readonly string[]) =>
  all(
    types.map((type) => `mailbox_${type}`),
    exchange("an incident", [VIEW], [OWNER]),
  );

function all(types: readonly string[], row: Row): Readonly<Record<string, Row>> {
  return Object.fromEntries(types.map((type) => [`m365_${type}`, row]));
}

const ROLE_GROUPS = ["role_group", "role_group_member", "role_group_members"];

/** Provider m365, as far as it calls cmdlets. */
export const EXCHANGE_ROWS: Readonly<Record<string, Row>> = {
  ...managed(
    "accepted_domain",
    "admin_audit_log_config",
    "arc_config",
    "dnssec_for_verified_domain",
    "external_in_outlook",
    "inbound_connector",
    "organization_config",
    "outbound_connector",
    "remote_domain",
    "sharing_policy",
    "smtp_dane_inbound",
    "transport_config",
  ),
  ...security(
    "anti_phish_policy",
    "anti_phish_rule",
    "anti_phish_rule_order",
    "atp_protection_policy_rule",
    "dkim_signing",
    "dkim_signing_config",
    "eop_protection_policy_rule",
    "global_quarantine_policy",
    "hosted_connection_filter_policy",
    "hosted_content_filter_policy",
    "hosted_content_filter_rule",
    "hosted_content_filter_rule_order",
    "hosted_outbound_spam_filter_policy",
    "hosted_outbound_spam_filter_rule",
    "hosted_outbound_spam_filter_rule_order",
    "malware_filter_policy",
    "malware_filter_rule",
    "malware_filter_rule_order",
    "quarantine_policy",
    "report_submission_policy",
    "report_submission_rule",
    "safe_attachment_policy",
    "safe_attachment_rule",
    "safe_attachment_rule_order",
    "safe_links_policy",
    "safe_links_rule",
    "safe_links_rule_order",
    "tenant_allow_block_list_item",
    "tenant_allow_block_list_spoof_item",
  ),
  m365_atp_policy_for_o365: exchange("exchange", [VIEW], ["Security Administrator"], DEFENDER),
  ...compliance(
    "irm_configuration",
    "ome_branding_template",
    "ome_configuration",
    "transport_rule",
    "transport_rule_order",
  ),
  // Role groups show themselves only to those who have Role Management.
  ...all(ROLE_GROUPS, exchange("exchange", [OWNER], [])),
  ...Object.fromEntries(
    ROLE_GROUPS.map((type) => [
      `m365_${type} of Purview`,
      purview("exchange", ["Purview Administrators"], []),
    ]),
  ),
  ...all(
    ["dlp_compliance_policy", "dlp_compliance_policy_order", "dlp_compliance_rule"],
    purview("exchange", ["Security Reader"], ["Compliance Administrator"]),
  ),
  m365_protection_alert: purview(
    "exchange",
    ["Security Reader"],
    [["Security Administrator", "Compliance Administrator", OWNER]],
  ),
  // Which role group reads it, no page says: what writes it reads it too.
  m365_unified_audit_log_retention_policy: purview("exchange", [OWNER], []),
  "data.m365_system_alerts": purview("exchange", ["Security Reader"], []),
  "data.m365_irm_test": exchange("no key of an estate", [COMPLIANCE], []),
  "data.m365_rms_templates": exchange("no key of an estate", [COMPLIANCE], []),
  m365_verified_domain: {
    feature: "membership in the tenant",
    parts: [
      graph(
        "https://learn.microsoft.com/graph/api/domain-verify",
        ["Domain.Read.All"],
        ["Domain.ReadWrite.All"],
        {
          plan: ["GET /domains/{id}", "GET /domains/{id}/verificationDnsRecords"],
          apply: ["POST /domains/{id}/verify", "PATCH /domains/{id}"],
        },
      ),
      SIGN_IN,
      { api: "exchange-roles", plan: [VIEW], apply: [], source: ROLES },
    ],
  },
  ...contained("delegates", "forwarding", "inbox_rules", "mobile_devices", "protocols"),
  m365_mailbox_hold: exchange("an incident", [VIEW], [OWNER]),
  m365_restricted_sender: exchange("an incident", [VIEW], [OWNER]),
  m365_user_mailbox_rights: exchange("an incident", [VIEW], [OWNER]),
  "data.m365_account_exposure": {
    feature: "an incident",
    parts: [
      graph(
        "https://learn.microsoft.com/graph/api/user-get",
        [
          "User.Read.All",
          "Directory.Read.All",
          "AuditLog.Read.All",
          "UserAuthenticationMethod.Read.All",
          "Device.Read.All",
        ],
        [],
        {
          plan: [
            "GET /users",
            "GET /users/{id}",
            "GET /users/{id}/transitiveMemberOf",
            "GET /auditLogs/signIns",
            "GET /users/{id}/authentication/methods",
            "GET /users/{id}/registeredDevices",
            "GET /users/{id}/oauth2PermissionGrants",
            "GET /users/{id}/appRoleAssignments",
          ],
        },
      ),
      SIGN_IN,
      { api: "exchange-roles", plan: [VIEW], apply: [], source: ROLES },
    ],
  },
  // It asks name servers only.
  m365_dns_propagation: { feature: "dkim", parts: [] },
};
