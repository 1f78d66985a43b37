// The benchmark's estate and its records: the same twelve records a domain, once as an estate file, once as plain data.

/** A zone id of 32 hexadecimal digits. */
const zoneId = (index) => (0x10000000 + index).toString(16).padStart(32, "0");
const name = (index) => `d${index}.example.com`;
const token = (index) => name(index).replaceAll(".", "-");

exports.estate = (count, isChanged = () => false) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
${Array.from(
  { length: count },
  (_, index) => `  ${name(index)}:
    tenant: contoso
    zone: { cloudflare: { zoneId: "${zoneId(index)}" } }
    profile: exchange-online
    spf: { ip4: [${isChanged(index) ? "192.0.2.99" : "192.0.2.1"}], all: softfail }
    dkim: { partition: n }
    senders: [{ sendgrid: { selectors: [s1, s2], account: u1234.wl001 } }]
    dmarc: { policy: quarantine, subdomainPolicy: reject, rua: ["mailto:dmarc@${name(index)}"] }
    tlsRpt: { rua: ["mailto:tls@${name(index)}"] }
    records:
      microsoft: { type: TXT, value: MS=ms12345678 }
      google: { type: TXT, value: google-site-verification=abcdefghijklmnopqrstuvwxyz }
      atlassian: { type: TXT, value: atlassian-domain-verification=abcdefghijklmnopqrstuvwxyz }
`,
).join("")}`;

exports.records = (index) => {
  const domain = name(index);
  const microsoft = `${token(index)}._domainkey.contoso.n-v1.dkim.mail.microsoft`;
  return [
    ["Mx", "MX", domain, `${token(index)}.mail.protection.outlook.com`],
    ["Autodiscover", "CNAME", `autodiscover.${domain}`, "autodiscover.outlook.com"],
    ["Spf", "TXT", domain, '"v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com ~all"'],
    ["DkimSelector1", "CNAME", `selector1._domainkey.${domain}`, `selector1-${microsoft}`],
    ["DkimSelector2", "CNAME", `selector2._domainkey.${domain}`, `selector2-${microsoft}`],
    ["Dkim-s1", "CNAME", `s1._domainkey.${domain}`, "s1.domainkey.u1234.wl001.sendgrid.net"],
    ["Dkim-s2", "CNAME", `s2._domainkey.${domain}`, "s2.domainkey.u1234.wl001.sendgrid.net"],
    ["Dmarc", "TXT", `_dmarc.${domain}`, `"v=DMARC1; p=quarantine; sp=reject; rua=mailto:dmarc@${domain};"`],
    ["TlsRpt", "TXT", `_smtp._tls.${domain}`, `"v=TLSRPTv1; rua=mailto:tls@${domain};"`],
    ["Record-microsoft", "TXT", domain, '"MS=ms12345678"'],
    ["Record-google", "TXT", domain, '"google-site-verification=abcdefghijklmnopqrstuvwxyz"'],
    ["Record-atlassian", "TXT", domain, '"atlassian-domain-verification=abcdefghijklmnopqrstuvwxyz"'],
  ];
};

exports.zoneId = zoneId;
exports.domainName = name;

/** The zone of a domain as a sandbox is given it: its records, and web up to so many. */
exports.worldZone = (index, size) => {
  const zone = name(index);
  const mail = exports.records(index).map(([, type, owner, content]) => ({
    type,
    name: owner,
    content,
    ttl: 3600,
    ...(type === "MX" ? { priority: 0 } : {}),
  }));
  const web = Array.from({ length: Math.max(0, size - mail.length) }, (_, at) => ({
    type: "A",
    name: `host${at}.${zone}`,
    content: `192.0.2.${at + 1}`,
  }));
  return { name: zone, id: zoneId(index), records: [...mail, ...web] };
};
