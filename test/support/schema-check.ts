import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderSchema, ProviderSchemas, Schema } from "./provider-schema";
import { checkReference, checkReferences, declaredBy } from "./schema-references";
import { type Complain, checkBlock, isMapping } from "./schema-values";

/** What Terraform takes in every resource; `//` is a comment in JSON syntax. */
const META_ARGUMENTS = ["count", "for_each", "depends_on", "provider", "lifecycle"];
const LIFECYCLE = [
  "create_before_destroy",
  "prevent_destroy",
  "ignore_changes",
  "replace_triggered_by",
  "precondition",
  "postcondition",
];
const SECTIONS = [
  "//",
  "terraform",
  "provider",
  "resource",
  "data",
  "variable",
  "output",
  "locals",
  "import",
  "moved",
  "removed",
  "check",
  "module",
];

/** The schemas of a provider as kept in `sandbox/providers/schemas`, e.g. `cloudflare-5.14.0`. */
export function providerSchemas(name: string): ProviderSchemas {
  return JSON.parse(
    readFileSync(join(__dirname, "..", "..", "sandbox", "providers", "schemas", `${name}.json`), "utf8"),
  );
}

/**
 * What `terraform validate` would say of a configuration in JSON syntax, without a provider: every unknown or
 * missing argument, wrong type, computed-only attribute that is set, and reference to what is not declared.
 * A whole-string expression counts as any type. Empty if all is well.
 */
export function schemaProblems(
  configuration: unknown,
  ...schemas: readonly ProviderSchemas[]
): readonly string[] {
  const problems: string[] = [];
  const complain: Complain = (path, problem) => problems.push(`${path}: ${problem}`);
  if (!isMapping(configuration)) return ["a configuration is an object"];
  for (const section of Object.keys(configuration)) {
    if (!SECTIONS.includes(section)) complain(section, "no such block");
  }
  const providers = new Map(schemas.flatMap((file) => Object.entries(file.provider_schemas)));
  const local = localNames(configuration, providers, complain);
  const schemaOf = (kind: "resource_schemas" | "data_source_schemas", type: string): Schema | undefined => {
    const named = local.get(type.split("_", 1)[0] ?? "")?.[kind];
    return named && Object.hasOwn(named, type) ? named[type] : undefined;
  };
  const declared = declaredBy(configuration, schemaOf);

  checkProviders(configuration.provider, local, complain);
  for (const [section, kind] of [
    ["resource", "resource_schemas"],
    ["data", "data_source_schemas"],
  ] as const) {
    for (const [type, bodies] of entriesOf(configuration[section])) {
      const schema = schemaOf(kind, type);
      if (!schema) {
        complain(`${section}.${type}`, "no provider of this configuration has it");
        continue;
      }
      for (const [name, body] of entriesOf(bodies)) {
        const path = `${section}.${type}.${name}`;
        if (!/^[A-Za-z_][\w-]*$/.test(name)) complain(path, "not a Terraform name");
        if (!isMapping(body)) {
          complain(path, "not a block");
          continue;
        }
        const own = Object.entries(body).filter(([key]) => !META_ARGUMENTS.includes(key));
        checkBlock(schema.block, Object.fromEntries(own), path, complain);
        checkReferences(declared, body, path, complain);
        for (const address of listOf(body.depends_on)) {
          checkReference(declared, String(address), undefined, `${path}.depends_on`, complain);
        }
        checkLifecycle(schema, body.lifecycle, `${path}.lifecycle`, complain);
      }
    }
  }
  for (const [index, block] of listOf(configuration.import).entries()) {
    const path = `import[${index}]`;
    if (!isMapping(block)) complain(path, "not a block");
    else checkReference(declared, String(block.to), undefined, `${path}.to`, complain);
  }
  checkReferences(declared, configuration.output, "output", complain);
  return problems;
}

/** The schemas behind the local names that `required_providers` gives them. */
function localNames(
  configuration: Readonly<Record<string, unknown>>,
  providers: ReadonlyMap<string, ProviderSchema>,
  complain: Complain,
): ReadonlyMap<string, ProviderSchema> {
  const { terraform } = configuration;
  const required = isMapping(terraform) ? terraform.required_providers : undefined;
  const local = new Map<string, ProviderSchema>();
  for (const [name, entry] of entriesOf(required)) {
    const source = isMapping(entry) ? String(entry.source) : "";
    const address = source.split("/").length === 2 ? `registry.terraform.io/${source}` : source;
    const schema = providers.get(address);
    if (schema) local.set(name, schema);
    else complain(`terraform.required_providers.${name}`, `no schema of ${address} was given`);
  }
  return local;
}

function checkProviders(
  section: unknown,
  local: ReadonlyMap<string, ProviderSchema>,
  complain: Complain,
): void {
  for (const [name, blocks] of entriesOf(section)) {
    const schema = local.get(name)?.provider;
    if (!schema) {
      complain(`provider.${name}`, "not in required_providers");
      continue;
    }
    for (const block of listOf(blocks)) {
      const own = entriesOf(block).filter(([key]) => key !== "alias");
      checkBlock(schema.block, Object.fromEntries(own), `provider.${name}`, complain);
    }
  }
}

function checkLifecycle(schema: Schema, lifecycle: unknown, path: string, complain: Complain): void {
  for (const block of listOf(lifecycle)) {
    for (const [key, value] of entriesOf(block)) {
      if (!LIFECYCLE.includes(key)) complain(`${path}.${key}`, "no such argument");
      if (key !== "ignore_changes" || value === "all") continue;
      for (const attribute of listOf(value)) {
        const { attributes = {}, block_types: blocks = {} } = schema.block;
        if (!Object.hasOwn({ ...attributes, ...blocks }, String(attribute)))
          complain(`${path}.${key}`, `no attribute ${attribute}`);
      }
    }
  }
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMapping(value) ? Object.entries(value) : [];
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
