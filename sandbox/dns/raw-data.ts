import { encodeLocation, type Location } from "../../lib/dns/location";
import type { StoredRecord } from "../cloudflare/zone-store";
import type { Json } from "../http/answer";

/** Types that the encoder does not know, by what it calls them: their data goes on the wire as octets. */
const RAW_TYPES: Readonly<Record<string, string>> = {
  CERT: "CERT",
  LOC: "LOC",
  SMIMEA: "UNKNOWN_53",
  OPENPGPKEY: "UNKNOWN_61",
  SVCB: "UNKNOWN_64",
  HTTPS: "UNKNOWN_65",
  URI: "UNKNOWN_256",
};

/** The data of such a record; `undefined` for one of another type, or whose parameters have no form on the wire. */
export function rawData(record: StoredRecord): { readonly type: string; readonly data: Buffer } | undefined {
  const type = RAW_TYPES[record.type];
  const data = type === undefined ? undefined : octetsOf(record);
  return type !== undefined && data ? { type, data } : undefined;
}

function octetsOf({ type, content, data = {}, priority = 0 }: StoredRecord): Buffer | undefined {
  const text = (part: string) => String(data[part] ?? "");
  const u8 = (part: string) => Buffer.from([Number(data[part])]);
  const u16 = (part: string) => word(Number(data[part]));
  switch (type) {
    case "SMIMEA":
      return Buffer.concat([
        u8("usage"),
        u8("selector"),
        u8("matching_type"),
        Buffer.from(text("certificate"), "hex"),
      ]);
    case "OPENPGPKEY":
      return Buffer.from(content, "base64");
    case "CERT":
      return Buffer.concat([
        u16("type"),
        u16("key_tag"),
        u8("algorithm"),
        Buffer.from(text("certificate"), "base64"),
      ]);
    case "LOC":
      return Buffer.from(encodeLocation(placeIn(data)));
    case "URI":
      return Buffer.concat([word(priority), u16("weight"), Buffer.from(text("target"))]);
    default: {
      const parameters = serviceParameters(text("value"));
      return parameters && Buffer.concat([u16("priority"), nameOctets(text("target")), parameters]);
    }
  }
}

/** The parts by Cloudflare's names. */
function placeIn(data: Json): Location {
  const number = (part: string) => Number(data[part]);
  return {
    latDegrees: number("lat_degrees"),
    latMinutes: number("lat_minutes"),
    latSeconds: number("lat_seconds"),
    latDirection: data.lat_direction === "S" ? "S" : "N",
    longDegrees: number("long_degrees"),
    longMinutes: number("long_minutes"),
    longSeconds: number("long_seconds"),
    longDirection: data.long_direction === "W" ? "W" : "E",
    altitude: number("altitude"),
    size: number("size"),
    precisionHorz: number("precision_horz"),
    precisionVert: number("precision_vert"),
  };
}

function word(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(value);
  return octets;
}

/** RFC 1035 §3.1, not compressed. */
function nameOctets(name: string): Buffer {
  const labels = name === "." ? [] : name.replace(/\.$/, "").split(".");
  return Buffer.concat([...labels.map(characterString), Buffer.alloc(1)]);
}

function characterString(text: string): Buffer {
  const octets = Buffer.from(text, "latin1");
  return Buffer.concat([Buffer.from([octets.length]), octets]);
}

/** RFC 9460 §14.3.2. */
const KEYS = [
  "mandatory",
  "alpn",
  "no-default-alpn",
  "port",
  "ipv4hint",
  "ech",
  "ipv6hint",
  "dohpath",
  "ohttp",
  "tls-supported-groups",
];

/** RFC 9460 §2.2: in ascending order of the keys' numbers. */
function serviceParameters(text: string): Buffer | undefined {
  const words = text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  const parameters = words.map((parameter) => {
    const [name = "", ...rest] = parameter.split("=");
    return { key: keyNumber(name), name, value: rest.join("=").replace(/^"(.*)"$/, "$1") };
  });
  if (parameters.some(({ key }) => Number.isNaN(key))) return undefined;
  return Buffer.concat(
    parameters
      .toSorted((one, other) => one.key - other.key)
      .flatMap(({ key, name, value }) => {
        const octets = parameterOctets(name, value);
        return [word(key), word(octets.length), octets];
      }),
  );
}

function keyNumber(name: string): number {
  const known = KEYS.indexOf(name);
  return known >= 0 ? known : Number(/^key(\d{1,5})$/.exec(name)?.[1] ?? Number.NaN);
}

function parameterOctets(name: string, value: string): Buffer {
  const each = (octets: (one: string) => Buffer) => Buffer.concat(value.split(",").map(octets));
  switch (name) {
    case "mandatory":
      return Buffer.concat(
        value
          .split(",")
          .map(keyNumber)
          .sort((one, other) => one - other)
          .map(word),
      );
    case "alpn":
      return each(characterString);
    case "port":
      return word(Number(value));
    case "ipv4hint":
      return each((address) => Buffer.from(address.split(".").map(Number)));
    case "ipv6hint":
      return each(ip6Octets);
    case "ech":
      return Buffer.from(value, "base64");
    case "tls-supported-groups":
      return each((group) => word(Number(group)));
    default:
      return Buffer.from(value, "latin1");
  }
}

function ip6Octets(address: string): Buffer {
  const [head = "", tail = ""] = address.split("::");
  const groupsOf = (half: string) => half.split(":").filter((group) => group !== "");
  const [front, back] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => "0");
  const groups = address.includes("::") ? [...front, ...zeros, ...back] : front;
  return Buffer.concat(groups.map((group) => word(Number.parseInt(group, 16))));
}
