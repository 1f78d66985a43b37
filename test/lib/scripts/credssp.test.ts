import type { DnsName } from "../../../lib/dns/name";
import { formatFault } from "../../../lib/fault";
import type { IdentityOptions } from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";
import { credSspScript } from "../../../lib/scripts/credssp";

const INITIAL = "contoso.onmicrosoft.com" as DnsName;

it("LGPO is told the configuration, the key, the value and the number of the level", () => {
  expect(
    credSspScript("contoso", "mitigated", "lgpo"),
  ).toBe(`; Encryption Oracle Remediation: mitigated (CVE-2018-0886). Apply it with LGPO.exe /t
Computer
Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters
AllowEncryptionOracle
DWORD:1
`);
});

it("a Group Policy object has the same value, and the check fails above it", () => {
  const [gpo, check] = (["gpo", "check"] as const).map((form) =>
    credSspScript("contoso", "force-updated-clients", form).split("\n"),
  );
  expect(gpo).toContain(
    "  Set-GPRegistryValue -Name $Name -Key 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters' -ValueName 'AllowEncryptionOracle' -Type DWord -Value 0 | Out-Null",
  );
  expect(check).toContain("if ($value -gt 0) { exit 1 }");
});

it("vulnerable is refused with the reason", () => {
  const options = { endpoints: { credssp: { protection: "vulnerable" } } } as unknown as IdentityOptions;
  const plan = planIdentity(options, { initialDomain: INITIAL });
  expect(plan.ok ? [] : plan.faults.map(formatFault)).toEqual([
    'endpoints.credssp.protection: vulnerable lets a machine in the middle run code with the credentials of who signs in (CVE-2018-0886), got "vulnerable"; expected force-updated-clients | mitigated; update the other end, whose missing update is what the message on the screen is about',
  ]);
});
