import type { WorldRecord, WorldZone } from "../../../lib/world/world";

/** Zones as people leave them: of each, what is odd about it. */

const record = (
  type: string,
  name: string,
  content: string,
  more: Partial<WorldRecord> = {},
): WorldRecord => ({
  type,
  name,
  content,
  ...more,
});
const txt = (name: string, content: string, more?: Partial<WorldRecord>) =>
  record("TXT", name, content, more);
const mx = (name: string, host: string, priority = 0, more?: Partial<WorldRecord>) =>
  record("MX", name, host, { priority, ...more });
const cname = (name: string, target: string, more?: Partial<WorldRecord>) =>
  record("CNAME", name, target, more);
const a = (name: string, more?: Partial<WorldRecord>) => record("A", name, "192.0.2.80", more);

/** What most domains at Exchange Online have. */
function exchange(domain: string, more: Partial<WorldRecord> = {}): readonly WorldRecord[] {
  const token = domain.replaceAll(".", "-");
  return [
    mx(domain, `${token}.mail.protection.outlook.com`, 0, more),
    txt(domain, '"v=spf1 include:spf.protection.outlook.com -all"', more),
    cname(`autodiscover.${domain}`, "autodiscover.outlook.com", more),
    cname(`selector1._domainkey.${domain}`, `selector1-${token}._domainkey.contoso.onmicrosoft.com`, more),
    cname(`selector2._domainkey.${domain}`, `selector2-${token}._domainkey.contoso.onmicrosoft.com`, more),
    txt(`_dmarc.${domain}`, '"v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;"', more),
  ];
}

const KEY =
  "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDeMVIzrCa3T14JsNY0IRv5/2V1/v2itlviLQBwXsa7shBD6TrBkswsFUToPyMRWC9tbR/5ey0nRBH0ZVxp+lsmTxid2Y2z+FApQ6ra2VsXfbJP3HE6wAO0YTVEJt1TmeczhEd2Jiz/fcabIISgXEdSpTYJhb0ct0VJRxcg4c8c7wIDAQAB";

