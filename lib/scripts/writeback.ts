import { accountText } from "../active-directory/account-name";
import { type DistinguishedName, domainRoot } from "../active-directory/distinguished-name";
import { DOMAIN_RIGHT, USER_CLASS, USER_RIGHTS } from "../active-directory/writeback-rights";
import type { DnsName } from "../dns/name";
import type { SyncPlan, WritebackDomainPlan } from "../identity/identity-plan";
import { comment, lines, type PowerShell, powershell } from "../powershell";

type UserRight = (typeof USER_RIGHTS)[number];
type RightName = (UserRight | typeof DOMAIN_RIGHT)["name"];

/** What a script is for: rights by dsacls, rights by the tool's own cmdlets, or the switch that turns writeback on. */
export type WritebackForm = "dsacls" | "cmdlets" | "switch";

/** A tenant whose passwords are written back. */
export interface WritebackTenant {
  /** Its name in the estate. */
  readonly name: string;
  readonly initialDomain: DnsName;
  readonly sync: SyncPlan;
}

/** A script of Windows PowerShell 5.1. It holds no password: what it needs of those it asks for. */
export function writebackScript(tenant: WritebackTenant, form: WritebackForm): string {
  const body = { dsacls: byDsacls, cmdlets: byCmdlets, switch: turningOn }[form](tenant);
  const script = lines(
    comment(`Password writeback of tenant ${tenant.name}: ${TITLES[form]}.`),
    powershell`# Made from the estate by mail-hygiene scripts writeback. Read it before you run it.
#Requires -Version 5.1`,
    ...body,
  );
  return `${script.text}\n`;
}

const TITLES: Readonly<Record<WritebackForm, string>> = {
  dsacls: "rights in Active Directory, by dsacls",
  cmdlets: "rights in Active Directory, by the cmdlets of what synchronizes",
  switch: "turned on",
};

/** What every script begins with: -WhatIf shows, and changes nothing. */
const HEAD = powershell`[CmdletBinding(SupportsShouldProcess)]
param()
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'`;

const EMPTY_LINE = powershell``;

/**
 * dsacls tells failures by its exit code and, some of them, by words in the language of Windows alone. So the entries are
 * read back from the domain controller that was written to.
 */
const GRANT = powershell`
# Adds one entry to an object; what is there stays, and an entry that is there is not added twice.
function Grant-Right([string]$Server, [string]$Object, [string]$Inheritance, [string]$Entry, [string]$Sid, [string]$Right, [string]$Class) {
  if (-not $PSCmdlet.ShouldProcess($Object, "dsacls $Inheritance /G $Entry")) { return }
  $said = & dsacls.exe "\\\\$Server\\$Object" $Inheritance /G $Entry | Out-String
  if ($LASTEXITCODE -ne 0) { throw "dsacls ended with $LASTEXITCODE on \${Object}: $said" }
  $adsi = [ADSI]"LDAP://$Server/$($Object -replace '/', '\\/')"
  $rules = $adsi.psbase.ObjectSecurity.GetAccessRules($true, $false, [System.Security.Principal.SecurityIdentifier])
  $found = @($rules | Where-Object { $_.IdentityReference.Value -eq $Sid -and $_.ObjectType -eq $Right -and $_.AccessControlType -eq 'Allow' -and $_.InheritedObjectType -eq $Class })
  if ($found.Count -eq 0) { throw "the entry is not on $Object after dsacls: $said" }
}

function Get-Sid([string]$Account) {
  (New-Object System.Security.Principal.NTAccount($Account)).Translate([System.Security.Principal.SecurityIdentifier]).Value
}

# One domain controller for all of a domain, so that what was written can be read at once.
function Get-DomainController([string]$Domain) {
  $context = New-Object System.DirectoryServices.ActiveDirectory.DirectoryContext('Domain', $Domain)
  [System.DirectoryServices.ActiveDirectory.Domain]::GetDomain($context).PdcRoleOwner.Name
}`;

const NO_CLASS = "00000000-0000-0000-0000-000000000000";

function byDsacls({ sync }: WritebackTenant): readonly PowerShell[] {
  return [
    powershell`# Run it as a member of Domain Admins of each domain, on a machine of the domain with the AD DS tools.
# -WhatIf shows what it would do. Replication of the new entries may take an hour.`,
    HEAD,
    GRANT,
    ...sync.writeback.flatMap((domain) => [EMPTY_LINE, ...grantsOf(domain, USER_RIGHTS)]),
  ];
}

/** The entries of one domain: rights on users, and Unexpire Password on the root. */
function grantsOf(
  { domain, account, containers }: WritebackDomainPlan,
  rights: readonly UserRight[],
): readonly PowerShell[] {
  return [
    comment(`${domain}, ${accountText(account)}`),
    powershell`$account = ${accountText(account)}
$sid = Get-Sid $account
$server = Get-DomainController ${domain}`,
    ...containers.flatMap((container) => rights.map((right) => grant(container, "/I:S", right, USER_CLASS))),
    grant(domainRoot(domain), "/I:T", DOMAIN_RIGHT, NO_CLASS),
  ];
}

/** What dsacls is told of each right: CA is an extended right, WP the right to write a property. */
const ENTRIES: Readonly<Record<RightName, PowerShell>> = {
  "Reset Password": powershell`"\${account}:CA;Reset Password;user"`,
  "Change Password": powershell`"\${account}:CA;Change Password;user"`,
  lockoutTime: powershell`"\${account}:WP;lockoutTime;user"`,
  pwdLastSet: powershell`"\${account}:WP;pwdLastSet;user"`,
  "Unexpire Password": powershell`"\${account}:CA;Unexpire Password"`,
};

