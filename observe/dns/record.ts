import { readFields } from "../../lib/dns/fielded";
import { parseName } from "../../lib/dns/name";
import { parseRecord } from "../../lib/dns/parse-record";
import type { DnsRecord, DnsRecordType } from "../../lib/dns/record";
import { txtText } from "../../lib/dns/resolve";
import { type WireRecord, wireFields } from "./fields";
import { txtStrings } from "./resolve";

/**
 * A record of an answer as mail posture knows it; `undefined` for one that cannot be, such as an MX whose host is no
 * host name.
 */
export function recordOf(wire: WireRecord): DnsRecord | undefined {
  const row = wireFields(wire);
  if (row) return fieldedOf(row, wire);
  const read = ofOldType(wire) ?? presentation(wire);
  if (!read || wire.type === "OPT") return undefined;
  const record = parseRecord(wire.name, read.type, read.data, wire.ttl ?? 0);
  return record.ok ? record.value : undefined;
}

function fieldedOf(
  { type, fields }: NonNullable<ReturnType<typeof wireFields>>,
  wire: WireRecord,
): DnsRecord | undefined {
  const name = parseName(wire.name, "owner");
  const data = readFields(type, fields);
  if (!name.ok || !data.ok || wire.type === "OPT") return undefined;
  return { name: name.value, ttl: wire.ttl ?? 0, ...data.value };
}

function presentation(wire: WireRecord): { readonly type: DnsRecordType; readonly data: string } | undefined {
  switch (wire.type) {
    case "A":
    case "AAAA":
    case "CNAME":
    case "NS":
      return { type: wire.type, data: wire.data };
    case "MX":
      return { type: "MX", data: `${wire.data.preference ?? 0} ${wire.data.exchange || "."}` };
    case "TXT":
      return { type: "TXT", data: txtText(txtStrings(wire.data)) };
    case "CAA":
      return { type: "CAA", data: `${wire.data.flags ?? 0} ${wire.data.tag} ${wire.data.value}` };
    case "TLSA": {
      const { usage, selector, matchingType, certificate } = wire.data;
      return { type: "TLSA", data: `${usage} ${selector} ${matchingType} ${certificate.toString("hex")}` };
    }
    default:
      return undefined;
  }
}

/** A record of type SPF is written as a text is (RFC 4408 §3.1.1); the decoder gives its octets. */
function ofOldType(wire: WireRecord): { readonly type: "TXT"; readonly data: string } | undefined {
  const { type, data }: { readonly type: string; readonly data?: unknown } = wire;
  if (type !== "SPF" || !Buffer.isBuffer(data)) return undefined;
  const strings: Uint8Array[] = [];
  // RFC 1035 §3.3: an octet of length before each string.
  for (let at = 0; at < data.length; at += 1 + (data[at] ?? 0)) {
    strings.push(data.subarray(at + 1, at + 1 + (data[at] ?? 0)));
  }
  return { type: "TXT", data: txtText(strings) };
}
