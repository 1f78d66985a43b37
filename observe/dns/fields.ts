import type { Answer } from "dns-packet";
import { FIELDS, type FieldedType } from "../../lib/dns/fielded";
import { decodeLocation } from "../../lib/dns/location";
import { PARAMETER_KEYS } from "../../lib/dns/service-parameters";

/** Types that the decoder does not read, as it calls them; of these it gives the octets. */
const RAW_TYPES = {
  SMIMEA: "UNKNOWN_53",
  OPENPGPKEY: "UNKNOWN_61",
  SVCB: "UNKNOWN_64",
  HTTPS: "UNKNOWN_65",
  URI: "UNKNOWN_256",
} as const;

export type RawType = keyof typeof RAW_TYPES;

/** A record of an answer. */
export type WireRecord = Answer | RawRecord;

interface RawRecord {
  readonly type: RawType;
  readonly name: string;
  readonly ttl?: number | undefined;
  readonly data: Buffer;
}

const NAMES = new Map<string, RawType>(
  Object.entries(RAW_TYPES).map(([name, number]) => [number, name as RawType]),
);

/** What the decoder calls a type. */
export function decoderType(type: string): string {
  return Object.hasOwn(RAW_TYPES, type) ? RAW_TYPES[type as RawType] : type;
}

/** A decoded record by the name that its type has. */
export function named(record: Answer): WireRecord {
  const {
    type,
    name,
    ttl,
    data,
  }: {
    readonly type: string;
    readonly name: string;
    readonly ttl?: number | undefined;
    readonly data?: unknown;
  } = record;
  const known = NAMES.get(type);
  return known !== undefined && Buffer.isBuffer(data) ? { type: known, name, ttl, data } : record;
}

/** The fields of a record's data as they are on the wire; `undefined` for a type of another form, or broken data. */
export function wireFields(
  wire: WireRecord,
): { readonly type: FieldedType; readonly fields: Readonly<Record<string, unknown>> } | undefined {
  switch (wire.type) {
    case "SRV":
      return { type: wire.type, fields: { priority: 0, weight: 0, ...wire.data } };
    case "PTR":
      return { type: wire.type, fields: { target: wire.data } };
    case "SSHFP": {
      const { algorithm, hash: fingerprintType, fingerprint } = wire.data;
      return { type: wire.type, fields: { algorithm, fingerprintType, fingerprint } };
    }
    case "DS":
      return { type: wire.type, fields: { ...wire.data, digest: wire.data.digest.toString("hex") } };
    case "DNSKEY": {
      const { flags, algorithm, key } = wire.data;
      // The decoder refuses any other protocol.
      return {
        type: wire.type,
        fields: { flags, protocol: 3, algorithm, publicKey: key.toString("base64") },
      };
    }
    case "NAPTR": {
      const { order, preference, flags, services: service, regexp: regex, replacement } = wire.data;
      return {
        type: wire.type,
        fields: { order, preference, flags, service, regex, replacement: replacement || "." },
      };
    }
    default: {
      const { type, data }: { readonly type: string; readonly data?: unknown } = wire;
      if (type === "LOC") {
        const place = Buffer.isBuffer(data) ? decodeLocation(data) : undefined;
        return place && { type, fields: { ...place } };
      }
      const isRaw = type === "CERT" || Object.hasOwn(RAW_TYPES, type);
      if (!isRaw || !Buffer.isBuffer(data)) return undefined;
      const fielded = type as RawType | "CERT";
      const fields = decodeFields(fielded, data);
      return fields && { type: fielded, fields };
    }
  }
}

function decodeFields(type: RawType | "CERT", data: Buffer): Readonly<Record<string, unknown>> | undefined {
  const fields: Record<string, unknown> = {};
  const reader = new Reader(data);
  try {
    for (const [name, kind] of FIELDS[type]) {
      switch (kind) {
        case "u8":
          fields[name] = reader.number(1);
          break;
        case "u16":
          fields[name] = reader.number(2);
          break;
        case "host":
        case "owner":
          fields[name] = reader.name();
          break;
        case "string":
          fields[name] = reader.octets(reader.number(1)).toString("latin1");
          break;
        case "hex":
        case "base64":
          fields[name] = reader.rest().toString(kind);
          break;
        case "uri":
          fields[name] = reader.rest().toString("latin1");
          break;
        case "parameters":
          fields[name] = parametersIn(reader);
      }
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return fields;
}

/** Reads data from its beginning on; throws RangeError where it ends too soon. */
class Reader {
  private at = 0;

  constructor(private readonly data: Buffer) {}

  get isAtEnd(): boolean {
    return this.at >= this.data.length;
  }

  octets(length: number): Buffer {
    if (this.at + length > this.data.length) throw new RangeError("data ends too soon");
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  number(length: 1 | 2): number {
    return this.octets(length).readUIntBE(0, length);
  }

  rest(): Buffer {
    return this.octets(this.data.length - this.at);
  }

  /** Names in data of these types are never compressed (RFC 3597 §4). */
  name(): string {
    const labels: string[] = [];
    for (let length = this.number(1); length > 0; length = this.number(1)) {
      labels.push(this.octets(length).toString("latin1"));
    }
    return labels.join(".") || ".";
  }
}

const KEY_NAMES = new Map(Object.entries(PARAMETER_KEYS).map(([name, number]) => [number, name]));

/** RFC 9460 §2.2: numbers with lengths and values. */
function parametersIn(reader: Reader): string {
  const parameters: string[] = [];
  while (!reader.isAtEnd) {
    const key = reader.number(2);
    const value = reader.octets(reader.number(2));
    const text = parameterText(key, value);
    parameters.push(text === "" ? keyName(key) : `${keyName(key)}="${text}"`);
  }
  return parameters.join(" ");
}

function keyName(key: number): string {
  return KEY_NAMES.get(key) ?? `key${key}`;
}

function parameterText(key: number, value: Buffer): string {
  const reader = new Reader(value);
  const all = (read: () => string): string => {
    const texts: string[] = [];
    while (!reader.isAtEnd) texts.push(read());
    return texts.join(",");
  };
  switch (KEY_NAMES.get(key)) {
    case "mandatory":
      return all(() => keyName(reader.number(2)));
    case "alpn":
      return all(() => reader.octets(reader.number(1)).toString("latin1"));
    case "port":
      return String(reader.number(2));
    case "ipv4hint":
      return all(() => [...reader.octets(4)].join("."));
    case "ipv6hint":
      return all(() => (reader.octets(16).toString("hex").match(/.{4}/g) ?? []).join(":"));
    case "tls-supported-groups":
      return all(() => String(reader.number(2)));
    case "ech":
      return value.toString("base64");
    default:
      return value.toString("latin1");
  }
}
