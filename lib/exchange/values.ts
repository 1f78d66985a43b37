// Written by scripts/exchange-objects.mjs from the provider's tables; not to be edited.

/** A kind of object that Exchange holds, as the provider's resources are called without `m365_`. */
export type ExchangeKind =
  | "admin-audit-log-config"
  | "admin-consent-request-policy"
  | "agent-risk-policy"
  | "anti-phish-policy"
  | "anti-phish-rule"
  | "arc-config"
  | "atp-policy-for-o365"
  | "atp-protection-policy-rule"
  | "authentication-method"
  | "authentication-methods-policy"
  | "authorization-policy"
  | "consent-settings"
  | "default-app-management-policy"
  | "dlp-compliance-policy"
  | "dlp-compliance-rule"
  | "domain-password-policy"
  | "eop-protection-policy-rule"
  | "external-in-outlook"
  | "global-quarantine-policy"
  | "hosted-connection-filter-policy"
  | "hosted-content-filter-policy"
  | "hosted-content-filter-rule"
  | "hosted-outbound-spam-filter-policy"
  | "hosted-outbound-spam-filter-rule"
  | "irm-configuration"
  | "malware-filter-policy"
  | "malware-filter-rule"
  | "ome-branding-template"
  | "ome-configuration"
  | "organization-config"
  | "protection-alert"
  | "quarantine-policy"
  | "remote-domain"
  | "report-submission-policy"
  | "report-submission-rule"
  | "role-group"
  | "role-group-member"
  | "role-group-members"
  | "role-management-policy"
  | "safe-attachment-policy"
  | "safe-attachment-rule"
  | "safe-links-policy"
  | "safe-links-rule"
  | "security-defaults"
  | "sharing-policy"
  | "tenant-allow-block-list-item"
  | "transport-config"
  | "transport-rule"
  | "unified-audit-log-retention-policy";

/** The switch of the unified audit log, without which nothing that happened can be found out later. */
export interface AdminAuditLogConfigValues {
  /** Is what users and administrators do recorded? @default it stays as it is */
  readonly unifiedAuditLogIngestionEnabled?: boolean;
}

/** How people ask for an application that they may not consent to themselves, and who answers. */
export interface AdminConsentRequestPolicyValues {
  /** May people ask? @default it stays as it is */
  readonly enabled?: boolean;
  /** Are reviewers told of each request? @default it stays as it is */
  readonly notifyReviewers?: boolean;
  /** Are they reminded before a request ends? @default it stays as it is */
  readonly remindersEnabled?: boolean;
  /** After how many days a request that nobody answered ends. 0 to 60. @default it stays as it is */
  readonly requestDurationInDays?: number;
  /** Who answers: object ids of users. @default it stays as it is */
  readonly reviewerUsers?: readonly string[];
  /** Groups whose members answer: their object ids. @default it stays as it is */
  readonly reviewerGroups?: readonly string[];
}

/** A Conditional Access policy that blocks AI agents at risk. */
export interface AgentRiskPolicyValues {
  /** Is it in force, off, or does it only report? */
  readonly state?: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  /** At which risk an agent is blocked: low, medium, high. */
  readonly agentRiskLevels?: readonly string[];
}

/** Protection from mail that passes for somebody else's. */
export interface AntiPhishPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Is spoofing looked for? @default true */
  readonly enableSpoofIntelligence?: boolean;
  /** What happens to spoofed mail. @default "MoveToJmf" */
  readonly authenticationFailAction?: "MoveToJmf" | "Quarantine";
  /** Quarantine policy for spoofed mail: what users may do with it. @default "DefaultFullAccessPolicy" */
  readonly spoofQuarantineTag?: string;
  /** Does the sender's DMARC policy decide? @default true */
  readonly honorDmarcPolicy?: boolean;
  /** What p=quarantine means. @default "Quarantine" */
  readonly dmarcQuarantineAction?: "Quarantine" | "MoveToJmf";
  /** What p=reject means. @default "Reject" */
  readonly dmarcRejectAction?: "Reject" | "Quarantine";
  /** Are users told when a sender is new to them? @default false */
  readonly enableFirstContactSafetyTips?: boolean;
  /** Do senders who were not authenticated get a question mark? @default true */
  readonly enableUnauthenticatedSender?: boolean;
  /** Does Outlook say via whom mail came? @default true */
  readonly enableViaTag?: boolean;
  /** 1 is standard, 4 the most aggressive. 1 to 4. Needs Microsoft Defender for Office 365. @default 1 */
  readonly phishThresholdLevel?: number;
  /** Are targetedUsersToProtect protected? Needs Microsoft Defender for Office 365. @default false */
  readonly enableTargetedUserProtection?: boolean;
  /** Name;address of up to 350 people. Needs Microsoft Defender for Office 365. */
  readonly targetedUsersToProtect?: readonly string[];
  /** What happens to mail that passes for a protected user. Needs Microsoft Defender for Office 365. @default "NoAction" */
  readonly targetedUserProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly targetedUserActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a protected user: what users may do with it. Needs Microsoft Defender for Office 365. @default "DefaultFullAccessPolicy" */
  readonly targetedUserQuarantineTag?: string;
  /** Are all accepted domains protected? Needs Microsoft Defender for Office 365. @default false */
  readonly enableOrganizationDomainsProtection?: boolean;
  /** Are targetedDomainsToProtect protected? Needs Microsoft Defender for Office 365. @default false */
  readonly enableTargetedDomainsProtection?: boolean;
  /** Others' domains. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainsToProtect?: readonly string[];
  /** What happens to mail that passes for a protected domain. Needs Microsoft Defender for Office 365. @default "NoAction" */
  readonly targetedDomainProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a protected domain: what users may do with it. Needs Microsoft Defender for Office 365. @default "DefaultFullAccessPolicy" */
  readonly targetedDomainQuarantineTag?: string;
  /** Does it learn who writes to whom? Needs Microsoft Defender for Office 365. @default true */
  readonly enableMailboxIntelligence?: boolean;
  /** Does it act on that? Needs Microsoft Defender for Office 365. @default false */
  readonly enableMailboxIntelligenceProtection?: boolean;
  /** What happens to mail that passes for a usual correspondent. Needs Microsoft Defender for Office 365. @default "NoAction" */
  readonly mailboxIntelligenceProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly mailboxIntelligenceProtectionActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a usual correspondent: what users may do with it. Needs Microsoft Defender for Office 365. @default "DefaultFullAccessPolicy" */
  readonly mailboxIntelligenceQuarantineTag?: string;
  /** Tips on names like protected users'? Needs Microsoft Defender for Office 365. @default false */
  readonly enableSimilarUsersSafetyTips?: boolean;
  /** Tips on domains like protected ones? Needs Microsoft Defender for Office 365. @default false */
  readonly enableSimilarDomainsSafetyTips?: boolean;
  /** Tips on unusual characters? Needs Microsoft Defender for Office 365. @default false */
  readonly enableUnusualCharactersSafetyTips?: boolean;
  /** Addresses that pass for nobody. Needs Microsoft Defender for Office 365. */
  readonly excludedSenders?: readonly string[];
  /** Domains that pass for nobody. Needs Microsoft Defender for Office 365. */
  readonly excludedDomains?: readonly string[];
}

/** Whose ARC seals are trusted: services that change mail on its way in, and break its DKIM signature. */
export interface ArcConfigValues {
  /** Domains as in d= of the ARC-Seal header. [] trusts none. @default it stays as it is */
  readonly arcTrustedSealers?: readonly string[];
}

/** Safe Attachments in SharePoint, OneDrive and Teams, and Safe Documents in Office. */
export interface AtpPolicyForO365Values {
  /** Are files in SharePoint, OneDrive and Teams looked at? @default it stays as it is */
  readonly enableAtpForSpoTeamsOdb?: boolean;
  /** Are files looked at before Office leaves Protected View? Needs Microsoft 365 E5 or E5 Security. @default it stays as it is */
  readonly enableSafeDocs?: boolean;
  /** May users open what was found to be malicious? Needs Microsoft 365 E5 or E5 Security. @default it stays as it is */
  readonly allowSafeDocsOpen?: boolean;
}

