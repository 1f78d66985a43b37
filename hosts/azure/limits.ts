import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../lib/dns/record";
import type { Fault } from "../../lib/fault";
import type { HostedDomain, HostedRecord } from "../host";
import type { AzureZoneChoice } from "./zone-choice";

/**
 * The most octets of all TXT values at one name together, and of one.
 * Source: https://learn.microsoft.com/azure/dns/dns-zones-records#txt-records; azurerm's schema (1 to 4096 a value).
 */
const TXT_OCTETS = 4096;

/**
 * The most records of one name and type, unless Azure's support raises it.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-dns-limits
 */
const SET_RECORDS = 20;

/** azurerm cuts longer texts itself, after so many octets each. Source: internal/services/dns/dns_txt_record_resource.go. */
const CUT_OCTETS = 254;

/** What azurerm lets pass. Source: internal/services/dns/dns_caa_record_resource.go. */
const CAA_TAGS: readonly string[] = ["issue", "issuewild", "iodef", "contactemail"];

/** Types of records that have a resource and no limit of their own. */
const SUPPORTED: ReadonlySet<DnsRecordType> = new Set(["A", "AAAA", "CNAME", "SRV", "PTR"]);

/** What Azure DNS or its Terraform provider cannot do of what a domain declares. */
export function azureFaults(domain: HostedDomain<AzureZoneChoice>): readonly Fault[] {
  const { zone, records, kept } = domain;
  const faults: Fault[] = [...records, ...kept].flatMap(({ record, path }) =>
    recordFaults(record, zone.name).map((fault) => ({ ...fault, path })),
  );
  faults.push(...setFaults([...records, ...kept]));
  if (domain.servesPolicy) {
    faults.push({
      path: ["mtaSts"],
      message: "Azure DNS serves no MTA-STS policy",
      expected: "hosting: external",
      fix: "set mtaSts.hosting: external and serve the policy yourself; docs/guide/azure-dns.md says where",
    });
  }
  if (Object.keys(domain.import).length > 0) {
    faults.push({
      path: ["import"],
      message: "record sets of Azure DNS have no ids of their own",
      fix: "leave the key out; docs/guide/azure-dns.md says how existing record sets are taken over",
    });
  }
  return faults;
}

/** What Azure DNS or azurerm would refuse of one record. */
export function recordFaults(record: DnsRecord, zone: DnsName): readonly Fault[] {
  const { name, type } = record;
  switch (record.type) {
    case "TXT":
      return textFaults(record.value, name);
    case "MX":
      // `The domain name '.' is invalid`: https://github.com/DNSControl/dnscontrol/pull/703
      return record.exchange === "."
        ? [
            {
              message: "Azure DNS has no null MX",
              received: `MX ${record.preference} . at ${name}`,
              expected: "a host",
              fix: "set mx: none; senders then try the domain's own address, if it has one",
            },
          ]
        : [];
    case "CAA":
      return CAA_TAGS.includes(record.tag)
        ? []
        : [
            {
              message: `Terraform's provider azurerm knows no such CAA property at ${name}`,
              received: record.tag,
              expected: CAA_TAGS.join(" | "),
            },
          ];
    case "NS":
      return name === zone
        ? [
            {
              message: "the NS record set of a zone itself belongs to Azure DNS",
              received: `NS ${record.host}`,
              expected: "a delegation of a name below the zone",
            },
          ]
        : [];
    default:
      return SUPPORTED.has(type)
        ? []
        : [
            {
              message: `Terraform's provider azurerm 4.55 has no ${type} records`,
              received: `${type} at ${name}`,
              fix: "leave the record out, or publish it by other means",
            },
          ];
  }
}

function textFaults(value: string, name: DnsName): readonly Fault[] {
  const octets = new TextEncoder().encode(value);
  if (octets.length === 0) {
    return [{ message: `Azure DNS has no empty TXT record, as at ${name}`, expected: "a text" }];
  }
  if (octets.length > TXT_OCTETS) {
    return [
      {
        message: `the TXT record at ${name} is too long for Azure DNS`,
        received: `${octets.length} octets`,
        expected: `at most ${TXT_OCTETS}`,
      },
    ];
  }
  for (let at = CUT_OCTETS; at < octets.length; at += CUT_OCTETS) {
    // An octet 10xxxxxx goes on with a character (RFC 3629 §3).
    if (((octets[at] ?? 0) & 0xc0) !== 0x80) continue;
    return [
      {
        message: `azurerm would cut the TXT record at ${name} inside a character`,
        received: `a character beyond ASCII at octet ${at + 1}`,
        expected: `ASCII, or at most ${CUT_OCTETS} octets`,
      },
    ];
  }
  return [];
}

/** What a record set holds too much of, told at the record that is too many. */
function setFaults(records: readonly HostedRecord[]): readonly Fault[] {
  const sets = new Map<string, { count: number; octets: number }>();
  return records.flatMap(({ record, path }): readonly Fault[] => {
    const { name, type } = record;
    const set = sets.get(`${type} ${name}`) ?? { count: 0, octets: 0 };
    sets.set(`${type} ${name}`, set);
    const before = set.octets;
    const own = record.type === "TXT" ? new TextEncoder().encode(record.value).length : 0;
    set.count += 1;
    set.octets += own;
    if (set.count === SET_RECORDS + 1) {
      return [
        {
          path,
          message: `too many ${type} records at ${name} for Azure DNS`,
          received: `${SET_RECORDS + 1} or more`,
          expected: `at most ${SET_RECORDS} of one name and type`,
        },
      ];
    }
    if (own > TXT_OCTETS || before > TXT_OCTETS || set.octets <= TXT_OCTETS) return [];
    return [
      {
        path,
        message: `the TXT records at ${name} are too long for Azure DNS together`,
        received: `${set.octets} octets or more`,
        expected: `at most ${TXT_OCTETS}`,
      },
    ];
  });
}
