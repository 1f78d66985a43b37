import { type Fault, fail, ok, type Result, shown, within } from "../fault";
import type { FieldedRecord } from "./fielded-records";
import { BASE64, isBase64, masterFileParameters, readParameters } from "./service-parameters";
import { parseTarget } from "./target";

/**
 * How a field is written: a number of so many octets, a name (`.` for none), digits, one character-string, the rest; parts of
 * a place.
 */
export type FieldKind =
  | ("u8" | "u16" | "host" | "owner" | "hex" | "base64" | "string" | "uri" | "parameters")
  | ("seconds" | "metres" | "latitude" | "longitude");

type Row<T extends FieldedType> = readonly (readonly [
  keyof Omit<Extract<FieldedRecord, { type: T }>, "name" | "ttl" | "type"> & string,
  FieldKind,
])[];

/** The types whose data is a row of fields. */
export type FieldedType = FieldedRecord["type"];

/** Their fields in the order of the presentation format, which is that of the wire too. */
export const FIELDS: { readonly [T in FieldedType]: Row<T> } = {
  // RFC 2782
  SRV: [
    ["priority", "u16"],
    ["weight", "u16"],
    ["port", "u16"],
    ["target", "host"],
  ],
  // RFC 9460 §2
  SVCB: [
    ["priority", "u16"],
    ["target", "owner"],
    ["value", "parameters"],
  ],
  HTTPS: [
    ["priority", "u16"],
    ["target", "owner"],
    ["value", "parameters"],
  ],
  // RFC 3403 §4.1
  NAPTR: [
    ["order", "u16"],
    ["preference", "u16"],
    ["flags", "string"],
    ["service", "string"],
    ["regex", "string"],
    ["replacement", "owner"],
  ],
  // RFC 1035 §3.3.12
  PTR: [["target", "owner"]],
  // RFC 4255 §3.1
  SSHFP: [
    ["algorithm", "u8"],
    ["fingerprintType", "u8"],
    ["fingerprint", "hex"],
  ],
  // RFC 8162 §2
  SMIMEA: [
    ["usage", "u8"],
    ["selector", "u8"],
    ["matchingType", "u8"],
    ["certificate", "hex"],
  ],
  // RFC 7929 §2
  OPENPGPKEY: [["key", "base64"]],
  // RFC 7553 §4
  URI: [
    ["priority", "u16"],
    ["weight", "u16"],
    ["target", "uri"],
  ],
  // RFC 4398 §2
  CERT: [
    ["certificateType", "u16"],
    ["keyTag", "u16"],
    ["algorithm", "u8"],
    ["certificate", "base64"],
  ],
  // RFC 4034 §5.1
  DS: [
    ["keyTag", "u16"],
    ["algorithm", "u8"],
    ["digestType", "u8"],
    ["digest", "hex"],
  ],
  // RFC 4034 §2.1
  DNSKEY: [
    ["flags", "u16"],
    ["protocol", "u8"],
    ["algorithm", "u8"],
    ["publicKey", "base64"],
  ],
  // RFC 1876 §3
  LOC: [
    ["latDegrees", "u8"],
    ["latMinutes", "u8"],
    ["latSeconds", "seconds"],
    ["latDirection", "latitude"],
    ["longDegrees", "u8"],
    ["longMinutes", "u8"],
    ["longSeconds", "seconds"],
    ["longDirection", "longitude"],
    ["altitude", "metres"],
    ["size", "metres"],
    ["precisionHorz", "metres"],
    ["precisionVert", "metres"],
  ],
};

type FieldedData<R = FieldedRecord> = R extends FieldedRecord ? Omit<R, "name" | "ttl"> : never;

export function isFielded<R extends { readonly type: string }>(
  record: R,
): record is Extract<R, { readonly type: FieldedType }> {
  return Object.hasOwn(FIELDS, record.type);
}

/** The fields of a record with their kinds, in order. */
export function fieldsOf(
  record: FieldedRecord,
): readonly (readonly [name: string, kind: FieldKind, value: string | number])[] {
  const values: Readonly<Record<string, unknown>> = { ...record };
  return FIELDS[record.type].map(([name, kind]) => {
    const value = values[name];
    return [name, kind, typeof value === "number" ? value : String(value)];
  });
}

/**
 * The presentation form: names without a trailing dot, character-strings in quotes, since they may be empty.
 * @param absolute names with a trailing dot and URIs in quotes, as master files want them
 */
export function fieldedData(record: FieldedRecord, absolute = false): string {
  return fieldsOf(record)
    .map(([, kind, value]) => {
      const text = String(value);
      if (kind === "string") return quoted(text);
      if (!absolute) return text;
      if (kind === "uri") return quoted(text);
      if (kind === "parameters") return masterFileParameters(text);
      return (kind === "host" || kind === "owner") && text !== "." ? `${text}.` : text;
    })
    .join(" ")
    .trimEnd();
}

