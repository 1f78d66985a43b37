/** A Graph entity as it came. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** Which of Graph's two interfaces. `beta` has what v1.0 does not have yet. */
export type GraphVersion = "v1.0" | "beta";

/** How Graph is asked. */
export interface GraphOptions {
  readonly signal?: AbortSignal | undefined;
  /** @default v1.0 */
  readonly version?: GraphVersion;
  /** The application permission that the call needs, told where it is refused. @default Domain.Read.All */
  readonly needs?: string;
}

/** Reads and changes what Microsoft Graph holds. */
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
   * Changes one entity: what the body names is replaced, a list whole. Sent once, and again only where it surely was not
   * carried out.
   * @throws CloudError
   */
  patch(path: string, body: object, options?: GraphOptions): Promise<void>;

  /**
   * Removes an entity.
   * @throws CloudError; `notFound` if there is none
   */
  delete(path: string, options?: GraphOptions): Promise<void>;
}
