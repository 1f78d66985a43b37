import { declareDomain } from "../../../lib/domain/declare";
import { unwrap } from "../../../lib/fault";
import type { MailDomainOptions } from "../../../lib/options";
import { CONTOSO, declared, refused } from "../posture/declared";

const MX = "Mx: contoso.com MX 0 contoso-com.mail.protection.outlook.com";
const AUTODISCOVER = "Autodiscover: autodiscover.contoso.com CNAME autodiscover.outlook.com";
const SPF = "Spf: contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";
const DKIM = [1, 2].map(
  (n) =>
    `DkimSelector${n}: selector${n}._domainkey.contoso.com CNAME selector${n}-contoso-com._domainkey.contoso.onmicrosoft.com`,
);
const DMARC = "Dmarc: _dmarc.contoso.com TXT v=DMARC1; p=none;";

/** `contoso.com` with Exchange Online, and what else a test wants. */
function contoso(more: Partial<MailDomainOptions> = {}): readonly string[] {
  return declared({ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, ...more });
}

describe("a profile alone", () => {
  test("exchange-online: MX to EOP, autodiscover, EOP in SPF, Microsoft's DKIM pair, DMARC none", () => {
    expect(contoso()).toEqual([MX, AUTODISCOVER, SPF, ...DKIM, DMARC]);
  });

  test("eop-onpremises: the premises' egress beside EOP in SPF, and no autodiscover", () => {
    expect(
      declared({
        domain: "woodgrovebank.com",
        profile: "eop-onpremises",
        tenant: { initialDomain: "woodgrovebank.onmicrosoft.com", domainsAddedBefore: "2026-07-01" },
        onPremises: { smartHost: "smtphost.woodgrovebank.com", egress: ["203.0.113.25", "2001:db8:19::/64"] },
      }),
    ).toEqual([
      "Mx: woodgrovebank.com MX 0 woodgrovebank-com.mail.protection.outlook.com",
      "Spf: woodgrovebank.com TXT v=spf1 ip4:203.0.113.25 ip6:2001:db8:19::/64 include:spf.protection.outlook.com -all",
      "DkimSelector1: selector1._domainkey.woodgrovebank.com CNAME selector1-woodgrovebank-com._domainkey.woodgrovebank.onmicrosoft.com",
      "DkimSelector2: selector2._domainkey.woodgrovebank.com CNAME selector2-woodgrovebank-com._domainkey.woodgrovebank.onmicrosoft.com",
      "Dmarc: _dmarc.woodgrovebank.com TXT v=DMARC1; p=none;",
    ]);
  });

  test("on-premises: the premises' own MX and egress, and nothing of Microsoft's", () => {
    const premises = { smartHost: "smtphost.woodgrovebank.com", egress: ["203.0.113.25"] };
    const records = [
      "Mx: woodgrovebank.com MX 0 smtphost.woodgrovebank.com",
      "Spf: woodgrovebank.com TXT v=spf1 ip4:203.0.113.25 -all",
      "Dmarc: _dmarc.woodgrovebank.com TXT v=DMARC1; p=none;",
    ];
    const domain = { domain: "woodgrovebank.com", profile: "on-premises" as const, onPremises: premises };
    expect(declared(domain)).toEqual(records);
    // Its tenant may be named before anything is asked of it.
    expect(declared({ ...domain, tenant: { ...CONTOSO, exchange: {} } })).toEqual(records);
    expect(
      declared({ ...domain, mx: [{ host: "mx1.example" }, { host: "mx2.example", priority: 10 }] }),
    ).toEqual([
      "Mx: woodgrovebank.com MX 0 mx1.example",
      "Mx-mx2.example: woodgrovebank.com MX 10 mx2.example",
      ...records.slice(1),
    ]);
  });

  test("send-only: SPF of the declared senders, and no MX", () => {
    expect(
      declared({ domain: "news.contoso.com", profile: "send-only", spf: { include: ["amazonses.com"] } }),
    ).toEqual([
      "Spf: news.contoso.com TXT v=spf1 include:amazonses.com -all",
      "Dmarc: _dmarc.news.contoso.com TXT v=DMARC1; p=none;",
    ]);
  });

  test("receive-only: MX to EOP, and nobody may send", () => {
    expect(contoso({ profile: "receive-only" })).toEqual([
      MX,
      "Spf: contoso.com TXT v=spf1 -all",
      "Dmarc: _dmarc.contoso.com TXT v=DMARC1; p=reject;",
    ]);
  });

  test("parked: null MX, nobody may send, reject for the domain and all below it", () => {
    expect(declared({ domain: "contoso-ag.example", profile: "parked" })).toEqual([
      "Mx: contoso-ag.example MX 0 .",
      "Spf: contoso-ag.example TXT v=spf1 -all",
      "Dmarc: _dmarc.contoso-ag.example TXT v=DMARC1; p=reject; sp=reject;",
    ]);
  });
});