/** Reads the presentation form, quoted or not. The opposite of {@link fieldedData}. */
export function parseFielded(type: FieldedType, data: string): Result<FieldedData> {
  const words =
    (type === "LOC" ? locationWords(data) : undefined) ?? data.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g) ?? [];
  const fields = FIELDS[type];
  const given: Record<string, unknown> = {};
  for (const [at, [name, kind]] of fields.entries()) {
    const rest = at === fields.length - 1 ? words.slice(at) : words.slice(at, at + 1);
    const text = rest.join(kind === "parameters" ? " " : "");
    given[name] = isNumber(kind)
      ? numeral(text)
      : isDecimal(kind)
        ? decimal(text)
        : kind === "parameters"
          ? text
          : unquoted(text);
  }
  const read = readFields(type, given);
  if (read.ok && words.length >= fields.length - 1) return read;
  return fail({
    message: `not the data of a record of type ${type}`,
    received: JSON.stringify(data),
    expected: fields.map(([name]) => name).join(" "),
  });
}

/** Reads fields by their names into the one form that they are compared in. All faults are told, each at its field. */
export function readFields(type: FieldedType, given: Readonly<Record<string, unknown>>): Result<FieldedData> {
  const faults: Fault[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, kind] of FIELDS[type]) {
    const read = readField(kind, given[name]);
    if (read.ok) values[name] = read.value;
    else faults.push(...read.faults.map((fault) => within(fault, name)));
  }
  // The table has every field of the type, with what it is read as.
  return faults.length > 0 ? fail(...faults) : ok({ type, ...values } as FieldedData);
}

function isNumber(kind: FieldKind): kind is "u8" | "u16" {
  return kind === "u8" || kind === "u16";
}

function isDecimal(kind: FieldKind): kind is "seconds" | "metres" {
  return kind === "seconds" || kind === "metres";
}

function readField(kind: FieldKind, value: unknown): Result<string | number> {
  if (isNumber(kind)) {
    const most = kind === "u8" ? 255 : 65_535;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return ok(value);
    return fail({ message: "number out of range", received: shown(value), expected: `0 to ${most}` });
  }
  if (isDecimal(kind)) return readDecimal(kind, value);
  const text = typeof value === "string" ? value : "";
  const refuse = (message: string, expected: string) => fail({ message, received: shown(value), expected });
  switch (kind) {
    case "host":
    case "owner":
      return text === "." ? ok(".") : parseTarget(text, kind);
    case "hex": {
      const digits = text.replaceAll(/\s/g, "").toLowerCase();
      if (!/^[0-9a-f]+$/.test(digits)) return refuse("not hexadecimal", "pairs of hexadecimal digits");
      return digits.length % 2 === 0
        ? ok(digits)
        : refuse(`${digits.length} hexadecimal digits`, "an even number: two for each octet");
    }
    case "base64": {
      const letters = text.replaceAll(/\s/g, "");
      return isBase64(letters) ? ok(letters) : refuse("not base64", BASE64);
    }
    case "string":
      return typeof value === "string" && text.length <= 255 && /^[ -~]*$/.test(text)
        ? ok(text)
        : refuse("not a character-string", "at most 255 printable ASCII characters (RFC 1035 §3.3)");
    case "uri":
      return URI.test(text) ? ok(text) : refuse("not a URI", "a URI such as https://contoso.com/ (RFC 3986)");
    case "parameters":
      return readParameters(text);
    case "latitude":
    case "longitude": {
      const letters = kind === "latitude" ? ["N", "S"] : ["E", "W"];
      return letters.includes(text.toUpperCase())
        ? ok(text.toUpperCase())
        : refuse("not a direction", letters.join(" | "));
    }
  }
}

/** RFC 1876 §2: thousandths of a second; centimetres, the altitude from 100 km below. */
function readDecimal(kind: "seconds" | "metres", value: unknown): Result<number> {
  const number = typeof value === "number" ? value : Number.NaN;
  const isOf =
    kind === "seconds"
      ? number >= 0 && number < 60 && isHundredths(number * 10)
      : number >= -100_000 && number <= 90_000_000 && isHundredths(number);
  if (isOf) return ok(Number(number.toFixed(kind === "seconds" ? 3 : 2)));
  const expected =
    kind === "seconds" ? "0 to 59.999, in thousandths" : "metres in hundredths, -100000 to 90000000";
  return fail({ message: "number out of range", received: shown(value), expected });
}

/** The characters of RFC 3986 §2; records of mail want some of them in percent-encoding, which these do not. */
const URI = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;

function numeral(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
}

function decimal(text: string): number {
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}

const ANGLE = "(\\d+)(?:\\s+(\\d+)(?:\\s+(\\d+(?:\\.\\d+)?))?)?";
const METRES = "(-?\\d+(?:\\.\\d+)?)m?";
const FORM = new RegExp(
  `^${ANGLE}\\s+([NS])\\s+${ANGLE}\\s+([EW])\\s+${METRES}(?:\\s+${METRES}(?:\\s+${METRES}(?:\\s+${METRES})?)?)?$`,
  "i",
);

/** The words of the presentation form (RFC 1876 §3) with those that it may leave out; `undefined` if it is none. */
function locationWords(data: string): readonly string[] | undefined {
  const [, ...words] = FORM.exec(data.trim()) ?? [];
  if (words.length === 0) return undefined;
  const defaults = ["", "0", "0", "", "", "0", "0", "", "", "1", "10000", "10"];
  return words.map((word, at) => (word ?? defaults[at] ?? "").toUpperCase());
}

/** Has a length no more than hundredths? */
export function isHundredths(metres: number): boolean {
  return Math.abs(metres * 100 - Math.round(metres * 100)) < 1e-4;
}
