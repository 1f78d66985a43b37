import { dns, entra, type NotJudgedControl, purview } from "./control";

/** Each id as ScubaGear 1.8 has it; what is asked in our words, and where ScubaGear itself reads it. */
export const scubaNotJudged = {
  "MS.AAD.2.2v1": entra(
    "administrators told of users at high risk",
    "ID Protection > Settings > Users at risk detected alerts",
  ),
  "MS.AAD.3.3v2": entra(
    "Microsoft Authenticator shows application and place, where it is allowed",
    "Authentication methods > Policies > Microsoft Authenticator > Configure",
  ),
  "MS.AAD.3.4v1": entra(
    "methods managed in one place",
    "Authentication methods > Policies > Manage migration: complete",
  ),
  "MS.AAD.3.5v2": entra("no codes by SMS, voice call or mail", "Authentication methods > Policies"),
  "MS.AAD.4.1v1": entra(
    "sign-in and audit logs kept where they are watched",
    "Monitoring > Diagnostic settings",
  ),
  "MS.AAD.5.1v1": entra("only administrators register applications", "Users > User settings"),
  "MS.AAD.5.2v1": entra(
    "users cannot consent to applications freely",
    "Enterprise apps > Consent and permissions > User consent settings",
  ),
  "MS.AAD.5.3v1": entra(
    "a workflow by which users ask for consent",
    "Enterprise apps > Consent and permissions > Admin consent settings",
  ),
  "MS.AAD.5.5v1": entra("no new passwords for applications", "Enterprise apps > Application policies"),
  "MS.AAD.5.6v1": entra(
    "passwords of applications for 180 days at most",
    "Enterprise apps > Application policies",
  ),
  "MS.AAD.5.7v1": entra(
    "certificates of applications for 365 days at most",
    "Enterprise apps > Application policies",
  ),
  "MS.AAD.6.1v1": entra("passwords that do not expire", "Get-MgDomain: PasswordValidityPeriodInDays"),
  "MS.AAD.7.1v1": entra("two to eight Global Administrators", "Roles & admins > Global Administrator"),
  "MS.AAD.7.2v1": entra(
    "no more Global Administrators than other privileged users",
    "Roles & admins > All roles",
  ),
  "MS.AAD.7.3v1": entra("privileged users that are not synchronized", "Users: On-premises sync enabled"),
  "MS.AAD.7.4v1": entra(
    "no privileged role for good",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Assignments",
  ),
  "MS.AAD.7.5v1": entra(
    "no privileged role given outside Privileged Identity Management",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Assignments",
  ),
  "MS.AAD.7.6v1": entra(
    "approval before Global Administrator is activated",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
  ),
  "MS.AAD.7.7v1": entra(
    "an alert when a privileged role is assigned",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
  ),
  "MS.AAD.7.8v1": entra(
    "an alert when Global Administrator is activated",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
  ),
  "MS.AAD.7.9v1": entra(
    "an alert when another privileged role is activated",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Settings",
  ),
  "MS.AAD.8.1v1": entra(
    "guests that see little of the directory",
    "External Identities > External collaboration settings",
  ),
  "MS.AAD.8.2v1": entra(
    "guests invited by guest inviters alone",
    "External Identities > External collaboration settings",
  ),
  "MS.AAD.8.3v1": entra(
    "guests from named domains alone",
    "External Identities > External collaboration settings, Cross-tenant access settings",
  ),
  "MS.AAD.9.1v1": entra("AI agents at high risk blocked", "Conditional Access > Policies: Agent risk"),
  "MS.EXO.4.3v1": dns(
    "for US federal agencies alone: CISA's own address among those for aggregate reports",
    "rua of each DMARC record: mailto:reports@dmarc.cyber.dhs.gov",
  ),
  "MS.SECURITYSUITE.3.5v1": purview(
    "that policy keeps data from restricted applications and Bluetooth",
    "Data loss prevention > Settings > Endpoint",
  ),
} as const satisfies Readonly<Record<string, NotJudgedControl>>;
