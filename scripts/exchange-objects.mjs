// Writes what an estate may say of Exchange's objects, from the provider's own tables:
//   lib/exchange/objects.json   each kind with its attributes, what they take and what they are by default
//   lib/exchange/values.ts      the same as types, for programs and for editors of estates
//
//   node scripts/exchange-objects.mjs           writes the files
//   node scripts/exchange-objects.mjs --check   fails when a file is not current
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate } from "./evaluate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = "lib/exchange";

/** What is made by other means than a table, and whose attributes are read from the provider's schema. */
const BY_HAND = {
  m365_agent_risk_policy: ["AgentRiskPolicy", "A Conditional Access policy that blocks AI agents at risk."],
  m365_role_group_member: ["RoleGroupMember", "A member of a role group, beside others."],
  m365_role_group_members: ["RoleGroupMember", "All members of a role group."],
  m365_tenant_allow_block_list_item: ["TenantAllowBlockListItem", "An entry of the Tenant Allow/Block List."],
};

/** Rules that say more than whom a policy is for. */
const OWN_RULES = ["m365_dlp_compliance_rule"];

/** What an estate cannot say: a file of the machine, by an absolute path. Reviews read it from plans all the same. */
const FILES = ["image_path", "image_sha256"];

/** By kind: the tables as plain data, with what codecs take. */
function objectsOfSources() {
  return evaluate(`import { GRAPH_TABLES } from "./provider/objects/graph/tables/index";
import { TABLES } from "./provider/objects/tables/index";
import { typeName } from "./provider/objects/table";
import { SETTINGS } from "./provider/objects/tables/transport-rule-settings";
import { CONDITIONS, exceptions } from "./provider/objects/tables/transport-rule-conditions";
import { m365 } from "./provider/provider";
const EXCEPTIONS = exceptions(CONDITIONS);
const camel = (text) => text.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
// Attributes that are named in words are called there as the estate calls them.
const words = (text) => text.replace(/\\b(?!m365_)[a-z0-9]+(?:_[a-z0-9]+)+\\b/g, camel);
const attribute = (of) => ({
  type: of.codec.type,
  about: words(of.about),
  ...(of.codec.choices && { choices: of.codec.choices }),
  ...(of.codec.range && { range: of.codec.range }),
  ...(of.required && { required: true }),
  ...(of.default !== undefined && { default: of.default }),
  ...(of.decided && { decided: true }),
  ...(of.licence && { licence: of.licence }),
  ...(of.needs && { needs: of.needs }),
  ...(of.free && { free: of.free }),
  ...(of.of && { of: of.of }),
});
const part = (noun, name) =>
  noun !== "TransportRule" ? {} :
  name in CONDITIONS ? { part: "condition" } :
  name in EXCEPTIONS ? { part: "exception" } :
  name in SETTINGS ? { part: "setting" } : { part: "action" };
const objects = [...TABLES, ...GRAPH_TABLES].map((table) => [typeName(table), {
  noun: table.noun,
  about: table.about,
  ...(table.kind === "singleton" ? { singleton: true } : {}),
  ...(table.builtIn ? { builtIn: table.builtIn } : {}),
  ...(table.licence ? { licence: table.licence } : {}),
  ...(table.needs ? { needs: table.needs } : {}),
  ...(table.key ? { key: camel(table.key) } : {}),
  attributes: Object.fromEntries(Object.entries(table.attributes).map(([name, one]) => [name, { ...attribute(one), ...(${JSON.stringify(FILES)}.includes(name) && { file: true }), ...part(table.noun, name) }])),
}]);
const byHand = ${JSON.stringify(BY_HAND)};
const { resources } = m365("0.0.0");
const KINDS = { string: "text", bool: "flag", number: "number", set: "texts" };
for (const [type, [noun, about]] of Object.entries(byHand)) {
  const own = Object.entries(resources[type].attributes).filter(([, { options }]) => options.required || options.optional);
  objects.push([type, {
    noun,
    about,
    attributes: Object.fromEntries(own.map(([name, { type: kind, options }]) => [name, {
      type: KINDS[kind.kind],
      about: words(options.description),
      ...(options.choices && { choices: options.choices }),
      ...(options.required && { required: true }),
    }])),
  }]);
}
module.exports = objects.sort(([a], [b]) => (a < b ? -1 : 1));`);
}

