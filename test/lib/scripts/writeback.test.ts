import type { DistinguishedName } from "../../../lib/active-directory/distinguished-name";
import type { DnsName } from "../../../lib/dns/name";
import type { SyncPlan } from "../../../lib/identity/identity-plan";
import { type WritebackForm, writebackScript } from "../../../lib/scripts/writeback";

const INITIAL = "contoso.onmicrosoft.com" as DnsName;
const STAFF = "OU=Staff,DC=contoso,DC=com" as DistinguishedName;

function script(form: WritebackForm, given: Partial<SyncPlan> = {}): readonly string[] {
  const sync: SyncPlan = {
    tool: "connect-sync",
    writeback: [
      {
        domain: "contoso.com" as DnsName,
        account: { domain: "CONTOSO", name: "MSOL_1a2b3c4d5e6f" },
        containers: [STAFF],
      },
    ],
    ...given,
  };
  const text = writebackScript({ name: "contoso", initialDomain: INITIAL, sync }, form);
  expect(text).toMatch(/\n$/);
  return text
    .split("\n")
    .filter((line) =>
      /^(?:Grant-Right|Set-A|\$account|\$server|\$name|\$credential|Import-|if | {2}Set-|Get-ADSync)/.test(
        line,
      ),
    );
}

it("dsacls grants the rights on users per unit, and Unexpire Password on the domain", () => {
  expect(script("dsacls")).toEqual([
    "$account = 'CONTOSO\\MSOL_1a2b3c4d5e6f'",
    "$server = Get-DomainController 'contoso.com'",
    `Grant-Right $server '${STAFF}' '/I:S' "\${account}:CA;Reset Password;user" $sid '00299570-246d-11d0-a768-00aa006e0529' 'bf967aba-0de6-11d0-a285-00aa003049e2'`,
    `Grant-Right $server '${STAFF}' '/I:S' "\${account}:CA;Change Password;user" $sid 'ab721a53-1e2f-11d0-9819-00aa0040529b' 'bf967aba-0de6-11d0-a285-00aa003049e2'`,
    `Grant-Right $server '${STAFF}' '/I:S' "\${account}:WP;lockoutTime;user" $sid '28630ebf-41d5-11d1-a9c1-0000f80367c1' 'bf967aba-0de6-11d0-a285-00aa003049e2'`,
    `Grant-Right $server '${STAFF}' '/I:S' "\${account}:WP;pwdLastSet;user" $sid 'bf967a0a-0de6-11d0-a285-00aa003049e2' 'bf967aba-0de6-11d0-a285-00aa003049e2'`,
    `Grant-Right $server 'DC=contoso,DC=com' '/I:T' "\${account}:CA;Unexpire Password" $sid 'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501' '00000000-0000-0000-0000-000000000000'`,
  ]);
});

it("Connect Sync's own cmdlet grants per unit, and dsacls what it leaves", () => {
  const [load, asked, cmdlet, ...rest] = script("cmdlets");
  expect(load).toBe(
    "Import-Module 'C:\\Program Files\\Microsoft Azure Active Directory Connect\\AdSyncConfig\\AdSyncConfig.psm1'",
  );
  expect(asked).toBe(`if ($PSCmdlet.ShouldProcess('${STAFF}', 'Set-ADSyncPasswordWritebackPermissions')) {`);
  expect(cmdlet).toBe(
    `  Set-ADSyncPasswordWritebackPermissions -ADConnectorAccountName 'MSOL_1a2b3c4d5e6f' -ADConnectorAccountDomain 'contoso.com' -ADobjectDN '${STAFF}'`,
  );
  expect(rest.filter((line) => line.startsWith("Grant-Right")).map((line) => line.split('"')[1])).toEqual([
    "${account}:CA;Change Password;user",
    "${account}:CA;Unexpire Password",
  ]);
});

it("Cloud Sync's grants for the whole domain, as somebody who is asked for", () => {
  expect(script("cmdlets", { tool: "cloud-sync" }).slice(0, 4)).toEqual([
    "Import-Module 'C:\\Program Files\\Microsoft Azure AD Connect Provisioning Agent\\Microsoft.CloudSync.Powershell.dll'",
    "$credential = Get-Credential -Message 'Domain Admin of contoso.com'",
    "if ($PSCmdlet.ShouldProcess('contoso.com', 'Set-AADCloudSyncPermissions -PermissionType PasswordWriteBack')) {",
    "  Set-AADCloudSyncPermissions -PermissionType PasswordWriteBack -TargetDomain 'contoso.com' -TargetDomainCredential $credential",
  ]);
});

it("the switch is Connect Sync's connector for the tenant, or Cloud Sync's agent", () => {
  expect(script("switch")).toEqual([
    "Import-Module ADSync",
    `$name = '${INITIAL} - AAD'`,
    'if ($connectors.Count -ne 1) { throw "no connector is called $name; Get-ADSyncConnector lists them" }',
    "if ($PSCmdlet.ShouldProcess($name, 'turn password writeback on')) {",
    "  Set-ADSyncAADPasswordResetConfiguration -Connector $name -Enable $true",
    "Get-ADSyncAADPasswordResetConfiguration -Connector $name",
  ]);
  expect(script("switch", { tool: "cloud-sync" }).at(-1)).toBe(
    "  Set-AADCloudSyncPasswordWritebackConfiguration -Enable $true -Credential $credential",
  );
});
