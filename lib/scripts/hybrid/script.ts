import type { Cloud } from "../../options";
import { type PowerShell, powershell } from "../../powershell";
import { CHECKS, script } from "../checks";
import type { Premises } from "./premises";

/**
 * What Microsoft's list of addresses calls its clouds.
 * Source: https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-ip-web-service
 */
const INSTANCES: Readonly<Record<Cloud, string>> = {
  worldwide: "Worldwide",
  gcc: "Worldwide",
  "gcc-high": "USGOVGCCHigh",
  dod: "USGOVDoD",
  china: "China",
};

/** The connectors on the premises, as the script names them. */
const SEND = "To Exchange Online Protection";
const RECEIVE = "From Exchange Online Protection";

/**
 * The on-premises half of mail flow with Exchange Online Protection, for the Exchange Management Shell. It checks, and changes
 * nothing unless it is told to. Sources:
 * https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-to-route-mail,
 * https://learn.microsoft.com/powershell/module/exchange/new-sendconnector,
 * https://learn.microsoft.com/powershell/module/exchange/new-receiveconnector
 */
export function hybridScript(premises: Premises): string {
  const { sending, receiving } = premises;
  return script(
    head(premises),
    CHECKS,
    SERVER,
    ...(sending ? [sendPart(sending)] : []),
    ...(receiving.length > 0 ? [ADDRESSES, ...receiving.map(receivePart), FRONT_DOOR] : []),
    powershell`Exit-Checked`,
  );
}

function head({ tenant, cloud, domains, sending, receiving }: Premises): PowerShell {
  const [host, ...more] = receiving.map(({ host }) => host);
  return powershell`#Requires -Version 5.1
<#
.SYNOPSIS
The on-premises half of mail flow with Exchange Online Protection (EOP).
.DESCRIPTION
Run it in the Exchange Management Shell. Without -Apply it checks and changes nothing. It makes one send connector for the
organization, which hands all mail for the Internet to EOP, and one receive connector on the server that EOP hands mail to.
A subscribed Edge Transport server takes its send connectors from a Mailbox server: run -Part Send there, with the Edge server
in -SourceTransportServers, and -Part Receive on the Edge server itself.
.PARAMETER Apply
Make what is missing, and set what differs.
.PARAMETER Part
Which half of it: Send, Receive, or All.
.PARAMETER Server
The server that the receive connector is on.
.PARAMETER SourceTransportServers
The servers that the send connector sends from.
.PARAMETER SmartHost
The host of EOP that takes the mail of a domain of the tenant: its MX, as the admin center shows it.
.PARAMETER SmtpHost
The name that the server of the receive connector has for EOP, where there are several.
.PARAMETER EopAddresses
The networks that EOP sends from. Without them Microsoft's list is fetched from endpoints.office.com.
#>
[CmdletBinding()]
param(
  [switch] $Apply,
  [ValidateSet('All', 'Send', 'Receive')] [string] $Part = 'All',
  [string] $Server = $env:COMPUTERNAME,
  [string[]] $SourceTransportServers = @($Server),
  [string] $SmartHost = ${sending?.smartHost ?? ""},
  [string] $SmtpHost = ${host === undefined || more.length > 0 ? "" : host},
  [string[]] $EopAddresses = @()
)
$Tenant = ${tenant}
$Domains = ${domains}
$Instance = ${INSTANCES[cloud]}
$Sends = ${sending !== undefined}
$SmtpHosts = ${receiving.map(({ host }) => host)}`;
}

const SERVER: PowerShell = powershell`Write-Output ('Tenant ' + $Tenant + ': ' + ($Domains -join ', '))
$IsEdge = [string](Get-ExchangeServer -Identity $Server).ServerRole -match 'Edge'
if (-not $Sends) { Write-Output 'The premises do not send through EOP: no send connector (the estate has no fromPremises).' }
$Receives = $SmtpHosts.Count -gt 0
if (-not $Receives) { Write-Output 'The estate has no smartHost: no receive connector.' }
if ($Receives -and $Part -ne 'Send' -and $SmtpHosts -notcontains $SmtpHost) { throw ('Give -SmtpHost: ' + ($SmtpHosts -join ' or ')) }

function Test-Name([string] $Name, [string[]] $In) {
  foreach ($one in $In) {
    if ($one -eq $Name) { return $true }
    if ($one.StartsWith('*.') -and $Name.IndexOf('.') -gt 0 -and $Name.Substring($Name.IndexOf('.') + 1) -eq $one.Substring(2)) { return $true }
  }
  return $false
}

# The certificate with that name which is valid the longest, as connectors name it.
function Get-TlsName([string] $Name) {
  $found = @(Get-ExchangeCertificate | Where-Object {
    $names = @($_.CertificateDomains | ForEach-Object { [string]$_ })
    ([string]$_.Services -match 'SMTP') -and ($_.NotAfter -gt (Get-Date)) -and
      (($names -contains $Name) -or ((-not $Name.StartsWith('*.')) -and (Test-Name $Name $names)))
  } | Sort-Object -Property NotAfter -Descending)
  if ($found.Count -eq 0) { throw ('no valid certificate for ' + $Name + ' with the service SMTP') }
  return '<I>' + $found[0].Issuer + '<S>' + $found[0].Subject
}`;