const kindOf = (type) => type.replace(/^m365_/, "").replaceAll("_", "-");
const pascal = (text) => text.replace(/(?:^|[_-])([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const camel = (text) => text.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const doc = (text) => `/** ${text.replaceAll("*/", "*\\/")} */\n`;

function typeOf({ type, choices }) {
  const union = choices?.map((choice) => JSON.stringify(choice)).join(" | ");
  if (type === "texts") return union ? `readonly (${union})[]` : "readonly string[]";
  if (type === "text") return union ?? "string";
  return type === "flag" ? "boolean" : "number";
}

function wordsOf({ singleton }, { about, default: usual, decided, licence, range }) {
  return [
    about,
    range && `${range[0]} to ${range[1]}.`,
    licence && `Needs ${licence}.`,
    usual !== undefined && `@default ${JSON.stringify(usual)}`,
    usual === undefined && singleton && "@default it stays as it is",
    usual === undefined && decided && "@default what Exchange makes of it",
  ]
    .filter(Boolean)
    .join(" ");
}

function members(object, attributes, rename = camel) {
  return attributes
    .map(([name, one]) => `${doc(wordsOf(object, one))}readonly ${rename(name)}?: ${typeOf(one)};`)
    .join("\n");
}

/** What an estate says of an object: all but its name, which is its key there, and what a rule takes from its policy. */
function interfacesOf([type, object]) {
  // Whom a policy is for is said beside it.
  if (object.noun !== "TransportRule" && type.endsWith("_rule") && !OWN_RULES.includes(type)) return "";
  const own = Object.entries(object.attributes).filter(([name, { file }]) => name !== "name" && !file);
  const owner = pascal(kindOf(type));
  const made = (title, about, attributes, rename) =>
    `${doc(about)}export interface ${title} {\n${members(object, attributes, rename)}\n}\n`;
  if (object.noun !== "TransportRule") return made(`${owner}Values`, object.about, own);
  const of = (part) => own.filter(([, one]) => one.part === part);
  return [
    made(`${owner}Settings`, "How a mail flow rule is tried.", of("setting")),
    made(`${owner}Conditions`, "What a message is like: all that is said is to fit.", of("condition")),
    made(`${owner}Actions`, "What is done with a message.", of("action")),
  ].join("\n");
}

function formatted(file, text) {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=${FOLDER}/${file}`],
    { cwd: root, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return stdout;
}

const objects = objectsOfSources();
const files = {
  "objects.json": JSON.stringify(Object.fromEntries(objects.map(([type, one]) => [kindOf(type), one]))),
  "values.ts": `// Written by scripts/exchange-objects.mjs from the provider's tables; not to be edited.

/** A kind of object that Exchange holds, as the provider's resources are called without \`m365_\`. */
export type ExchangeKind = ${objects.map(([type]) => JSON.stringify(kindOf(type))).join(" | ")};

${objects.map(interfacesOf).join("\n")}`,
};

let stale = 0;
for (const [name, text] of Object.entries(files)) {
  const path = join(root, FOLDER, name);
  const current = formatted(name, text);
  if (existsSync(path) && readFileSync(path, "utf8") === current) continue;
  stale++;
  if (process.argv.includes("--check")) console.error(`${FOLDER}/${name} is not current`);
  else writeFileSync(path, current);
}
if (process.argv.includes("--check") && stale > 0) {
  console.error("run npm run bindings");
  process.exitCode = 1;
}
