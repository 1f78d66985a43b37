import type { MailDomainOptions } from "../../../lib/options";
import { CONTOSO, refused } from "../posture/declared";

function contoso(more: Partial<MailDomainOptions>): readonly string[] {
  return refused({ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, ...more });
}

/** The paths that the faults point at. */
function places(faults: readonly string[]): readonly string[] {
  return faults.map((fault) => fault.slice(0, fault.indexOf(": ")));
}

describe("faults are told at the place where the domain's author wrote them", () => {
  test("SPF terms: at an egress address, at the domain's own list, at a sender", () => {
    expect(
      contoso({
        profile: "eop-onpremises",
        onPremises: { egress: ["176.62.196.300", "203.0.113.25", "2001:db8::/129"] },
        spf: { ip4: ["192.0.2.1", "300.1.1.1"], include: ["-bad-.com"] },
        senders: ["google-workspace"],
      }),
    ).toEqual([
      'onPremises.egress[0]: not an IPv4 address, got "176.62.196.300"; expected four numbers such as 192.0.2.1',
      'spf.ip4[1]: not an IPv4 address, got "300.1.1.1"; expected four numbers such as 192.0.2.1',
      'onPremises.egress[2]: malformed ip6 CIDR length, got "129"; expected a number from 0 to 128 without leading zeros',
      'spf.include[0]: label "-bad-" is not legal in a DNS owner name, got "-bad-.com"; expected letters, digits, underscores and inner hyphens',
    ]);
  });

  test("MX hosts: by their place in the list, or by key", () => {
    const host =
      'label "a_b" is not legal in a host name, got "a_b.com"; expected letters, digits and inner hyphens';
    const bad = { host: "a_b.com", priority: 10 };
    expect(contoso({ mx: [{ host: "mx.contoso.com" }, bad] })).toEqual([`mx[1].host: ${host}`]);
    expect(contoso({ mx: bad })).toEqual([`mx.host: ${host}`]);
    expect(contoso({ mx: { host: "mx.contoso.com", priority: 70000 } })).toEqual([
      "mx.priority: not of the form that belongs here, got 70000; expected a whole number from 0 to 65535",
    ]);
    expect(contoso({ mx: [] })).toEqual([
      'mx: empty list of MX hosts; expected at least one host; write "none" or "null" to receive nothing',
    ]);
  });

  test("a tenant that is none: at the tenant, once", () => {
    expect(contoso({ tenant: { initialDomain: "contoso.com", domainsAddedBefore: "2026-07-01" } })).toEqual([
      'tenant.initialDomain: not a tenant\'s initial domain, got "contoso.com"; expected a domain such as contoso.onmicrosoft.com',
    ]);
  });

  test("within a subdomain, however deep", () => {
    expect(
      contoso({
        subdomains: {
          news: {
            profile: "send-only",
            spf: { ip4: ["x"] },
            subdomains: {
              eu: { profile: "exchange-online", tenant: CONTOSO, dmarc: { rua: ["dmarc@contoso.com"] } },
            },
          },
        },
      }).map((fault) => fault.split(", ")[0]),
    ).toEqual([
      "subdomains.news.spf.ip4[0]: not an IPv4 address",
      expect.stringMatching(/^subdomains\.news\.subdomains\.eu\.dmarc\.rua\[0\]: /),
    ]);
  });

  test("the choice of parts and the parts themselves are told in one pass", () => {
    expect(
      places(
        contoso({
          ttl: -1,
          senders: [{ sendgrid: { account: "no account" } }],
          spf: { ip4: ["300.1.1.1"] },
          dkim: { selector1: "selector1.example.net" },
          bimi: { logo: "http://contoso.com/logo.svg" },
          subdomains: { "a b": { profile: "parked" }, old: { profile: "parked", mx: "auto" } },
        }),
      ),
    ).toEqual([
      "ttl",
      "subdomains.old.mx",
      'subdomains["a b"].domain',
      "senders[0].sendgrid.account",
      "spf.ip4[0]",
      "dkim.selector2",
      "bimi.logo",
    ]);
  });
});

