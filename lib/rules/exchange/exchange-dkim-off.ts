import type { SigningPosture, TenantPosture } from "../../posture/model";
import { isWhole } from "../../posture/tenant-parts";
import { type Hit, tenantRule } from "../rule";

export const exchangeDkimOff = tenantRule({
  id: "exchange-dkim-off",
  reads: "signing",
  title: "Exchange Online does not sign with the domain's key",
  why: "Until signing is switched on, Exchange Online signs with the tenant's onmicrosoft.com name. That does not align, so that DMARC has only SPF to stand on, and forwarded mail fails.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: set up DKIM",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure",
    },
  ],
  controls: { scuba: ["MS.EXO.3.1v1"], cis: ["2.1.9"] },
  check(tenant) {
    const signing = tenant.exchange?.signing ?? [];
    return [
      ...withoutKeys(tenant, signing),
      ...signing.flatMap(({ domain, enabled, where }) =>
        enabled
          ? []
          : [
              {
                message: `Exchange Online does not sign mail of ${domain} with its key`,
                expected: "signing enabled once both CNAMEs resolve",
                fix: "add m365_dkim_signing, or exchange: managed to the tenant",
                where,
              },
            ],
      ),
    ];
  },
});

/** Domains for which Exchange Online has no keys at all. Only the tenant itself tells which domains it takes mail for. */
function withoutKeys(tenant: TenantPosture, signing: readonly SigningPosture[]): readonly Hit[] {
  if (!isWhole(tenant, "signing")) return [];
  const known = new Set<string>(signing.map(({ domain }) => domain));
  return (tenant.mailDomains ?? []).flatMap((domain) =>
    // What hybrid routing uses between the premises and the cloud signs nothing.
    known.has(domain) || domain.endsWith(".mail.onmicrosoft.com")
      ? []
      : [
          {
            message: `Exchange Online has no DKIM keys for ${domain}`,
            alike: { name: domain, several: "domains for which Exchange Online has no DKIM keys" },
            expected: "keys, and signing enabled once both CNAMEs resolve",
            fix: "add m365_dkim_signing_config and m365_dkim_signing, or exchange: managed to the tenant",
          },
        ],
  );
}
