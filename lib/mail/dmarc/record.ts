import type { Fault } from "../../fault";
import type { DmarcDisposition } from "../../options";
import type { KeptTag } from "../tags";
import type { RecordUri } from "../uri";

export type { DmarcDisposition };

/** A destination of reports. */
export interface DmarcUri extends RecordUri {
  /** The `!10m` size limit of RFC 7489 §6.2 without its `!`; reporters now ignore it (RFC 9989 §4.8). */
  readonly obsoleteSize?: string;
}

/** When a failure report is wanted: all mechanisms failed, any failed, DKIM failed, SPF failed. */
export type FailureOption = "0" | "1" | "d" | "s";

/** How near the domains must be that SPF and DKIM vouch for: of one organisation, or the same. */
export type Alignment = "relaxed" | "strict";

/**
 * A DMARC policy record (RFC 9989 §4.7). What the record leaves out is absent here, so that
 * writing it again adds nothing; the defaults are in the members' descriptions.
 */
export interface DmarcRecord {
  /** `p`. Without it receivers act on `none` if there is a `rua`, and ignore the record if not (§4.10.1). */
  readonly policy?: DmarcDisposition;
  /** `sp`, for existing subdomains; `policy` if absent. */
  readonly subdomainPolicy?: DmarcDisposition;
  /** `np`, for subdomains that do not exist; `subdomainPolicy`, then `policy`, if absent. */
  readonly nonExistentPolicy?: DmarcDisposition;
  /** Relaxed if absent. */
  readonly adkim?: Alignment;
  /** Relaxed if absent. */
  readonly aspf?: Alignment;
  /** `t`: receivers apply the policy one step milder. False if absent. */
  readonly test?: boolean;
  /** Is the domain a public suffix, not one, or is that unknown? `u` if absent. */
  readonly psd?: "y" | "n" | "u";
  /** Where aggregate reports go; none are sent if empty. */
  readonly rua: readonly DmarcUri[];
  /** Where failure reports go; none are sent if empty. */
  readonly ruf: readonly DmarcUri[];
  /** `["0"]` if absent; without meaning if there is no `ruf`. */
  readonly fo?: readonly FailureOption[];
  /** `pct`, `rf` and `ri` of RFC 7489, as written; receivers now ignore them. */
  readonly obsolete: readonly KeptTag[];
  /** Tags that no RFC knows, as written; receivers ignore them. */
  readonly unknown: readonly KeptTag[];
  /** What receivers discard since its value is not valid, and go by the default instead (RFC 9989 §4.8). */
  readonly invalid?: readonly InvalidTag[];
}

/** A tag, one address of `rua` or `ruf`, or, with an empty name, a piece that is no tag; with what is wrong with it. */
export interface InvalidTag extends KeptTag {
  readonly faults: readonly Fault[];
}
