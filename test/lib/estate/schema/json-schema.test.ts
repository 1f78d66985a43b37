import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load as parse } from "js-yaml";
import { EstateFileSchema } from "../../../../lib/estate/schema/estate";
import { read } from "../../../../lib/schema/explain";

const ROOT = join(__dirname, "../../../..");
const text = readFileSync(join(ROOT, "schema/estate.schema.json"), "utf8");

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  /** By key: what else must be there where it is. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const schema: JsonSchema = JSON.parse(text);

/** As much of JSON Schema draft 7 as the estate's schema uses. */
function accepts(node: JsonSchema, value: unknown): boolean {
  if (node.anyOf && !node.anyOf.some((option) => accepts(option, value))) return false;
  if (node.not && accepts(node.not, value)) return false;
  if ("const" in node && value !== node.const) return false;
  if (node.enum && !node.enum.includes(value)) return false;
  switch (node.type) {
    case undefined:
      return (
        node.required === undefined ||
        (typeof value === "object" && value !== null && has(node.required, value))
      );
    case "string":
      return (
        typeof value === "string" &&
        value.length >= (node.minLength ?? 0) &&
        (node.pattern === undefined || new RegExp(node.pattern).test(value))
      );
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return (
        Number.isInteger(value) &&
        Number(value) >= (node.minimum ?? 0) &&
        Number(value) <= (node.maximum ?? 0)
      );
    case "array":
      return Array.isArray(value) && value.every((item) => accepts(node.items ?? {}, item));
    case "object":
      return (
        typeof value === "object" && value !== null && !Array.isArray(value) && acceptsObject(node, value)
      );
    default:
      throw new Error(`a JSON type that this test does not know: ${node.type}`);
  }
}

function has(keys: readonly string[], value: object): boolean {
  return keys.every((key) => Object.hasOwn(value, key));
}

function acceptsObject(node: JsonSchema, value: object): boolean {
  const entries = Object.entries(value);
  if (entries.length < (node.minProperties ?? 0) || entries.length > (node.maxProperties ?? entries.length)) {
    return false;
  }
  if (!has(node.required ?? [], value)) return false;
  const needed = Object.entries(node.dependencies ?? {}).filter(([key]) => Object.hasOwn(value, key));
  if (!needed.every(([, others]) => has(others, value))) return false;
  return entries.every(([key, member]) => {
    const property = node.properties?.[key] ?? node.additionalProperties;
    return typeof property === "object" ? accepts(property, member) : property !== false;
  });
}

function* closedObjects(node: JsonSchema, path = "$"): Generator<[string, JsonSchema]> {
  if (node.properties) yield [path, node];
  for (const [key, child] of Object.entries(node.properties ?? {}))
    yield* closedObjects(child, `${path}.${key}`);
  for (const child of [node.items, node.additionalProperties, ...(node.anyOf ?? [])]) {
    if (typeof child === "object") yield* closedObjects(child, `${path}[]`);
  }
}

