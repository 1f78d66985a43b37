import { dns, entra, type NotJudgedControl, purview } from "./control";

/** Each id as ScubaGear 1.8 has it; what is asked in our words, and where ScubaGear itself reads it. */
export const scubaNotJudged = {
  "MS.AAD.2.2v1": entra(
    "administrators told of users at high risk",
    "ID Protection > Settings > Users at risk detected alerts",
  ),
  "MS.AAD.4.1v1": entra(
    "sign-in and audit logs kept where they are watched",
    "Monitoring > Diagnostic settings",
  ),
  "MS.AAD.7.3v1": entra("privileged users that are not synchronized", "Users: On-premises sync enabled"),
  "MS.AAD.7.5v1": entra(
    "no privileged role given outside Privileged Identity Management",
    "ID Governance > Privileged Identity Management > Microsoft Entra roles > Assignments",
  ),
  "MS.AAD.8.3v1": entra(
    "guests from named domains alone",
    "External Identities > External collaboration settings, Cross-tenant access settings",
  ),
  "MS.EXO.4.3v1": dns(
    "for US federal agencies alone: CISA's own address among those for aggregate reports",
    "rua of each DMARC record: mailto:reports@dmarc.cyber.dhs.gov",
  ),
  "MS.SECURITYSUITE.3.5v1": purview(
    "that policy keeps data from restricted applications and Bluetooth",
    "Data loss prevention > Settings > Endpoint",
  ),
} as const satisfies Readonly<Record<string, NotJudgedControl>>;