function sendPart({ certificate }: NonNullable<Premises["sending"]>): PowerShell {
  const tls =
    certificate === undefined
      ? powershell`# EOP knows the premises by their addresses: no certificate is named.`
      : powershell`$name = ${certificate}
  $tlsName = ''
  try { $tlsName = Get-TlsName $name } catch { $tlsName = '' }
  Confirm-Fact ('a certificate for ' + $name + ', by which EOP knows the premises') { $tlsName } 'Install it, and Enable-ExchangeCertificate -Services SMTP.'
  if ($Apply -and -not $tlsName) { throw 'The send connector was not changed: its certificate is missing.' }
  $wanted['TlsCertificateName'] = $tlsName
  if (-not $name.StartsWith('*.')) { $wanted['Fqdn'] = $name }`;
  return powershell`if ($Sends -and $Part -ne 'Receive') {
  $connector = ${SEND}
  if (-not $SmartHost) { throw 'Give -SmartHost: the MX of one of the domains, as the admin center shows it. It cannot be derived.' }
  Confirm-Fact ($SmartHost + ' has an address') { Resolve-DnsName -Name $SmartHost -Type A } 'Give -SmartHost as the admin center shows the MX.'
  Confirm-Fact ($SmartHost + ' takes connections on port 25') { (Test-NetConnection -ComputerName $SmartHost -Port 25 -WarningAction SilentlyContinue).TcpTestSucceeded } 'Open port 25 to the Internet for this server.'
  $wanted = @{
    AddressSpaces = @('SMTP:*;1')
    DNSRoutingEnabled = $false
    SmartHosts = @($SmartHost)
    RequireTLS = $true
    TlsAuthLevel = 'CertificateValidation'
    SourceTransportServers = $SourceTransportServers
  }
  ${tls}
  $found = @(Get-SendConnector | Where-Object { $_.Name -eq $connector })
  if ($Apply) {
    if ($found.Count -eq 0) { New-SendConnector -Name $connector -Usage Custom @wanted | Out-Null }
    else { Set-SendConnector -Identity $found[0].Identity @wanted }
    $found = @(Get-SendConnector | Where-Object { $_.Name -eq $connector })
  }
  Confirm-Fact ('send connector ' + $connector + ' is there and enabled') { $found.Count -eq 1 -and $found[0].Enabled } 'Run with -Apply.'
  if ($found.Count -eq 1) {
    $is = $found[0]
    Confirm-Fact '  it hands all mail for the Internet on' { @($is.AddressSpaces | ForEach-Object { [string]$_ }) -match '^(SMTP:)?\*;' } 'Run with -Apply.'
    Confirm-Fact ('  it hands it to ' + $SmartHost) { -not $is.DNSRoutingEnabled -and @($is.SmartHosts | ForEach-Object { [string]$_ }) -contains $SmartHost } 'Run with -Apply.'
    Confirm-Fact '  over TLS, to a host with a valid certificate' { $is.RequireTLS -and [string]$is.TlsAuthLevel -eq 'CertificateValidation' } 'Run with -Apply.'
    if ($wanted.ContainsKey('TlsCertificateName')) {
      Confirm-Fact '  with the certificate by which EOP knows the premises' { [string]$is.TlsCertificateName -eq $wanted['TlsCertificateName'] } 'Run with -Apply.'
    }
  }
  Confirm-Fact 'no other send connector takes mail for the whole Internet' {
    @(Get-SendConnector | Where-Object { $_.Enabled -and $_.Name -ne $connector -and (@($_.AddressSpaces | ForEach-Object { [string]$_ }) -match '^(SMTP:)?\*;') }).Count -eq 0
  } 'Disable it (Set-SendConnector -Enabled $false) once mail leaves by the new one: until then both are used in turn.'
}`;
}

