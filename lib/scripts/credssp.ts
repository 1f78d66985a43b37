import type { CredSspProtection } from "../identity/options";
import { comment, lines, powershell } from "../powershell";

/** What is printed: text for LGPO.exe, a script for a Group Policy object, or a check of a machine. */
export type CredSspForm = "lgpo" | "gpo" | "check";

/** https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-credssp#allowencryptionoracle */
const KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters";
const VALUE = "AllowEncryptionOracle";
/** Numbers of the levels; the higher, the weaker. */
const NUMBERS: Readonly<Record<CredSspProtection, number>> = { "force-updated-clients": 0, mitigated: 1 };

/**
 * The policy "Encryption Oracle Remediation" for machines that Intune does not manage.
 * @param tenant its name in the estate
 */
export function credSspScript(tenant: string, protection: CredSspProtection, form: CredSspForm): string {
  const level = NUMBERS[protection];
  return `${{ lgpo, gpo, check }[form](tenant, level, protection)}\n`;
}

/** Lines that LGPO.exe /t takes: configuration, key, value, what it is set to. A comment begins with a semicolon. */
function lgpo(_tenant: string, level: number, protection: CredSspProtection): string {
  return `; Encryption Oracle Remediation: ${protection} (CVE-2018-0886). Apply it with LGPO.exe /t
Computer
${KEY}
${VALUE}
DWORD:${level}`;
}

function gpo(tenant: string, level: number, protection: CredSspProtection): string {
  return lines(
    comment(`CredSSP of tenant ${tenant}: Encryption Oracle Remediation, ${protection} (CVE-2018-0886).`),
    powershell`# Run it as somebody who may make Group Policy objects, with the Group Policy Management tools. -WhatIf shows.
#Requires -Version 5.1
#Requires -Modules GroupPolicy
[CmdletBinding(SupportsShouldProcess)]
param(
  [string]$Name = ${`CredSSP: ${protection}`},
  # Distinguished name of the domain or unit that it is linked to; without it nothing is linked.
  [string]$Target
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($PSCmdlet.ShouldProcess($Name, 'make the Group Policy object and set its value')) {
  if (-not (Get-GPO -All | Where-Object { $_.DisplayName -eq $Name })) { New-GPO -Name $Name | Out-Null }
  Set-GPRegistryValue -Name $Name -Key ${`HKLM\\${KEY}`} -ValueName ${VALUE} -Type DWord -Value ${level} | Out-Null
  if ($Target -and -not ((Get-GPInheritance -Target $Target).GpoLinks | Where-Object { $_.DisplayName -eq $Name })) {
    New-GPLink -Name $Name -Target $Target | Out-Null
  }
}`,
  ).text;
}

function check(tenant: string, level: number, protection: CredSspProtection): string {
  return lines(
    comment(`CredSSP of tenant ${tenant}: does this machine hold ${protection} at least (CVE-2018-0886)?`),
    powershell`# Changes nothing. Exit code 0: it does. 1: it does not, or nothing is set, so that the level hangs on its updates.
#Requires -Version 5.1
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$levels = @{ 0 = 'Force Updated Clients'; 1 = 'Mitigated'; 2 = 'Vulnerable' }
$key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey(${KEY})
$value = if ($key) { $key.GetValue(${VALUE}) }
if ($null -eq $value) {
  Write-Output "\${env:COMPUTERNAME}: not set; Mitigated on machines with the updates of May 2018, Vulnerable on others"
  exit 1
}
if ($value -isnot [int] -or -not $levels.ContainsKey($value)) { Write-Output "\${env:COMPUTERNAME}: $value, which is no level"; exit 1 }
Write-Output "\${env:COMPUTERNAME}: $($levels[$value])"
if ($value -gt ${level}) { exit 1 }
exit 0`,
  ).text;
}
