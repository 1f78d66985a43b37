import { parseIp4, parseIp6 } from "../../dns/address";
import { type FieldedType, isFielded, isHundredths, readFields } from "../../dns/fielded";
import type { LocRecord, NaptrRecord } from "../../dns/fielded-records";
import { type DnsName, parseName } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import { type Fault, fail, ok, type Result } from "../../fault";
import type { ExtraRecordOptions } from "../../options";

type FieldedOptions = Extract<ExtraRecordOptions, { readonly type: FieldedType }>;

/** What RFC 1876 §3 takes where nothing is written. */
const LOCATION_DEFAULTS = {
  latMinutes: 0,
  latSeconds: 0,
  longMinutes: 0,
  longSeconds: 0,
  altitude: 0,
  size: 1,
  precisionHorz: 10_000,
  precisionVert: 10,
} as const;

/** What may be left out. */
const DEFAULTS: Readonly<Partial<Record<FieldedType, Readonly<Record<string, string | number>>>>> = {
  SVCB: { value: "" },
  HTTPS: { value: "" },
  NAPTR: { flags: "", service: "", regex: "", replacement: "." },
  DNSKEY: { protocol: 3 },
  LOC: LOCATION_DEFAULTS,
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
      return [
        ...underscored(record.name, 1, "_service._protocol, such as _http._tcp (RFC 7553 §4.1)"),
        ...webHostFaults(record.target),
      ];
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
      return naptrFaults(record);
    case "SSHFP":
      return [
        ...oneOf("algorithm", record.algorithm, [1, 2, 3, 4, 6], "RFC 4255, 6594, 7479, 8709"),
        ...oneOf("fingerprintType", record.fingerprintType, [1, 2], "RFC 4255, 6594"),
        ...lengthFaults("fingerprint", record.fingerprint, { 1: 20, 2: 32 }[record.fingerprintType]),
      ];
    case "SMIMEA":
      return [
        ...ofMailbox(record.name, "_smimecert", "RFC 8162 §3"),
        ...oneOf("usage", record.usage, [0, 1, 2, 3], "RFC 6698 §2.1.1"),
        ...oneOf("selector", record.selector, [0, 1], "RFC 6698 §2.1.2"),
        ...oneOf("matchingType", record.matchingType, [0, 1, 2], "RFC 6698 §2.1.3"),
        ...digestFaults(record.matchingType, record.certificate),
      ];
    case "OPENPGPKEY":
      return ofMailbox(record.name, "_openpgpkey", "RFC 7929 §3");
    case "CERT":
      return reserved("certificateType", record.certificateType, [0, 255, 65_535], "RFC 4398 §2.1");
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
        ...reserved("algorithm", record.algorithm, [0], "RFC 4034 §A.1"),
        ...oneOf("digestType", record.digestType, [1, 2, 4], "RFC 4509, 6605"),
        ...lengthFaults("digest", record.digest, { 1: 20, 2: 32, 4: 48 }[record.digestType]),
      ];
    case "DNSKEY":
      return [
        ...oneOf("flags", record.flags, [0, 256, 257, 385], "RFC 4034 §2.1.1, RFC 5011 §7"),
        ...oneOf("protocol", record.protocol, [3], "RFC 4034 §2.1.2"),
        ...reserved("algorithm", record.algorithm, [0], "RFC 4034 §A.1"),
        ...octetFaults(
          "publicKey",
          "key of this algorithm",
          Buffer.from(record.publicKey, "base64").length,
          KEY_OCTETS[record.algorithm],
        ),
      ];
    case "LOC":
      return placeFaults(record);
    default:
      return [];
  }
}

/** On the wire a length is one digit and a power of ten, in centimetres (RFC 1876 §2). */
function isLength(metres: number): boolean {
  return /^(?:0|[1-9]0{0,9})$/.test(String(Math.round(metres * 100))) && isHundredths(metres);
}

