// What the keys of a JSON Schema mean, from the comments of the TypeScript type that the schema reads: one source for
// editors of programs and of files.
const { join } = require("node:path");
const ts = require("typescript");

const ROOT = join(__dirname, "..");

/** A type whose parts need no words from here: its JSON Schema comes with its own. */
const DESCRIBED = new Set(["SenderUse"]);

/**
 * @param {object} schema a JSON Schema
 * @param {string} file the source that exports the type, from the project's root
 * @param {string} name the type's
 * @returns {object} the schema with a description of each key
 * @throws Error that names every key that its type does not explain
 */
function described(schema, file, name) {
  const path = join(ROOT, file);
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, ROOT);
  const program = ts.createProgram([path], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path));
  const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
  const unexplained = [];
  const result = describe(schema, [checker.getDeclaredTypeOfSymbol(symbol)], name);
  if (unexplained.length > 0) throw new Error(`keys without a comment: ${unexplained.join(", ")}`);
  return result;

  function describe(node, types, place) {
    if (types.some(({ aliasSymbol }) => DESCRIBED.has(aliasSymbol?.name))) return node;
    const members = types.flatMap(membersOf);
    const { properties, additionalProperties, items, anyOf } = node;
    return {
      ...node,
      ...(anyOf ? { anyOf: anyOf.map((option) => describe(option, members, place)) } : {}),
      ...(items ? { items: describe(items, indexed(members, checker.getNumberType()), `${place}[]`) } : {}),
      ...(properties ? { properties: describeAll(properties, members, place) } : {}),
      ...(typeof additionalProperties === "object"
        ? {
            additionalProperties: describe(
              additionalProperties,
              indexed(members, checker.getStringType()),
              `${place}.*`,
            ),
          }
        : {}),
    };
  }

  function describeAll(properties, members, place) {
    const keys = Object.keys(properties);
    // Of several forms, that with these keys is meant.
    const form = members.filter((type) => keys.every((key) => checker.getPropertyOfType(type, key)));
    return Object.fromEntries(
      Object.entries(properties).map(([key, node]) => {
        const symbols = form.flatMap((type) => checker.getPropertyOfType(type, key) ?? []);
        const types = symbols.map((symbol) => checker.getTypeOfSymbol(symbol));
        const description = symbols.map(wordsOf).find((words) => words !== "");
        if (description === undefined) unexplained.push(`${place}.${key}`);
        return [key, { ...describe(node, types, `${place}.${key}`), description }];
      }),
    );
  }

  function indexed(members, key) {
    return members.flatMap((type) => {
      const kind = key === checker.getNumberType() ? ts.IndexKind.Number : ts.IndexKind.String;
      return checker.getIndexTypeOfType(type, kind) ?? [];
    });
  }

  function membersOf(type) {
    return type.isUnion() ? type.types.flatMap(membersOf) : [type];
  }

  /** `TTL of every record in seconds. Default: 3600.` */
  function wordsOf(symbol) {
    const line = (parts) =>
      ts
        .displayPartsToString(parts)
        .replace(/\s*\n\s*/g, " ")
        .trim();
    const words = line(symbol.getDocumentationComment(checker));
    const preset = symbol.getJsDocTags(checker).find((tag) => tag.name === "default");
    if (!preset) return words;
    // A file needs no quotes around its words.
    const value = line(preset.text).replace(/^[^[{].*$/s, (text) => text.replaceAll('"', ""));
    return `${words}${words === "" ? "" : " "}Default: ${value}.`;
  }
}

module.exports = { described };
