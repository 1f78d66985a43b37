import type {
  Action,
  ActionDefinition,
  DataSource,
  DataSourceDefinition,
  Provider,
  ProviderDefinition,
  Resource,
  ResourceDefinition,
} from "./definition";
import type { Attributes, Blocks } from "./schema/member";

type NoBlocks = Record<never, never>;

/** The definers for providers with this client: `const { resource, dataSource, action } = define<Clients>()`. */
export interface Definers<Client> {
  resource<const A extends Attributes, const B extends Blocks = NoBlocks>(
    definition: ResourceDefinition<A, B, Client>,
  ): Resource<Client>;
  dataSource<const A extends Attributes, const B extends Blocks = NoBlocks>(
    definition: DataSourceDefinition<A, B, Client>,
  ): DataSource<Client>;
  action<const A extends Attributes>(definition: ActionDefinition<A, Client>): Action<Client>;
}

export function define<Client>(): Definers<Client> {
  return {
    resource: (definition) => definition as Resource<Client>,
    dataSource: (definition) => definition as DataSource<Client>,
    action: (definition) => definition as Action<Client>,
  };
}

/** A provider: its own configuration, and what it manages. */
export function provider<const A extends Attributes, Client>(
  definition: ProviderDefinition<A, Client>,
): Provider {
  return definition as Provider;
}