/** A method by which people sign in or prove who they are: who may use it, and how. */
export interface AuthenticationMethodValues {
  /** Which method. @default it stays as it is */
  readonly method?:
    | "Email"
    | "Fido2"
    | "MicrosoftAuthenticator"
    | "QRCodePin"
    | "Sms"
    | "SoftwareOath"
    | "TemporaryAccessPass"
    | "Voice"
    | "X509Certificate";
  /** May it be used at all? @default it stays as it is */
  readonly state?: "enabled" | "disabled";
  /** Who may use it: object ids of groups, or allUsers. @default it stays as it is */
  readonly includeGroups?: readonly string[];
  /** Who may not, whatever else is said: object ids of groups. @default it stays as it is */
  readonly excludeGroups?: readonly string[];
  /** Of includeGroups, those whose members are asked to register it. @default it stays as it is */
  readonly registrationRequiredGroups?: readonly string[];
  /** May people register passkeys themselves? @default it stays as it is */
  readonly selfServiceRegistrationAllowed?: boolean;
  /** Must a key prove its model when it is registered? @default it stays as it is */
  readonly attestationEnforced?: boolean;
  /** Are only some models of keys taken? @default it stays as it is */
  readonly keyRestrictionsEnforced?: boolean;
  /** Are the listed models the ones taken, or those refused? @default it stays as it is */
  readonly keyRestrictionsType?: "allow" | "block";
  /** Models of keys by their AAGUIDs. @default it stays as it is */
  readonly keyRestrictionsAaguids?: readonly string[];
  /** Does the Authenticator show one-time codes too? @default it stays as it is */
  readonly softwareOathEnabled?: boolean;
  /** How the Authenticator is used, by everybody whom includeGroups names: passwordless or push, push alone, passwordless alone. @default it stays as it is */
  readonly authenticationMode?: "any" | "push" | "deviceBasedPush";
  /** Does the Authenticator show which application asks? @default it stays as it is */
  readonly displayAppInformationState?: "default" | "enabled" | "disabled";
  /** For whom: a group's object id, or allUsers. @default it stays as it is */
  readonly displayAppInformationGroup?: string;
  /** For whom not: a group's object id. @default it stays as it is */
  readonly displayAppInformationExcludedGroup?: string;
  /** Does the Authenticator show where the sign-in comes from? @default it stays as it is */
  readonly displayLocationInformationState?: "default" | "enabled" | "disabled";
  /** For whom: a group's object id, or allUsers. @default it stays as it is */
  readonly displayLocationInformationGroup?: string;
  /** For whom not: a group's object id. @default it stays as it is */
  readonly displayLocationInformationExcludedGroup?: string;
  /** Of includeGroups, those whose members may sign in by a text message alone. @default it stays as it is */
  readonly signInGroups?: readonly string[];
  /** Are office phones called too? @default it stays as it is */
  readonly officePhoneAllowed?: boolean;
  /** Do guests get one-time codes by mail? @default it stays as it is */
  readonly externalIdOtp?: "default" | "enabled" | "disabled";
  /** Characters of a pass. 8 to 48. @default it stays as it is */
  readonly defaultLength?: number;
  /** How long a pass is valid unless it says otherwise. 10 to 43200. @default it stays as it is */
  readonly defaultLifetimeInMinutes?: number;
  /** The shortest that a pass may be valid. 10 to 43200. @default it stays as it is */
  readonly minimumLifetimeInMinutes?: number;
  /** The longest that a pass may be valid. 10 to 43200. @default it stays as it is */
  readonly maximumLifetimeInMinutes?: number;
  /** Is a pass spent when it was used? @default it stays as it is */
  readonly usableOnce?: boolean;
  /** What a certificate counts as where no rule says otherwise. @default it stays as it is */
  readonly certificateDefaultMode?: "x509CertificateSingleFactor" | "x509CertificateMultiFactor";
  /** How firmly a certificate must be bound to its user where no rule says otherwise. @default it stays as it is */
  readonly certificateDefaultAffinity?: "low" | "high";
  /** Is a certificate refused whose authority has no list of revoked ones? @default it stays as it is */
  readonly certificateCrlValidation?: "enabled" | "disabled";
  /** Are people shown only certificates of known authorities? @default it stays as it is */
  readonly certificateIssuerHints?: "enabled" | "disabled";
  /** The least digits of a PIN. 8 to 20. @default it stays as it is */
  readonly pinLength?: number;
  /** How long a code lasts. 1 to 395. @default it stays as it is */
  readonly standardQrCodeLifetimeInDays?: number;
}

/** What holds for all methods by which people sign in. */
export interface AuthenticationMethodsPolicyValues {
  /** Do the settings for multifactor authentication and password reset of before count beside this policy? @default it stays as it is */
  readonly migrationState?: "preMigration" | "migrationInProgress" | "migrationComplete";
  /** After how many days people confirm what they registered. 0 to 730. @default it stays as it is */
  readonly reconfirmationInDays?: number;
  /** Are people asked at sign-in to register a better method? @default it stays as it is */
  readonly campaignState?: "default" | "enabled" | "disabled";
  /** For how many days they may put it off. 0 to 14. @default it stays as it is */
  readonly campaignSnoozeInDays?: number;
  /** Who is asked: object ids of groups, or allUsers. @default it stays as it is */
  readonly campaignIncludeGroups?: readonly string[];
  /** Who is not asked: object ids of groups. @default it stays as it is */
  readonly campaignExcludeGroups?: readonly string[];
  /** The method that they are asked to register. @default it stays as it is */
  readonly campaignMethod?: string;
  /** Are people asked first for the strongest method that they registered? @default it stays as it is */
  readonly systemPreferredState?: "default" | "enabled" | "disabled";
  /** Who is: object ids of groups, or allUsers. @default it stays as it is */
  readonly systemPreferredIncludeGroups?: readonly string[];
  /** Who is not: object ids of groups. @default it stays as it is */
  readonly systemPreferredExcludeGroups?: readonly string[];
  /** May people report a request that they did not make? Their risk is high then. @default it stays as it is */
  readonly suspiciousActivityState?: "default" | "enabled" | "disabled";
  /** Who may: a group's object id, or allUsers. @default it stays as it is */
  readonly suspiciousActivityGroup?: string;
  /** The key that reports a call. 0 to 9. @default it stays as it is */
  readonly suspiciousActivityVoiceCode?: number;
}

/** What everybody in the tenant may do without a role: register applications, invite guests, consent. */
export interface AuthorizationPolicyValues {
  /** May administrators reset their own passwords? For everybody else the portal says it. @default it stays as it is */
  readonly allowedToUseSspr?: boolean;
  /** Who may invite guests. @default it stays as it is */
  readonly allowInvitesFrom?:
    | "none"
    | "adminsAndGuestInviters"
    | "adminsGuestInvitersAndAllMembers"
    | "everyone";
  /** What guests may see: as much as members, less, or the least, in this order. @default it stays as it is */
  readonly guestUserRoleId?:
    | "a0b1b346-4d3e-4e8b-98f8-753987be4970"
    | "10dae51f-b6af-4016-8d66-8c2a99b929b3"
    | "2af84b1e-32c8-42b7-82bc-daa82404023b";
  /** May people consent to applications that are held to be risky? @default it stays as it is */
  readonly allowUserConsentForRiskyApps?: boolean;
  /** May people join the tenant by an address alone? @default it stays as it is */
  readonly allowEmailVerifiedUsersToJoinOrganization?: boolean;
  /** May people sign up for trials by their address? @default it stays as it is */
  readonly allowedToSignUpEmailBasedSubscriptions?: boolean;
  /** Is the old PowerShell module MSOnline kept out? @default it stays as it is */
  readonly blockMsolPowerShell?: boolean;
  /** May everybody register applications? @default it stays as it is */
  readonly allowedToCreateApps?: boolean;
  /** May everybody create security groups? @default it stays as it is */
  readonly allowedToCreateSecurityGroups?: boolean;
  /** May everybody create tenants? @default it stays as it is */
  readonly allowedToCreateTenants?: boolean;
  /** May people read the recovery keys of their own devices? @default it stays as it is */
  readonly allowedToReadBitlockerKeysForOwnedDevice?: boolean;
  /** May people read about each other? @default it stays as it is */
  readonly allowedToReadOtherUsers?: boolean;
  /** What people may grant applications in their own name, by policies such as ManagePermissionGrantsForSelf.microsoft-user-default-low. Empty: nothing. @default it stays as it is */
  readonly userConsentPolicies?: readonly string[];
}

