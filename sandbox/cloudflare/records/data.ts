import type { Json } from "../../http/answer";

type FieldKind = "u8" | "u16" | "hex" | "word" | "quoted" | "host";

type Field = readonly [name: string, kind: FieldKind];

interface DataType {
  readonly fields: readonly Field[];
  /** Is the data's `priority` shown beside the content, and not in it? */
  readonly priority?: true;
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
  ["value", "word"],
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
    priority: true,
  },
  URI: {
    fields: [
      ["weight", "u16"],
      ["target", "quoted"],
    ],
    priority: true,
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
};

export function hasData(type: string): boolean {
  return Object.hasOwn(DATA_TYPES, type);
}

export function hasPriority(type: string): boolean {
  return type === "MX" || DATA_TYPES[type]?.priority === true;
}

/** The parts as they are kept and the content that they make, or the name of the first part that is missing or wrong. */
export type ReadData =
  | { readonly data: Json; readonly content: string; readonly priority?: number }
  | { readonly wrong: string };

export function readData(type: string, given: Json): ReadData {
  const { fields = [], priority } = DATA_TYPES[type] ?? {};
  const data: Record<string, unknown> = { ...given };
  const words: string[] = [];
  if (priority && !isNatural(given.priority, 65_535)) return { wrong: "priority" };
  for (const [name, kind] of fields) {
    const value = partOf(kind, given[name]);
    if (value === undefined) return { wrong: name };
    data[name] = value;
    words.push(kind === "quoted" ? quote(String(value)) : String(value));
  }
  // `value` of SVCB may be empty.
  const content = words.join(" ").trimEnd();
  return { data, content, ...(priority ? { priority: Number(given.priority) } : {}) };
}

/** The parts of a content in presentation format, for clients that write one string. */
export function splitContent(type: string, content: string, priority: unknown): Json {
  const { fields = [], priority: beside } = DATA_TYPES[type] ?? {};
  const words = content.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  const data: Record<string, unknown> = beside ? { priority } : {};
  for (const [place, [name, kind]] of fields.entries()) {
    const last = place === fields.length - 1 && (kind === "word" || kind === "hex");
    const text = last ? words.slice(place).join(" ") : words[place];
    if (text === undefined) continue;
    if (kind === "u8" || kind === "u16") data[name] = Number(text);
    else data[name] = kind === "quoted" ? unquote(text) : text;
  }
  return data;
}

function partOf(kind: FieldKind, value: unknown): unknown {
  switch (kind) {
    case "u8":
      return isNatural(value, 255) ? value : undefined;
    case "u16":
      return isNatural(value, 65_535) ? value : undefined;
    case "hex":
      return typeof value === "string" && /^(?:[0-9a-f]{2})+$/i.test(value) ? value.toLowerCase() : undefined;
    case "host":
      return typeof value === "string" && value !== "" ? hostOf(value) : undefined;
    default:
      return typeof value === "string" ? value : undefined;
  }
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