const ZONES: Readonly<Record<string, (domain: string) => readonly WorldRecord[]>> = {
  "TTLs that differ, automatic among them": (d) => [
    mx(d, `${d.replaceAll(".", "-")}.mail.protection.outlook.com`, 0, { ttl: 300 }),
    txt(d, '"v=spf1 include:spf.protection.outlook.com -all"', { ttl: 86_400 }),
    cname(`autodiscover.${d}`, "autodiscover.outlook.com", { ttl: 1 }),
    txt(`_dmarc.${d}`, '"v=DMARC1; p=reject; pct=100; fo=1; rua=mailto:dmarc@contoso.com"', { ttl: 600 }),
  ],
  "texts without quotes": (d) => [
    ...exchange(d).filter(({ type }) => type !== "TXT"),
    txt(d, "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.25 ~all"),
    txt(d, "MS=ms12345678"),
    txt(`_dmarc.${d}`, "v=DMARC1;p=quarantine;rua=mailto:dmarc@contoso.com"),
  ],
  "texts cut elsewhere": (d) => [
    ...exchange(d),
    txt(`s2024._domainkey.${d}`, `"${KEY.slice(0, 20)}" "${KEY.slice(20)}"`),
  ],
  "two SPF records": (d) => [
    ...exchange(d),
    txt(d, '"v=spf1 include:_spf.google.com ~all"'),
    txt(d, '"google-site-verification=abc"'),
  ],
  "two DMARC records": (d) => [...exchange(d), txt(`_dmarc.${d}`, '"v=DMARC1; p=reject"')],
  "SPF that options cannot say": (d) => [
    ...exchange(d).filter(({ content }) => !content?.includes("spf1")),
    txt(
      d,
      '"v=spf1 a mx ptr ?include:spf.example.net include:spf.protection.outlook.com exp=why.example.net -all"',
    ),
  ],
  "SPF that nobody can read": (d) => [
    ...exchange(d).filter(({ content }) => !content?.includes("spf1")),
    txt(d, '"v=spf1 include:spf.protection.outlook.com ip4:192.0.2.256 -all"'),
  ],
  "no DMARC, no DKIM": (d) => exchange(d).slice(0, 3),
  "three vendors": (d) => [
    mx(d, "eu-smtp-inbound-1.mimecast.com", 10),
    mx(d, "eu-smtp-inbound-2.mimecast.com", 10),
    ...exchange(d).slice(2),
    txt(
      d,
      '"v=spf1 include:eu._netblocks.mimecast.com include:spf.protection.outlook.com include:servers.mcsv.net -all"',
    ),
    cname(`k2._domainkey.${d}`, "dkim2.mcsv.net"),
    cname(`k3._domainkey.${d}`, "dkim3.mcsv.net"),
    cname(`s1._domainkey.${d}`, "s1.domainkey.u1234567.wl001.sendgrid.net"),
    cname(`s2._domainkey.${d}`, "s2.domainkey.u1234567.wl001.sendgrid.net"),
    cname(`em1001.${d}`, "u1234567.wl001.sendgrid.net"),
  ],
  wildcards: (d) => [
    ...exchange(d),
    mx(`*.${d}`, "mail.example.net", 10),
    txt(`*._domainkey.${d}`, '"v=DKIM1; p="'),
    a(`*.${d}`),
    txt(`*.${d}`, '"v=spf1 -all"'),
  ],
  "a delegated subdomain": (d) => [
    ...exchange(d),
    record("NS", `labs.${d}`, "ns1.example.net"),
    record("NS", `labs.${d}`, "ns2.example.net"),
    mx(`labs.${d}`, "mail.example.net", 10),
  ],
  "keys that another party serves": (d) => [
    ...exchange(d).filter(({ name }) => !name.includes("_domainkey")),
    record("NS", `_domainkey.${d}`, "ns1.dkim.example.net"),
    record("NS", `_domainkey.${d}`, "ns2.dkim.example.net"),
  ],
  "hosted DMARC and TLS-RPT": (d) => [
    ...exchange(d).filter(({ name }) => !name.startsWith("_dmarc")),
    cname(`_dmarc.${d}`, `${d}.dmarc.example.net`),
    cname(`_smtp._tls.${d}`, `${d}.tls.example.net`),
  ],
  "a redirect": (d) => [
    mx(d, `${d.replaceAll(".", "-")}.mail.protection.outlook.com`, 10),
    txt(d, '"v=spf1 redirect=_spf.contoso.com"'),
    txt(`_dmarc.${d}`, '"v=DMARC1; p=none; sp=reject; ri=86400"'),
  ],
  "proxied aliases of mail": (d) => [
    ...exchange(d).filter(({ name }) => !name.startsWith("autodiscover")),
    cname(`autodiscover.${d}`, "autodiscover.outlook.com", { proxied: true }),
    cname(`lists._domainkey.${d}`, "lists.example.net", { proxied: true }),
    a(d, { proxied: true }),
  ],
  "comments and tags": (d) =>
    exchange(d).map((one, at) => (at % 2 === 0 ? { ...one, comment: "ask Ann", tags: ["team:mail"] } : one)),
  "mail elsewhere": (d) => [
    mx(d, "aspmx.l.google.com", 1),
    mx(d, "alt1.aspmx.l.google.com", 5),
    txt(d, '"v=spf1 include:_spf.google.com ~all"'),
    txt(`google._domainkey.${d}`, `"${KEY}"`),
  ],
  "nothing of mail": (d) => [a(d), cname(`www.${d}`, d), txt(d, '"facebook-domain-verification=abc"')],
  "parked by hand": (d) => [
    mx(d, ".", 0),
    txt(d, '"v=spf1 -all"'),
    txt(`_dmarc.${d}`, '"v=DMARC1; p=reject;"'),
    txt(`*._domainkey.${d}`, '"v=DKIM1; p="'),
  ],
  "parked without a null MX": (d) => [
    txt(d, '"v=spf1 -all"'),
    txt(`_dmarc.${d}`, '"v=DMARC1;p=reject;sp=reject;adkim=s;aspf=s"'),
  ],
  "only receives": (d) => [
    mx(d, `${d.replaceAll(".", "-")}.mail.protection.outlook.com`),
    txt(d, '"v=spf1 -all"'),
    txt(`_dmarc.${d}`, '"v=DMARC1; p=reject;"'),
  ],
  "a hyphen, a partition, MTA-STS of a vendor": (d) => [
    mx(d, `${d.replaceAll(".", "-")}.j-v1.mx.microsoft`),
    ...exchange(d).slice(1, 3),
    cname(
      `selector1._domainkey.${d}`,
      `selector1-${d.replaceAll(".", "-")}._domainkey.contoso.n-v1.dkim.mail.microsoft`,
    ),
    cname(
      `selector2._domainkey.${d}`,
      `selector2-${d.replaceAll(".", "-")}._domainkey.contoso.n-v1.dkim.mail.microsoft`,
    ),
    txt(`_mta-sts.${d}`, '"v=STSv1; id=20240101T000000;"'),
    cname(`mta-sts.${d}`, "mta-sts.example.net"),
    txt(`_smtp._tls.${d}`, '"v=TLSRPTv1;rua=mailto:tls@contoso.com"'),
  ],
  "subdomains that send": (d) => [
    ...exchange(d),
    txt(`news.${d}`, '"v=spf1 ip4:198.51.100.7 -all"'),
    txt(`_dmarc.news.${d}`, '"v=DMARC1; p=quarantine;"'),
    mx(`lists.${d}`, "lists.example.net", 10),
    txt(`lists.${d}`, '"v=spf1 mx -all"'),
    mx(`bounce.${d}`, "feedback-smtp.eu-central-1.amazonses.com", 10),
    txt(`bounce.${d}`, '"v=spf1 include:amazonses.com ~all"'),
  ],
  "records of clients and of keys": (d) => [
    ...exchange(d),
    record("SRV", `_autodiscover._tcp.${d}`, "", {
      data: { priority: 0, weight: 0, port: 443, target: "mail.example.net" },
    }),
    record("SRV", `_sip._tls.${d}`, "", {
      data: { priority: 1, weight: 1, port: 443, target: "sip.example.net" },
    }),
    record("CAA", d, "", { data: { flags: 0, tag: "issue", value: "letsencrypt.org" } }),
    record("TLSA", `_25._tcp.mail.${d}`, "", {
      data: {
        usage: 3,
        selector: 1,
        matching_type: 1,
        certificate: "0c72ac70b745ac19998811b131d662c9ac69dbdbe7cb23e5b514b56664c5d3d6",
      },
    }),
  ],
  "hostile texts": (d) => [
    ...exchange(d),
    txt(`x._domainkey.${d}`, "\"v=DKIM1; n=${file('/etc/passwd')}; p=\""),
    txt(`_dmarc.sub.${d}`, '"v=DMARC1; p=none; x=%{for}\\"!include: secrets"'),
  ],
};

/** What is odd, by the zone's name. */
export const ODD: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(ZONES).map((odd, at) => [`zone${String(at + 1).padStart(2, "0")}.example`, odd]),
);

/** Twenty-five zones that people have written by hand, or with several tools at once. */
export const MESSY: readonly WorldZone[] = Object.values(ZONES).map((records, at) => {
  const name = `zone${String(at + 1).padStart(2, "0")}.example`;
  const made = records(name);
  return {
    name,
    records: made.map((one) => {
      if (one.content !== "") return one;
      const { content: _, ...rest } = one;
      return rest;
    }),
  };
});
