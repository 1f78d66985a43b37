import { admin, defender, entra, exchange, type NotJudgedControl } from "./control";

/** A policy that baseline cis has, and no rule judges. */
function policy(asks: string, key: string): NotJudgedControl {
  return entra(asks, `Conditional Access > Policies; baseline cis: ${key}`);
}

/** Each id as version 7.0 has it; what is asked in our words, and where its audit looks. */
export const cisNotJudged = {
  "1.1.1": entra("administrators that are not synchronized", "Users: On-premises sync enabled"),
  "1.1.4": admin("administrators with few licences", "Users > Active users: Licenses"),
  "1.2.2": entra("shared mailboxes that nobody can sign in to", "Users: Account enabled"),
  "1.3.2": admin("sessions of unmanaged devices end", "Settings > Org settings > Security & privacy"),
  "2.1.11": exchange("many types of attachments refused", "Get-MalwareFilterPolicy: FileTypes"),
  "2.2.1": entra(
    "an alert on each sign-in of an emergency account",
    "Monitoring > Sign-in logs; Defender for Cloud Apps > Policies",
  ),
  "2.4.1": defender(
    "priority accounts protected",
    "Settings > Email & collaboration > Priority account protection",
  ),
  "2.4.2": defender(
    "priority accounts under the strict preset",
    "Policies & rules > Preset security policies",
  ),
  "2.4.5": defender(
    "investigations that mend by themselves",
    "Settings > Email & collaboration > MDO automation settings",
  ),
  "5.1.2.1": entra("no MFA set user by user", "Users > Per-user MFA"),
  "5.1.2.4": entra("the admin center closed to other users", "Users > User settings"),
  "5.1.2.5": entra("no choice to stay signed in", "Users > User settings"),
  "5.1.2.6": entra("no connections to LinkedIn accounts", "Users > User settings"),
  "5.1.6.1": entra(
    "guests from named domains alone",
    "External Identities > External collaboration settings",
  ),
  "5.1.8.1": entra(
    "password hashes synchronized, where identities are hybrid",
    "Entra Connect > Connect Sync",
  ),
  "5.2.2.1": policy("a second factor from administrators", "mfa-admins"),
  "5.2.2.4": policy("sessions of administrators that end", "session-limits-admins"),
  "5.2.2.6": policy("a new password from users at high risk", "password-change-risky-users"),
  "5.2.2.7": policy("a second factor at sign-ins at risk", "mfa-risky-sign-ins"),
  "5.2.2.8": policy("sign-ins at medium and high risk blocked", "block-risky-sign-ins"),
  "5.2.2.9": policy("a managed device for sign-ins", "managed-device-all-users"),
  "5.2.2.10": policy("a managed device to register methods", "managed-device-security-info"),
  "5.2.2.11": policy("a second factor each time a device is enrolled", "mfa-intune-enrollment"),
  "5.2.2.13": policy("sessions of all users that end", "sign-in-frequency-all-users"),
  "5.2.2.14": entra("trusted places named", "Conditional Access > Named locations"),
  "5.2.2.15": entra("places where nobody works blocked", "Conditional Access > Policies"),
  "5.2.2.16": entra("tokens bound to their devices", "Conditional Access > Policies: Token protection"),
  "5.2.2.17": policy("authentication transfer blocked", "block-authentication-transfer"),
  "5.2.3.2": entra(
    "a list of the organisation's own banned passwords",
    "Authentication methods > Password protection",
  ),
  "5.2.3.3": entra("banned passwords on the premises too", "Authentication methods > Password protection"),
  "5.2.3.4": entra("every member can do MFA", "Authentication methods > User registration details"),
  "5.2.3.8": entra(
    "accounts locked after few failed sign-ins",
    "Authentication methods > Password protection",
  ),
  "5.2.3.9": entra("accounts locked for long enough", "Authentication methods > Password protection"),
  "5.2.3.10": entra(
    "no Authenticator Lite",
    "Authentication methods > Policies > Microsoft Authenticator > Configure",
  ),
  "5.2.4.1": entra("password reset open to all users", "Password reset > Properties"),
  "5.2.4.2": entra("two methods to reset a password", "Password reset > Authentication methods"),
  "5.2.4.3": entra("users asked to register for password reset", "Password reset > Registration"),
  "5.2.4.4": entra("users told of resets", "Password reset > Notifications"),
  "5.2.4.5": entra("administrators told of resets by administrators", "Password reset > Notifications"),
  "5.3.1": entra("roles given for a while", "ID Governance > Privileged Identity Management"),
  "5.3.2": entra("guests looked through", "ID Governance > Access reviews"),
  "5.3.3": entra(
    "privileged roles looked through",
    "ID Governance > Privileged Identity Management > Access reviews",
  ),
  "6.1.2": exchange("every action of mailboxes audited", "Get-EXOMailbox -PropertySets Audit"),
  "6.1.3": exchange("nobody exempt from auditing", "Get-MailboxAuditBypassAssociation: AuditBypassEnabled"),
  "6.3.1": exchange("users install no add-ins", "Get-RoleAssignmentPolicy: AssignedRoles"),
  "6.3.2": exchange("no personal accounts in Outlook", "Get-OwaMailboxPolicy: PersonalAccountsEnabled"),
  "6.5.3": exchange(
    "no storage of others in Outlook on the web",
    "Get-OwaMailboxPolicy: AdditionalStorageProvidersAvailable",
  ),
} as const satisfies Readonly<Record<string, NotJudgedControl>>;
