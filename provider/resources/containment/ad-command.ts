import { powershell } from "../../../lib/powershell";

/** What stops the account in Active Directory. */
export function disableInAd(samAccountName: string): string {
  return powershell`Disable-ADAccount -Identity ${samAccountName}`.text;
}

/** What gives the account another password in Active Directory; it is asked for, and shown nowhere. */
export function resetInAd(samAccountName: string): string {
  return powershell`Set-ADAccountPassword -Identity ${samAccountName} -Reset -NewPassword (Read-Host -AsSecureString 'New password')`
    .text;
}

/** What brings a change in Active Directory to Entra ID now, on the server of Entra Connect. */
export const SYNC_NOW = "Start-ADSyncSyncCycle -PolicyType Delta";
