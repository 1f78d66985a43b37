import { cisNotJudged } from "./cis-not-judged";
import type { ControlList, Look } from "./control";

const CONDITIONAL_ACCESS: Look = {
  place: "Entra admin center",
  how: "Conditional Access > Policies",
};

/** The CIS Microsoft 365 Foundations Benchmark, version 7.0. */
export const cis = {
  title: "CIS Microsoft 365 Foundations Benchmark 7.0",
  issuer: "CIS Microsoft 365",
  url: "https://www.cisecurity.org/benchmark/microsoft_365",
  scope:
    "accounts and sessions (1.1, 1.2.2, 1.3.1 to 1.3.3), mail in Microsoft Defender (2.1, 2.2, 2.4 but for Cloud Apps and Teams), audit and loss of data (3.1, 3.2.1), sign-ins, consent and guests in Entra ID (5.1.2, 5.1.5 to 5.1.8, 5.2, 5.3) and Exchange (6)",
  controls: {
    "5.2.3.5": {
      asks: "weak methods off",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Authentication methods > Policies" },
    },
    "5.2.3.7": {
      asks: "codes by mail off",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Authentication methods > Policies" },
    },
    "5.2.3.1": {
      asks: "Microsoft Authenticator shows application and place",
      unmet: "warning",
      look: {
        place: "Entra admin center",
        how: "Authentication methods > Policies > Microsoft Authenticator > Configure",
      },
    },
    "5.2.3.6": {
      asks: "the strongest method asked for first",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Authentication methods > Settings" },
    },
    "5.1.2.2": {
      asks: "only administrators register applications",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Users > User settings" },
    },
    "5.1.2.3": {
      asks: "only administrators create tenants",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Users > User settings" },
    },
    "5.1.5.1": {
      asks: "users cannot consent to applications freely",
      unmet: "warning",
      look: {
        place: "Entra admin center",
        how: "Enterprise apps > Consent and permissions > User consent settings",
      },
    },
    "5.1.6.2": {
      asks: "guests that see little of the directory",
      unmet: "warning",
      look: { place: "Entra admin center", how: "External Identities > External collaboration settings" },
    },
    "5.1.6.3": {
      asks: "guests invited by guest inviters alone",
      unmet: "warning",
      look: { place: "Entra admin center", how: "External Identities > External collaboration settings" },
    },
    "1.3.1": {
      asks: "passwords that do not expire",
      unmet: "warning",
      look: { place: "Microsoft 365 admin center", how: "Settings > Org settings > Security & privacy" },
    },
    "5.1.5.2": {
      asks: "a workflow by which users ask for consent",
      unmet: "warning",
      look: {
        place: "Entra admin center",
        how: "Enterprise apps > Consent and permissions > Admin consent settings",
      },
    },
    "5.1.5.3": {
      asks: "no new passwords for applications",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "5.1.5.4": {
      asks: "passwords of applications that end soon",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "5.1.5.5": {
      asks: "passwords of applications made by Entra ID alone",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "5.1.5.6": {
      asks: "certificates of applications that end soon",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Enterprise apps > Application policies" },
    },
    "5.3.4": {
      asks: "approval before Global Administrator is activated",
      unmet: "warning",
      look: { place: "Entra admin center", how: "ID Governance > Privileged Identity Management > Settings" },
    },
    "5.3.5": {
      asks: "approval before Privileged Role Administrator is activated",
      unmet: "warning",
      look: { place: "Entra admin center", how: "ID Governance > Privileged Identity Management > Settings" },
    },
    "1.1.3": {
      asks: "two to four Global Administrators",
      unmet: "warning",
      look: { place: "Entra admin center", how: "Roles & admins > Global Administrator" },
    },
    "1.1.2": {
      asks: "emergency accounts that no policy locks out",
      unmet: "warning",
      look: CONDITIONAL_ACCESS,
      rest: {
        part: "two such accounts, cloud-only, with Global Administrator and methods of their own",
        look: { place: "Microsoft 365 admin center", how: "Users > Active users" },
      },
    },
    "2.1.8": { asks: "SPF for each domain, with -all for domains that send nothing", unmet: "warning" },
    "2.1.9": {
      asks: "DKIM for each domain",
      unmet: "warning",
      rest: {
        part: "whether Exchange Online signs",
        look: { place: "Exchange Online PowerShell", how: "Get-DkimSigningConfig: Enabled, Status" },
        unless: "signing",
      },
    },
    "2.1.10": {
      asks: "DMARC for each domain: quarantine or reject, with rua and ruf; reject for domains that send nothing",
      unmet: "warning",
      rest: {
        part: "a record for the onmicrosoft.com domain",
        look: {
          place: "Microsoft 365 admin center",
          how: "Settings > Domains > the onmicrosoft.com domain > DNS records: _dmarc",
        },
      },
    },
    "5.2.2.2": { asks: "a second factor from all users", unmet: "warning", look: CONDITIONAL_ACCESS },
    "5.2.2.3": { asks: "legacy authentication blocked", unmet: "warning", look: CONDITIONAL_ACCESS },
    "5.2.2.5": {
      asks: "a phishing-resistant factor from administrators",
      unmet: "warning",
      look: CONDITIONAL_ACCESS,
    },
    "5.2.2.12": { asks: "the device code flow blocked", unmet: "warning", look: CONDITIONAL_ACCESS },
    "6.2.1": {
      asks: "no mail forwarded to the outside",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-HostedOutboundSpamFilterPolicy: AutoForwardingMode",
      },
      rest: {
        part: "transport rules that forward",
        look: { place: "Exchange Online PowerShell", how: "Get-TransportRule: RedirectMessageTo" },
      },
    },
    "1.3.3": {
      asks: "calendars not shared with everybody",
      unmet: "warning",
      look: { place: "Microsoft 365 admin center", how: "Settings > Org settings > Services > Calendar" },
    },
    "2.1.1": {
      asks: "links checked when they are clicked",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-SafeLinksPolicy" },
    },
    "2.1.2": {
      asks: "common types of attachments refused",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-MalwareFilterPolicy: EnableFileFilter" },
    },
    "2.1.3": {
      asks: "somebody told of malware from inside",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-MalwareFilterPolicy: EnableInternalSenderAdminNotifications",
      },
    },
    "2.1.4": {
      asks: "attachments opened in a sandbox first",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-SafeAttachmentPolicy" },
    },
    "2.1.5": {
      asks: "files in SharePoint, OneDrive and Teams scanned",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AtpPolicyForO365" },
    },
    "2.1.6": {
      asks: "administrators told of senders of spam",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedOutboundSpamFilterPolicy: Bcc…, Notify…" },
    },
    "2.1.7": {
      asks: "a policy against phishing",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-AntiPhishPolicy" },
    },
    "2.1.12": {
      asks: "no addresses whose mail is let past the filters",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedConnectionFilterPolicy: IPAllowList" },
    },
    "2.1.13": {
      asks: "no safe list kept by Microsoft",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-HostedConnectionFilterPolicy: EnableSafeList" },
    },
    "2.1.14": {
      asks: "no domain whose mail is let past the spam filter",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-HostedContentFilterPolicy: AllowedSenderDomains",
      },
    },
    "2.1.15": {
      asks: "limits on what a mailbox sends",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-HostedOutboundSpamFilterPolicy: RecipientLimit…",
      },
    },
    "3.1.1": {
      asks: "the unified audit log on",
      unmet: "warning",
      look: {
        place: "Microsoft Purview portal",
        how: "Get-AdminAuditLogConfig: UnifiedAuditLogIngestionEnabled",
      },
    },
    "3.2.1": {
      asks: "policies against the loss of data that act",
      unmet: "warning",
      look: { place: "Microsoft Purview portal", how: "Data loss prevention > Policies" },
    },
    "6.1.1": {
      asks: "mailbox auditing on",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-OrganizationConfig: AuditDisabled" },
    },
    "6.2.2": {
      asks: "no rule that lets domains past the spam filter",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-TransportRule: SetScl -1" },
    },
    "6.2.3": {
      asks: "mail from outside marked as such",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-ExternalInOutlook: Enabled" },
    },
    "6.5.1": {
      asks: "modern authentication on",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-OrganizationConfig: OAuth2ClientProfileEnabled",
      },
    },
    "6.5.2": {
      asks: "MailTips on",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-OrganizationConfig: MailTips…" },
    },
    "6.5.4": {
      asks: "SMTP AUTH off",
      unmet: "warning",
      look: {
        place: "Exchange Online PowerShell",
        how: "Get-TransportConfig: SmtpClientAuthenticationDisabled",
      },
    },
    "6.5.5": {
      asks: "Direct Send refused",
      unmet: "warning",
      look: { place: "Exchange Online PowerShell", how: "Get-OrganizationConfig: RejectDirectSend" },
    },
  },
  notJudged: cisNotJudged,
} as const satisfies ControlList;
