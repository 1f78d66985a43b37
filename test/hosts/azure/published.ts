import { isMapping } from "../../../lib/mapping";

/** A record as name servers would answer it. */
export interface PublishedRecord {
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  /** Without trailing dots, the whole value of a TXT. */
  readonly data: string;
}

const TYPES: Readonly<Record<string, string>> = {
  azurerm_dns_a_record: "A",
  azurerm_dns_aaaa_record: "AAAA",
  azurerm_dns_caa_record: "CAA",
  azurerm_dns_cname_record: "CNAME",
  azurerm_dns_mx_record: "MX",
  azurerm_dns_ns_record: "NS",
  azurerm_dns_txt_record: "TXT",
};

/**
 * The records of a stack's JSON as the provider azurerm would hand them to Azure DNS. Its rules are written down here once
 * more, so that nothing of what encodes them is believed: names relative to the zone, `@` at the apex; one resource a name
 * and type; texts raw, of 1 to 4096 octets, in Terraform's templates.
 */
export function publishedAtAzure(json: object): readonly PublishedRecord[] {
  const resources = mapping(mapping(json).resource ?? {});
  const seen = new Set<string>();
  return Object.entries(TYPES).flatMap(([resource, type]) =>
    Object.values(mapping(resources[resource] ?? {})).flatMap((one) => {
      const set = mapping(one);
      const [name, zone] = [untemplated(set.name), untemplated(set.zone_name)];
      if (typeof set.ttl !== "number" || set.ttl < 1) throw new Error(`a TTL of ${String(set.ttl)}`);
      if (typeof set.resource_group_name !== "string") throw new Error("no resource group");
      const full = name === "@" ? zone : `${name}.${zone}`;
      if (seen.has(`${type} ${full}`)) throw new Error(`a second set ${type} ${full}`);
      seen.add(`${type} ${full}`);
      const data = dataOf(type, set);
      if (data.length === 0 || data.length > 20) throw new Error(`${data.length} records in ${type} ${full}`);
      if (new Set(data).size !== data.length) throw new Error(`a value twice in ${type} ${full}`);
      return data.map((value) => ({ name: full, type, ttl: Number(set.ttl), data: value }));
    }),
  );
}

function dataOf(type: string, set: Readonly<Record<string, unknown>>): readonly string[] {
  const blocks = () => list(set.record).map(mapping);
  switch (type) {
    case "CNAME":
      return [untemplated(set.record)];
    case "MX":
      return blocks().map(({ preference, exchange }) => {
        if (typeof preference !== "string") throw new Error("a preference that is no text");
        return `${preference} ${untemplated(exchange)}`;
      });
    case "TXT":
      return blocks().map(({ value }) => {
        const text = untemplated(value);
        const octets = Buffer.from(text).length;
        if (octets < 1 || octets > 4096) throw new Error(`a text of ${octets} octets`);
        return text;
      });
    case "CAA":
      return blocks().map(({ flags, tag, value }) => {
        if (typeof flags !== "number") throw new Error("flags that are no number");
        return `${flags} ${untemplated(tag)} ${untemplated(value)}`;
      });
    default:
      return list(set.records).map(untemplated);
  }
}

/** A string of Terraform's JSON syntax: `$${` and `%%{` stand for `${` and `%{`, and no expression may be left. */
function untemplated(value: unknown): string {
  if (typeof value !== "string") throw new Error(`no text: ${JSON.stringify(value)}`);
  if (/(?<![$%])[$%]\{/.test(value)) throw new Error(`an expression: ${value}`);
  return value.replace(/([$%])\1\{/g, "$1{");
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value;
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  if (!isMapping(value)) throw new Error(`no mapping: ${JSON.stringify(value)}`);
  return value;
}
