import type { World } from "../../../lib/world/world";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";

/** Two domains: one with mailboxes, one parked. */
export const ESTATE = `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, zone: { cloudflare: {} } }
domains:
  contoso.com:
    profile: exchange-online
    dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] }
  contoso.net: { profile: parked, dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
`;

type Lines = readonly string[];

/** What the estate declares, `name TYPE data` a line. */
export const CONTOSO_COM: Lines = [
  "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
  "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all",
  "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com;",
  "autodiscover.contoso.com CNAME autodiscover.outlook.com",
  "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
  "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
  "contoso.net._report._dmarc.contoso.com TXT v=DMARC1;",
];
export const CONTOSO_NET: Lines = [
  "contoso.net MX 0 .",
  "contoso.net TXT v=spf1 -all",
  "_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject; rua=mailto:dmarc@contoso.com;",
];

/** The sandbox's cloud with these zones in its DNS, and a tenant to which contoso.com belongs. */
export async function cloudWith(zones: Readonly<Record<string, Lines>>): Promise<Cloud> {
  const world: World = {
    zones: Object.entries(zones).map(([name, lines]) => ({
      name,
      records: lines.map((line) => {
        const [, owner = "", type = "", data = ""] = /^(\S+) (\S+) (.*)$/s.exec(line) ?? [];
        if (type !== "MX") return { name: owner, type, content: data };
        const [priority, content = ""] = data.split(" ");
        return { name: owner, type, content, priority: Number(priority) };
      }),
    })),
    tenants: [
      {
        tenantId: "8b5b9f5c-2c53-4b6e-9f7e-6d1f3a2b1c0d",
        initialDomain: "contoso.onmicrosoft.com",
        domains: ["contoso.com"],
      },
    ],
  };
  return startCloud({ world });
}
