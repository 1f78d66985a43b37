import { literal } from "../../../lib/powershell";

/** What stops the account in Active Directory. */
export function disableInAd(samAccountName: string): string {
  return `Disable-ADAccount -Identity ${literal(samAccountName)}`;
}

/** What gives the account another password in Active Directory; it is asked for, and shown nowhere. */
export function resetInAd(samAccountName: string): string {
  const identity = literal(samAccountName);
  return `Set-ADAccountPassword -Identity ${identity} -Reset -NewPassword (Read-Host -AsSecureString 'New password')`;
}

/** What brings a change in Active Directory to Entra ID now, on the server of Entra Connect. */
export const SYNC_NOW = "Start-ADSyncSyncCycle -PolicyType Delta";