describe("schema/estate.schema.json", () => {
  test("is current: it is what scripts/estate-schema.cjs makes of the schema in use", () => {
    const { estateJsonSchema } = jest.requireActual<{ estateJsonSchema(schema: unknown): string }>(
      "../../../../scripts/estate-schema.cjs",
    );
    expect(estateJsonSchema(EstateFileSchema)).toBe(text);
  });

  test("describes every key and admits no unknown one", () => {
    const objects = [...closedObjects(schema)];
    expect(objects.length).toBeGreaterThan(50);
    // Beside mail flow rules that are ready stand others, of a form of their own.
    const open = objects
      .filter(
        ([, node]) => node.additionalProperties !== false && typeof node.additionalProperties !== "object",
      )
      .map(([path]) => path);
    const undescribed = objects.flatMap(([path, node]) =>
      Object.entries(node.properties ?? {})
        .filter(([, property]) => !property.description)
        .map(([key]) => `${path}.${key}`),
    );
    expect({ open, undescribed }).toEqual({ open: [], undescribed: [] });
  });

  const SOUND = [
    "profile: parked",
    "mx: auto",
    'mx: "null"',
    "mx: { partition: o, priority: 10 }",
    "mx: { host: mx1.contoso.com }",
    "mx: [{ host: mx1.contoso.com, priority: 10 }]",
    "spf: { ip4: [89.175.3.5], a: true, mx: [contoso.net], all: neutral }",
    "dkim: { partition: n, selectors: { s1: { cname: a.example }, s2: { revoked: true } } }",
    "senders: [mailchimp, { sendgrid: { selectors: [s1], account: u1.wl1, spf: false } }]",
    "senders: [{ mailchimp: {} }, { mimecast: { region: eu } }]",
    "senders: [{ mailgun: { dkimHost: 9d876.dkim1.mailgun.com, subdomain: mg } }]",
    "senders: [{ mailgun: { selector: pic, key: 'v=DKIM1; p=' } }]",
    "senders: [{ proofpoint: { cluster: '00148503', selector: s1, key: 'v=DKIM1; p=' } }]",
    "dmarc: { policy: reject, failureOptions: ['1', d], publicSuffix: n }",
    "mtaSts: { maxAge: 31557600 }",
    "records: { x: { type: TLSA, usage: 3, selector: 1, matchingType: 0, certificate: ab } }",
    "zone: { cloudflare: { create: { dnssec: true } } }",
    "zone: { route53: {} }",
    "zone: { route53: { hostedZoneId: Z0423512YUPB93QHZ0IX, account: 111122223333, region: eu-central-1 } }",
    "zone: { route53: { create: true, account: '011122223333' } }",
    "keep: { google: { type: TXT, value: google-site-verification=abc } }",
    "import: { Spf: 023e105f4ecef8ad9ca31a8372d0c353 }",
    "subdomains: { constructor: { profile: parked } }",
  ];
  const FAULTY = [
    "profile: exchange",
    "mx: null",
    "mx: { host: mx1.contoso.com, partition: o }",
    "mx: { priority: 1 }",
    "mx: [{ host: mx1.contoso.com, priority: 65536 }]",
    "spf: []",
    "spf: { a: false }",
    "spf: { ip4: [''] }",
    "dkim: { selectors: { s1: { cname: a.example, txt: v=DKIM1 } } }",
    "dkim: { selectors: { s1: { revoked: false } } }",
    "senders: [{ sendgrid: {}, mailgun: {} }]",
    "senders: [{ sendgrid: { account: 1 } }]",
    "senders: [sendgrid]",
    "senders: [sendgird]",
    "senders: [{ sendgird: { account: u1.wl1 } }]",
    "senders: [{ sendgrid: { account: u1.wl1, selectors: s1 } }]",
    "senders: [{ sendgrid: { account: u1.wl1, tracking: true } }]",
    "senders: [{ sendgrid: { account: u1.wl1, spf: 'no' } }]",
    "senders: [{ mailchimp: }]",
    "senders: [{ mimecast: { region: uk } }]",
    "senders: [{ mailgun: { subdomain: mg } }]",
    "senders: [{ mailgun: { dkimHost: 9d876.dkim1.mailgun.com, key: 'v=DKIM1; p=' } }]",
    "senders: [{ proofpoint: { cluster: '00148503', selector: s1 } }]",
    "dmarc: { failureOptions: [1] }",
    "mtaSts: { maxAge: 1.5 }",
    "records: { x: { type: A } }",
    "records: { x: { type: SRV, target: a } }",
    "zone: {}",
    "zone: { route53: {}, cloudflare: {} }",
    "zone: { route53: { create: { dnssec: true } } }",
    "zone: { route53: { hostedZoneId: z0423512yupb93qhz0ix } }",
    "zone: { route53: { account: 1111 } }",
    "zone: { route53: { region: frankfurt } }",
    "subdomains: { news: { keep: {} } }",
    "zone: { cloudflare: { zoneId: 023E105F4ECEF8AD9CA31A8372D0C353 } }",
    "subdomains: { news: { zone: { cloudflare: {} } } }",
    "nonsense: 1",
  ];

  test.each([...SOUND.map((line) => [line, true]), ...FAULTY.map((line) => [line, false])] as const)(
    "and the loader agree on a domain with %s (%s)",
    (line, isSound) => {
      const value = parse(`version: 1\ndomains: { contoso.com: { ${line} } }`);
      expect([accepts(schema, value), read(EstateFileSchema, value, []).ok]).toEqual([isSound, isSound]);
    },
  );

  test.each([
    [{ version: 1, domains: {} }, true],
    [{ $schema: "./estate.schema.json", version: 1, include: ["domains/*.json"], domains: {} }, true],
    [{ version: 1, defaults: { mtaSts: { maxAge: 60 } }, domains: {} }, true],
    [{ version: 1, state: { local: {} }, domains: {} }, true],
    [{ version: 1, state: { gcs: { bucket: "b", prefix: "mail/{stack}" } }, domains: {} }, true],
    [
      {
        version: 1,
        tenants: { contoso: { initialDomain: "contoso.onmicrosoft.com", cloud: "dod" } },
        domains: {},
      },
      true,
    ],
    [{ domains: {} }, false],
    [{ version: 2, domains: {} }, false],
    [{ version: 1 }, false],
    [{ version: 1, state: { gcs: { bucket: "b", prefix: "mail" } }, domains: {} }, false],
    [{ version: 1, state: { local: {}, gcs: { bucket: "b", prefix: "mail/{stack}" } }, domains: {} }, false],
    [{ version: 1, tenants: { contoso: { cloud: "worldwide" } }, domains: {} }, false],
    [{ version: 1, tenants: { contoso: { initialDomain: "a", cloud: "germany" } }, domains: {} }, false],
    [[], false],
  ])("and the loader agree on %j (%s)", (value, isSound) => {
    const parsed = parse(dump(value));
    expect([accepts(schema, parsed), read(EstateFileSchema, parsed, []).ok]).toEqual([isSound, isSound]);
  });
});