/** Directory settings on consent: may people ask administrators, and may owners of groups consent for them. */
export interface ConsentSettingsValues {
  /** May people ask an administrator for an application that they may not consent to? @default it stays as it is */
  readonly enableAdminConsentRequests?: boolean;
  /** Is consent of people to applications held to be risky refused? @default it stays as it is */
  readonly blockUserConsentForRiskyApps?: boolean;
  /** May owners of groups consent to applications that read the group's data? @default it stays as it is */
  readonly enableGroupSpecificConsent?: boolean;
  /** If they may: only members of this group, by its object id. Empty: every owner. @default it stays as it is */
  readonly groupSpecificConsentGroup?: string;
}

/** Which passwords and certificates applications may have, for how long, unless a policy of their own says otherwise. */
export interface DefaultAppManagementPolicyValues {
  /** Is any of it held? @default it stays as it is */
  readonly enabled?: boolean;
  /** Are new passwords (client secrets) refused? @default it stays as it is */
  readonly passwordAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly passwordAdditionAppsFrom?: string;
  /** Are passwords refused that Entra ID did not make? @default it stays as it is */
  readonly customPasswordAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly customPasswordAdditionAppsFrom?: string;
  /** Is the lifetime of passwords limited? @default it stays as it is */
  readonly passwordLifetimeState?: "enabled" | "disabled";
  /** For how many days a password may be valid. 1 to 3650. @default it stays as it is */
  readonly passwordLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly passwordLifetimeAppsFrom?: string;
  /** Are new symmetric keys refused? @default it stays as it is */
  readonly symmetricKeyAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly symmetricKeyAdditionAppsFrom?: string;
  /** Is the lifetime of symmetric keys limited? @default it stays as it is */
  readonly symmetricKeyLifetimeState?: "enabled" | "disabled";
  /** For how many days a symmetric key may be valid. 1 to 3650. @default it stays as it is */
  readonly symmetricKeyLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly symmetricKeyLifetimeAppsFrom?: string;
  /** Is the lifetime of certificates limited? @default it stays as it is */
  readonly certificateLifetimeState?: "enabled" | "disabled";
  /** For how many days a certificate may be valid. 1 to 3650. @default it stays as it is */
  readonly certificateLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. @default it stays as it is */
  readonly certificateLifetimeAppsFrom?: string;
}

