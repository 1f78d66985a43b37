import { declareEstate } from "../../../lib/declare/estate";
import { formatFault } from "../../../lib/fault";
import { estateOf } from "../../lib/estate/memory-files";

/** What is wrong with an estate of these domains, a line each. */
function problems(domains: string, tenant = ""): readonly string[] {
  const declared = declareEstate(
    estateOf(
      `version: 1\ntenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01${tenant} } }\ndomains:\n${domains}`,
    ),
  );
  return declared.ok
    ? []
    : declared.problems.map((fault) => `${fault.file}:${fault.line}:${fault.column}: ${formatFault(fault)}`);
}

const ZONE = "zone: { route53: { hostedZoneId: Z0423512YUPB93QHZ0IX } }";

describe("a domain at Route 53", () => {
  test("may have a TXT of 4,000 characters, and no longer one", () => {
    const domain = (length: number) =>
      `  contoso.com: { profile: parked, ${ZONE}, records: { long: { type: TXT, value: "${"k".repeat(length)}" } } }\n`;
    expect(problems(domain(3953))).toEqual([]);
    expect(problems(domain(3954))).toEqual([
      'estate.yaml:4:105: domains["contoso.com"].records.long: the TXT record at contoso.com is too long for Route 53, got 4001 characters; expected at most 4000 with quotes',
    ]);
  });

  test("gives the zone's id where a policy is to be served", () => {
    const domain = (zone: string, more = "") =>
      `  contoso.com: { profile: receive-only, tenant: contoso, zone: { route53: { ${zone} } }, mtaSts: { mode: testing${more} } }\n`;
    expect(problems(domain("hostedZoneId: Z0423512YUPB93QHZ0IX"))).toEqual([]);
    expect(problems(domain("create: true"))).toEqual([]);
    expect(problems(domain("", ", hosting: external"))).toEqual([]);
    expect(problems(domain(""))).toEqual([
      'estate.yaml:4:83: domains["contoso.com"].mtaSts: the certificate of a policy at AWS needs the id of the hosted zone, got the zone contoso.com by its name; expected zone: { route53: { hostedZoneId: Z… } }; give the id (of a zone that the estate creates, once it is there), or set mtaSts.hosting: external',
    ]);
  });

  test("takes no Cloudflare ids, and no part in managed Exchange", () => {
    const domain = `  contoso.com: { tenant: contoso, profile: exchange-online, ${ZONE}, import: { Spf: 372e67954025e0ba6aaa6d586b9e0b59 } }\n`;
    expect(problems(domain, ", exchange: managed")).toEqual([
      'estate.yaml:4:26: domains["contoso.com"].tenant: a stack at AWS has no part in managed Exchange, which Terraform does, got tenant contoso with exchange: managed; expected a tenant without exchange; give the domain an entry under tenants with the same initialDomain and no exchange',
      'estate.yaml:4:120: domains["contoso.com"].import: CloudFormation cannot import record sets; leave the key out; docs/guide/route53.md tells how existing record sets are taken over',
    ]);
  });

  test("leaves the zone's own name servers alone", () => {
    const domain = (name: string) =>
      `  contoso.com: { profile: parked, ${ZONE}, records: { ns: { type: NS, name: "${name}", host: ns1.contoso.net } } }\n`;
    expect(problems(domain("lab"))).toEqual([]);
    expect(problems(domain("@"))).toEqual([
      expect.stringContaining(
        "the NS record set of a zone itself belongs to Route 53, got NS ns1.contoso.net",
      ),
    ]);
  });

  test("shares no record set with another domain: each is one resource of one stack", () => {
    const domains = `  contoso.com:
    profile: parked
    ${ZONE}
    records: { shop: { type: TXT, name: shop, value: shop-verification=1 } }
  shop.contoso.com: { profile: parked }
`;
    expect(problems(domains)).toEqual([
      'estate.yaml:8:32: domains["shop.contoso.com"].profile: the TXT record set at shop.contoso.com would be in two stacks, got shop.contoso.com and contoso.com; expected all of a record set in one domain: at Route 53 it is one thing; the other is at estate.yaml:7:16',
    ]);
    expect(problems(domains.replace(ZONE, "zone: { cloudflare: {} }"))).toEqual([]);
  });

  test("at Cloudflare a record set may well be of two stacks, and 2,048 characters are the limit", () => {
    const long = `records: { long: { type: TXT, value: "${"k".repeat(3000)}" } }`;
    expect(problems(`  contoso.com: { profile: parked, ${ZONE}, ${long} }\n`)).toEqual([]);
    expect(problems(`  contoso.com: { profile: parked, zone: { cloudflare: {} }, ${long} }\n`)).toEqual([
      expect.stringContaining("the TXT record at contoso.com is too long for Cloudflare"),
    ]);
  });
});

describe("what is kept", () => {
  const domain = (keep: string) => `  contoso.com: { profile: parked, ${ZONE}, keep: { ${keep} } }\n`;

  test("must be a record", () => {
    expect(problems(domain("old: { type: A, address: 192.0.2.300 }"))).toEqual([
      expect.stringContaining('domains["contoso.com"].keep.old.address: not an IPv4 address'),
    ]);
  });

  test("must go with what is published", () => {
    expect(problems(domain('old: { type: TXT, value: "v=spf1 mx -all" }'))).toEqual([
      expect.stringContaining("2 SPF records at contoso.com: receivers then have none"),
    ]);
    expect(problems(domain('old: { type: TXT, value: "v=spf1 -all" }'))).toEqual([
      expect.stringContaining("the same TXT record is declared twice at contoso.com"),
    ]);
    expect(problems(domain("old: { type: TXT, value: google-site-verification=abc }"))).toEqual([]);
  });
});
