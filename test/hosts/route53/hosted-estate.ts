/** Every kind of hosted zone at Route 53, and what only such a domain has. */
export const HOSTED_ESTATE = `version: 1
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
domains:
  contoso.com:
    tenant: contoso
    zone: { route53: { hostedZoneId: Z0423512YUPB93QHZ0IX, account: 111122223333, region: eu-central-1 } }
    profile: exchange-online
    mx: [{ host: mx2.contoso.net, priority: 20 }, { host: mx1.contoso.net, priority: 10 }]
    spf: { exists: ["%{i}._spf.%{d}"] }
    senders: [{ sendgrid: { selectors: [s1, s2], account: u1234.wl001 } }]
    mtaSts: { mode: testing }
    tlsRpt: { rua: ["mailto:tls@contoso.com"] }
    records:
      verification: { type: TXT, value: MS=ms12345678 }
      caa: { type: CAA, flags: 128, tag: issue, value: letsencrypt.org }
      dane: { type: TLSA, name: _25._tcp.mx, usage: 3, selector: 1, matchingType: 1, certificate: abababababababababababababababababababababababababababababababab }
      lab: { type: NS, name: lab, host: ns1.contoso.net }
      long: { type: TXT, name: long, value: "${"0123456789".repeat(70)}" }
      www: { type: A, name: www, address: 192.0.2.80 }
    keep:
      google: { type: TXT, value: google-site-verification=abc }
    subdomains:
      news: { profile: send-only, spf: { ip4: [192.0.2.10] } }
  shop.contoso.com: { profile: parked }
  contoso.net: { profile: parked, zone: { route53: {} } }
  contoso.org: { profile: parked, zone: { route53: { create: true, account: "011122223333" } } }
`;