/** A policy against data loss: where its rules hold, and whether they act. */
export interface DlpCompliancePolicyValues {
  /** A note for administrators. */
  readonly comment?: string;
  /** Do the rules act, or only tell what they would do? @default "Enable" */
  readonly mode?: "Enable" | "TestWithNotifications" | "TestWithoutNotifications" | "Disable";
  /** Mail: All, or nothing. */
  readonly exchangeLocation?: readonly string[];
  /** Only mail of members of these groups. */
  readonly exchangeSenderMemberOf?: readonly string[];
  /** Not the mail of members of these groups. */
  readonly exchangeSenderMemberOfException?: readonly string[];
  /** Sites of SharePoint by their URL, or All. */
  readonly sharepointLocation?: readonly string[];
  /** Sites that are left out of All. */
  readonly sharepointLocationException?: readonly string[];
  /** OneDrive: All, or nothing. */
  readonly oneDriveLocation?: readonly string[];
  /** Only the OneDrive of these people. */
  readonly oneDriveSharedBy?: readonly string[];
  /** Not the OneDrive of these people. */
  readonly exceptIfOneDriveSharedBy?: readonly string[];
  /** Chats and channels of Teams: people, groups, or All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly teamsLocation?: readonly string[];
  /** People and groups that are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly teamsLocationException?: readonly string[];
  /** Devices of these people, or All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly endpointDlpLocation?: readonly string[];
  /** People whose devices are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly endpointDlpLocationException?: readonly string[];
}

/** A rule of a policy against data loss: what it looks for, and what is done then. */
export interface DlpComplianceRuleValues {
  /** Name of the policy that it belongs to. */
  readonly policy?: string;
  /** A note for administrators. */
  readonly comment?: string;
  /** Is it off? @default false */
  readonly disabled?: boolean;
  /** Kinds of sensitive information, any of them: by name, with ;mincount=5 where once is not enough. */
  readonly contentContainsSensitiveInformation?: readonly string[];
  /** Who can read it: people of the organization only, or others too. */
  readonly accessScope?: "InOrganization" | "NotInOrganization";
  /** Where the sender of a message is. */
  readonly fromScope?: "InOrganization" | "NotInOrganization";
  /** Senders. */
  readonly from?: readonly string[];
  /** Recipients. */
  readonly sentTo?: readonly string[];
  /** Domains of senders. */
  readonly senderDomainIs?: readonly string[];
  /** Domains of recipients. */
  readonly recipientDomainIs?: readonly string[];
  /** In the subject. */
  readonly subjectContainsWords?: readonly string[];
  /** Extensions of files, without the dot. */
  readonly contentExtensionMatchesWords?: readonly string[];
  /** Has an attachment or a file a password? @default false */
  readonly documentIsPasswordProtected?: boolean;
  /** Not of these senders. */
  readonly exceptIfFrom?: readonly string[];
  /** Not where the sender is there. */
  readonly exceptIfFromScope?: "InOrganization" | "NotInOrganization";
  /** Not of these domains. */
  readonly exceptIfSenderDomainIs?: readonly string[];
  /** Not to these domains. */
  readonly exceptIfRecipientDomainIs?: readonly string[];
  /** Is the message refused, or the file closed? @default false */
  readonly blockAccess?: boolean;
  /** To whom: everyone but its owner, people outside, or those with the link only. */
  readonly blockAccessScope?: "All" | "PerUser" | "PerAnonymousUser";
  /** Who gets a message: addresses, Owner, LastModifier or SiteAdmin. */
  readonly notifyUser?: readonly string[];
  /** How users may go on all the same. */
  readonly notifyAllowOverride?: readonly (
    | "FalsePositive"
    | "WithAcknowledgement"
    | "WithoutJustification"
    | "WithJustification"
  )[];
  /** What they read in the app. */
  readonly notifyPolicyTipCustomText?: string;
  /** Subject of the message. */
  readonly notifyEmailCustomSubject?: string;
  /** Text of the message, in HTML. */
  readonly notifyEmailCustomText?: string;
  /** Who gets an alert: addresses, or SiteAdmin. */
  readonly generateAlert?: readonly string[];
  /** Who gets a report: addresses, or SiteAdmin. */
  readonly generateIncidentReport?: readonly string[];
  /** What is in it. */
  readonly incidentReportContent?: readonly (
    | "All"
    | "Default"
    | "DetectionDetails"
    | "Detections"
    | "DocumentAuthor"
    | "DocumentLastModifier"
    | "MatchedItem"
    | "OriginalContent"
    | "RulesMatched"
    | "Service"
    | "Severity"
    | "Title"
  )[];
  /** How bad it is. @default "Low" */
  readonly reportSeverityLevel?: "None" | "Low" | "Medium" | "High";
  /** Encrypt the message with this template. */
  readonly encryptRmsTemplate?: string;
  /** Put the message into quarantine. @default false */
  readonly quarantine?: boolean;
  /** Deliver the message to these instead. */
  readonly redirectMessageTo?: readonly string[];
  /** Text in front of the subject; end it with a blank. */
  readonly prependSubject?: string;
  /** What happens where the rule cannot be tried. */
  readonly ruleErrorAction?: "Ignore" | "RetryThenBlock";
  /** Is no later rule tried? @default false */
  readonly stopPolicyProcessing?: boolean;
}

/** When passwords of a domain's users expire. */
export interface DomainPasswordPolicyValues {
  /** A verified domain that is not federated and no subdomain: subdomains follow it. @default it stays as it is */
  readonly domain?: string;
  /** Days until a password expires; 2147483647 is never. 14 to 2147483647. @default it stays as it is */
  readonly passwordValidityPeriodInDays?: number;
  /** Days before, from which people are told. 1 to 30. @default it stays as it is */
  readonly passwordNotificationWindowInDays?: number;
}

/** The External tag that Outlook shows beside mail from outside the organization. */
export interface ExternalInOutlookValues {
  /** Show the tag? @default it stays as it is */
  readonly enabled?: boolean;
  /** Senders whose mail gets no tag: addresses, domains, or *.domain with subdomains. At most 200. @default it stays as it is */
  readonly allowList?: readonly string[];
}

/** How often users are told of their quarantine, by whom, and in which words. */
export interface GlobalQuarantinePolicyValues {
  /** How often: every four hours, every day, every week. @default it stays as it is */
  readonly endUserSpamNotificationFrequency?: "04:00:00" | "1.00:00:00" | "7.00:00:00";
  /** Mailbox that sends the notifications. @default it stays as it is */
  readonly endUserSpamNotificationCustomFromAddress?: string;
  /** Do they have the organization's logo? @default it stays as it is */
  readonly organizationBrandingEnabled?: boolean;
  /** Languages with words of your own, at most three. @default it stays as it is */
  readonly multiLanguageSetting?: readonly string[];
  /** Name of the sender, one for each language. @default it stays as it is */
  readonly multiLanguageSenderName?: readonly string[];
  /** Subject, one for each language. @default it stays as it is */
  readonly esnCustomSubject?: readonly string[];
  /** Text below, one for each language. @default it stays as it is */
  readonly multiLanguageCustomDisclaimer?: readonly string[];
}

/** Servers whose mail skips spam filtering, or is refused, by their address. */
export interface HostedConnectionFilterPolicyValues {
  /** A note for administrators. @default it stays as it is */
  readonly adminDisplayName?: string;
  /** IPv4 addresses, ranges a-b of at most 256, or networks of /24 to /32 whose mail skips spam filtering and sender authentication. Baselines want none. @default it stays as it is */
  readonly ipAllowList?: readonly string[];
  /** The same, refused. @default it stays as it is */
  readonly ipBlockList?: readonly string[];
  /** Trust senders of a list that Microsoft keeps and nobody can see? Baselines want false. @default it stays as it is */
  readonly enableSafeList?: boolean;
}

/** What happens to spam, bulk mail and phishing on its way in. */
export interface HostedContentFilterPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** What happens to spam. @default "MoveToJmf" */
  readonly spamAction?: "MoveToJmf" | "AddXHeader" | "ModifySubject" | "Redirect" | "Delete" | "Quarantine";
  /** What happens to what is surely spam. @default "MoveToJmf" */
  readonly highConfidenceSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** What happens to phishing. @default "MoveToJmf" */
  readonly phishSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** What happens to what is surely phishing. @default "Quarantine" */
  readonly highConfidencePhishAction?: "Quarantine" | "Redirect";
  /** What happens to bulk mail from bulkThreshold on. @default "MoveToJmf" */
  readonly bulkSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** How much bulk is too much; the lower, the stricter. 1 to 9. @default 7 */
  readonly bulkThreshold?: number;
  /** Is bulk mail acted on at all? @default "On" */
  readonly markAsSpamBulkMail?: "On" | "Off" | "Test";
  /** Quarantine policy for spam: what users may do with it. @default "DefaultFullAccessPolicy" */
  readonly spamQuarantineTag?: string;
  /** Quarantine policy for sure spam: what users may do with it. @default "DefaultFullAccessPolicy" */
  readonly highConfidenceSpamQuarantineTag?: string;
  /** Quarantine policy for phishing: what users may do with it. @default "DefaultFullAccessPolicy" */
  readonly phishQuarantineTag?: string;
  /** Quarantine policy for sure phishing: what users may do with it. @default "AdminOnlyAccessPolicy" */
  readonly highConfidencePhishQuarantineTag?: string;
  /** Quarantine policy for bulk mail: what users may do with it. @default "DefaultFullAccessPolicy" */
  readonly bulkQuarantineTag?: string;
  /** Days in quarantine. 1 to 30. @default 15 */
  readonly quarantineRetentionPeriod?: number;
  /** Where an action Redirect sends mail. */
  readonly redirectToRecipients?: readonly string[];
  /** What an action ModifySubject puts in front. */
  readonly modifySubjectValue?: string;
  /** Name of the header of an action AddXHeader. */
  readonly addXHeaderValue?: string;
  /** Is spam taken out of inboxes when it is found out later? @default true */
  readonly spamZapEnabled?: boolean;
  /** The same for phishing. @default true */
  readonly phishZapEnabled?: boolean;
  /** Are safety tips shown? @default true */
  readonly inlineSafetyTipsEnabled?: boolean;
  /** Addresses whose mail is never spam. Baselines want none. */
  readonly allowedSenders?: readonly string[];
  /** Domains whose mail is never spam: whoever writes in their name gets through. Baselines want none. */
  readonly allowedSenderDomains?: readonly string[];
  /** Addresses whose mail is spam. */
  readonly blockedSenders?: readonly string[];
  /** Domains whose mail is spam. */
  readonly blockedSenderDomains?: readonly string[];
  /** From which verdict on mail within the organization is acted on. @default "Default" */
  readonly intraOrgFilterState?:
    | "Default"
    | "HighConfidencePhish"
    | "Phish"
    | "HighConfidenceSpam"
    | "Spam"
    | "Disabled";
  /** Is languageBlockList used? @default false */
  readonly enableLanguageBlockList?: boolean;
  /** Languages that are spam, by ISO 639-1. */
  readonly languageBlockList?: readonly string[];
  /** Is regionBlockList used? @default false */
  readonly enableRegionBlockList?: boolean;
  /** Countries whose mail is spam, by ISO 3166-1. */
  readonly regionBlockList?: readonly string[];
  /** Counts links to pictures elsewhere as spam. Microsoft advises Off. @default "Off" */
  readonly increaseScoreWithImageLinks?: "On" | "Off" | "Test";
  /** Counts links by address as spam. Microsoft advises Off. @default "Off" */
  readonly increaseScoreWithNumericIps?: "On" | "Off" | "Test";
  /** Counts a hard fail of SPF as spam. Microsoft advises Off. @default "Off" */
  readonly markAsSpamSpfRecordHardFail?: "On" | "Off" | "Test";
  /** Counts reports on what nobody sent as spam. Microsoft advises Off. @default "Off" */
  readonly markAsSpamNdrBackscatter?: "On" | "Off" | "Test";
}

/** How much users may send, whether they may forward to the outside, and what happens to those who send spam. */
export interface HostedOutboundSpamFilterPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** May mailboxes forward to the outside by themselves? Automatic is Off today; baselines want it written. @default "Automatic" */
  readonly autoForwardingMode?: "Automatic" | "Off" | "On";
  /** Recipients outside in an hour. 0 is the service's own limit. 0 to 10000. @default 0 */
  readonly recipientLimitExternalPerHour?: number;
  /** Recipients inside in an hour. 0 is the service's own limit. 0 to 10000. @default 0 */
  readonly recipientLimitInternalPerHour?: number;
  /** Recipients in a day. 0 is the service's own limit. 0 to 10000. @default 0 */
  readonly recipientLimitPerDay?: number;
  /** What happens to who sends more. @default "BlockUserForToday" */
  readonly actionWhenThresholdReached?: "Alert" | "BlockUser" | "BlockUserForToday";
  /** Is somebody told of users who were blocked? @default false */
  readonly notifyOutboundSpam?: boolean;
  /** Who is told. */
  readonly notifyOutboundSpamRecipients?: readonly string[];
  /** Are copies of suspicious mail sent on? Works in the policy Default alone. @default false */
  readonly bccSuspiciousOutboundMail?: boolean;
  /** Where to. */
  readonly bccSuspiciousOutboundAdditionalRecipients?: readonly string[];
}

