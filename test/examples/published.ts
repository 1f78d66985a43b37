import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A record as Terraform would hand it to Cloudflare. It is read from the synthesized JSON by rules of Terraform's and
 * of RFC 1035 that are written down here once more, so that nothing of what encodes them is believed.
 */
export interface PublishedRecord {
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  /** As `mail-hygiene records` prints it: without quotes and trailing dots, the logical value of a TXT. */
  readonly data: string;
  /** The character-strings of a TXT, as they go over the wire. */
  readonly strings: readonly string[];
}

/** A stack's records, and the scripts that serve policies. */
export interface PublishedStack {
  readonly name: string;
  readonly records: readonly PublishedRecord[];
  /** Source of each Worker, by the host that it answers for. */
  readonly workers: ReadonlyMap<string, string>;
}

type Json = Readonly<Record<string, unknown>>;

/** Every stack in the output folder of a synth. */
export function readStacks(out: string): readonly PublishedStack[] {
  return readdirSync(join(out, "stacks"))
    .sort()
    .map((name) => readStackJson(name, readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8")));
}

/** A stack by the JSON that Terraform reads. */
export function readStackJson(name: string, json: string): PublishedStack {
  const { resource } = mapping(JSON.parse(json));
  const resources = mapping(resource);
  const all = (type: string) => Object.entries(mapping(resources[type] ?? {}));
  const scripts = new Map(
    all("cloudflare_workers_script").map(([id, script]) => [id, untemplated(mapping(script).content)]),
  );
  const workers = all("cloudflare_workers_custom_domain").map(([, domain]): [string, string] => {
    const { hostname, service } = mapping(domain);
    const id = /^\$\{cloudflare_workers_script\.([\w-]+)\.script_name\}$/.exec(String(service))?.[1] ?? "";
    return [untemplated(hostname), scripts.get(id) ?? ""];
  });
  return {
    name,
    records: all("cloudflare_dns_record").map(([, record]) => readRecord(mapping(record))),
    workers: new Map(workers),
  };
}

function readRecord(record: Json): PublishedRecord {
  const type = untemplated(record.type);
  const { name, ttl, proxied } = record;
  if (typeof ttl !== "number") throw new Error(`a TTL that is no number: ${JSON.stringify(record)}`);
  if (proxied !== false) throw new Error(`a mail record behind a proxy: ${JSON.stringify(record)}`);
  const head = { name: untemplated(name), type, ttl };
  const content = record.content === undefined ? "" : untemplated(record.content);
  switch (type) {
    case "TXT": {
      const strings = characterStrings(content);
      return { ...head, strings, data: Buffer.from(strings.join(""), "latin1").toString("utf8") };
    }
    case "MX":
      return { ...head, strings: [], data: `${record.priority} ${content}` };
    case "CAA": {
      const { flags, tag, value } = mapping(record.data);
      return { ...head, strings: [], data: `${flags} ${untemplated(tag)} ${untemplated(value)}` };
    }
    case "TLSA": {
      const { usage, selector, matching_type, certificate } = mapping(record.data);
      return {
        ...head,
        strings: [],
        data: `${usage} ${selector} ${matching_type} ${untemplated(certificate)}`,
      };
    }
    default:
      return { ...head, strings: [], data: content };
  }
}

/**
 * A string of Terraform's JSON syntax, which is a template: `$${` and `%%{` stand for `${` and `%{`. A value that is
 * one variable, and nothing else, stays what it is.
 */
function untemplated(value: unknown): string {
  if (typeof value !== "string") throw new Error(`not a string: ${JSON.stringify(value)}`);
  if (/^\$\{var\.\w+\}$/.test(value)) return value;
  const bare = value.replace(/\$\$\{|%%\{/g, "");
  if (/[$%]\{/.test(bare)) throw new Error(`a value that only Terraform knows: ${value}`);
  return value.replace(/([$%])\1\{/g, "$1{");
}

/** The character-strings of TXT content, an octet a character (RFC 1035 §5.1). */
function characterStrings(content: string): readonly string[] {
  if (!/^"(?:[^"\\]|\\\d{3}|\\\D)*"(?: "(?:[^"\\]|\\\d{3}|\\\D)*")*$/.test(content)) {
    throw new Error(`not quoted strings: ${content}`);
  }
  const strings = [...content.matchAll(/"((?:[^"\\]|\\\d{3}|\\\D)*)"/g)].map(([, inner = ""]) =>
    inner.replace(/\\(?:(\d{3})|(\D))/g, (_, octet?: string, character?: string) =>
      octet === undefined ? String(character) : String.fromCharCode(Number(octet)),
    ),
  );
  const long = strings.find((string) => string.length > 255);
  if (long !== undefined) throw new Error(`a character-string of ${long.length} octets`);
  return strings;
}

function mapping(value: unknown): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`not a mapping: ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(Object.entries(value));
}
