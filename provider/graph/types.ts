/** A Graph entity as it came. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** How Graph is asked. */
export interface GraphOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Reads Microsoft Graph v1.0. */
export interface GraphClient {
  /**
   * One entity, e.g. `domains/contoso.com`. Segments from outside belong through {@link encodeURIComponent}.
   * @throws CloudError; `notFound` if there is none
   */
  get(path: string, options?: GraphOptions): Promise<GraphObject>;

  /**
   * A whole collection, all pages, e.g. `domains/contoso.com/serviceConfigurationRecords`.
   * @throws CloudError
   */
  list(path: string, options?: GraphOptions): Promise<readonly GraphObject[]>;
}
