// The pages of docs/reference/provider/: one for each table of provider/objects/tables/, and their list.
import { evaluate } from "./evaluate.mjs";

/** @returns {Map<string, string>} each page's text by its name */
export function providerReference() {
  const { TABLES, typeName } = evaluate(`
    import { GRAPH_TABLES } from "./provider/objects/graph/tables/index";
    import { TABLES as EXCHANGE } from "./provider/objects/tables/index";
    import { typeName } from "./provider/objects/table";
    const TABLES = [...EXCHANGE, ...GRAPH_TABLES];
    module.exports = { TABLES, typeName };`);
  const pages = new Map(TABLES.map((table) => [`${typeName(table)}.md`, pageOf(table, typeName)]));
  return pages.set("README.md", list(TABLES, typeName));
}

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text) => `\`${text}\``;

function list(tables, typeName) {
  const row = (table) => {
    const type = typeName(table);
    const order = table.kind === "rule" ? `, \`${type}_order\`` : "";
    return `| [\`${type}\`](${type}.md)${order} | ${cell(table.about)} | ${cell(table.licence ?? "")} |`;
  };
  return `# Objects of the provider m365

Written by \`npm run docs\` from the tables in \`provider/objects/tables/\` and, for Graph, \`provider/objects/graph/tables/\`. What
they have in common:

- **Of what a tenant has one**, only attributes that are given are managed. Destroy leaves it.
- **What can be made and removed** is managed whole: an attribute that is left out is what it is by default, or cleared. What
  Microsoft made, as the policy \`Default\`, is adopted by its name, and destroy leaves it.
- A change sends what changed, and lists member by member. What Graph replaces whole is read first, and written back with all
  that others set in it.
- Import by name or Guid; by the id on its page where a tenant has one.
- Rules have no number: \`…_order\` says which comes before which, and leaves rules that it does not name where they are.
- What the tenant has no licence for, Exchange does not show: the error says which licence is asked for.

| resource | what it is | needs |
| --- | --- | --- |
${[...tables]
  .sort((a, b) => (typeName(a) < typeName(b) ? -1 : 1))
  .map(row)
  .join("\n")}

More resources, and how the provider signs in: [Exchange Online](../../guide/exchange.md).
`;
}

function pageOf(table, typeName) {
  const type = typeName(table);
  const facts = [
    table.graph && [
      "Graph",
      `\`${table.graph.path.replace("{}", `{${table.key}}`)}\` ([Microsoft's page](${table.source}))`,
    ],
    table.graph && ["Permissions", `\`${table.graph.read}\` to read, \`${table.graph.write}\` to write`],
    table.graph === undefined && [
      "Cmdlets",
      `\`…-${table.noun}\`${{ purview: " of Security & Compliance", chosen: " of either service" }[table.service] ?? ""} ([Microsoft's page](${table.source}))`,
    ],
    ["Licence", table.licence],
    [table.graph ? "Role of people" : "Role", table.role ?? "Organization Management"],
    ["Works after", table.effect],
    [
      "Import",
      table.key
        ? `by ${table.key}`
        : table.kind === "singleton"
          ? code(`terraform import ${type}.x ${table.noun}`)
          : `by ${table.service === "chosen" ? "service, a slash, and " : ""}name or Guid`,
    ],
    [
      "Destroy",
      table.kind === "singleton"
        ? "leaves it as it is"
        : table.builtIn
          ? `removes it; leaves ${table.builtIn.map(code).join(", ")}`
          : "removes it",
    ],
  ].filter((fact) => fact?.[1]);
  const notes = table.notes?.length ? `\n${table.notes.map((note) => `- ${note}`).join("\n")}\n` : "";
  return `# ${type}

${table.about}

\`\`\`hcl
resource "${type}" "${table.example.name ? slug(table.example.name) : "this"}" {
${example(table.example)}
}
\`\`\`

| | |
| --- | --- |
${facts.map(([name, value]) => `| ${name} | ${cell(value)} |`).join("\n")}
${notes}
| attribute | type | left out | what it is |
| --- | --- | --- | --- |
${Object.entries(table.attributes)
  .map(([name, attribute]) => attributeRow(table, name, attribute))
  .join("\n")}
`;
}

const slug = (text) =>
  String(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");

function example(values) {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return Object.entries(values)
    .map(([name, value]) => {
      const [, expression] = /^\$\{(.*)\}$/.exec(String(value)) ?? [];
      return `  ${name.padEnd(width)} = ${expression ?? JSON.stringify(value).replaceAll('","', '", "')}`;
    })
    .join("\n");
}

function attributeRow(
  table,
  name,
  { codec, about, default: usual, required, decided, replaces, licence, parameter, local },
) {
  const kind = codec.choices
    ? `${codec.type === "texts" ? "set of " : ""}${codec.choices.map(code).join(", ")}`
    : {
        text: "text",
        flag: "true or false",
        number: codec.range ? codec.range.join(" to ") : "number",
        texts: "set of texts",
      }[codec.type];
  const absent = required
    ? "required"
    : table.kind === "singleton"
      ? "stays as it is"
      : decided
        ? "as Exchange makes it"
        : usual === undefined
          ? "none"
          : code(String(usual));
  const more = [
    about,
    replaces && "A change replaces it.",
    licence && licence !== table.licence && `Needs ${licence}.`,
    !local && code(table.graph ? parameter : `-${parameter}`),
  ];
  return `| \`${name}\` | ${cell(kind)} | ${absent} | ${cell(more.filter(Boolean).join(" "))} |`;
}
