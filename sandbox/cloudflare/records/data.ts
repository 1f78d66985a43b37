import type { Json } from "../../http/answer";

type FieldKind = "u8" | "u16" | "hex" | "word" | "quoted" | "host" | "parameters" | "seconds" | "metres";

type Field = readonly [name: string, kind: FieldKind];

interface DataType {
  readonly fields: readonly Field[];
  /**
   * Where the priority is given that is shown beside the content: SRV's is a required part of the data
   * (terraform-provider-cloudflare issue 6651), URI's may also stand beside them.
   */
  readonly priority?: "in data" | "anywhere";
}

const ASSOCIATION: readonly Field[] = [
  ["usage", "u8"],
  ["selector", "u8"],
  ["matching_type", "u8"],
  ["certificate", "hex"],
];
const BINDING: readonly Field[] = [
  ["priority", "u16"],
  ["target", "host"],
  ["value", "parameters"],
];

/** Types whose value is given in parts, and the parts in the order of the presentation format. */
const DATA_TYPES: Readonly<Record<string, DataType>> = {
  CAA: {
    fields: [
      ["flags", "u8"],
      ["tag", "word"],
      ["value", "quoted"],
    ],
  },
  TLSA: { fields: ASSOCIATION },
  SMIMEA: { fields: ASSOCIATION },
  SSHFP: {
    fields: [
      ["algorithm", "u8"],
      ["type", "u8"],
      ["fingerprint", "hex"],
    ],
  },
  SRV: {
    fields: [
      ["weight", "u16"],
      ["port", "u16"],
      ["target", "host"],
    ],
    priority: "in data",
  },
  URI: {
    fields: [
      ["weight", "u16"],
      ["target", "quoted"],
    ],
    priority: "anywhere",
  },
  DS: {
    fields: [
      ["key_tag", "u16"],
      ["algorithm", "u8"],
      ["digest_type", "u8"],
      ["digest", "hex"],
    ],
  },
  DNSKEY: {
    fields: [
      ["flags", "u16"],
      ["protocol", "u8"],
      ["algorithm", "u8"],
      ["public_key", "word"],
    ],
  },
  CERT: {
    fields: [
      ["type", "u16"],
      ["key_tag", "u16"],
      ["algorithm", "u8"],
      ["certificate", "word"],
    ],
  },
  NAPTR: {
    fields: [
      ["order", "u16"],
      ["preference", "u16"],
      ["flags", "quoted"],
      ["service", "quoted"],
      ["regex", "quoted"],
      ["replacement", "host"],
    ],
  },
  SVCB: { fields: BINDING },
  HTTPS: { fields: BINDING },
  // RFC 1876 §3
  LOC: {
    fields: [
      ["lat_degrees", "u8"],
      ["lat_minutes", "u8"],
      ["lat_seconds", "seconds"],
      ["lat_direction", "word"],
      ["long_degrees", "u8"],
      ["long_minutes", "u8"],
      ["long_seconds", "seconds"],
      ["long_direction", "word"],
      ["altitude", "metres"],
      ["size", "metres"],
      ["precision_horz", "metres"],
      ["precision_vert", "metres"],
    ],
  },
};

export function hasData(type: string): boolean {
  return Object.hasOwn(DATA_TYPES, type);
}

/** The parts as they are kept and the content that they make, or the name of the first part that is missing or wrong. */
export type ReadData =
  | { readonly data: Json; readonly content: string; readonly priority?: number }
  | { readonly wrong: string };

/** @param beside the priority that was given beside the data */
export function readData(type: string, given: Json, beside: unknown): ReadData {
  const { fields = [], priority: place } = DATA_TYPES[type] ?? {};
  const data: Record<string, unknown> = { ...given };
  const words: string[] = [];
  const priority = given.priority ?? (place === "anywhere" ? beside : undefined);
  if (place !== undefined && !isNatural(priority, 65_535)) return { wrong: "priority" };
  for (const [name, kind] of fields) {
    if (kind === "parameters" && given[name] === undefined) continue;
    const value = partOf(kind, given[name]);
    if (value === undefined) return { wrong: name };
    data[name] = value;
    words.push(wordOf(kind, value));
  }
  // A service binding's parameters may be empty.
  const content = words.join(" ").trimEnd();
  return { data, content, ...(place === undefined ? {} : { priority: Number(priority) }) };
}

/** The parts of a content in presentation format, for clients that write one string. */
export function splitContent(type: string, content: string, priority: unknown): Json {
  const { fields = [], priority: beside } = DATA_TYPES[type] ?? {};
  const words = content.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  const data: Record<string, unknown> = beside ? { priority } : {};
  for (const [place, [name, kind]] of fields.entries()) {
    const last = place === fields.length - 1 && ["word", "hex", "parameters"].includes(kind);
    const text = last ? words.slice(place).join(" ") : words[place];
    if (text === undefined) continue;
    if (kind === "u8" || kind === "u16" || kind === "seconds") data[name] = Number(text);
    else if (kind === "metres") data[name] = Number(text.replace(/m$/, ""));
    else data[name] = kind === "quoted" ? unquote(text) : text;
  }
  return data;
}

function partOf(kind: FieldKind, value: unknown): unknown {
  switch (kind) {
    case "u8":
      // The provider's `data.flags` takes strings too, and sends them as they are.
      return numeralIn(value, 255);
    case "u16":
      return numeralIn(value, 65_535);
    case "seconds":
      return typeof value === "number" && value >= 0 && value < 60 ? value : undefined;
    case "metres":
      return typeof value === "number" ? value : undefined;
    case "hex":
      return typeof value === "string" && /^(?:[0-9a-f]{2})+$/i.test(value) ? value.toLowerCase() : undefined;
    case "host":
      return typeof value === "string" && value !== "" ? hostOf(value) : undefined;
    default:
      return typeof value === "string" ? value : undefined;
  }
}

/** A part in the presentation format. */
function wordOf(kind: FieldKind, value: unknown): string {
  if (kind === "quoted") return quote(String(value));
  if (kind === "seconds") return Number(value).toFixed(3);
  return kind === "metres" ? `${Number(value).toFixed(2)}m` : String(value);
}

/** A number, or the digits of one. */
function numeralIn(value: unknown, most: number): number | undefined {
  const number = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return isNatural(number, most) ? number : undefined;
}

/** Lower case, without a trailing dot; the root stays a dot. */
export function hostOf(text: string): string {
  return text === "." ? text : text.toLowerCase().replace(/\.$/, "");
}

function isNatural(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}
