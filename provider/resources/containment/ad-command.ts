import { visibleLine } from "../../../lib/visible";

/** Single quotes of PowerShell: it takes typographic ones for the same. */
const QUOTES = /['‘’‚‛]/g;

/** A text as one argument of PowerShell; nothing in it is expanded, and it stays on its line. */
function powershellText(text: string): string {
  return `'${visibleLine(text).replace(QUOTES, "$&$&")}'`;
}

/** What stops the account in Active Directory. */
export function disableInAd(samAccountName: string): string {
  return `Disable-ADAccount -Identity ${powershellText(samAccountName)}`;
}

/** What gives the account another password in Active Directory; it is asked for, and shown nowhere. */
export function resetInAd(samAccountName: string): string {
  const identity = powershellText(samAccountName);
  return `Set-ADAccountPassword -Identity ${identity} -Reset -NewPassword (Read-Host -AsSecureString 'New password')`;
}

/** What brings a change in Active Directory to Entra ID now, on the server of Entra Connect. */
export const SYNC_NOW = "Start-ADSyncSyncCycle -PolicyType Delta";