/** Message encryption: whether Exchange uses Azure Rights Management, and what users see of it. */
export interface IrmConfigurationValues {
  /** Does the organization use Azure Rights Management? Without it there is no message encryption. @default it stays as it is */
  readonly azureRmsLicensingEnabled?: boolean;
  /** URLs that licences come from, Azure RMS first: https://….rms.….aadrm.com/_wmcs/licensing. @default it stays as it is */
  readonly licensingLocation?: readonly string[];
  /** May mail be protected? Off, there are no templates. @default it stays as it is */
  readonly internalLicensingEnabled?: boolean;
  /** May Microsoft add new features of encryption? @default it stays as it is */
  readonly automaticServiceUpdateEnabled?: boolean;
  /** Is there an Encrypt button in Outlook on the web? @default it stays as it is */
  readonly simplifiedClientAccessEnabled?: boolean;
  /** Is Encrypt-Only hidden there? @default it stays as it is */
  readonly simplifiedClientAccessEncryptOnlyDisabled?: boolean;
  /** Is Do Not Forward hidden there? @default it stays as it is */
  readonly simplifiedClientAccessDoNotForwardDisabled?: boolean;
  /** Do recipients get attachments without protection once they opened the message? @default it stays as it is */
  readonly decryptAttachmentForEncryptOnly?: boolean;
  /** Are PDF attachments protected? @default it stays as it is */
  readonly enablePdfEncryption?: boolean;
  /** May Outlook on the web search protected mail? @default it stays as it is */
  readonly searchEnabled?: boolean;
  /** May transport rules look into protected mail? Mandatory refuses what cannot be decrypted. @default it stays as it is */
  readonly transportDecryptionSetting?: "Disabled" | "Optional" | "Mandatory";
  /** Do journal reports hold a clear copy? @default it stays as it is */
  readonly journalReportDecryptionEnabled?: boolean;
  /** May eDiscovery read protected mail? @default it stays as it is */
  readonly ediscoverySuperUserEnabled?: boolean;
}

/** What happens to mail with malware, and with files of kinds that nobody needs by mail. */
export interface MalwareFilterPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Are files of the kinds in fileTypes taken for malware? @default true */
  readonly enableFileFilter?: boolean;
  /** Extensions without the dot. @default what Exchange makes of it */
  readonly fileTypes?: readonly string[];
  /** What happens to such files. Microsoft's pages differ about the default, so it is better written. @default what Exchange makes of it */
  readonly fileTypeAction?: "Quarantine" | "Reject";
  /** Is mail taken out of mailboxes when it is found out later? @default true */
  readonly zapEnabled?: boolean;
  /** Quarantine policy for what was found: what users may do with it. @default "AdminOnlyAccessPolicy" */
  readonly quarantineTag?: string;
  /** Is an administrator told of malware from inside? @default false */
  readonly enableInternalSenderAdminNotifications?: boolean;
  /** Who is told. */
  readonly internalSenderAdminAddress?: string;
  /** Is an administrator told of malware from outside? @default false */
  readonly enableExternalSenderAdminNotifications?: boolean;
  /** Who is told. */
  readonly externalSenderAdminAddress?: string;
  /** Are the texts below used? @default false */
  readonly customNotifications?: boolean;
  /** Sender's name of notifications. */
  readonly customFromName?: string;
  /** Sender's address of notifications. */
  readonly customFromAddress?: string;
  /** Subject, for mail from inside. */
  readonly customInternalSubject?: string;
  /** Text, for mail from inside. */
  readonly customInternalBody?: string;
  /** Subject, for mail from outside. */
  readonly customExternalSubject?: string;
  /** Text, for mail from outside. */
  readonly customExternalBody?: string;
}

/** A template of what recipients outside see of encrypted mail, for transport rules to apply. */
export interface OmeBrandingTemplateValues {
  /** After how many days messages can no longer be read; 0 for never. 0 to 730. @default 0 */
  readonly externalMailExpiryInDays?: number;
  /** May they read it by a one-time passcode? @default true */
  readonly otpEnabled?: boolean;
  /** May they sign in with Google, Yahoo or Microsoft? @default true */
  readonly socialIdSignIn?: boolean;
  /** Colour behind the portal, #RRGGBB. */
  readonly backgroundColor?: string;
  /** Behind the sender's name: has sent you an encrypted message. */
  readonly introductionText?: string;
  /** On the button that opens it. */
  readonly readButtonText?: string;
  /** In front of the link. */
  readonly emailText?: string;
  /** Below it. */
  readonly disclaimerText?: string;
  /** At the top of the portal. */
  readonly portalText?: string;
  /** Where the portal's privacy statement is. */
  readonly privacyStatementUrl?: string;
}

/** What recipients outside see of encrypted mail, and how they sign in to read it. */
export interface OmeConfigurationValues {
  /** May they read it by a one-time passcode? @default it stays as it is */
  readonly otpEnabled?: boolean;
  /** May they sign in with Google, Yahoo or Microsoft? @default it stays as it is */
  readonly socialIdSignIn?: boolean;
  /** Colour behind the portal, #RRGGBB. @default it stays as it is */
  readonly backgroundColor?: string;
  /** Behind the sender's name: has sent you an encrypted message. @default it stays as it is */
  readonly introductionText?: string;
  /** On the button that opens it. @default it stays as it is */
  readonly readButtonText?: string;
  /** In front of the link. @default it stays as it is */
  readonly emailText?: string;
  /** Below it. @default it stays as it is */
  readonly disclaimerText?: string;
  /** At the top of the portal. @default it stays as it is */
  readonly portalText?: string;
  /** Where the portal's privacy statement is. @default it stays as it is */
  readonly privacyStatementUrl?: string;
}

/** Settings of Exchange Online that hold for everyone. */
export interface OrganizationConfigValues {
  /** Refuse mail in the organization's own name that comes unauthenticated and over no connector? Mail that others forward without SRS is hit too. @default it stays as it is */
  readonly rejectDirectSend?: boolean;
  /** Is mailbox auditing off for all? Wanted: false. @default it stays as it is */
  readonly auditDisabled?: boolean;
  /** May Outlook sign in by modern authentication? @default it stays as it is */
  readonly oauth2ClientProfileEnabled?: boolean;
  /** Does Outlook show MailTips? @default it stays as it is */
  readonly mailTipsAllTipsEnabled?: boolean;
  /** Does it tell of recipients outside? @default it stays as it is */
  readonly mailTipsExternalRecipientsTipsEnabled?: boolean;
  /** Does it tell how many a group reaches? @default it stays as it is */
  readonly mailTipsGroupMetricsEnabled?: boolean;
  /** Recipients from which an audience counts as large. 0 to 1000. @default it stays as it is */
  readonly mailTipsLargeAudienceThreshold?: number;
  /** May Exchange Web Services be used? Unset, mailboxes say it. @default it stays as it is */
  readonly ewsEnabled?: boolean;
  /** Ids of the applications that may still use Exchange Web Services, with commas. @default it stays as it is */
  readonly ewsAllowedAppIds?: string;
  /** May users send as their aliases? @default it stays as it is */
  readonly sendFromAliasEnabled?: boolean;
  /** May groups have connectors to other services? @default it stays as it is */
  readonly connectorsEnabled?: boolean;
  /** Do buttons in messages work? @default it stays as it is */
  readonly smtpActionableMessagesEnabled?: boolean;
  /** Does Outlook on the web show previews of links? @default it stays as it is */
  readonly linkPreviewEnabled?: boolean;
  /** Is there a focused inbox? @default it stays as it is */
  readonly focusedInboxOn?: boolean;
  /** Must Microsoft ask before its staff reads content? @default it stays as it is */
  readonly customerLockboxEnabled?: boolean;
  /** Do mailboxes stay for 30 days after their licence went? @default it stays as it is */
  readonly delayedDelicensingEnabled?: boolean;
  /** Are users signed out of Outlook on the web when idle? @default it stays as it is */
  readonly activityBasedAuthenticationTimeoutEnabled?: boolean;
  /** After how long: 00:05:00 to 08:00:00. @default it stays as it is */
  readonly activityBasedAuthenticationTimeoutInterval?: string;
}

