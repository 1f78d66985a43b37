import type { Provider } from "./definition";
import { blockJson } from "./schema/wire";
import { mapValues } from "./value/type";

/** The provider's part of what `terraform providers schema -json` prints. */
export function providerSchema(provider: Provider) {
  return {
    provider: { version: 0, block: blockJson(provider.attributes, provider.description) },
    resource_schemas: mapValues(provider.resources, (one) => ({
      version: one.version ?? 0,
      block: blockJson({ ...one.attributes, ...one.blocks }, one.description),
    })),
    data_source_schemas: mapValues(provider.dataSources, (one) => ({
      version: 0,
      block: blockJson({ ...one.attributes, ...one.blocks }, one.description),
    })),
  };
}
