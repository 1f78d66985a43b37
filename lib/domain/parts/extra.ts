import { closest } from "../../closest";
import { parseIp4, parseIp6 } from "../../dns/address";
import { below, type DnsName, parseName } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import { parseTarget } from "../../dns/target";
import { collect, type Fault, fail, type Result, settle, within } from "../../fault";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { isDmarc, parseDmarc } from "../../mail/dmarc/parse";
import { isSpf, parseSpf } from "../../mail/spf/parse";
import type { ExtraRecordOptions } from "../../options";
import { digestFaults, fieldedRecord, isFieldedOption } from "./fielded";
import { type PartOptions, type PartRecord, type PartResult, readPart, ttlFault } from "./part";

export interface ExtraRecordsOptions extends PartOptions {
  /** By a key of your choice, which is part of the record's Terraform address. */
  readonly records: Readonly<Record<string, ExtraRecordOptions>>;
}

/** Records beside the mail set (verification texts, CAA, TLSA, …), each with role `Record-<key>`. */
export function extraRecords(options: ExtraRecordsOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const records: PartRecord[] = [];
  for (const [key, extra] of Object.entries(options.records).sort(([a], [b]) => (a < b ? -1 : 1))) {
    faults.push(...ttlFault(extra.ttl).map((fault) => within(fault, key)));
    const name = collect(ownerName(extra.name ?? "@", part.domain), faults, key, "name");
    if (!name) continue;
    const record = collect(extraRecord(extra, name, part.domain, extra.ttl ?? part.ttl), faults, key);
    if (record) records.push({ role: `Record-${key}`, record });
  }
  return settle(faults, () => records);
}

function ownerName(relative: string, domain: DnsName): Result<DnsName> {
  return relative === "@" ? { ok: true, value: domain } : parseName(below(relative, domain), "owner");
}

function extraRecord(
  extra: ExtraRecordOptions,
  name: DnsName,
  domain: DnsName,
  ttl: number,
): Result<DnsRecord> {
  const faults: Fault[] = [];
  const owned = { name, ttl };
  if (isFieldedOption(extra)) return fieldedRecord(extra, owned, domain);
  switch (extra.type) {
    case "A":
    case "AAAA": {
      const parse = extra.type === "A" ? parseIp4 : parseIp6;
      const address = collect(parse(extra.address), faults, "address");
      return settle(faults, () => ({ ...owned, type: extra.type, address: address ?? "" }));
    }
    case "CNAME": {
      const target = collect(parseTarget(extra.target, "owner"), faults, "target");
      return target ? { ok: true, value: { ...owned, type: "CNAME", target } } : fail(...faults);
    }
    case "NS": {
      const host = collect(parseTarget(extra.host), faults, "host");
      if (name.startsWith("*.")) {
        faults.push({
          path: ["name"],
          message: "a delegation at a wildcard",
          received: name,
          expected:
            "the name that is delegated: servers differ in what NS records at a wildcard mean (RFC 4592 §4.2)",
        });
        return fail(...faults);
      }
      return host ? { ok: true, value: { ...owned, type: "NS", host } } : fail(...faults);
    }
    case "MX": {
      faults.push(...integerFaults({ preference: extra.preference }, 65535));
      const exchange =
        extra.exchange === "." ? "." : collect(parseTarget(extra.exchange), faults, "exchange");
      return settle(faults, () => ({
        ...owned,
        type: "MX",
        preference: extra.preference,
        exchange: exchange ?? ".",
      }));
    }
    case "TXT":
      if (!extra.value.isWellFormed()) faults.push(brokenText(["value"]));
      faults.push(...textFaults(extra.value, name, domain).map((fault) => within(fault, "value")));
      return settle(faults, () => ({ ...owned, type: "TXT", value: extra.value }));
    case "CAA": {
      const { flags = 0, tag, value } = extra;
      faults.push(...integerFaults({ flags }, 255));
      if (!/^[a-z0-9]{1,15}$/.test(tag)) {
        faults.push({
          path: ["tag"],
          message: "not a CAA property tag",
          received: JSON.stringify(tag),
          expected: "lower-case letters and digits, e.g. issue (RFC 8659 §4.1)",
        });
      } else if (!CAA_TAGS.includes(tag)) {
        const near = closest(tag, CAA_TAGS);
        faults.push({
          path: ["tag"],
          message: "CAA property tag that no certification authority knows",
          received: JSON.stringify(tag),
          expected: CAA_TAGS.join(" | "),
          ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
        });
      }
      if (!value.isWellFormed()) faults.push(brokenText(["value"]));
      return settle(faults, () => ({ ...owned, type: "CAA", flags, tag, value }));
    }
    case "TLSA": {
      const { usage, selector, matchingType } = extra;
      faults.push(
        ...integerFaults({ usage }, 3),
        ...integerFaults({ selector }, 1),
        ...integerFaults({ matchingType }, 2),
      );
      const certificate = extra.certificate.toLowerCase();
      if (!/^(?:[0-9a-f]{2})+$/.test(certificate)) {
        faults.push({
          path: ["certificate"],
          message: "not certificate association data",
          received: JSON.stringify(extra.certificate),
          expected: "pairs of hexadecimal digits (RFC 6698 §2.2)",
        });
      } else {
        faults.push(...digestFaults(matchingType, certificate));
      }
      return settle(faults, () => ({ ...owned, type: "TLSA", usage, selector, matchingType, certificate }));
    }
  }
}

/** IANA, Certification Authority Restriction Properties; those that are obsolete aside. */
const CAA_TAGS: readonly string[] = [
  "issue",
  "issuewild",
  "issuemail",
  "issuevmc",
  "iodef",
  "contactemail",
  "contactphone",
];

/** What is wrong with a text of one's own. At the domain itself and its `_dmarc` the rules say so. */
function textFaults(value: string, name: DnsName, domain: DnsName): readonly Fault[] {
  const escaped = /\\[;"]/.exec(value);
  if (escaped) {
    return [
      {
        message: "a text with the escapes of a zone file, which would be published as they stand",
        received: JSON.stringify(value),
        expected: "the text itself",
        fix: `write ${escaped[0].slice(1)} for ${escaped[0]}`,
      },
    ];
  }
  if (name === domain || name === dmarcRecordName(domain)) return [];
  const read = isSpf(value)
    ? parseSpf(value)
    : isDmarc(value) && name.startsWith("_dmarc.")
      ? parseDmarc(value)
      : undefined;
  return read && !read.ok ? read.faults.map(({ path: _path, at: _at, ...fault }) => fault) : [];
}

function integerFaults(values: Readonly<Record<string, number>>, most: number): readonly Fault[] {
  return Object.entries(values)
    .filter(([, value]) => !Number.isInteger(value) || value < 0 || value > most)
    .map(([key, value]) => ({
      path: [key],
      message: "number out of range",
      received: String(value),
      expected: `0 to ${most}`,
    }));
}

function brokenText(path: readonly string[]): Fault {
  return { path, message: "text with half a surrogate pair", expected: "text that can be written in UTF-8" };
}