/** An alert policy: who is told when something happens in the tenant. */
export interface ProtectionAlertValues {
  /** Where it stands in the portal, and who may see it. */
  readonly category?:
    | "AccessGovernance"
    | "ComplianceManager"
    | "DataGovernance"
    | "MailFlow"
    | "Others"
    | "PrivacyManagement"
    | "Supervision"
    | "ThreatManagement";
  /** What it looks at: audited activities, or malware. */
  readonly threatType?: "Activity" | "Malware";
  /** Who gets a message. */
  readonly notifyUser?: readonly string[];
  /** The audited activity that it looks for, as the audit log calls it; one in practice. */
  readonly operation?: readonly string[];
  /** Does each event alert, more than a threshold, or an unusual number? Needs Microsoft 365 E5, Defender for Office 365 Plan 2, or an E5 add-on for compliance or eDiscovery and audit, unless it is None. @default "SimpleAggregation" */
  readonly aggregationType?: "None" | "SimpleAggregation" | "AnomalousAggregation";
  /** How many events alert. 3 to 1000000. */
  readonly threshold?: number;
  /** Within how many minutes. 61 to 100000. */
  readonly timeWindow?: number;
  /** What events are counted by: User of activities, the others of malware. */
  readonly alertBy?: readonly ("User" | "Mail.Recipient" | "Mail.ThreatName")[];
  /** Which events, in OPATH. */
  readonly filter?: string;
  /** How bad it is. @default "Low" */
  readonly severity?: "Low" | "Medium" | "High" | "Informational";
  /** Is it off? @default false */
  readonly disabled?: boolean;
  /** Are messages sent? @default true */
  readonly notificationEnabled?: boolean;
  /** Does each single event send a message too, where they are aggregated? @default false */
  readonly notifyUserOnFilterMatch?: boolean;
  /** How many messages at most within the window; left out, there is no limit. 1 to 100000. */
  readonly notifyUserThrottleThreshold?: number;
  /** The window, in minutes. 1 to 100000. */
  readonly notifyUserThrottleWindow?: number;
  /** Until when no messages are sent. */
  readonly notifyUserSuppressionExpiryDate?: string;
  /** Language of the messages. */
  readonly notificationCulture?: string;
  /** A note for administrators. */
  readonly comment?: string;
}

/** What users may do with their mail in quarantine, and whether they are told of it. */
export interface QuarantinePolicyValues {
  /** What users may do, as a sum: 1 delete, 2 preview, 4 release, 8 ask for release, 16 block the sender, 32 allow the sender, 128 view headers. 0 is nothing, 43 limited, 39 full access. 0 to 255. @default 0 */
  readonly endUserQuarantinePermissions?: number;
  /** Are users notified? @default false */
  readonly esnEnabled?: boolean;
  /** Of mail from senders they blocked too? @default false */
  readonly includeMessagesFromBlockedSenderAddress?: boolean;
}

/** What may go out to a domain elsewhere besides mail that somebody wrote: forwards, replies, reports. */
export interface RemoteDomainValues {
  /** The domain; *.contoso.com with subdomains, * for all others. */
  readonly domainName?: string;
  /** May mailboxes forward there by themselves? Baselines want false everywhere. @default true */
  readonly autoForwardEnabled?: boolean;
  /** May inbox rules reply there? @default true */
  readonly autoReplyEnabled?: boolean;
  /** Which out-of-office replies go there. @default "External" */
  readonly allowedOofType?: "External" | "ExternalLegacy" | "InternalLegacy" | "None";
  /** Do delivery reports? @default true */
  readonly deliveryReportEnabled?: boolean;
  /** Do non-delivery reports? @default true */
  readonly ndrEnabled?: boolean;
  /** Do notices that a meeting was forwarded? @default false */
  readonly meetingForwardNotificationEnabled?: boolean;
  /** Do senders' display names? @default true */
  readonly displaySenderName?: boolean;
  /** Is TNEF used? Left out, the recipient's settings say it. */
  readonly tnefEnabled?: boolean;
  /** Format of messages. @default "MimeHtmlText" */
  readonly contentType?: "MimeHtmlText" | "MimeText" | "MimeHtml";
  /** Does mail from there skip spam filtering? For hybrid alone. @default false */
  readonly trustedMailInboundEnabled?: boolean;
  /** Is mail to there marked as trusted? For hybrid alone. @default false */
  readonly trustedMailOutboundEnabled?: boolean;
}

/** Where messages go that users report, and what they are told. */
export interface ReportSubmissionPolicyValues {
  /** Do reports go to Microsoft? @default it stays as it is */
  readonly enableReportToMicrosoft?: boolean;
  /** Reported as junk: to a mailbox of yours? @default it stays as it is */
  readonly reportJunkToCustomizedAddress?: boolean;
  /** That mailbox, in Exchange Online; one. @default it stays as it is */
  readonly reportJunkAddresses?: readonly string[];
  /** Reported as not junk: to a mailbox of yours? @default it stays as it is */
  readonly reportNotJunkToCustomizedAddress?: boolean;
  /** That mailbox. @default it stays as it is */
  readonly reportNotJunkAddresses?: readonly string[];
  /** Reported as phishing: to a mailbox of yours? @default it stays as it is */
  readonly reportPhishToCustomizedAddress?: boolean;
  /** That mailbox. @default it stays as it is */
  readonly reportPhishAddresses?: readonly string[];
  /** Do users report with a tool that is not Microsoft's? @default it stays as it is */
  readonly enableThirdPartyAddress?: boolean;
  /** Where that tool sends to. @default it stays as it is */
  readonly thirdPartyReportAddresses?: readonly string[];
  /** Are users told the verdict? @default it stays as it is */
  readonly enableUserEmailNotification?: boolean;
  /** By a sender of yours? @default it stays as it is */
  readonly enableCustomNotificationSender?: boolean;
  /** That sender; one. @default it stays as it is */
  readonly notificationSenderAddress?: readonly string[];
  /** With the organization's logo? @default it stays as it is */
  readonly enableOrganizationBranding?: boolean;
  /** What they are told of junk. @default it stays as it is */
  readonly junkReviewResultMessage?: string;
  /** What they are told of what is none. @default it stays as it is */
  readonly notJunkReviewResultMessage?: string;
  /** What they are told of phishing. @default it stays as it is */
  readonly phishingReviewResultMessage?: string;
  /** Below each of these. @default it stays as it is */
  readonly notificationFooterMessage?: string;
  /** Is something shown before a message is reported? @default it stays as it is */
  readonly preSubmitMessageEnabled?: boolean;
  /** And after? @default it stays as it is */
  readonly postSubmitMessageEnabled?: boolean;
  /** May messages not be reported from quarantine? @default it stays as it is */
  readonly disableQuarantineReportingOption?: boolean;
  /** Do messages of Teams that are reported go to that mailbox too? @default it stays as it is */
  readonly reportChatMessageToCustomizedAddressEnabled?: boolean;
}

/** A role group: what its members may administer. */
export interface RoleGroupValues {
  /** Where it is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). Groups of the same name are not the same. */
  readonly service?: "exchange" | "purview";
  /** Management roles that its members have, by name. */
  readonly roles?: readonly string[];
  /** Its name in the portal. */
  readonly displayName?: string;
  /** What it is for. */
  readonly description?: string;
  /** Who may change it. @default what Exchange makes of it */
  readonly managedBy?: readonly string[];
  /** Management scope of the recipients that its members may change; of Exchange. */
  readonly customRecipientWriteScope?: string;
}

/** A member of a role group, beside others. */
export interface RoleGroupMemberValues {
  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  readonly service?: "exchange" | "purview";
  /** The group, by name or Guid. Microsoft's own are named, as Service Assurance User. */
  readonly roleGroup?: string;
  /** Who: an address, a name, or the id in Entra ID, of a user, a mail-enabled security group or a service principal. */
  readonly member?: string;
}

/** All members of a role group. */
export interface RoleGroupMembersValues {
  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  readonly service?: "exchange" | "purview";
  /** The group, by name or Guid. Microsoft's own are named, as Service Assurance User. */
  readonly roleGroup?: string;
  /** Who: addresses, names, or ids in Entra ID. Purview shows no addresses: name members by their id or their name there. */
  readonly members?: readonly string[];
}

