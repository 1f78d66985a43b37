/** A Graph entity as it came. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** How Graph is asked. */
export interface GraphOptions {
  readonly signal?: AbortSignal | undefined;
  /** The application permission that this call needs, told when it is refused. @default Domain.Read.All */
  readonly needs?: string | undefined;
}

/** How Graph is changed. */
export interface GraphWriteOptions extends GraphOptions {
  /** Texts of the request that no error may show. */
  readonly secrets?: readonly string[];
}

/** Microsoft Graph v1.0. */
export interface GraphClient {
  /**
   * One entity, e.g. `domains/contoso.com`. Segments from outside belong through {@link encodeURIComponent}.
   * @throws CloudError; `notFound` if there is none
   */
  get(path: string, options?: GraphOptions): Promise<GraphObject>;

  /**
   * A whole collection, all pages, e.g. `domains/contoso.com/serviceConfigurationRecords`.
   * @throws CloudError, also for a page that is no list
   */
  list(path: string, options?: GraphOptions): Promise<readonly GraphObject[]>;

  /**
   * A change that comes to the same when it is made twice: it is repeated after any failure that may pass.
   * @param body sent as JSON; left out, nothing is sent
   * @throws CloudError
   */
  change(
    method: "PATCH" | "POST" | "DELETE",
    path: string,
    body?: object,
    options?: GraphWriteOptions,
  ): Promise<void>;
}