/** @param heirs the class of objects that inherit the entry */
function grant(
  object: DistinguishedName,
  inheritance: string,
  { name, guid }: UserRight | typeof DOMAIN_RIGHT,
  heirs: string,
): PowerShell {
  return powershell`Grant-Right $server ${object} ${inheritance} ${ENTRIES[name]} $sid ${guid} ${heirs}`;
}

const ADSYNC_CONFIG =
  "C:\\Program Files\\Microsoft Azure Active Directory Connect\\AdSyncConfig\\AdSyncConfig.psm1";
const CLOUD_SYNC =
  "C:\\Program Files\\Microsoft Azure AD Connect Provisioning Agent\\Microsoft.CloudSync.Powershell.dll";

/** https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-configure-ad-ds-connector-account */
function byCmdlets({ sync }: WritebackTenant): readonly PowerShell[] {
  const isConnect = sync.tool === "connect-sync";
  // Neither grants Change Password; for Unexpire Password see the tutorials named in writeback-rights.ts.
  const left = USER_RIGHTS.filter(({ name }) => name === "Change Password");
  return [
    isConnect
      ? powershell`# Run it on the server of Microsoft Entra Connect Sync, as a member of Enterprise Admins.`
      : powershell`# Run it on a host of the provisioning agent; it asks for an account of Domain Admins of each domain.`,
    powershell`# The cmdlets grant Reset Password and write lockoutTime and pwdLastSet. Change Password and Unexpire Password are granted by dsacls.`,
    ...(isConnect
      ? []
      : [powershell`# Cloud Sync's cmdlet grants for the whole domain; it knows no organizational units.`]),
    HEAD,
    powershell`Import-Module ${isConnect ? ADSYNC_CONFIG : CLOUD_SYNC}`,
    GRANT,
    ...sync.writeback.flatMap((domain) => [
      EMPTY_LINE,
      ...(isConnect ? domain.containers.map((unit) => adSync(domain, unit)) : [cloudSync(domain)]),
      ...grantsOf(domain, left),
    ]),
  ];
}

/**
 * AdminSDHolder stays as it is: with rights there the account could reset administrators' passwords. Functions of a module
 * do not see -WhatIf of the script that calls them.
 */
function adSync({ domain, account }: WritebackDomainPlan, unit: DistinguishedName): PowerShell {
  return powershell`if ($PSCmdlet.ShouldProcess(${unit}, 'Set-ADSyncPasswordWritebackPermissions')) {
  Set-ADSyncPasswordWritebackPermissions -ADConnectorAccountName ${account.name} -ADConnectorAccountDomain ${domain} -ADobjectDN ${unit}
}`;
}

/** The account is the agent's own, which the cmdlet finds by itself. */
function cloudSync({ domain }: WritebackDomainPlan): PowerShell {
  return powershell`$credential = Get-Credential -Message ${`Domain Admin of ${domain}`}
if ($PSCmdlet.ShouldProcess(${domain}, 'Set-AADCloudSyncPermissions -PermissionType PasswordWriteBack')) {
  Set-AADCloudSyncPermissions -PermissionType PasswordWriteBack -TargetDomain ${domain} -TargetDomainCredential $credential
}`;
}

/** The name that Connect Sync gives to its connector: the tenant's initial domain, then this. */
const CONNECTOR = " - AAD";

function turningOn({ sync, initialDomain }: WritebackTenant): readonly PowerShell[] {
  const isConnect = sync.tool === "connect-sync";
  return [
    isConnect ? byConnectSync(initialDomain) : byCloudSync(initialDomain),
    powershell`
# One checkbox is left, which has no API: Entra admin center, Password reset, On-premises integration,`,
    isConnect
      ? powershell`# Write back passwords to your on-premises directory.`
      : powershell`# Write back passwords with Microsoft Entra Connect cloud sync.`,
  ];
}

function byCloudSync(initialDomain: DnsName): PowerShell {
  return powershell`# Run it on a host of the provisioning agent, 1.1.977.0 or later; it asks for a Hybrid Identity Administrator.
${HEAD}
Import-Module ${CLOUD_SYNC}
$credential = Get-Credential -Message 'Hybrid Identity Administrator of the tenant'
if ($PSCmdlet.ShouldProcess(${initialDomain}, 'turn password writeback on')) {
  Set-AADCloudSyncPasswordWritebackConfiguration -Enable $true -Credential $credential
}`;
}

function byConnectSync(initialDomain: DnsName): PowerShell {
  return powershell`# Run it on the active server of Microsoft Entra Connect Sync, as a member of ADSyncAdmins.
${HEAD}
Import-Module ADSync
$name = ${`${initialDomain}${CONNECTOR}`}
$connectors = @(Get-ADSyncConnector | Where-Object { $_.Name -eq $name })
if ($connectors.Count -ne 1) { throw "no connector is called $name; Get-ADSyncConnector lists them" }
if ($PSCmdlet.ShouldProcess($name, 'turn password writeback on')) {
  Set-ADSyncAADPasswordResetConfiguration -Connector $name -Enable $true
}
Get-ADSyncAADPasswordResetConfiguration -Connector $name`;
}