describe("what a domain adds to its profile", () => {
  test("everything at once", () => {
    expect(
      contoso({
        spf: { ip4: ["89.175.3.5"], all: "softfail" },
        dkim: { partition: "n" },
        senders: [{ sendgrid: { selectors: ["s1", "s2"], account: "u1234.wl001" } }, "google-workspace"],
        dmarc: { policy: "quarantine", subdomainPolicy: "reject", rua: ["mailto:dmarc@contoso.com"] },
        mtaSts: { mode: "testing" },
        tlsRpt: { rua: ["mailto:tls@contoso.com"] },
        bimi: { logo: "https://contoso.com/logo.svg" },
        records: {
          caa: { type: "CAA", tag: "issue", value: "letsencrypt.org" },
          verify: { type: "TXT", value: "MS=ms12345678" },
        },
      }),
    ).toEqual([
      MX,
      AUTODISCOVER,
      "Spf: contoso.com TXT v=spf1 ip4:89.175.3.5 include:spf.protection.outlook.com include:_spf.google.com ~all",
      "DkimSelector1: selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
      "DkimSelector2: selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
      "Dkim-s1: s1._domainkey.contoso.com CNAME s1.domainkey.u1234.wl001.sendgrid.net",
      "Dkim-s2: s2._domainkey.contoso.com CNAME s2.domainkey.u1234.wl001.sendgrid.net",
      "Dmarc: _dmarc.contoso.com TXT v=DMARC1; p=quarantine; sp=reject; rua=mailto:dmarc@contoso.com;",
      "TlsRpt: _smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com;",
      "Bimi: default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;",
      "Record-caa: contoso.com CAA 0 issue letsencrypt.org",
      "Record-verify: contoso.com TXT MS=ms12345678",
      "MtaSts: _mta-sts.contoso.com TXT v=STSv1; id=0bd0460a3e76e5387a85d63e45413fce;",
    ]);
  });

  test("a parked domain has no MX at all where its host has no null MX", () => {
    expect(declared({ domain: "contoso-ag.example", profile: "parked", mx: "none" })).toEqual([
      "Spf: contoso-ag.example TXT v=spf1 -all",
      "Dmarc: _dmarc.contoso-ag.example TXT v=DMARC1; p=reject; sp=reject;",
    ]);
  });

  test("a parked domain can revoke every DKIM key and have reports sent", () => {
    expect(
      declared({
        domain: "contoso.net",
        profile: "parked",
        parked: { revokeDkim: true },
        dmarc: { rua: ["mailto:dmarc@contoso.com"] },
      }),
    ).toEqual([
      "Mx: contoso.net MX 0 .",
      "Spf: contoso.net TXT v=spf1 -all",
      "Dmarc: _dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject; rua=mailto:dmarc@contoso.com;",
      "DkimRevoked: *._domainkey.contoso.net TXT v=DKIM1; p=",
    ]);
  });

  test("a redirect hands the whole SPF question on, Exchange Online included", () => {
    expect(contoso({ spf: { redirect: "_spf.contoso.net" } })).toContain(
      "Spf: contoso.com TXT v=spf1 redirect=_spf.contoso.net",
    );
  });

  test("an include that the profile brings already stands once", () => {
    expect(contoso({ spf: { a: true, mx: true, include: ["spf.protection.outlook.com"] } })).toContain(
      "Spf: contoso.com TXT v=spf1 a mx include:spf.protection.outlook.com -all",
    );
  });

  test.each([
    ["worldwide", "autodiscover.outlook.com", "spf.protection.outlook.com"],
    ["gcc-high", "autodiscover.office365.us", "spf.protection.office365.us"],
    ["china", "autodiscover.partner.outlook.cn", "spf.protection.partner.outlook.cn"],
  ] as const)("the cloud %s has its own autodiscover and SPF include", (cloud, autodiscover, include) => {
    const initialDomain = {
      worldwide: "contoso.onmicrosoft.com",
      "gcc-high": "contoso.onmicrosoft.us",
      china: "contoso.partner.onmschina.cn",
    }[cloud];
    const dkim = {
      selector1: "selector1.dkim.example.net",
      selector2: "selector2.dkim.example.net",
    };
    const records = contoso({ tenant: { initialDomain, cloud }, mx: [{ host: "mx.contoso.com" }], dkim });
    expect(records).toContain(`Autodiscover: autodiscover.contoso.com CNAME ${autodiscover}`);
    expect(records).toContain(`Spf: contoso.com TXT v=spf1 include:${include} -all`);
  });

  test("the TTL is that of every record, unless a record has its own", () => {
    const options = {
      domain: "contoso.com",
      profile: "parked",
      ttl: 86400,
      records: { verify: { type: "TXT", value: "MS=ms1", ttl: 300 } },
    } as const;
    const { records } = unwrap("the domain", declareDomain(options));
    expect(records.map(({ role, record }) => [role, record.ttl])).toEqual([
      ["Mx", 86400],
      ["Spf", 86400],
      ["Dmarc", 86400],
      ["Record-verify", 300],
    ]);
  });
});

