// Writes lib/sender-uses.ts: the senders of the catalogue and their parameters as types, so that editors complete them
// and the compiler refuses others.
//   npm run senders          writes the file
//   npm run senders:check    fails when it is not current
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FILE = "lib/sender-uses.ts";

const catalogue = JSON.parse(readFileSync(join(root, "lib/senders/catalogue.json"), "utf8"));
const senders = Object.entries(catalogue);

const current =
  formatted(`// Written by scripts/sender-types.mjs from lib/senders/catalogue.json; not to be edited.

${senders.map(([name, entry]) => valuesOf(name, entry)).join("\n")}
/** The values of each sender of the catalogue, by its name. */
export interface SenderValuesByName {
${senders.map(([name, { title }]) => `  /** ${title} */\n  readonly ${JSON.stringify(name)}: ${typeName(name)};`).join("\n")}
}

/** A sender of the catalogue. */
export type SenderName = keyof SenderValuesByName;

/** Senders that need no values. */
export type BareSenderName = ${senders
    .filter(([, entry]) => standsAlone(entry))
    .map(([name]) => JSON.stringify(name))
    .join(" | ")};

/** One use of a sender of the catalogue: its name, or its name with the values that its console shows. */
export type SenderUse =
  | BareSenderName
  | { readonly [Name in SenderName]: { readonly [Key in Name]: SenderValuesByName[Name] } }[SenderName];
`);

if (!process.argv.includes("--check")) writeFileSync(join(root, FILE), current);
else if (!existsSync(join(root, FILE)) || readFileSync(join(root, FILE), "utf8") !== current) {
  console.error(`${FILE} is not current: run npm run senders`);
  process.exitCode = 1;
}

/** Does its name say all, so that values may be left out? */
function standsAlone({ parameters, either = [] }) {
  return either.length === 0 && Object.values(parameters).every(({ required }) => !required);
}

function typeName(name) {
  return `${name.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase())}Values`;
}

/** The type of a sender's values. Of alternatives one is given, and none of the others. */
function valuesOf(name, { title, source, parameters, either = [] }) {
  const inSets = new Set(either.flat());
  const own = Object.entries(parameters).filter(([parameter]) => !inSets.has(parameter));
  const body = [...own.map(([parameter, rule]) => member(parameter, rule, rule.required)), spf()];
  const alternatives = either.map((set) => {
    const members = [...inSets].map((parameter) =>
      set.includes(parameter)
        ? member(parameter, parameters[parameter], true)
        : `  readonly ${parameter}?: never;`,
    );
    return `{\n${members.join("\n")}\n}`;
  });
  const head = `/** What ${title} shows for a domain: ${source} */\nexport `;
  const fields = `{\n${body.join("\n")}\n}`;
  return alternatives.length === 0
    ? `${head}interface ${typeName(name)} ${fields}\n`
    : `${head}type ${typeName(name)} = ${fields} & (${alternatives.join(" | ")});\n`;
}

function member(parameter, { means, shape, form, choices, default: preset }, required) {
  const text = form === "choice" ? choices.map((choice) => JSON.stringify(choice)).join(" | ") : "string";
  const type = shape === "list" ? `readonly ${text.includes("|") ? `(${text})` : text}[]` : text;
  const shown = preset === "{dashed}" ? "the domain with hyphens for dots" : JSON.stringify(preset);
  const fallback = preset === undefined ? "" : ` @default ${shown}`;
  const sentence = `${means.charAt(0).toUpperCase()}${means.slice(1)}.`;
  return `  /** ${sentence}${fallback} */\n  readonly ${parameter}${required ? "" : "?"}: ${type};`;
}

function spf() {
  return "  /** Its include in the domain's own SPF record. @default where its mail aligns through it */\n  readonly spf?: boolean;";
}

/** The text as biome would have it. */
function formatted(text) {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "format", `--stdin-file-path=${FILE}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
