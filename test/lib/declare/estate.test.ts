import { declareEstate } from "../../../lib/declare/estate";
import { formatFault } from "../../../lib/fault";
import { estateOf, HEAD } from "../estate/memory-files";

/** The problems of an estate whose form is right, as the command line prints them. */
function problemsOf(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const declared = declareEstate(estateOf(text, others));
  if (declared.ok) throw new Error("the estate was accepted");
  return declared.problems.map(
    (fault) => `${fault.file}:${fault.line}:${fault.column}: ${formatFault(fault)}`,
  );
}

/** The records of an estate by domain, role and name. */
function recordsOf(text: string): Readonly<Record<string, readonly string[]>> {
  const declared = declareEstate(estateOf(text));
  if (!declared.ok) throw new Error(declared.problems.map(formatFault).join("\n"));
  return Object.fromEntries(
    declared.domains.map(({ estate, declaration }) => [
      estate.name,
      declaration.records.map(({ rolePath, record }) => `${rolePath} ${record.name}`),
    ]),
  );
}

const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";
const RECORD_ID = "372e67954025e0ba6aaa6d586b9e0b59";

describe("an estate's domains together", () => {
  test("two domains that write the same record are told with both places", () => {
    expect(
      problemsOf(
        `version: 1
domains: !include "*.domains.yaml"
`,
        {
          "a.domains.yaml": `contoso.com:
  profile: parked
  zone: { cloudflare: {} }
  records:
    news: { type: TXT, name: news, value: "MS=ms1" }
`,
          "b.domains.yaml": `news.contoso.com:
  profile: parked
  records:
    verify: { type: TXT, value: "MS=ms1" }
`,
        },
      ),
    ).toEqual([
      'a.domains.yaml:5:5: domains["contoso.com"].records.news: the same TXT record is declared twice at news.contoso.com, got "MS=ms1"; expected one declaration of each record; the other is at b.domains.yaml:4:5',
    ]);
  });

  test("a record below a domain that is another domain's own", () => {
    expect(
      problemsOf(`${HEAD}domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    records: { news: { type: TXT, name: news, value: v=spf1 ip4:192.0.2.1 -all } }
  news.contoso.com:
    profile: send-only
    spf: { ip4: [192.0.2.2] }
`),
    ).toEqual([
      'estate.yaml:8:16: domains["contoso.com"].records.news: 2 SPF records at news.contoso.com: receivers then have none, got "v=spf1 ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.2 -all"; expected one SPF record at a name; merge them into one; the other is at estate.yaml:11:5',
    ]);
  });

  test("an MX host of one domain that is an alias in another", () => {
    expect(
      problemsOf(`${HEAD}domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    records: { mx: { type: CNAME, name: mx, target: mail.fabrikam.com } }
  contoso.net: { tenant: contoso, profile: receive-only, zone: { cloudflare: {} }, mx: { host: mx.contoso.com } }
`),
    ).toEqual([
      'estate.yaml:9:84: domains["contoso.net"].mx: MX host mx.contoso.com is an alias; expected a host name with an address of its own (RFC 2181 §10.3); the other is at estate.yaml:8:16',
    ]);
  });

  test("every domain's faults are reported, each at its own place, a default's once", () => {
    expect(
      problemsOf(`${HEAD}defaults: { spf: { ip4: [300.1.1.1] } }
domains:
  contoso.com:
    tenant: contoso
    profile: eop-onpremises
    onPremises: { egress: [176.62.196.300] }
    zone: { cloudflare: {} }
  contoso.net:
    tenant: contoso
    profile: exchange-online
    zone: { cloudflare: {} }
    spf: { include: [ "-bad-.com" ] }
    bimi: { logo: http://contoso.net/logo.svg }
`).map((problem) => problem.split(", ")[0]),
    ).toEqual([
      "estate.yaml:4:26: defaults.spf.ip4[0]: not an IPv4 address",
      'estate.yaml:9:28: domains["contoso.com"].onPremises.egress[0]: not an IPv4 address',
      'estate.yaml:15:23: domains["contoso.net"].spf.include[0]: label "-bad-" is not legal in a DNS owner name',
      'estate.yaml:16:19: domains["contoso.net"].bimi.logo: URI scheme "http" is not used here',
    ]);
  });
});

describe("imports", () => {
  const estate = (zone: string, imports: string) => `version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: ${zone} }
    import: ${imports}
`;

  test("of a role that no record has", () => {
    expect(
      problemsOf(estate(`{ zoneId: ${ZONE_ID} }`, `{ spf: ${RECORD_ID}, news/Spf: ${RECORD_ID} }`)),
    ).toEqual([
      'estate.yaml:6:20: domains["contoso.com"].import.spf: no record of this domain has this role, got "spf"; expected Dmarc | Mx | Spf',
      'estate.yaml:6:64: domains["contoso.com"].import["news/Spf"]: no record of this domain has this role, got "news/Spf"; expected Dmarc | Mx | Spf',
    ]);
  });

  test("need the zone's id", () => {
    expect(problemsOf(estate("{}", `{ Spf: ${RECORD_ID} }`))).toEqual([
      'estate.yaml:6:20: domains["contoso.com"].import.Spf: an import needs the zone\'s id; expected zone: { cloudflare: { zoneId: … } }',
    ]);
  });

  test("of roles that are there are taken, those of subdomains too", () => {
    const text = `${estate(`{ zoneId: ${ZONE_ID} }`, `{ Spf: ${RECORD_ID}, news/Mx: ${RECORD_ID} }`)}    subdomains: { news: { profile: parked } }\n`;
    expect(declareEstate(estateOf(text)).ok).toBe(true);
  });
});

describe("text that Cloudflare would refuse", () => {
  test("is told at the record's own key", () => {
    expect(
      problemsOf(`version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    records:
      key: { type: TXT, name: key, value: "${"k".repeat(2100)}" }
`),
    ).toEqual([
      'estate.yaml:7:7: domains["contoso.com"].records.key: the TXT record at key.contoso.com is too long for Cloudflare, got 2126 characters; expected at most 2048 with quotes',
    ]);
  });
});

describe("DMARC reports to another domain of the estate", () => {
  const estate = (authorization: string) => `${HEAD}domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }${authorization} }
  fabrikam.com: { profile: parked, zone: { cloudflare: {} }, dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
  tailspin.com: { profile: parked, zone: { cloudflare: {} }, dmarc: { ruf: ["mailto:dmarc@reports.contoso.com"] } }
`;

  test("are authorised there, each by a record of its own", () => {
    expect(recordsOf(estate(""))["contoso.com"]?.slice(3)).toEqual([
      "DmarcReports-fabrikam.com fabrikam.com._report._dmarc.contoso.com",
      "DmarcReports-tailspin.com@reports.contoso.com tailspin.com._report._dmarc.reports.contoso.com",
    ]);
  });

  test("or all by one wildcard a receiver", () => {
    expect(recordsOf(estate(", reportAuthorization: any"))["contoso.com"]?.slice(3)).toEqual([
      "DmarcReports *._report._dmarc.contoso.com",
      "DmarcReports@reports.contoso.com *._report._dmarc.reports.contoso.com",
    ]);
  });
});