const ADDRESSES: PowerShell = powershell`if ($Receives -and $Part -ne 'Send' -and $EopAddresses.Count -eq 0) {
  # Microsoft asks for an id of the caller; a new one does.
  $list = Invoke-RestMethod -UseBasicParsing -Uri ('https://endpoints.office.com/endpoints/' + $Instance + '?clientrequestid=' + [guid]::NewGuid())
  $EopAddresses = @($list | Where-Object {
    $_.serviceArea -eq 'Exchange' -and ($_.PSObject.Properties.Name -contains 'ips') -and
      ($_.PSObject.Properties.Name -contains 'tcpPorts') -and (([string]$_.tcpPorts -split ',') -contains '25')
  } | ForEach-Object { $_.ips } | Sort-Object -Unique)
  if ($EopAddresses.Count -eq 0) { throw 'Microsoft names no networks for port 25. Give -EopAddresses.' }
}`;

function receivePart({ host, certificate }: Premises["receiving"][number]): PowerShell {
  return powershell`if ($Part -ne 'Send' -and $SmtpHost -eq ${host}) {
  $connector = ${RECEIVE}
  $name = ${certificate ?? host}
  $tlsName = ''
  try { $tlsName = Get-TlsName $name } catch { $tlsName = '' }
  Confirm-Fact ('a certificate for ' + $name + ', which EOP asks of ' + $SmtpHost) { $tlsName } 'Install it, and Enable-ExchangeCertificate -Services SMTP.'
  if ($Apply -and -not $tlsName) { throw 'The receive connector was not changed: its certificate is missing.' }
  $wanted = @{
    RemoteIPRanges = $EopAddresses
    AuthMechanism = 'Tls'
    PermissionGroups = 'AnonymousUsers'
    RequireTLS = $true
    TlsCertificateName = $tlsName
    Fqdn = $SmtpHost
  }
  $found = @(Get-ReceiveConnector -Server $Server | Where-Object { $_.Name -eq $connector })
  if ($Apply) {
    if ($found.Count -eq 0) {
      $new = @{ Name = $connector; Server = $Server; Usage = 'Custom'; Bindings = @('0.0.0.0:25', '[::]:25') }
      if (-not $IsEdge) { $new['TransportRole'] = 'FrontendTransport' }
      New-ReceiveConnector @new @wanted | Out-Null
    }
    else { Set-ReceiveConnector -Identity $found[0].Identity @wanted }
    $found = @(Get-ReceiveConnector -Server $Server | Where-Object { $_.Name -eq $connector })
  }
  Confirm-Fact ('receive connector ' + $connector + ' on ' + $Server + ' is there and enabled') { $found.Count -eq 1 -and $found[0].Enabled } 'Run with -Apply.'
  if ($found.Count -eq 1) {
    $is = $found[0]
    Confirm-Fact '  it is for the networks of EOP and no others' {
      $ranges = @($is.RemoteIPRanges | ForEach-Object { [string]$_ })
      $ranges.Count -eq $EopAddresses.Count -and @($EopAddresses | Where-Object { $ranges -notcontains $_ }).Count -eq 0
    } 'Run with -Apply, also where Microsoft has changed its networks.'
    Confirm-Fact '  it takes mail over TLS only' { $is.RequireTLS } 'Run with -Apply.'
    Confirm-Fact '  with the certificate that EOP asks for' { [string]$is.TlsCertificateName -eq $wanted['TlsCertificateName'] } 'Run with -Apply.'
    Confirm-Fact '  without signing in' { [string]$is.PermissionGroups -match 'AnonymousUsers' } 'Run with -Apply.'
  }
}`;
}

const FRONT_DOOR: PowerShell = powershell`if ($Part -ne 'Send') {
  $open = @(Get-ReceiveConnector -Server $Server | Where-Object {
    $_.Enabled -and [string]$_.PermissionGroups -match 'AnonymousUsers' -and
      (@($_.RemoteIPRanges | ForEach-Object { [string]$_ }) -contains '0.0.0.0-255.255.255.255')
  })
  foreach ($one in $open) {
    Write-Output ('note    ' + $one.Name + ' takes mail from anybody, past EOP. Close it once no sender knows the old MX any more.')
  }
}`;