describe("options that a profile cannot have", () => {
  test("a parked domain has none of what mail needs", () => {
    expect(
      places(
        refused({
          domain: "contoso.net",
          profile: "parked",
          mx: "auto",
          spf: {},
          senders: [],
          dkim: {},
          mtaSts: { mode: "none" },
          tlsRpt: { rua: [] },
          bimi: { logo: "https://contoso.com/logo.svg" },
          autodiscover: true,
          onPremises: { egress: [] },
        }),
      ),
    ).toEqual(["mx", "spf", "dkim", "senders", "mtaSts", "tlsRpt", "bimi", "autodiscover", "onPremises"]);
  });

  test.each(["exchange-online", "eop-onpremises", "send-only", "receive-only"] as const)(
    "parked options belong to parked domains, not to %s",
    (profile) => {
      const onPremises = profile === "eop-onpremises" ? { onPremises: { egress: ["192.0.2.1"] } } : {};
      const spf = profile === "send-only" ? { spf: { ip4: ["192.0.2.1"] } } : {};
      expect(contoso({ profile, ...onPremises, ...spf, parked: { revokeDkim: true } })).toEqual([
        `parked: parked does not go with profile ${profile}; leave it out, or choose another profile: the domain is not parked`,
      ]);
    },
  );

  test("what no connector takes, with and without managed Exchange", () => {
    const onPremises = {
      egress: ["192.0.2.1"],
      smartHostCertificate: { name: "smtp contoso.com" },
      validationMailbox: "postmaster",
    };
    const premises = (fromPremises: NonNullable<MailDomainOptions["onPremises"]>["fromPremises"]) =>
      contoso({
        profile: "eop-onpremises",
        onPremises: { ...onPremises, ...(fromPremises && { fromPremises }) },
      });
    expect(premises({ addresses: ["192.0.2.25", "2001:db8::25", "10.0.0.0/8"] })).toEqual([
      'onPremises.smartHostCertificate.name: not a certificate\'s name, got "smtp contoso.com"; expected a host such as mail.contoso.com, or *.contoso.com',
      'onPremises.validationMailbox: not an address, got "postmaster"; expected a mailbox beyond the connector, such as postmaster@contoso.com',
      'onPremises.fromPremises.addresses[1]: Exchange knows no IPv6 senders on connectors, got "2001:db8::25"; expected an IPv4 address, or an IPv4 network of /24 to /32',
      'onPremises.fromPremises.addresses[2]: a network of /8 is too wide, got "10.0.0.0/8"; expected an IPv4 address, or an IPv4 network of /24 to /32',
    ]);
    expect(places(premises({ addresses: [] }))).toContain("onPremises.fromPremises.addresses");
    expect(places(premises({ certificate: "*" }))).toContain("onPremises.fromPremises.certificate");
  });

  test("premises need an address from which they send", () => {
    expect(contoso({ profile: "eop-onpremises" })).toEqual([
      "onPremises: profile eop-onpremises needs the premises' egress addresses; expected onPremises: { egress: [203.0.113.25] }",
    ]);
  });

  test("premises without anything of Microsoft's need a host that takes their mail, and take none of EOP's", () => {
    const onPremises = { egress: ["203.0.113.25"] };
    const own = (more: object) =>
      refused({ domain: "contoso.com", profile: "on-premises", onPremises, ...more });
    expect(own({})).toEqual([
      "mx: profile on-premises needs the host that takes the domain's mail; expected mx: { host: mail.contoso.com }, or onPremises: { smartHost: mail.contoso.com }",
    ]);
    for (const mx of ["auto", { partition: "n" }, { addedBefore: "2026-07-01" }])
      expect(own({ mx, autodiscover: true })).toEqual([
        "mx: mx does not go with profile on-premises; leave it out, or choose another profile: nothing of the domain is Microsoft's yet",
        "autodiscover: autodiscover does not go with profile on-premises; leave it out, or choose another profile: nothing of the domain is Microsoft's yet",
      ]);
    expect(own({ onPremises: { egress: [], smartHost: "203.0.113.25" } })).toEqual([
      "onPremises: profile on-premises needs the premises' egress addresses; expected onPremises: { egress: [203.0.113.25] }",
      expect.stringMatching(/^onPremises\.smartHost: .*got "203\.0\.113\.25"/),
    ]);
  });

  test("connectors are called by names that Exchange takes", () => {
    const connectors = { toPremises: "x".repeat(65), fromPremises: "two\nlines" };
    const onPremises = { egress: ["203.0.113.25"], smartHost: "mail.contoso.com", connectors };
    expect(places(contoso({ profile: "eop-onpremises", onPremises }))).toEqual([
      "onPremises.connectors.toPremises",
      "onPremises.connectors.fromPremises",
    ]);
  });

  test("a send-only domain needs somebody who sends", () => {
    expect(refused({ domain: "contoso.com", profile: "send-only", spf: { all: "softfail" } })).toEqual([
      "senders: a send-only domain names no sender; expected at least one sender, or addresses or includes under spf; add senders, or choose profile parked",
    ]);
  });

  test("without a tenant, nothing of Microsoft's can be told", () => {
    expect(places(refused({ domain: "contoso.com", profile: "exchange-online" }))).toEqual([
      "mx",
      "autodiscover",
      "dkim",
    ]);
  });

  test("a name that is no domain", () => {
    expect(refused({ domain: "contoso_com", profile: "parked" })).toEqual([
      'domain: label "contoso_com" is not legal in a host name, got "contoso_com"; expected letters, digits and inner hyphens',
    ]);
  });
});
