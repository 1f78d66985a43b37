import { type DeclaredDomain, declareEstate } from "../../lib/declare/estate";
import type { DeclaredExchange } from "../../lib/declare/exchange";
import type { Estate } from "../../lib/estate";
import { formatFault } from "../../lib/fault";
import { estateOf } from "../lib/estate/memory-files";

/** Every kind of zone, profile and part that an estate can have, over two tenants. */
export const VARIED_ESTATE = `version: 1
defaults: { dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 }
  fabrikam: { initialDomain: fabrikam.onmicrosoft.us, cloud: gcc-high }
domains:
  contoso.com:
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }
    profile: exchange-online
    mx: [{ host: mx2.contoso.net, priority: 20 }, { host: mx1.contoso.net, priority: 10 }]
    spf: { ip4: [89.175.3.5], exists: ["%{i}._spf.%{d}"], all: softfail }
    dkim: { partition: n, selectors: { legacy: { revoked: true } } }
    senders: [{ sendgrid: { selectors: [s1, s2], account: u1234.wl001 } }, google-workspace]
    dmarc: { policy: quarantine, subdomainPolicy: reject }
    mtaSts: { mode: testing }
    tlsRpt: { rua: ["mailto:tls@contoso.com"] }
    bimi: { logo: https://contoso.com/logo.svg }
    records:
      caa: { type: CAA, flags: 128, tag: issue, value: letsencrypt.org }
      dane: { type: TLSA, name: _25._tcp.mx, usage: 3, selector: 1, matchingType: 1, certificate: ${"abcdef0123456789".repeat(4)} }
      lab: { type: NS, name: lab, host: ns1.contoso.net }
      long: { type: TXT, name: long, value: "${"0123456789".repeat(60)}" }
      macro: { type: TXT, name: macro, value: 'a \${b} %{c} "d" \\e' }
      www: { type: A, name: www, address: 192.0.2.80 }
    import: { Spf: 372e67954025e0ba6aaa6d586b9e0b59, news/Spf: 372e67954025e0ba6aaa6d586b9e0b60 }
    subdomains:
      news: { profile: send-only, senders: [{ sendgrid: { selectors: [s1, s2], account: u1234.wl001 } }] }
      eu.news: { profile: receive-only, mtaSts: { mode: enforce } }
  shop.contoso.com: { tenant: contoso, profile: receive-only }
  fabrikam.us:
    tenant: fabrikam
    zone: { cloudflare: { create: { dnssec: true }, accountId: 01a7362d577a6c3019a474fd6f485823 } }
    profile: eop-onpremises
    onPremises: { smartHost: smtp.fabrikam.us, egress: [203.0.113.25, "2001:db8::/64"] }
    mtaSts: { mode: enforce }
  xn--bcher-kva.example: { profile: parked, parked: { revokeDkim: true }, zone: { cloudflare: { zoneName: bücher.example } } }
`;

/** What the domains of an estate declare, and what its tenants declare of Exchange, by the text of its file. */
export function declaredBy(text: string): {
  readonly estate: Estate;
  readonly domains: readonly DeclaredDomain[];
  readonly exchanges: readonly DeclaredExchange[];
} {
  const estate = estateOf(text);
  const declared = declareEstate(estate);
  if (!declared.ok) throw new Error(declared.problems.map(formatFault).join("\n"));
  return { estate, domains: declared.domains, exchanges: declared.exchanges };
}