/** RFC 1876 §2, §3. */
function placeFaults(place: LocRecord): readonly Fault[] {
  const most = (key: keyof LocRecord & string, limit: number, from = 0): readonly Fault[] => {
    const value = Number(place[key]);
    if (value >= from && value <= limit) return [];
    const expected = `${from} to ${limit} (RFC 1876 §3)`;
    return [{ path: [key], message: "number out of range", received: String(value), expected }];
  };
  const lengths = (["size", "precisionHorz", "precisionVert"] as const).filter(
    (key) => !isLength(place[key]),
  );
  const [atPole, atEdge] = [place.latDegrees === 90, place.longDegrees === 180];
  return [
    ...most("latDegrees", 90),
    ...most("latMinutes", atPole ? 0 : 59),
    ...most("latSeconds", atPole ? 0 : 59.999),
    ...most("longDegrees", 180),
    ...most("longMinutes", atEdge ? 0 : 59),
    ...most("longSeconds", atEdge ? 0 : 59.999),
    ...most("altitude", 42_849_672.95, -100_000),
    ...lengths.map((key) => ({
      path: [key],
      message: "a length that LOC has no form for",
      received: String(place[key]),
      expected: "one digit and a power of ten, such as 0.5, 20 or 10000, at most 90000000 (RFC 1876 §2)",
    })),
  ];
}

/** RFC 9110 §4.2: an http or https URI without a host is none, nor is one whose host or port nobody can reach. */
function webHostFaults(target: string): readonly Fault[] {
  const scheme = /^https?:/i.exec(target)?.[0];
  if (scheme === undefined) return [];
  const expected = "a host, such as https://contoso.com/ (RFC 9110 §4.2)";
  const refuse = (message: string, received: string): readonly Fault[] => [
    { path: ["target"], message, received, expected },
  ];
  const authority = /^\/\/([^/?#]*)/.exec(target.slice(scheme.length))?.[1] ?? "";
  const [, host = "", port] =
    /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(authority.lastIndexOf("@") + 1)) ?? [];
  if (host === "") return refuse("a web address without a host", target);
  const isKnown = host.startsWith("[")
    ? parseIp6(host.slice(1, -1)).ok
    : parseIp4(host).ok || (parseName(host).ok && !/^[0-9.]+$/.test(host));
  if (!isKnown) return refuse("not a host", host);
  const isPort = port === undefined || port === "" || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535);
  return isPort ? [] : refuse("not a port", port);
}

/** Octets of keys that all have one length (RFC 6605 §4, RFC 8080 §3). */
const KEY_OCTETS: Readonly<Partial<Record<number, number>>> = { 13: 64, 14: 96, 15: 32, 16: 57 };

/** RFC 3403 §4.1: a rule substitutes or replaces. */
function naptrFaults({ flags, regex, replacement }: NaptrRecord): readonly Fault[] {
  const [substitutes, replaces] = [regex !== "", replacement !== "."];
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
  const ends = new Set(flags.toUpperCase().match(/[SAU]/g) ?? []);
  if (ends.size > 1) {
    const expected = "one of S, A and U (RFC 3404 §4.3)";
    return [{ path: ["flags"], message: "flags that exclude each other", received: flags, expected }];
  }
  if (ends.has("U") && !substitutes) {
    return [
      {
        path: ["regex"],
        message: "flag U without a regex, which makes the URI",
        expected: "such as !^.*$!sip:info@contoso.com! (RFC 3404 §4.3)",
      },
    ];
  }
  if (substitutes && (ends.has("S") || ends.has("A"))) {
    return [
      {
        path: ["regex"],
        message: "a regex with a flag whose rule ends in a name",
        received: regex,
        expected:
          "replacement, the name itself: applications that use S and A take no other (RFC 3263 §4.1, RFC 3958)",
      },
    ];
  }
  return substitutes ? substitutionFaults(regex) : [];
}

/** RFC 3402 §3.2: an expression and what replaces it, with one delimiter around both and between them. */
function substitutionFaults(regex: string): readonly Fault[] {
  const delimiter = regex.charAt(0);
  const [, ...parts] = splitAt(regex, delimiter);
  const [expression = "", replacing = "", flags = ""] = parts;
  if (/[1-9i\\]/i.test(delimiter) || parts.length !== 3 || expression === "" || !/^i?$/.test(flags)) {
    return [
      {
        path: ["regex"],
        message: "not a substitution",
        received: regex,
        expected: "delimiter, expression, delimiter, replacement, delimiter, i or nothing (RFC 3402 §3.2)",
      },
    ];
  }
  const groups = groupsOf(expression);
  if (groups === undefined) {
    return [{ path: ["regex"], message: "brackets that do not match", received: expression }];
  }
  const references = [...replacing.matchAll(/\\(.)/g)].map(([, digit]) => Number(digit));
  const beyond = references.filter((number) => number > groups);
  if (beyond.length === 0) return [];
  return [
    {
      path: ["regex"],
      message: "a reference to a group that the expression does not have",
      received: beyond.map((number) => `\\${number}`).join(" "),
      expected: groups === 0 ? "none" : `\\1 to \\${groups} (RFC 3402 §3.2)`,
    },
  ];
}