/** How Privileged Identity Management gives a directory role: for how long, with whose approval, and who is told. */
export interface RoleManagementPolicyValues {
  /** A built-in directory role by its display name, or by its template id. @default it stays as it is */
  readonly role?: string;
  /** How long an activation lasts at most; half an hour or a multiple of it. 30 to 1440. @default it stays as it is */
  readonly activationMaximumMinutes?: number;
  /** What whoever activates the role must show. @default it stays as it is */
  readonly activationRequires?: readonly ("MultiFactorAuthentication" | "Justification" | "Ticketing")[];
  /** Must somebody approve each activation? @default it stays as it is */
  readonly activationApprovalRequired?: boolean;
  /** Who approves: object ids of users. Nobody here and no group: whoever has the role Privileged Role Administrator or Global Administrator. @default it stays as it is */
  readonly activationApproverUsers?: readonly string[];
  /** Groups whose members approve: their object ids. @default it stays as it is */
  readonly activationApproverGroups?: readonly string[];
  /** May somebody have the role active for good? @default it stays as it is */
  readonly permanentAssignmentAllowed?: boolean;
  /** For how many days an active assignment may last. 1 to 365. @default it stays as it is */
  readonly assignmentMaximumDays?: number;
  /** What whoever assigns the role as active must show. @default it stays as it is */
  readonly assignmentRequires?: readonly ("MultiFactorAuthentication" | "Justification")[];
  /** May somebody be eligible for good? @default it stays as it is */
  readonly permanentEligibilityAllowed?: boolean;
  /** For how many days somebody may be eligible. 1 to 365. @default it stays as it is */
  readonly eligibilityMaximumDays?: number;
  /** Who is told when somebody is made eligible: addresses. Beside those whom Microsoft tells by default. @default it stays as it is */
  readonly eligibilityAlertRecipients?: readonly string[];
  /** Who is told when somebody is given the role as active: addresses. Beside those whom Microsoft tells by default. @default it stays as it is */
  readonly assignmentAlertRecipients?: readonly string[];
  /** Who is told when somebody activates the role: addresses. Beside those whom Microsoft tells by default. @default it stays as it is */
  readonly activationAlertRecipients?: readonly string[];
}

/** What Safe Attachments does with attachments that misbehave when they are opened in a sandbox. */
export interface SafeAttachmentPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Are attachments opened and looked at? Off unless it is said. @default false */
  readonly enable?: boolean;
  /** Allow delivers and only records; Block quarantines; DynamicDelivery delivers at once, the attachments later. @default "Block" */
  readonly action?: "Allow" | "Block" | "DynamicDelivery";
  /** Are copies of what was found sent on? With the action Allow alone. @default false */
  readonly redirect?: boolean;
  /** Where to. */
  readonly redirectAddress?: string;
  /** Quarantine policy for what was found: what users may do with it. @default "AdminOnlyAccessPolicy" */
  readonly quarantineTag?: string;
}

/** What Safe Links does with links in mail, Teams and Office when they are clicked. */
export interface SafeLinksPolicyValues {
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Are links in mail checked? @default true */
  readonly enableSafeLinksForEmail?: boolean;
  /** Are links in Teams checked? @default true */
  readonly enableSafeLinksForTeams?: boolean;
  /** Are links in Office checked? @default true */
  readonly enableSafeLinksForOffice?: boolean;
  /** Are suspicious links, and those to files, opened and looked at? @default true */
  readonly scanUrls?: boolean;
  /** Is a message held back until its links were looked at? @default true */
  readonly deliverMessageAfterScan?: boolean;
  /** Is mail within the organization checked too? @default true */
  readonly enableForInternalSenders?: boolean;
  /** Are clicks recorded? @default true */
  readonly trackClicks?: boolean;
  /** May users go on to what was blocked? @default false */
  readonly allowClickThrough?: boolean;
  /** Are links left as they are, and checked by Outlook alone? @default false */
  readonly disableUrlRewrite?: boolean;
  /** Links that are left alone, with * for any part. */
  readonly doNotRewriteUrls?: readonly string[];
  /** What users read when a link is blocked. */
  readonly customNotificationText?: string;
  /** Is that text translated for each user? @default false */
  readonly useTranslatedNotificationText?: boolean;
  /** Is the organization's logo shown there? @default false */
  readonly enableOrganizationBranding?: boolean;
}

/** Microsoft's security defaults: a second factor for everybody, and no legacy authentication. For tenants without Conditional Access. */
export interface SecurityDefaultsValues {
  /** Are they on? @default it stays as it is */
  readonly enabled?: boolean;
}

/** With whom outside users may share their calendars, and how much of them. */
export interface SharingPolicyValues {
  /** Domain:action, as fabrikam.com:CalendarSharingFreeBusySimple; * for every organization, Anonymous for everyone. */
  readonly domains?: readonly string[];
  /** Is the policy in use? @default true */
  readonly enabled?: boolean;
}

/** An entry of the Tenant Allow/Block List. */
export interface TenantAllowBlockListItemValues {
  /** What the value is. IP takes IPv6 alone. */
  readonly listType?: "Sender" | "Url" | "FileHash" | "IP";
  /** An address or domain, a URL with * for any part, a SHA-256, an IPv6 address. */
  readonly value?: string;
  /** Mail to a blocked sender is refused too. */
  readonly action?: "Allow" | "Block";
  /** When it ends, by RFC 3339; of a block at most 90 days ahead. Left out: after 30 days, if nothing else is said. */
  readonly expirationDate?: string;
  /** Does it never end? For blocks, and for allowed IPs. */
  readonly noExpiration?: boolean;
  /** 45: an allowed entry ends 45 days after it was last used. */
  readonly removeAfter?: number;
  /** A note for administrators. */
  readonly notes?: string;
}

/** How mail is transported in the whole organization. */
export interface TransportConfigValues {
  /** Is SMTP AUTH off for mailboxes that say nothing themselves? It knows no second factor. @default it stays as it is */
  readonly smtpClientAuthenticationDisabled?: boolean;
  /** May clients with TLS 1.0 and 1.1 use the endpoint kept for them? @default it stays as it is */
  readonly allowLegacyTlsClients?: boolean;
  /** Sender of non-delivery reports to the outside. @default it stays as it is */
  readonly externalPostmasterAddress?: string;
  /** Who gets journal reports that cannot be delivered; without it there is no journaling. @default it stays as it is */
  readonly journalingReportNdrTo?: string;
  /** How long delivery is tried: 12 to 24 hours. @default it stays as it is */
  readonly messageExpiration?: string;
  /** Are replies to all stopped when there are too many? @default it stays as it is */
  readonly replyAllStormProtectionEnabled?: boolean;
  /** Recipients from which it may be a storm. 1000 to 5000. @default it stays as it is */
  readonly replyAllStormDetectionMinimumRecipients?: number;
  /** Replies to all within an hour that make it one. 2 to 20. @default it stays as it is */
  readonly replyAllStormDetectionMinimumReplies?: number;
  /** Hours for which replies are then stopped. 1 to 12. @default it stays as it is */
  readonly replyAllStormBlockDurationHours?: number;
}

/** How a mail flow rule is tried. */
export interface TransportRuleSettings {
  /** Is the rule in use? @default true */
  readonly enabled?: boolean;
  /** A note for administrators. */
  readonly comments?: string;
  /** Is it acted on, or only recorded? @default "Enforce" */
  readonly mode?: "Audit" | "AuditAndNotify" | "Enforce";
  /** Deliver it when the rule cannot be tried, or later? @default "Ignore" */
  readonly ruleErrorAction?: "Ignore" | "Defer";
  /** Where conditions look for the sender's address. @default "Header" */
  readonly senderAddressLocation?: "Header" | "Envelope" | "HeaderOrEnvelope";
  /** Recipients after rewriting, or before? @default "Resolved" */
  readonly recipientAddressType?: "Resolved" | "Original";
  /** Is no later rule tried? @default false */
  readonly stopRuleProcessing?: boolean;
  /** Severity in the log. */
  readonly setAuditSeverity?: "DoNotAudit" | "Low" | "Medium" | "High";
  /** From when on. */
  readonly activationDate?: string;
  /** Until when. */
  readonly expiryDate?: string;
}

