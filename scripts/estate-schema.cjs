// Writes schema/estate.schema.json from the schema that the estate is read with (dist/, so build first):
//   node scripts/estate-schema.cjs           writes the file
//   node scripts/estate-schema.cjs --check   fails when the file is not current
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { described } = require("./describe-schema.cjs");
const { senderJsonSchema } = require("./sender-schema.cjs");

const FILE = join(__dirname, "../schema/estate.schema.json");

/**
 * The JSON Schema of an estate file, as text. Draft 7, which is what editors' YAML support speaks; written out
 * without $ref, beside which that draft allows no description.
 * @param {import("valibot").GenericSchema} schema EstateFileSchema of lib/estate/schema/estate
 * @returns {string}
 */
function estateJsonSchema(schema) {
  const { $schema, ...body } = jsonSchemaOf(schema);
  const words = described(body, "lib/estate/schema/estate.ts", "EstateFile");
  return `${JSON.stringify({ $schema, title: "Estate of cdktf-mail-hygiene", ...words }, null, 2)}\n`;
}

function jsonSchemaOf(schema) {
  // A development dependency: this script alone needs it.
  const { toJsonSchema } = require("@valibot/to-json-schema");
  return toJsonSchema(schema, {
    target: "draft-07",
    typeMode: "input",
    overrideSchema: ({ valibotSchema, jsonSchema }) => tidy(valibotSchema, jsonSchema),
  });
}

/** A choice of one form is that form; an empty list of required keys and names that are text say nothing. */
function tidy(valibotSchema, { propertyNames: _, required, ...rest }) {
  if (valibotSchema.type === "custom") return guardedJsonSchema(valibotSchema.check.name);
  if (valibotSchema.type === "union" && rest.anyOf?.length === 1) return rest.anyOf[0];
  return required?.length > 0 ? { ...rest, required } : rest;
}

/** What a guard takes, by its name. */
function guardedJsonSchema(guard) {
  if (guard === "isSenderUse") return senderJsonSchema();
  if (guard === "isExchangeOptions") {
    const { ExchangeSchema } = require("../dist/lib/exchange/schema.js");
    const { $schema: _, ...options } = jsonSchemaOf(ExchangeSchema);
    return options;
  }
  const settings = {
    isMethodsOptions: "MethodsSchema",
    isAuthorizationOptions: "AuthorizationSchema",
    isPasswordsOptions: "PasswordsSchema",
    isConsentOptions: "ConsentSchema",
    isApplicationsOptions: "ApplicationsSchema",
    isPrivilegedRolesOptions: "PrivilegedRolesSchema",
  }[guard];
  if (settings) {
    const { $schema: _, ...options } = jsonSchemaOf(
      require("../dist/lib/identity/settings/schema.js")[settings],
    );
    return options;
  }
  if (guard === "isVersionConstraint") return { type: "string" };
  throw new Error(`the JSON Schema of what ${guard} takes is not known`);
}

module.exports = { estateJsonSchema };

if (require.main === module) {
  const { EstateFileSchema } = require("../dist/lib/estate/schema/estate.js");
  const current = estateJsonSchema(EstateFileSchema);
  if (!process.argv.includes("--check")) {
    writeFileSync(FILE, current);
  } else if (readFileSync(FILE, "utf8") !== current) {
    console.error("schema/estate.schema.json is not current: run npm run schema");
    process.exitCode = 1;
  }
}
