/**
 * What a tenant answered, as a folder keeps it. Verdicts rest on nothing else, so that an auditor, or another tool, can judge
 * the same again.
 */
export interface Evidence {
  readonly about: EvidenceAbout;
  /**
   * By file, below the folder: the body of the answer, pages joined.
   * - `graph/<path below the version>.json`: as Graph gave it, e.g. `graph/policies/authorizationPolicy.json`
   * - `exo/<Cmdlet>.json`: `{ "value": [row, …] }`; a cmdlet that was asked for a part of what it has carries the part in
   *   its name: `exo/Get-QuarantinePolicy.GlobalQuarantinePolicy.json`, `exo/Get-RoleGroup.purview.json`
   * - `dns/records.json`: {@link DnsEvidence}
   *
   * An answer that was a refusal is a {@link RefusedAnswer}. A file that is not there was not asked for.
   */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** `evidence.json`: when, where and as whom it was asked. It holds no secret. */
export interface EvidenceAbout {
  /** Of the folder's layout. */
  readonly format: 1;
  /** When the reading began and ended, ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** The tenant's GUID. */
  readonly tenantId: string;
  /** The application's GUID, which asked. */
  readonly clientId: string;
  /** Microsoft's cloud, as an estate calls it. */
  readonly cloud: string;
  /** Each file that was asked for. Sorted. */
  readonly sources: readonly EvidenceSource[];
}

/** What stands behind a file of the evidence. */
export interface EvidenceSource {
  /** As with {@link Evidence.answers}. */
  readonly file: string;
  /** Of Graph: which version answered. */
  readonly version?: "v1.0" | "beta";
  /** What was asked: Graph's path with its query, or the cmdlet with its parameters. */
  readonly asked: string;
}

/** What stands in a file whose answer was a refusal, or did not come. */
export interface RefusedAnswer {
  readonly error: {
    /** Microsoft's word for it, such as `Authorization_RequestDenied`, or ours: `timeout`, `budget`, `unreachable`, … */
    readonly code: string;
    /** In words, without secrets. */
    readonly message: string;
    /** The HTTP status; 0 where no answer came. */
    readonly status: number;
    /** What the application would need. Absent: permission is not what is missing, or nobody knows which. */
    readonly permission?: string;
    /** What the tenant would have to have bought. */
    readonly licence?: string;
  };
}

/**
 * Records by name and type: a TXT record's strings joined without quotes, an MX as `10 mail.contoso.com`, names without the last
 * dot. At an alias stands the `CNAME`, and what it leads to as well. Empty: there is none. A type that is not there was not
 * answered.
 */
export type DnsEvidence = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
