import { type FieldedType, isFielded, readFields } from "../../dns/fielded";
import type { DnsName } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import { type Fault, fail, ok, type Result } from "../../fault";
import type { ExtraRecordOptions } from "../../options";

type FieldedOptions = Extract<ExtraRecordOptions, { readonly type: FieldedType }>;

/** What may be left out. */
const DEFAULTS: Readonly<Partial<Record<FieldedType, Readonly<Record<string, string | number>>>>> = {
  SVCB: { value: "" },
  HTTPS: { value: "" },
  NAPTR: { flags: "", service: "", regex: "", replacement: "." },
  DNSKEY: { protocol: 3 },
};

/** A record of a type whose data is a row of fields: each field by itself, then what its RFC says of them together. */
export function fieldedRecord(
  extra: FieldedOptions,
  owned: { readonly name: DnsName; readonly ttl: number },
  domain: DnsName,
): Result<DnsRecord> {
  const read = readFields(extra.type, { ...DEFAULTS[extra.type], ...extra });
  if (!read.ok) return read;
  const record: DnsRecord = { ...owned, ...read.value };
  const faults = togetherFaults(record, domain);
  return faults.length > 0 ? fail(...faults) : ok(record);
}

/** Is it an option of such a record? */
export function isFieldedOption(extra: ExtraRecordOptions): extra is FieldedOptions {
  return isFielded(extra);
}

function togetherFaults(record: DnsRecord, domain: DnsName): readonly Fault[] {
  switch (record.type) {
    case "SRV":
      return underscored(record.name, 2, "_service._protocol, such as _sip._tls (RFC 2782)");
    case "URI":
      return underscored(record.name, 1, "_service._protocol, such as _http._tcp (RFC 7553 §4.1)");
    case "SVCB":
    case "HTTPS":
      return record.priority === 0 && record.value !== ""
        ? [
            {
              path: ["value"],
              message: "parameters of an alias, which clients ignore",
              received: record.value,
              expected: "none with priority 0 (RFC 9460 §2.4.2)",
            },
          ]
        : [];
    case "NAPTR":
      return naptrFaults(record.flags, record.regex !== "", record.replacement !== ".");
    case "SSHFP":
      return [
        ...oneOf("algorithm", record.algorithm, [1, 2, 3, 4, 6], "RFC 4255, 6594, 7479, 8709"),
        ...oneOf("fingerprintType", record.fingerprintType, [1, 2], "RFC 4255, 6594"),
        ...lengthFaults("fingerprint", record.fingerprint, { 1: 20, 2: 32 }[record.fingerprintType]),
      ];
    case "SMIMEA":
      return [
        ...(record.name.includes("._smimecert.")
          ? []
          : [misplaced(record.name, "<hash>._smimecert (RFC 8162 §3)")]),
        ...oneOf("usage", record.usage, [0, 1, 2, 3], "RFC 6698 §2.1.1"),
        ...oneOf("selector", record.selector, [0, 1], "RFC 6698 §2.1.2"),
        ...oneOf("matchingType", record.matchingType, [0, 1, 2], "RFC 6698 §2.1.3"),
        ...lengthFaults("certificate", record.certificate, { 1: 32, 2: 64 }[record.matchingType]),
      ];
    case "OPENPGPKEY":
      return record.name.includes("._openpgpkey.")
        ? []
        : [misplaced(record.name, "<hash>._openpgpkey (RFC 7929 §3)")];
    case "DS":
      return [
        ...(record.name === domain
          ? [
              {
                path: ["name"],
                message: "a DS at the domain itself, which stands in the zone above",
                received: record.name,
                expected: "the name of a zone below, which NS records delegate (RFC 4034 §5)",
              },
            ]
          : []),
        ...oneOf("digestType", record.digestType, [1, 2, 4], "RFC 4509, 6605"),
        ...lengthFaults("digest", record.digest, { 1: 20, 2: 32, 4: 48 }[record.digestType]),
      ];
    case "DNSKEY":
      return [
        ...oneOf("flags", record.flags, [0, 256, 257, 385], "RFC 4034 §2.1.1, RFC 5011 §7"),
        ...oneOf("protocol", record.protocol, [3], "RFC 4034 §2.1.2"),
      ];
    default:
      return [];
  }
}

/** RFC 3403 §4.1: a rule substitutes or replaces, and S and A end in a name. */
function naptrFaults(flags: string, substitutes: boolean, replaces: boolean): readonly Fault[] {
  if (!/^[A-Z0-9]*$/i.test(flags)) {
    return [
      {
        path: ["flags"],
        message: "not flags",
        received: JSON.stringify(flags),
        expected: "letters and digits, such as S",
      },
    ];
  }
  if (substitutes === replaces) {
    return [
      {
        path: ["replacement"],
        message: substitutes ? "a rule that substitutes and replaces" : "a rule that leads nowhere",
        expected: "either regex or replacement (RFC 3403 §4.1)",
      },
    ];
  }
  return [];
}

function underscored(name: DnsName, labels: number, expected: string): readonly Fault[] {
  const first = name.split(".").slice(0, labels);
  return first.every((label) => label.startsWith("_") || label === "*") ? [] : [misplaced(name, expected)];
}

function misplaced(name: DnsName, expected: string): Fault {
  return { path: ["name"], message: "a name that no client asks for this type at", received: name, expected };
}

function oneOf(key: string, value: number, choices: readonly number[], source: string): readonly Fault[] {
  if (choices.includes(value)) return [];
  const expected = `${choices.join(" | ")} (${source})`;
  return [{ path: [key], message: "a number without a meaning", received: String(value), expected }];
}

/** @param octets of a digest; of anything else any number */
function lengthFaults(key: string, digits: string, octets: number | undefined): readonly Fault[] {
  if (octets === undefined || digits.length === 2 * octets) return [];
  return [
    {
      path: [key],
      message: "not as long as a digest of this kind is",
      received: `${digits.length / 2} octets`,
      expected: `${octets} octets`,
    },
  ];
}
