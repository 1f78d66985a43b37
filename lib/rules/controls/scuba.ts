import type { ControlList, Look } from "./control";
import { scubaNotJudged } from "./scuba-not-judged";

const CONDITIONAL_ACCESS: Look = {
  place: "Entra admin center",
  how: "Conditional Access > Policies",
};

/**
 * CISA's Secure Configuration Baselines for Microsoft 365 (ScubaGear 1.8). What CISA says SHALL of is an error if unmet,
 * SHOULD a warning.
 */
export const scuba = {
  title: "CISA's Secure Configuration Baselines for Microsoft 365",
  issuer: "CISA",
  url: "https://github.com/cisagov/ScubaGear/tree/main/PowerShell/ScubaGear/baselines",
  scope:
    "every policy of the baselines for Microsoft Entra ID, Exchange Online and the Microsoft 365 security suite, as ScubaGear tests them",
  controls: {
    "MS.AAD.9.1v1": {
      asks: "AI agents at high risk blocked",
      unmet: "error",
      look: { place: "Entra admin center", how: "Conditional Access > Policies: Agent risk" },
    },
    "MS.AAD.3.5v2": {
      asks: "no codes by SMS, voice call or mail",
      unmet: "error",
      look: { place: "Entra admin center", how: "Authentication methods > Policies" },
    },
    "MS.AAD.3.3v2": {
      asks: "Microsoft Authenticator shows application and place, where it is allowed",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "Authentication methods > Policies > Microsoft Authenticator > Configure",
      },
    },
    "MS.AAD.3.4v1": {
      asks: "methods managed in one place",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "Authentication methods > Policies > Manage migration: complete",
      },
    },
    "MS.AAD.5.1v1": {
      asks: "only administrators register applications",
      unmet: "error",
      look: { place: "Entra admin center", how: "Users > User settings" },
    },
    "MS.AAD.5.2v1": {
      asks: "users cannot consent to applications freely",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "Enterprise apps > Consent and permissions > User consent settings",
      },
    },
    "MS.AAD.8.1v1": {
      asks: "guests that see little of the directory",
      unmet: "warning",
      look: { place: "Entra admin center", how: "External Identities > External collaboration settings" },
    },
    "MS.AAD.8.2v1": {
      asks: "guests invited by guest inviters alone",
      unmet: "warning",
      look: { place: "Entra admin center", how: "External Identities > External collaboration settings" },
    },
    "MS.AAD.6.1v1": {
      asks: "passwords that do not expire",
      unmet: "error",
      look: { place: "Entra admin center", how: "Get-MgDomain: PasswordValidityPeriodInDays" },
    },
    "MS.AAD.5.3v1": {
      asks: "a workflow by which users ask for consent",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "Enterprise apps > Consent and permissions > Admin consent settings",
      },
    },
    "MS.AAD.5.5v1": {
      asks: "no new passwords for applications",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "MS.AAD.5.6v1": {
      asks: "passwords of applications for 180 days at most",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "MS.AAD.5.7v1": {
      asks: "certificates of applications for 365 days at most",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "MS.AAD.7.6v1": {
      asks: "approval before Global Administrator is activated",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
      },
    },
    "MS.AAD.7.4v1": {
      asks: "no privileged role for good",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "ID Governance > Privileged Identity Management > Microsoft Entra roles > Assignments",
      },
    },
    "MS.AAD.7.7v1": {
      asks: "an alert when a privileged role is assigned",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
      },
    },
    "MS.AAD.7.8v1": {
      asks: "an alert when Global Administrator is activated",
      unmet: "error",
      look: {
        place: "Entra admin center",
        how: "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
      },
    },
    "MS.AAD.7.9v1": {
      asks: "an alert when another privileged role is activated",
      unmet: "warning",
      look: {
        place: "Entra admin center",
        how: "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
      },
    },
    "MS.AAD.7.1v1": {
      asks: "two to eight Global Administrators",
      unmet: "error",
      look: { place: "Entra admin center", how: "Roles & admins > Global Administrator" },
    },
    "MS.AAD.7.2v1": {
      asks: "no more Global Administrators than other privileged users",
      unmet: "error",
      look: { place: "Entra admin center", how: "Roles & admins > All roles" },
    },
    "MS.EXO.2.2v3": { asks: "an SPF record for each domain that fails every other sender", unmet: "error" },
    "MS.EXO.3.1v1": {
      asks: "DKIM for each domain",
      unmet: "warning",
      rest: {
        part: "whether Exchange Online signs, for domains that send nothing and the onmicrosoft.com domain too",
        look: { place: "Exchange Online PowerShell", how: "Get-DkimSigningConfig: Enabled" },
        unlessWhole: "signing",
      },
    },
    "MS.EXO.4.1v1": { asks: "a DMARC record for each domain", unmet: "error" },
    "MS.EXO.4.2v1": { asks: "the DMARC policy reject", unmet: "error" },
    "MS.EXO.4.4v1": { asks: "an address for aggregate and for failure reports", unmet: "warning" },
    "MS.AAD.1.1v1": { asks: "legacy authentication blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.2.1v1": { asks: "users at high risk blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.2.3v1": { asks: "sign-ins at high risk blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.1v1": {
      asks: "a phishing-resistant factor from all users",
      unmet: "error",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.2v2": { asks: "a second factor from all users", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.6v1": {
      asks: "a phishing-resistant factor from privileged roles",
      unmet: "error",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.7v1": { asks: "a managed device for sign-ins", unmet: "warning", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.8v1": {
      asks: "a managed device to register methods",
      unmet: "warning",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.9v1": { asks: "the device code flow blocked", unmet: "warning", look: CONDITIONAL_ACCESS },
    "MS.EXO.1.1v2": {
      asks: "no mail forwarded automatically to other organisations",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-RemoteDomain: AutoForwardEnabled" },
    },
    "MS.EXO.5.1v1": {
      asks: "SMTP AUTH off",
      unmet: "error",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-TransportConfig: SmtpClientAuthenticationDisabled",
      },
    },
    "MS.EXO.6.1v1": {
      asks: "contacts shared with named domains alone",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-SharingPolicy: Domains" },
    },
    "MS.EXO.6.2v1": {
      asks: "calendar details shared with named domains alone",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-SharingPolicy: Domains" },
    },
    "MS.EXO.7.1v1": {
      asks: "mail from outside marked as such",
      unmet: "error",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-TransportRule: FromScope NotInOrganization, PrependSubject",
      },
    },
    "MS.EXO.13.1v1": {
      asks: "mailbox auditing on",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-OrganizationConfig: AuditDisabled" },
    },
    "MS.SECURITYSUITE.1.1v1": {
      asks: "attachments that run on a click refused",
      unmet: "error",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-MalwareFilterPolicy: EnableFileFilter, FileTypes",
      },
    },
    "MS.SECURITYSUITE.1.2v1": {
      asks: "mail looked at again after delivery",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-MalwareFilterPolicy: ZapEnabled" },
    },
    "MS.SECURITYSUITE.1.3v1": {
      asks: "malware kept out of mailboxes",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-SafeAttachmentPolicy: Action" },
    },
    "MS.SECURITYSUITE.1.4v1": {
      asks: "files in SharePoint, OneDrive and Teams scanned",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AtpPolicyForO365: EnableATPForSPOTeamsODB" },
    },
    "MS.SECURITYSUITE.2.1v1": {
      asks: "protection from those who pose as sensitive people",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AntiPhishPolicy: TargetedUsersToProtect" },
    },
    "MS.SECURITYSUITE.2.2v1": {
      asks: "protection from names like the own domains",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-AntiPhishPolicy: EnableOrganizationDomainsProtection",
      },
    },
    "MS.SECURITYSUITE.2.3v1": {
      asks: "protection from names like partners' domains",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AntiPhishPolicy: TargetedDomainsToProtect" },
    },
    "MS.SECURITYSUITE.2.4v1": {
      asks: "safety tips shown to users",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AntiPhishPolicy: Enable…Tips" },
    },
    "MS.SECURITYSUITE.3.1v1": {
      asks: "a policy against the loss of personal data",
      unmet: "error",
      look: { place: "Microsoft Purview portal", how: "Data loss prevention > Policies" },
    },
    "MS.SECURITYSUITE.3.2v1": {
      asks: "that policy at Exchange, OneDrive, SharePoint, Teams and devices",
      unmet: "warning",
      look: { place: "Microsoft Purview portal", how: "Data loss prevention > Policies: Locations" },
    },
    "MS.SECURITYSUITE.3.3v1": {
      asks: "that policy blocks sharing",
      unmet: "warning",
      look: { place: "Microsoft Purview portal", how: "Data loss prevention > Policies: Actions" },
    },
    "MS.SECURITYSUITE.3.4v1": {
      asks: "that policy tells users why",
      unmet: "warning",
      look: { place: "Microsoft Purview portal", how: "Data loss prevention > Policies: User notifications" },
    },
    "MS.SECURITYSUITE.4.1v1": {
      asks: "alerts on mail and accounts on",
      unmet: "error",
      look: { place: "Microsoft Defender portal", how: "Get-ProtectionAlert: Disabled" },
      rest: {
        part: "Microsoft's own alert policies, which no interface changes",
        look: { place: "Microsoft Defender portal", how: "Get-ProtectionAlert: Disabled" },
        unlessWhole: "protection-alert",
      },
    },
    "MS.SECURITYSUITE.4.2v1": {
      asks: "alerts sent to somebody who reads them",
      unmet: "warning",
      look: { place: "Microsoft Defender portal", how: "Get-ProtectionAlert: NotifyUser" },
      rest: {
        part: "Microsoft's own alert policies, which no interface changes",
        look: { place: "Microsoft Defender portal", how: "Get-ProtectionAlert: NotifyUser" },
        unlessWhole: "protection-alert",
      },
    },
    "MS.SECURITYSUITE.5.1v1": {
      asks: "the unified audit log on",
      unmet: "error",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-AdminAuditLogConfig: UnifiedAuditLogIngestionEnabled",
      },
    },
    "MS.SECURITYSUITE.5.2v1": {
      asks: "audit logs kept for a year",
      unmet: "error",
      look: { place: "Microsoft Purview portal", how: "Get-UnifiedAuditLogRetentionPolicy" },
    },
    "MS.SECURITYSUITE.6.1v1": {
      asks: "spam and phishing kept out of the inbox",
      unmet: "error",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedContentFilterPolicy: …Action" },
    },
    "MS.SECURITYSUITE.6.2v1": {
      asks: "no domain whose mail is let past the spam filter",
      unmet: "error",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-HostedContentFilterPolicy: AllowedSenderDomains",
      },
    },
    "MS.SECURITYSUITE.7.1v1": {
      asks: "links checked when they are clicked",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-SafeLinksPolicy" },
    },
    "MS.SECURITYSUITE.7.2v1": {
      asks: "links to downloads scanned before delivery",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-SafeLinksPolicy: ScanUrls, DeliverMessageAfterScan",
      },
    },
    "MS.SECURITYSUITE.7.3v1": {
      asks: "clicks recorded",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-SafeLinksPolicy: TrackClicks" },
    },
    "MS.SECURITYSUITE.8.1v1": {
      asks: "no addresses whose mail is let past the filters",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedConnectionFilterPolicy: IPAllowList" },
    },
    "MS.SECURITYSUITE.8.2v1": {
      asks: "no safe list kept by Microsoft",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedConnectionFilterPolicy: EnableSafeList" },
    },
  },
  notJudged: scubaNotJudged,
} as const satisfies ControlList;
