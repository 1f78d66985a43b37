/** A Graph entity as it came. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** How Graph is asked. */
export interface GraphOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Reads and writes Microsoft Graph v1.0. */
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

  /**
   * Makes or does something, once: it is sent again only if it surely did not arrive.
   * @returns what Graph answers
   * @throws CloudError
   */
  post(path: string, body: object, options?: GraphOptions): Promise<GraphObject>;

  /**
   * Changes an entity.
   * @throws CloudError
   */
  patch(path: string, body: object, options?: GraphOptions): Promise<void>;

  /**
   * Removes an entity.
   * @throws CloudError; `notFound` if there is none
   */
  delete(path: string, options?: GraphOptions): Promise<void>;
}
