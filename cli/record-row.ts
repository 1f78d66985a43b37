/** One record as programs read it; the names of the keys are contract. */
export interface RecordRow {
  /** The mail domain that declares the record: a domain of the estate or a subdomain of one. */
  readonly domain: string;
  readonly role: string;
  readonly name: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /** Presentation form without quotes and trailing dots; the logical value of a TXT. */
  readonly data: string;
}
