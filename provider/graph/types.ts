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
  readonly needs?: string | undefined;
}

/** How Graph is changed. */
export interface GraphWriteOptions extends GraphOptions {
  /**
   * Does it come to the same when it is done twice? Then it is sent again after any failure that may pass, else only where it
   * surely was not carried out. @default false
   */
  readonly idempotent?: boolean;
  /** Texts of the request that no error may show. */
  readonly secrets?: readonly string[];
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
   * @throws CloudError, also for a page that is no list
   */
  list(path: string, options?: GraphOptions): Promise<readonly GraphObject[]>;

  /**
   * The same as Graph gives it: the first page, with the members of all pages in its `value`.
   * @throws CloudError, also for a page that is no list
   */
  collection(path: string, options?: GraphOptions): Promise<GraphObject>;

  /**
   * Makes or does something.
   * @param body undefined sends none
   * @returns what Graph answers; nothing in it where it answers without content
   * @throws CloudError
   */
  post(path: string, body: object | undefined, options?: GraphWriteOptions): Promise<GraphObject>;

  /**
   * Changes one entity: what the body names is replaced, a list whole.
   * @throws CloudError
   */
  patch(path: string, body: object, options?: GraphWriteOptions): Promise<void>;

  /**
   * Replaces one entity whole.
   * @throws CloudError
   */
  put(path: string, body: object, options?: GraphWriteOptions): Promise<void>;

  /**
   * Removes an entity.
   * @throws CloudError; `notFound` if there is none
   */
  delete(path: string, options?: GraphWriteOptions): Promise<void>;
}
