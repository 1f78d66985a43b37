/** A query that cannot be answered; Graph answers 400. */
export class ODataError extends Error {
  constructor(
    readonly code: "BadRequest" | "Request_UnsupportedQuery" | "Request_BadRequest",
    message: string,
  ) {
    super(message);
  }
}
