/** What is known of a failed call. */
export interface CloudFailure {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /**
   * What Microsoft calls the failure (`ManagementObjectNotFoundException`, `Request_ResourceNotFound`,
   * `AADSTS7000215`), or ours: `timeout`, `cancelled`, `unreachable`, `connection-lost`, `unreadable-answer`.
   */
  readonly code: string;
  /** Microsoft's own words where there are any. Already free of secrets. */
  readonly message: string;
  /** May the same call succeed later without anyone changing anything? Not said of one that was repeated in vain. */
  readonly retryable?: boolean;
  /** Is it certain that nothing was done? Then a write may be repeated too. */
  readonly untouched?: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfter?: number;
  /** What Microsoft's support asks for. */
  readonly requestId?: string;
}

const NOT_FOUND = new Set([
  "ManagementObjectNotFoundException",
  "Request_ResourceNotFound",
  "ResourceNotFound",
]);

/** A call to Microsoft that failed. It never holds a token or a secret. */
export class CloudError extends Error {
  override readonly name = "CloudError";
  readonly status: number;
  readonly code: string;
  readonly retryable: boolean;
  readonly untouched: boolean;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(failure: CloudFailure) {
    super(failure.message);
    this.status = failure.status;
    this.code = failure.code;
    this.retryable = failure.retryable ?? false;
    this.untouched = failure.untouched ?? false;
    this.retryAfter = failure.retryAfter;
    this.requestId = failure.requestId;
  }

  /** Did Microsoft say that the object does not exist? */
  get notFound(): boolean {
    return NOT_FOUND.has(this.code);
  }
}

/** The error of a call that its caller no longer wants. */
export function cancelled(): CloudError {
  return new CloudError({ status: 0, code: "cancelled", message: "cancelled" });
}
