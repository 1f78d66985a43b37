import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../lib/dns/record";
import { quoteTxt } from "../../lib/dns/txt";
import type { Fault } from "../../lib/fault";
import type { HostedDomain } from "../host";
import type { Route53ZoneChoice } from "./zone-choice";

/**
 * The longest value of a TXT record at Route 53, quotes and escapes counted.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
 */
const ROUTE53_TXT_LIMIT = 4000;

/** Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const UNSUPPORTED: ReadonlySet<DnsRecordType> = new Set([
  "SMIMEA",
  "OPENPGPKEY",
  "URI",
  "CERT",
  "DNSKEY",
  "LOC",
]);

/** What Route 53 or a CloudFormation stack cannot do of what a domain declares. */
export function route53Faults(domain: HostedDomain<Route53ZoneChoice>): readonly Fault[] {
  const { zone } = domain;
  const faults: Fault[] = [];
  for (const { record, path } of domain.records) {
    faults.push(...recordFaults(record, zone.name).map((fault) => ({ ...fault, path })));
  }
  for (const { path, tenant } of domain.managedTenants) {
    faults.push({
      path,
      message: "a stack at AWS has no part in managed Exchange, which Terraform does",
      received: `tenant ${tenant} with exchange: managed`,
      expected: "a tenant without exchange",
      fix: "give the domain an entry under tenants with the same initialDomain and no exchange",
    });
  }
  if (zone.source.by === "name" && domain.servesPolicy) {
    faults.push({
      path: ["mtaSts"],
      message: "the certificate of a policy at AWS needs the id of the hosted zone",
      received: `the zone ${zone.name} by its name`,
      expected: "zone: { route53: { hostedZoneId: Z… } }",
      fix: "give the id (of a zone that the estate creates, once it is there), or set mtaSts.hosting: external",
    });
  }
  if (Object.keys(domain.import).length > 0) {
    faults.push({
      path: ["import"],
      message: "CloudFormation cannot import record sets",
      fix: "leave the key out; docs/guide/route53.md tells how existing record sets are taken over",
    });
  }
  return faults;
}

/** What Route 53 would refuse of one record. */
export function recordFaults(record: DnsRecord, zone: DnsName): readonly Fault[] {
  if (record.type === "TXT") {
    const { length } = quoteTxt(record.value, 8);
    if (length <= ROUTE53_TXT_LIMIT) return [];
    return [
      {
        message: `the TXT record at ${record.name} is too long for Route 53`,
        received: `${length} characters`,
        expected: `at most ${ROUTE53_TXT_LIMIT} with quotes`,
      },
    ];
  }
  if (UNSUPPORTED.has(record.type)) {
    return [
      {
        message: `Route 53 has no ${record.type} records`,
        received: `${record.type} at ${record.name}`,
        fix: "leave the record out, or publish it by other means",
      },
    ];
  }
  if (record.type === "NS" && record.name === zone) {
    return [
      {
        message: "the NS record set of a zone itself belongs to Route 53",
        received: `NS ${record.host}`,
        expected: "a delegation of a name below the zone",
      },
    ];
  }
  return [];
}
