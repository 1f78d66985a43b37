// Writes the cdktf bindings of provider m365, constructs/exchange/m365/*.ts, from the provider's own schema:
//   node scripts/generate-m365-bindings.mjs           writes the files
//   node scripts/generate-m365-bindings.mjs --check   fails when a file is not current
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate } from "./evaluate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(root, "constructs/exchange/m365");
const SOURCE = "cdktf-mail-hygiene/m365";
const BANNER =
  "// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.\n";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/**
 * The schema of the provider as its sources are now, with the words that attributes take: nothing has to be built first.
 */
function schemaOfSources() {
  return evaluate(`import { m365 } from "./provider/provider";
import { providerSchema } from "./provider/plugin/index";
const provider = m365("${version}");
const schema = providerSchema(provider);
for (const [type, { block }] of Object.entries(schema.resource_schemas)) {
  for (const [name, member] of Object.entries(provider.resources[type].attributes)) {
    block.attributes[name].choices = member.options.choices;
  }
}
module.exports = schema;`);
}

const pascal = (text) => text.replace(/(?:^|_)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const camel = (text) => text.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const isSettable = ([, { required, optional }]) => Boolean(required || optional);
const isRead = ([, { sensitive, write_only }]) => !sensitive && !write_only;

/** How an attribute is given, read and written, as TypeScript. Fails for a type that no attribute has had yet. */
function shape(owner, name, attribute) {
  const { type, nested_type: nested, choices } = attribute;
  const key = JSON.stringify(name);
  const union = choices?.map((choice) => JSON.stringify(choice)).join(" | ");
  if (nested?.nesting_mode === "list" || nested?.nesting_mode === "set") {
    const item = `${owner}${pascal(name)}`;
    return {
      given: `readonly ${item}[] | IResolvable`,
      read: "IResolvable",
      reading: `this.interpolationForAttribute(${key})`,
      writing: (value) =>
        `Array.isArray(${value}) ? ${value}.map(${camel(item[0].toLowerCase() + item.slice(1))}ToTerraform) : ${value}`,
      nested: { item, attributes: nested.attributes },
      schema: `listOf({ ${entries(item, nested.attributes)} })`,
    };
  }
  const plain = (given, read, method, schema) => ({
    given,
    read,
    schema,
    reading: `this.${method}(${key})`,
    writing: (value) => value,
  });
  switch (JSON.stringify(type)) {
    case '"string"':
      return plain(
        union ?? "string",
        "string",
        "getStringAttribute",
        choices ? `word(${JSON.stringify(choices)})` : "text",
      );
    case '"number"':
      return plain("number", "number", "getNumberAttribute", "number");
    case '"bool"':
      return plain("boolean | IResolvable", "IResolvable", "getBooleanAttribute", "flag");
    case '["list","string"]':
      return plain("readonly string[]", "string[]", "getListAttribute", "texts");
    case '["set","string"]':
      return {
        ...plain(
          union ? `readonly (${union})[]` : "readonly string[]",
          "string[]",
          undefined,
          choices ? `words(${JSON.stringify(choices)})` : "texts",
        ),
        reading: `Fn.tolist(this.getListAttribute(${key}))`,
      };
    default:
      throw new Error(`${owner}.${name}: no binding is known for type ${JSON.stringify(type ?? nested)}`);
  }
}

function members(owner, attributes) {
  return Object.entries(attributes)
    .filter(isSettable)
    .map(
      ([name, attribute]) =>
        `${doc(attribute.description)}readonly ${camel(name)}${attribute.required ? "" : "?"}: ${shape(owner, name, attribute).given};`,
    )
    .join("\n");
}

/** What a binding's props are read by. */
const entries = (owner, attributes) =>
  Object.entries(attributes)
    .filter(isSettable)
    .map(([name, attribute]) => {
      const { schema } = shape(owner, name, attribute);
      return `${camel(name)}: ${attribute.required ? schema : `may(${schema})`},`;
    })
    .join("\n");

const doc = (text) => (text ? `/** ${text.replaceAll("*/", "*\\/")} */\n` : "");

const written = (owner, attributes, from) =>
  Object.entries(attributes)
    .filter(isSettable)
    .map(
      ([name, attribute]) => `${name}: ${shape(owner, name, attribute).writing(`${from}.${camel(name)}`)},`,
    )
    .join("\n");

/** The types of nested attributes, and how each is written. */
const nestedTypes = (owner, attributes) =>
  Object.entries(attributes)
    .flatMap(([name, attribute]) => shape(owner, name, attribute).nested ?? [])
    .map(
      ({ item, attributes: inner }) => `/** An item of a list of {@link ${owner}Props}. */
export interface ${item} {
${members(item, inner)}
}

function ${item[0].toLowerCase()}${item.slice(1)}ToTerraform(value: ${item}) {
  return { ${written(item, inner, "value")} };
}
`,
    )
    .join("\n");

/** The imports by which a binding reads its props. */
function readers(body) {
  const schemas = ["flag", "listOf", "number", "text", "texts", "word", "words"].filter((name) =>
    new RegExp(`(?<![.\\w"])${name}(?:[,()]|$)`, "m").test(
      body.slice(body.indexOf("const ATTRIBUTES"), body.indexOf("export class")),
    ),
  );
  const may = /\bmay\(/.test(body) ? 'import { may } from "../../../lib/schema/shapes";\n' : "";
  return `${may}import { ${["readConfig", ...schemas].sort().join(", ")} } from "../config";\n`;
}

function bindingOf(kind, type, { block }) {
  if (block.block_types && Object.keys(block.block_types).length > 0) {
    throw new Error(`${type}: no binding is known for nested blocks`);
  }
  const owner = `${kind === "data" ? "Data" : ""}${pascal(type)}`;
  const base = kind === "data" ? "TerraformDataSource" : "TerraformResource";
  const { attributes } = block;
  const getters = Object.entries(attributes)
    .filter(isRead)
    .map(([name, attribute]) => {
      const { read, reading } = shape(owner, name, attribute);
      return `${doc(attribute.description)}get ${camel(name)}(): ${read} { return ${reading}; }`;
    })
    .join("\n\n");
  // What has nothing to set keeps nothing.
  const sets = Object.entries(attributes).some(isSettable);
  const body = `${nestedTypes(owner, attributes)}
/** What ${owner} is declared with. */
export interface ${owner}Props extends TerraformMetaArguments {
${members(owner, attributes)}
}

const ATTRIBUTES = { ${entries(owner, attributes)} };

${doc(block.description)}export class ${owner} extends ${base} {
  /** Terraform's name of the type. */
  static readonly tfResourceType = ${JSON.stringify(type)};

  ${sets ? `private readonly props: ${owner}Props;` : ""}

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ${owner}Props) {
    const config = readConfig(${JSON.stringify(owner)}, ATTRIBUTES, props);
    super(scope, id, { ...config, terraformResourceType: ${owner}.tfResourceType, terraformGeneratorMetadata: GENERATED });
    ${sets ? "this.props = config;" : ""}
  }

${getters}

  protected override synthesizeAttributes(): Record<string, unknown> {
    ${sets ? "const { props } = this;" : ""}
    return { ${written(owner, attributes, "props")} };
  }
}
`;
  // In biome's order, which looks past `type`.
  const names = [
    /\bFn\./.test(body) && "Fn",
    /\bIResolvable\b/.test(body) && "type IResolvable",
    kind === "data" && base,
    "type TerraformMetaArguments",
    kind === "resource" && base,
  ];
  return `${BANNER}import { ${names.filter(Boolean).join(", ")} } from "cdktf";
import type { Construct } from "constructs";
${readers(body)}import { GENERATED } from "./generated";

${body}`;
}

function providerBinding({ block: { attributes, description } }) {
  const owner = "M365Provider";
  const body = `/** How the provider signs in. */
export interface ${owner}Props {
/** Name of this configuration beside another one of the same provider. */
readonly alias?: string;
${members(owner, attributes)}
}

const ATTRIBUTES = { alias: may(text), ${entries(owner, attributes)} };

${doc(description)}export class ${owner} extends TerraformProvider {
  /** Terraform's name of the provider. */
  static readonly tfResourceType = "m365";

  private readonly props: ${owner}Props;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ${owner}Props = {}) {
    const config = readConfig(${JSON.stringify(owner)}, ATTRIBUTES, props);
    super(scope, id, {
      terraformResourceType: ${owner}.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
      terraformProviderSource: ${JSON.stringify(SOURCE)},
    });
    this.props = config;
  }

  /** Name of this configuration beside another one of the same provider. */
  override get alias(): string | undefined { return this.props.alias; }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { alias: props.alias, ${written(owner, attributes, "props")} };
  }
}
`;
  return `${BANNER}import { ${/IResolvable/.test(body) ? "type IResolvable, " : ""}TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
${readers(body)}import { GENERATED } from "./generated";

${body}`;
}

/** The text as biome would have it. */
function formatted(file, text) {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=constructs/exchange/m365/${file}`],
    { cwd: root, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return stdout;
}

/** @returns {Map<string, string>} each file's text by its name */
function bindings() {
  const schema = schemaOfSources();
  const files = new Map([
    [
      "generated.ts",
      `${BANNER}
/** The provider's version that the bindings go with. It travels with this package, so that there is no other. */
export const GENERATED = { providerName: "m365", providerVersion: ${JSON.stringify(version)} } as const;
`,
    ],
    ["provider.ts", providerBinding(schema.provider)],
  ]);
  const file = (type) => `${type.replace(/^m365_/, "").replaceAll("_", "-")}.ts`;
  for (const [type, one] of Object.entries(schema.resource_schemas)) {
    files.set(file(type), bindingOf("resource", type, one));
  }
  for (const [type, one] of Object.entries(schema.data_source_schemas)) {
    files.set(`data-${file(type)}`, bindingOf("data", type, one));
  }
  const exported = [...files.keys()]
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => name !== "generated");
  const lines = exported.sort().map((name) => `export * from "./${name}";\n`);
  files.set("index.ts", `${BANNER}${lines.join("")}`);
  return new Map([...files].map(([name, text]) => [name, formatted(name, text)]));
}

const current = bindings();
const there = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
const stale = [
  ...there.filter((name) => !current.has(name)),
  ...[...current].flatMap(([name, text]) =>
    there.includes(name) && readFileSync(join(FOLDER, name), "utf8") === text ? [] : [name],
  ),
];
if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`constructs/exchange/m365/${name} is not current`);
  if (stale.length > 0) {
    console.error("run node scripts/generate-m365-bindings.mjs");
    process.exitCode = 1;
  }
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of stale) {
    const text = current.get(name);
    if (text === undefined) rmSync(join(FOLDER, name));
    else writeFileSync(join(FOLDER, name), text);
  }
}