describe("mail domains below a domain", () => {
  const below = contoso({
    subdomains: {
      old: { profile: "parked" },
      news: { profile: "send-only", spf: { include: ["amazonses.com"] } },
      "eu.news": { profile: "receive-only", tenant: CONTOSO, dmarc: { policy: "quarantine" } },
    },
  }).slice(6);

  test("have records of their own, and DMARC where they ask for it or are parked: else the parent's covers them", () => {
    expect(below).toEqual([
      "eu.news/Mx: eu.news.contoso.com MX 0 eu-news-contoso-com.mail.protection.outlook.com",
      "eu.news/Spf: eu.news.contoso.com TXT v=spf1 -all",
      "eu.news/Dmarc: _dmarc.eu.news.contoso.com TXT v=DMARC1; p=quarantine;",
      "news/Spf: news.contoso.com TXT v=spf1 include:amazonses.com -all",
      "old/Mx: old.contoso.com MX 0 .",
      "old/Spf: old.contoso.com TXT v=spf1 -all",
      "old/Dmarc: _dmarc.old.contoso.com TXT v=DMARC1; p=reject; sp=reject;",
    ]);
  });

  test("can have mail domains below themselves", () => {
    const subdomains = {
      news: { profile: "parked", subdomains: { eu: { profile: "parked" } } },
    } as const;
    expect(contoso({ subdomains }).slice(6)).toEqual([
      "news/Mx: news.contoso.com MX 0 .",
      "news/Spf: news.contoso.com TXT v=spf1 -all",
      "news/Dmarc: _dmarc.news.contoso.com TXT v=DMARC1; p=reject; sp=reject;",
      "news/eu/Mx: eu.news.contoso.com MX 0 .",
      "news/eu/Spf: eu.news.contoso.com TXT v=spf1 -all",
      "news/eu/Dmarc: _dmarc.eu.news.contoso.com TXT v=DMARC1; p=reject; sp=reject;",
    ]);
  });

  test("are handed to others where they are hosted", () => {
    expect(
      contoso({
        dmarc: { hosted: "contoso.dmarc.vendor.example", policy: "reject" },
        dkim: { hosted: { nameServers: ["ns2.vendor.example", "ns1.vendor.example"] } },
        mtaSts: {
          mode: "enforce",
          hosted: { record: "_mta-sts.vendor.example", policy: "mta-sts.vendor.example" },
        },
        tlsRpt: { rua: [], hosted: "_smtp._tls.vendor.example" },
      }),
    ).toEqual([
      MX,
      AUTODISCOVER,
      SPF,
      "DkimZone-ns1.vendor.example: _domainkey.contoso.com NS ns1.vendor.example",
      "DkimZone-ns2.vendor.example: _domainkey.contoso.com NS ns2.vendor.example",
      "Dmarc: _dmarc.contoso.com CNAME contoso.dmarc.vendor.example",
      "TlsRpt: _smtp._tls.contoso.com CNAME _smtp._tls.vendor.example",
      "MtaSts: _mta-sts.contoso.com CNAME _mta-sts.vendor.example",
      "MtaStsHost: mta-sts.contoso.com CNAME mta-sts.vendor.example",
    ]);
  });

  test("are not handed to names that cannot hold them", () => {
    expect(
      refused({
        domain: "contoso.com",
        profile: "exchange-online",
        tenant: CONTOSO,
        dmarc: { hosted: "_dmarc.contoso.com" },
        dkim: {
          hosted: { nameServers: ["ns1._domainkey.contoso.com", "ns1.vendor.example", "ns1.vendor.example"] },
        },
        mtaSts: {
          mode: "enforce",
          hosting: "external",
          hosted: { record: "_mta-sts.vendor.example", policy: "mta-sts.vendor.example" },
        },
        tlsRpt: { rua: [], hosted: "vendor" },
      }),
    ).toEqual([
      'dkim.hosted.nameServers[0]: label "_domainkey" is not legal in a host name, got "ns1._domainkey.contoso.com"; expected letters, digits and inner hyphens',
      "dkim.hosted.nameServers[2]: name server given twice, got ns1.vendor.example",
      "dmarc.hosted: an alias of itself, got _dmarc.contoso.com; expected the name at which the other party publishes the record",
      "tlsRpt.hosted: a name of one label, got vendor; expected a full name",
      "mtaSts.hosting: hosting beside hosted, got external; expected one or the other: a hosted policy is served by the other party",
    ]);
  });

  test("tell where each record was declared", () => {
    const options = {
      domain: "contoso.com",
      profile: "exchange-online",
      tenant: CONTOSO,
      dkim: { microsoft: false, selectors: { s1: { revoked: true } } },
      subdomains: { news: { profile: "parked", records: { verify: { type: "TXT", value: "MS=ms1" } } } },
    } as const;
    const { records } = unwrap("the domain", declareDomain(options));
    expect(Object.fromEntries(records.map(({ rolePath, path }) => [rolePath, path.join(".")]))).toEqual({
      Mx: "mx",
      Autodiscover: "mx",
      Spf: "spf",
      "Dkim-s1": "dkim.selectors.s1",
      Dmarc: "dmarc",
      "news/Mx": "subdomains.news.profile",
      "news/Spf": "subdomains.news.profile",
      "news/Dmarc": "subdomains.news.profile",
      "news/Record-verify": "subdomains.news.records.verify",
    });
  });
});
