import { readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFromJson } from "../../../provider/plugin/schema/from-json";
import { blockJson } from "../../../provider/plugin/schema/wire";

const SCHEMAS = join(__dirname, "../../../sandbox/providers/schemas");

interface Printed {
  readonly provider: object;
  readonly resource_schemas: Readonly<Record<string, object>>;
  readonly data_source_schemas: Readonly<Record<string, object>>;
}

function printed(file: string): Printed {
  const { provider_schemas } = JSON.parse(readFileSync(join(SCHEMAS, file), "utf8"));
  return Object.values<Printed>(provider_schemas)[0] as Printed;
}

/** What the layer would print of a schema that it read. */
function reprinted(json: object): object {
  const { version, attributes, blocks, description } = schemaFromJson(json);
  return { version, block: blockJson({ ...attributes, ...blocks }, description) };
}

/** Without the one thing that is always said of a text, even where there is none. */
function withoutKinds(json: object): object {
  return JSON.parse(JSON.stringify(json, (key, value) => (key === "description_kind" ? undefined : value)));
}

test.each(["cloudflare-5.14.0.json", "azuread-3.7.0.json"])(
  "%s is read and printed back as it was",
  (file) => {
    const { provider, resource_schemas, data_source_schemas } = printed(file);
    for (const json of [
      provider,
      ...Object.values(resource_schemas),
      ...Object.values(data_source_schemas),
    ]) {
      expect(withoutKinds(reprinted(json))).toEqual(json);
    }
  },
);

test("texts, flags, limits and all nestings of attributes and blocks come through", () => {
  const attribute = { type: "string", optional: true, description_kind: "plain" };
  const json = {
    version: 3,
    block: {
      description: "a thing",
      description_kind: "plain",
      attributes: {
        old: { ...attribute, computed: true, deprecated: true, description: "use new" },
        password: { ...attribute, sensitive: true },
        anything: { ...attribute, type: "dynamic" },
        box: { ...attribute, type: ["map", ["list", ["object", { width: "number", open: "bool" }]]] },
        ...Object.fromEntries(
          ["single", "list", "set", "map"].map((nesting_mode) => [
            `in_${nesting_mode}`,
            {
              nested_type: { attributes: { one: { ...attribute } }, nesting_mode },
              required: true,
              description_kind: "plain",
            },
          ]),
        ),
      },
      block_types: Object.fromEntries(
        ["single", "list", "set", "map", "group"].map((nesting_mode) => [
          `block_${nesting_mode}`,
          {
            nesting_mode,
            block: { attributes: { one: { ...attribute } }, description: "inner", description_kind: "plain" },
            ...(nesting_mode === "list" && { min_items: 1, max_items: 4 }),
          },
        ]),
      ),
    },
  };
  expect(reprinted(json)).toEqual(json);
});

const BLOCK = { version: 0, block: { attributes: { name: { type: "string", optional: true } } } };

test("facts of planning are added to the attribute they name", () => {
  const { attributes } = schemaFromJson(BLOCK, { name: { default: "@", requiresReplace: true } });
  expect(attributes.name?.options).toEqual({ optional: true, default: "@", requiresReplace: true });
});

test("a fact about an attribute that there is not is a mistake in the program", () => {
  expect(() => schemaFromJson(BLOCK, { nmae: { stable: true } })).toThrow("the schema has no nmae");
});

test.each([
  [{ version: 0 }, "block: expected an object of a schema"],
  [{ block: { attributes: { a: { type: "text" } } } }, '"text" is no Terraform type'],
  [
    { block: { attributes: { a: { type: "string", write_only: true } } } },
    "a: a write-only attribute is not supported",
  ],
  [{ block: { block_types: { b: { nesting_mode: "bag", block: {} } } } }, 'b: "bag" is no nesting mode'],
])("what is no schema is refused: %j", (json, message) => {
  expect(() => schemaFromJson(json)).toThrow(message);
});