/** What a message is like: all that is said is to fit. */
export interface TransportRuleConditions {
  /** Senders. */
  readonly from?: readonly string[];
  /** Groups of senders. */
  readonly fromMemberOf?: readonly string[];
  /** Where the sender is. */
  readonly fromScope?: "InOrganization" | "NotInOrganization";
  /** In the sender's address. */
  readonly fromAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly fromAddressMatchesPatterns?: readonly string[];
  /** Domains of senders, with subdomains. */
  readonly senderDomainIs?: readonly string[];
  /** Addresses, ranges a-b and networks of the last server before Microsoft. */
  readonly senderIpRanges?: readonly string[];
  /** What the sender is to a recipient. */
  readonly senderManagementRelationship?: "Manager" | "DirectReport";
  /** Attribute:word,word of the sender. */
  readonly senderAdAttributeContainsWords?: readonly string[];
  /** Attribute:pattern of the sender. */
  readonly senderAdAttributeMatchesPatterns?: readonly string[];
  /** Recipients. */
  readonly sentTo?: readonly string[];
  /** Groups of recipients. */
  readonly sentToMemberOf?: readonly string[];
  /** Where a recipient is. */
  readonly sentToScope?: "InOrganization" | "NotInOrganization";
  /** Domains of recipients, with subdomains. */
  readonly recipientDomainIs?: readonly string[];
  /** In a recipient's address; only those recipients are acted on. */
  readonly recipientAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly recipientAddressMatchesPatterns?: readonly string[];
  /** Attribute:word,word of a recipient. */
  readonly recipientAdAttributeContainsWords?: readonly string[];
  /** Attribute:pattern of a recipient. */
  readonly recipientAdAttributeMatchesPatterns?: readonly string[];
  /** In any recipient's address; the whole message is acted on. */
  readonly anyOfRecipientAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly anyOfRecipientAddressMatchesPatterns?: readonly string[];
  /** Anyone in To. */
  readonly anyOfToHeader?: readonly string[];
  /** Anyone of these groups in To. */
  readonly anyOfToHeaderMemberOf?: readonly string[];
  /** Anyone in Cc. */
  readonly anyOfCcHeader?: readonly string[];
  /** Anyone of these groups in Cc. */
  readonly anyOfCcHeaderMemberOf?: readonly string[];
  /** Anyone in To or Cc. */
  readonly anyOfToCcHeader?: readonly string[];
  /** Anyone of these groups in To or Cc. */
  readonly anyOfToCcHeaderMemberOf?: readonly string[];
  /** Between these groups … */
  readonly betweenMemberOf1?: readonly string[];
  /** … and these. */
  readonly betweenMemberOf2?: readonly string[];
  /** Whose manager managerAddresses are. */
  readonly managerForEvaluatedUser?: "Recipient" | "Sender";
  /** The managers. */
  readonly managerAddresses?: readonly string[];
  /** In the subject. */
  readonly subjectContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly subjectMatchesPatterns?: readonly string[];
  /** In the subject or the text. */
  readonly subjectOrBodyContainsWords?: readonly string[];
  /** Regular expressions for both. */
  readonly subjectOrBodyMatchesPatterns?: readonly string[];
  /** The header that headerContainsWords is about. */
  readonly headerContainsMessageHeader?: string;
  /** In that header. */
  readonly headerContainsWords?: readonly string[];
  /** The header that headerMatchesPatterns is about. */
  readonly headerMatchesMessageHeader?: string;
  /** Regular expressions for it. */
  readonly headerMatchesPatterns?: readonly string[];
  /** In an attachment. */
  readonly attachmentContainsWords?: readonly string[];
  /** Regular expressions for its text. */
  readonly attachmentMatchesPatterns?: readonly string[];
  /** Regular expressions for its name. */
  readonly attachmentNameMatchesPatterns?: readonly string[];
  /** Its extension, without the dot. */
  readonly attachmentExtensionMatchesWords?: readonly string[];
  /** Property:word,word of an Office file. */
  readonly attachmentPropertyContainsWords?: readonly string[];
  /** Can an attachment be run? @default false */
  readonly attachmentHasExecutableContent?: boolean;
  /** Has one a password? @default false */
  readonly attachmentIsPasswordProtected?: boolean;
  /** Is there one that cannot be read? @default false */
  readonly attachmentIsUnsupported?: boolean;
  /** Were they too much to read? @default false */
  readonly attachmentProcessingLimitExceeded?: boolean;
  /** Is an attachment of this size, or larger? */
  readonly attachmentSizeOver?: string;
  /** Is the whole message? */
  readonly messageSizeOver?: string;
  /** Its type. AutoForward does not see forwarding by mailbox settings. */
  readonly messageTypeMatches?:
    | "OOF"
    | "AutoForward"
    | "Encrypted"
    | "Calendaring"
    | "PermissionControlled"
    | "Voicemail"
    | "Signed"
    | "ApprovalRequest"
    | "ReadReceipt";
  /** Names of character sets. */
  readonly contentCharacterSetContainsWords?: readonly string[];
  /** Is its spam confidence level that, or higher? -1 to 9. */
  readonly sclOver?: number;
  /** Its importance. */
  readonly withImportance?: "Low" | "Normal" | "High";
  /** A classification. */
  readonly hasClassification?: string;
  /** Has it none? @default false */
  readonly hasNoClassification?: boolean;
}

/** What is done with a message. */
export interface TransportRuleActions {
  /** Text in front of the subject; end it with a blank. */
  readonly prependSubject?: string;
  /** Header that is set to setHeaderValue. */
  readonly setHeaderName?: string;
  /** Its value. */
  readonly setHeaderValue?: string;
  /** Header that is removed. */
  readonly removeHeader?: string;
  /** Spam confidence level. -1 asks that most filtering be skipped, and opens the door to whoever fits the conditions. -1 to 9. */
  readonly setScl?: number;
  /** Refuse it, with these words. */
  readonly rejectMessageReasonText?: string;
  /** Refuse it with 5.7.1, or 5.7.900 to 5.7.999. */
  readonly rejectMessageEnhancedStatusCode?: string;
  /** Drop it, without a word to anyone. @default false */
  readonly deleteMessage?: boolean;
  /** Put it into quarantine. @default false */
  readonly quarantine?: boolean;
  /** Deliver it to these instead. */
  readonly redirectMessageTo?: readonly string[];
  /** Deliver it to these too. */
  readonly addToRecipients?: readonly string[];
  /** Add these as Cc. */
  readonly copyTo?: readonly string[];
  /** Add these as Bcc. */
  readonly blindCopyTo?: readonly string[];
  /** Add the sender's manager. */
  readonly addManagerAsRecipientType?: "To" | "Cc" | "Bcc" | "Redirect";
  /** Deliver it once one of these agrees. */
  readonly moderateMessageByUser?: readonly string[];
  /** Deliver it once the sender's manager agrees. @default false */
  readonly moderateMessageByManager?: boolean;
  /** HTML that is added. %%DisplayName%% and other attributes of the sender are filled in. */
  readonly applyHtmlDisclaimerText?: string;
  /** Where it is added. */
  readonly applyHtmlDisclaimerLocation?: "Append" | "Prepend";
  /** What happens where it cannot be, as in encrypted mail. */
  readonly applyHtmlDisclaimerFallbackAction?: "Wrap" | "Ignore" | "Reject";
  /** Encrypt it: Encrypt, Do Not Forward, or a label's template. Needs Azure Rights Management. */
  readonly applyRightsProtectionTemplate?: string;
  /** Branding of encrypted mail: the name of an OME configuration. Needs Advanced Message Encryption. */
  readonly applyRightsProtectionCustomizationTemplate?: string;
  /** Take the organization's own encryption off. @default false */
  readonly removeOmeV2?: boolean;
  /** Take it off attachments too. @default false */
  readonly removeRmsAttachmentEncryption?: boolean;
  /** Send it over this outbound connector, which has to be for transport rules. */
  readonly routeMessageOutboundConnector?: string;
  /** Send it over TLS or not at all. @default false */
  readonly routeMessageOutboundRequireTls?: boolean;
  /** Who gets a report. */
  readonly generateIncidentReport?: string;
  /** What is in it. */
  readonly incidentReportContent?: readonly (
    | "Sender"
    | "Recipients"
    | "Subject"
    | "CC"
    | "BCC"
    | "Severity"
    | "Override"
    | "RuleDetections"
    | "FalsePositive"
    | "DataClassifications"
    | "IdMatch"
    | "AttachOriginalMail"
  )[];
  /** Message to recipients, in HTML. */
  readonly generateNotification?: string;
  /** Classification that it gets. */
  readonly applyClassification?: string;
}

/** How long records of the audit log are kept. */
export interface UnifiedAuditLogRetentionPolicyValues {
  /** What it is for. */
  readonly description?: string;
  /** Its place: 1 comes first. No two policies have the same. 1 to 10000. */
  readonly priority?: number;
  /** For how long. TenYears needs an add-on. */
  readonly retentionDuration?: "ThreeMonths" | "SixMonths" | "NineMonths" | "TwelveMonths" | "TenYears";
  /** Kinds of records, as AuditLogRecordType names them. */
  readonly recordTypes?: readonly string[];
  /** Activities, of the one kind of record. */
  readonly operations?: readonly string[];
  /** Only what these people did. */
  readonly userIds?: readonly string[];
}
