/** An object as Exchange gives it: property names as the cmdlet documents them. */
export type ExchangeObject = Readonly<Record<string, unknown>>;

/** Cmdlet parameters by name; switches are `true`. A parameter that is undefined is not sent. */
export type Parameters = Readonly<Record<string, unknown>>;

/** For how long a list serves all objects of one plan, in milliseconds. A write of ours ends it. */
export const SHARED_FOR = 60_000;

/** How one cmdlet is called. */
export interface InvokeOptions {
  /** Ends the waiting. A write that was already sent is heard out, so that what it made is known. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Which mailbox the call is routed by, e.g. `UPN:anna@contoso.com`.
   * @default the organization's system mailbox
   */
  readonly anchor?: string | undefined;
  /**
   * For a read: how old, in milliseconds, an answer to the same read may be.
   * @default 0: only a read that is under way is shared
   */
  readonly maxAge?: number | undefined;
  /** Receives what Exchange warns of. */
  readonly onWarning?: ((text: string) => void) | undefined;
}

/** One cmdlet of a batch. */
export interface CmdletCall {
  readonly cmdlet: string;
  readonly parameters: Parameters;
}

/** Runs Exchange Online cmdlets. */
export interface ExchangeClient {
  /**
   * Runs a cmdlet and gives all objects of all pages.
   *
   * Reads (`Get-…`, `Test-…`) are repeated when Exchange throttles, fails for a while or the connection breaks; reads
   * that start together share a `$batch`, equal ones one call. Anything else is repeated only if it surely did
   * not happen.
   * @throws CloudError
   */
  invoke(
    cmdlet: string,
    parameters?: Parameters,
    options?: InvokeOptions,
  ): Promise<readonly ExchangeObject[]>;

  /**
   * Runs many cmdlets, ten to a request; results in the order of the calls.
   * @throws CloudError of the first that failed, after all have ended
   */
  batch(
    calls: readonly CmdletCall[],
    options?: InvokeOptions,
  ): Promise<readonly (readonly ExchangeObject[])[]>;
}
