import { tenantRule } from "../rule";

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
  check({ exchange }) {
    return (exchange?.signing ?? []).flatMap(({ domain, enabled, where }) =>
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
    );
  },
});
