import * as v from "valibot";

/** A resource that a state holds. */
export interface StateResource {
  /** Without the keys of its instances: `cloudflare_dns_record.Spf`. */
  readonly address: string;
  readonly type: string;
  /** The source of its provider: `registry.terraform.io/cloudflare/cloudflare`. */
  readonly provider: string;
  /** The alias of the provider's configuration, if it has one. */
  readonly alias?: string;
  /** What people know it by, where it has a name: `contoso.com`, `Break glass`. */
  readonly label?: string;
}

/** https://developer.hashicorp.com/terraform/language/state: version 4, of Terraform since 0.12 and of OpenTofu. */
const State = v.object({
  version: v.literal(4),
  resources: v.optional(
    v.array(
      v.object({
        mode: v.picklist(["managed", "data"]),
        module: v.optional(v.string()),
        type: v.string(),
        name: v.string(),
        provider: v.string(),
        instances: v.optional(v.array(v.looseObject({ attributes: v.optional(v.unknown()) })), []),
      }),
    ),
    [],
  ),
});

const Named = v.object({ display_name: v.optional(v.string()), name: v.optional(v.string()) });

/**
 * The resources in a state, as its file has it or `terraform state pull` prints it; of data sources none.
 * @returns `undefined` if the text is no state of a version that is known
 */
export function resourcesInState(text: string): readonly StateResource[] | undefined {
  // Terraform takes an empty file for no state, and prints nothing where there is none.
  if (text.trim() === "") return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), State), text);
  if (!parsed.success) return undefined;
  return parsed.output.resources
    .filter(({ mode, instances }) => mode === "managed" && instances.length > 0)
    .map(({ module, type, name, provider, instances }) => {
      const [, source = provider, alias] = /^(?:.*\.)?provider\["([^"]+)"\](?:\.(.+))?$/.exec(provider) ?? [];
      const named = v.safeParse(Named, instances[0]?.attributes);
      const label = named.success ? (named.output.display_name ?? named.output.name) : undefined;
      return {
        address: `${module === undefined ? "" : `${module}.`}${type}.${name}`,
        type,
        provider: source,
        ...(alias === undefined ? {} : { alias }),
        ...(label === undefined ? {} : { label }),
      };
    });
}
