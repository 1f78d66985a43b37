import { lines, type PowerShell, powershell } from "../powershell";

/**
 * What every script begins with: strict, ended by the first error, and the function `Confirm-Fact`, which prints a line for each
 * thing that must hold and counts those that do not. `Exit-Checked` ends the script: exit code 1 if one did not hold.
 */
export const CHECKS: PowerShell = powershell`Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$script:NotHeld = 0

function Confirm-Fact([string] $Fact, [scriptblock] $Test, [string] $Fix) {
  $reason = ''
  try { $held = [bool](& $Test) } catch { $held = $false; $reason = ' (' + $_.Exception.Message + ')' }
  if ($held) { Write-Output ('ok      ' + $Fact); return }
  $script:NotHeld += 1
  Write-Output ('NOT OK  ' + $Fact + $reason)
  if ($Fix) { Write-Output ('        ' + $Fix) }
}

function Exit-Checked {
  if ($script:NotHeld -eq 0) { Write-Output 'All checks hold.'; exit 0 }
  Write-Output ([string]$script:NotHeld + ' of the checks above did not hold.')
  exit 1
}`;

/** A script of these parts, one empty line between them, and one end of line behind the last. */
export function script(...parts: readonly PowerShell[]): string {
  return `${lines(...parts.flatMap((part, at) => (at === 0 ? [part] : [powershell``, part]))).text}\n`;
}