/** Splits at a character, where no backslash stands before it. */
function splitAt(text: string, delimiter: string): readonly string[] {
  const parts = [""];
  for (const piece of text.match(/\\.|./g) ?? []) {
    if (piece === delimiter) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${piece}`);
  }
  return parts;
}

/** How many groups an extended regular expression has; `undefined` where they do not close. */
function groupsOf(expression: string): number | undefined {
  // What stands in square brackets, and what is escaped, opens no group.
  const bare = expression.replaceAll(/\\.|\[\^?\]?(?:\[[:.=].*?[:.=]\]|[^\]])*\]/g, "");
  let open = 0;
  for (const bracket of bare.match(/[()]/g) ?? []) {
    open += bracket === "(" ? 1 : -1;
    if (open < 0) return undefined;
  }
  return open === 0 && !bare.includes("[") ? (bare.match(/\(/g)?.length ?? 0) : undefined;
}

function underscored(name: DnsName, labels: number, expected: string): readonly Fault[] {
  const first = name.split(".").slice(0, labels);
  return first.every((label) => label.startsWith("_") || label === "*") ? [] : [misplaced(name, expected)];
}

/** Keys of a mailbox stand at the first 28 octets of its SHA-256. */
function ofMailbox(name: DnsName, label: string, source: string): readonly Fault[] {
  const [first = "", second] = name.split(".");
  return second === label && /^(?:[0-9a-f]{56}|\*)$/.test(first)
    ? []
    : [misplaced(name, `<56 hexadecimal digits>.${label} (${source})`)];
}

function misplaced(name: DnsName, expected: string): Fault {
  return { path: ["name"], message: "a name that no client asks for this type at", received: name, expected };
}

function oneOf(key: string, value: number, choices: readonly number[], source: string): readonly Fault[] {
  if (choices.includes(value)) return [];
  const expected = `${choices.join(" | ")} (${source})`;
  return [{ path: [key], message: "a number without a meaning", received: String(value), expected }];
}

function reserved(key: string, value: number, numbers: readonly number[], source: string): readonly Fault[] {
  if (!numbers.includes(value)) return [];
  const expected = `a number that is not reserved (${source})`;
  return [{ path: [key], message: "a reserved number", received: String(value), expected }];
}

/** Octets of a digest by matching type (RFC 6698 §2.1.3); of the whole certificate or key any number. */
const DIGESTS: Readonly<Record<number, { readonly name: string; readonly octets: number }>> = {
  1: { name: "SHA-256", octets: 32 },
  2: { name: "SHA-512", octets: 64 },
};

export function digestFaults(matchingType: number, certificate: string): readonly Fault[] {
  const digest = DIGESTS[matchingType];
  const octets = certificate.length / 2;
  if (!digest || octets === digest.octets) return [];
  return [
    {
      path: ["certificate"],
      message: `not a ${digest.name} digest, which matchingType ${matchingType} says it is`,
      received: `${octets} octets`,
      expected: `${digest.octets} octets`,
    },
  ];
}

/** @param octets of a digest; of anything else any number */
function lengthFaults(key: string, digits: string, octets: number | undefined): readonly Fault[] {
  return octetFaults(key, "digest of this kind", digits.length / 2, octets);
}

function octetFaults(
  key: string,
  what: string,
  octets: number,
  expected: number | undefined,
): readonly Fault[] {
  if (expected === undefined || octets === expected) return [];
  return [
    {
      path: [key],
      message: `not as long as a ${what} is`,
      received: `${octets} octets`,
      expected: `${expected} octets`,
    },
  ];
}
